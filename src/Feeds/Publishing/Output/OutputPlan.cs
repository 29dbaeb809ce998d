using System.Collections.Immutable;

namespace Feeds.Publishing.Output;

/// <summary>The changes to an output folder that preserve foreign files.</summary>
/// <param name="ToWrite">The files that are missing or outdated.</param>
/// <param name="Kept">The hashes of the unchanged files, by path.</param>
/// <param name="ToDelete">The paths of files that build wrote, and that are unchanged and no longer published.</param>
/// <param name="Conflicts">The files at whose paths there is a foreign file.</param>
/// <param name="LeftOut">The number of conflicts and of their compressed forms.</param>
internal sealed record OutputPlan(
    ImmutableArray<OutputFile> ToWrite, Dictionary<string, UInt128> Kept, ImmutableArray<string> ToDelete,
    ImmutableArray<OutputFile> Conflicts, int LeftOut)
{
    // A file in a list without hashes is foreign if it was written this much later than the list.
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(2);

    public static OutputPlan Of(string folder, IReadOnlyCollection<OutputFile> files, OverwriteMode overwrite)
    {
        var list = OutputList.Read(folder);
        var wanted = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var unwanted = list.Hashes.Keys.Where(path => !wanted.Contains(path));
        var deleted = unwanted.Where(path => IsUnchanged(folder, path, list)).ToHashSet(StringComparer.Ordinal);
        var found = files.AsParallel().AsOrdered().Select(file => (File: file, Found: Find(folder, file, list, deleted))).ToArray();

        ImmutableArray<OutputFile> conflicts = overwrite == OverwriteMode.All
            ? []
            : [.. found.Where(one => one.Found.State == FileState.Foreign).Select(one => one.File)];
        var conflicting = conflicts.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        // Without the compressed forms of conflicts, which a host might send in place of the foreign file.
        string[] compressed =
            [.. files.Where(file => file.CompressedFrom is { } page && conflicting.Contains(page)).Select(file => file.Path)];
        deleted.UnionWith(compressed.Where(path => IsUnchanged(folder, path, list)));
        var leftOut = conflicting.Union(compressed).ToHashSet(StringComparer.Ordinal);
        var staying = found.Where(one => !leftOut.Contains(one.File.Path)).ToLookup(one => one.Found.State == FileState.Current);
        var kept = staying[true].ToDictionary(one => one.File.Path, one => one.Found.Hash, StringComparer.Ordinal);
        // With their hashes, so that a file is recognized when a foreign edit of it is undone.
        foreach (var path in conflicting)
        {
            if (list.Hashes.GetValueOrDefault(path) is { } hash) kept[path] = hash;
        }

        ImmutableArray<OutputFile> toWrite = [.. staying[false].Select(one => one.File)];
        return new OutputPlan(toWrite, kept, [.. deleted.Order(StringComparer.Ordinal)], conflicts, leftOut.Count);
    }

    /// <summary>Whether a file exists as build wrote it.</summary>
    private static bool IsUnchanged(string folder, string path, OutputList list)
    {
        var file = new FileInfo(Path.Join(folder, path));
        if (!file.Exists || !list.Hashes.TryGetValue(path, out var hash)) return false;
        if (hash is null) return file.LastWriteTimeUtc <= list.Written + MaxDelay;
        return hash == OutputList.HashOf(File.ReadAllBytes(file.FullName));
    }

    private static FoundFile Find(string folder, OutputFile wanted, OutputList list, HashSet<string> deleted)
    {
        var path = Path.Join(folder, wanted.Path);
        if (Directory.Exists(path)) return new FoundFile(IsEmptied(folder, path, deleted) ? FileState.Missing : FileState.Foreign);
        if (!File.Exists(path)) return new FoundFile(IsBelowAFile(folder, wanted.Path, deleted) ? FileState.Foreign : FileState.Missing);
        var (there, bytes) = (File.ReadAllBytes(path), wanted.Bytes());
        if (there.AsSpan().SequenceEqual(bytes.Span)) return new FoundFile(FileState.Current, OutputList.HashOf(there));
        var isOwn = list.Hashes.TryGetValue(wanted.Path, out var hash) && (hash is null || hash == OutputList.HashOf(there));
        return new FoundFile(isOwn ? FileState.Outdated : FileState.Foreign);
    }

    /// <summary>Whether all files of a folder are deleted, so that a file can replace it.</summary>
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

    /// <summary>The state of a file in the output folder.</summary>
    private enum FileState
    {
        Missing,
        Current,
        Outdated,

        /// <summary>Not written by build, or changed since.</summary>
        Foreign,
    }

    /// <param name="Hash">Set for a current file.</param>
    private readonly record struct FoundFile(FileState State, UInt128 Hash = default);
}

/// <summary>Which files of an output folder are conflicting.</summary>
internal enum OverwriteMode
{
    /// <summary>Those that build wrote.</summary>
    Own,
    All,
}
