using System.Collections.Immutable;

namespace Feeds.Publishing.Output;

/// <summary>What is to be done in an output folder, so that it holds some files and everything that others put there.</summary>
/// <param name="ToWrite">The files that are not there as they have to be.</param>
/// <param name="Kept">The hashes of those that stay as they are, by path.</param>
/// <param name="ToDelete">The paths of what was written before, has the bytes that were written, and is not wanted any more.</param>
/// <param name="Conflicts">The files in whose place there is something of others.</param>
/// <param name="LeftOut">How many files are left out: those, and what is packed of them.</param>
internal sealed record OutputPlan(
    ImmutableArray<OutputFile> ToWrite,
    Dictionary<string, UInt128> Kept,
    ImmutableArray<string> ToDelete,
    ImmutableArray<OutputFile> Conflicts,
    int LeftOut)
{
    /// <summary>A file that a list without hashes names belongs to others if it was written so much later than the list.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(2);

    /// <summary>What has to be done to hold the files.</summary>
    public static OutputPlan Of(string folder, IReadOnlyCollection<OutputFile> files, OverwriteMode overwrite)
    {
        var list = OutputList.Read(folder);
        var wanted = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var unwanted = list.Hashes.Keys.Where(path => !wanted.Contains(path));
        var deleted = unwanted.Where(path => IsUnchanged(folder, path, list)).ToHashSet(StringComparer.Ordinal);
        var found = files.AsParallel().AsOrdered().Select(file => (File: file, Found: Look(folder, file, list, deleted))).ToArray();

        ImmutableArray<OutputFile> conflicts = overwrite == OverwriteMode.All
            ? []
            : [.. found.Where(one => one.Found.State == FileState.OfOthers).Select(one => one.File)];
        var replaced = conflicts.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        // What is packed of a page that is left out is left out with it: a host might send it in place of the other's page.
        string[] packed = [.. files.Where(file => file.PackedOf is { } page && replaced.Contains(page)).Select(file => file.Path)];
        deleted.UnionWith(packed.Where(path => IsUnchanged(folder, path, list)));
        var leftOut = replaced.Union(packed).ToHashSet(StringComparer.Ordinal);
        var staying = found.Where(one => !leftOut.Contains(one.File.Path)).ToLookup(one => one.Found.State == FileState.Current);
        var kept = staying[true].ToDictionary(one => one.File.Path, one => one.Found.Hash, StringComparer.Ordinal);
        // Where an edit of what was written is undone, it is known again.
        foreach (var path in replaced)
        {
            if (list.Hashes.GetValueOrDefault(path) is { } hash) kept[path] = hash;
        }

        ImmutableArray<OutputFile> toWrite = [.. staying[false].Select(one => one.File)];
        return new OutputPlan(toWrite, kept, [.. deleted.Order(StringComparer.Ordinal)], conflicts, leftOut.Count);
    }

    /// <summary>Whether a file is there as it was written.</summary>
    private static bool IsUnchanged(string folder, string path, OutputList list)
    {
        var file = new FileInfo(Path.Join(folder, path));
        if (!file.Exists || !list.Hashes.TryGetValue(path, out var hash)) return false;
        if (hash is null) return file.LastWriteTimeUtc <= list.Written + Later;
        return hash == OutputList.HashOf(File.ReadAllBytes(file.FullName));
    }

    private static FoundFile Look(string folder, OutputFile wanted, OutputList list, HashSet<string> deleted)
    {
        var path = Path.Join(folder, wanted.Path);
        if (Directory.Exists(path)) return new FoundFile(IsEmptied(folder, path, deleted) ? FileState.Missing : FileState.OfOthers);
        if (!File.Exists(path)) return new FoundFile(IsBelowAFile(folder, wanted.Path, deleted) ? FileState.OfOthers : FileState.Missing);
        var (there, bytes) = (File.ReadAllBytes(path), wanted.Bytes());
        if (there.AsSpan().SequenceEqual(bytes.Span)) return new FoundFile(FileState.Current, OutputList.HashOf(there));
        var isOurs = list.Hashes.TryGetValue(wanted.Path, out var hash) && (hash is null || hash == OutputList.HashOf(there));
        return new FoundFile(isOurs ? FileState.Outdated : FileState.OfOthers);
    }

    /// <summary>Whether a folder is deleted with all that is in it, and so makes room for a file.</summary>
    private static bool IsEmptied(string folder, string path, HashSet<string> deleted) =>
        Directory.GetFiles(path, "*", SearchOption.AllDirectories) is { Length: > 0 } files
        && Array.TrueForAll(files, file => deleted.Contains(Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')));

    private static bool IsBelowAFile(string folder, string path, HashSet<string> deleted)
    {
        for (var parent = Path.GetDirectoryName(path); !string.IsNullOrEmpty(parent); parent = Path.GetDirectoryName(parent))
        {
            if (File.Exists(Path.Join(folder, parent))) return !deleted.Contains(parent.Replace(Path.DirectorySeparatorChar, '/'));
        }

        return false;
    }

    /// <summary>What is in the place of a file.</summary>
    private enum FileState
    {
        /// <summary>Nothing.</summary>
        Missing,

        /// <summary>The bytes that have to be there, whoever wrote them.</summary>
        Current,

        /// <summary>What was written there before.</summary>
        Outdated,

        /// <summary>Something that others wrote, or changed.</summary>
        OfOthers,
    }

    /// <param name="Hash">That of the bytes which are there and stay.</param>
    private readonly record struct FoundFile(FileState State, UInt128 Hash = default);
}

/// <summary>What is replaced in an output folder.</summary>
internal enum OverwriteMode
{
    /// <summary>What was written there before.</summary>
    Own,

    /// <summary>What others put there, too.</summary>
    All,
}
