using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content.Files;

/// <summary>What stands in a content folder at one moment.</summary>
/// <param name="Files">The texts, in order of path.</param>
/// <param name="Others">The files that are no text but may be published, in order of path.</param>
internal sealed record FolderReading(ImmutableArray<SourceFile> Files, ImmutableArray<OtherFile> Others, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether both say the same, however often the files were written in between.</summary>
    public bool SameAs(FolderReading other) =>
        Files.Length == other.Files.Length
        && Files.Zip(other.Files).All(pair => ReferenceEquals(pair.First, pair.Second) || (pair.First.Path == pair.Second.Path && pair.First.Hash == pair.Second.Hash && pair.First.Problem == pair.Second.Problem))
        && Others.Select(file => (file.Stamp, file.IsUnread)).SequenceEqual(other.Others.Select(file => (file.Stamp, file.IsUnread)))
        && Diagnostics.SequenceEqual(other.Diagnostics);

    /// <summary>The text at a path; null when there is none.</summary>
    public SourceFile? File(string path) => Find(Files, path, file => file.Path);

    /// <summary>The file that is no text at a path; null when there is none.</summary>
    public OtherFile? Other(string path) => Find(Others, path, other => other.File.Path);

    private static T? Find<T>(ImmutableArray<T> files, string path, Func<T, string> pathOf)
        where T : class
    {
        var (first, end) = (0, files.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            var order = string.CompareOrdinal(pathOf(files[middle]), path);
            if (order == 0) return files[middle];
            if (order < 0) first = middle + 1;
            else end = middle;
        }

        return null;
    }
}

/// <summary>Reads the files of a content folder.</summary>
internal static class ContentFolder
{
    /// <summary>Far beyond any text that a person wrote; more is another kind of file under a wrong name.</summary>
    private const long MaxOctets = 8 * 1024 * 1024;

    private const int Many = 50;

    private static readonly FrozenSet<string> Extensions =
        FrozenSet.ToFrozenSet([".md", ".markdown", ".mkd", ".mkdn", ".mdx", ".qmd", ".yaml", ".yml"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads all files; those whose stamp is as in <paramref name="previous"/> are taken from there.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static FolderReading Read(string folder, FolderReading? previous)
    {
        var root = RealPath.Of(folder);
        if (!Directory.Exists(root)) throw new DirectoryNotFoundException($"no content folder at {folder}");
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var others = ImmutableArray.CreateBuilder<OtherFile>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var unread = new List<(string Path, FileStamp Stamp)>();
        foreach (var (path, stamp) in Walk(root, root, "", [root], diagnostics))
        {
            if (!IsSource(path)) others.Add(previous?.Other(path) is { } other && other.Stamp == stamp ? other.Again() : OtherFile.At(path, stamp));
            else if (previous?.File(path) is { Problem: null } before && before.Stamp == stamp) files.Add(before);
            else unread.Add((path, stamp));
        }

        // A few are read before another thread has begun.
        files.AddRange(unread.Count < Many
            ? unread.Select(file => Read(file.Path, file.Stamp)).OfType<SourceFile>()
            : unread.AsParallel().Select(file => Read(file.Path, file.Stamp)).OfType<SourceFile>());

        // The disk lists its entries in any order.
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        others.Sort((a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        diagnostics.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new FolderReading(files.DrainToImmutable(), others.DrainToImmutable(), diagnostics.DrainToImmutable());
    }

    /// <summary>Whether what has a name is left out, and all that is below it.</summary>
    public static bool IsPassedOver(string name) => name is ['.', ..] or "node_modules";

    /// <summary>Whether a file is a text that may say something of the site.</summary>
    public static bool IsSource(string path) => Extensions.Contains(Path.GetExtension(path));

    private static IEnumerable<(string Path, FileStamp Stamp)> Walk(
        string root, string folder, string prefix, ImmutableArray<string> trail, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var entries = Entries(folder, prefix, diagnostics);
        // What build wrote is no content, wherever it was told to write.
        if (prefix.Length > 0 && entries.Exists(entry => entry is { Name: OutputNames.List, IsFolder: false })) yield break;
        var names = entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            // Where both forms of a name are there, they are two files.
            var path = prefix + (NormalPath.Of(entry.Name) is var name && names.Contains(name) ? entry.Name : name);
            if (path is LockNames.Lock or LockNames.Rejected or OutputNames.List) continue;
            var found = entry;
            if (entry.IsLink)
            {
                var location = RealPath.Of(entry.Stamp.Location);
                if (!RealPath.IsInside(location, root))
                {
                    diagnostics.Add(new Diagnostic(path, 0, Severity.Error, $"this symbolic link leads out of the content folder (to {location}); put the file itself here"));
                    continue;
                }

                if (FolderEntry.At(location) is not { } target) continue;
                found = target;
            }

            if (!found.IsFolder)
            {
                yield return (path, found.Stamp);
            }
            else if (!IsPassedOver(entry.Name) && !trail.Contains(found.Stamp.Location))
            {
                foreach (var deeper in Walk(root, found.Stamp.Location, path + "/", trail.Add(found.Stamp.Location), diagnostics)) yield return deeper;
            }
        }
    }

    private static List<FolderEntry> Entries(string folder, string prefix, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        try
        {
            return FolderEntry.In(folder);
        }
        catch (DirectoryNotFoundException) when (prefix.Length > 0)
        {
            // It went between being listed and being opened; the next look sees what came of it.
            return [];
        }
        catch (UnauthorizedAccessException)
        {
            diagnostics.Add(new Diagnostic(prefix.TrimEnd('/'), 0, Severity.Error, "this folder cannot be read: permission denied"));
            return [];
        }
    }

    /// <summary>Reads one file; null where it went meanwhile.</summary>
    public static SourceFile? Read(string path, FileStamp stamp)
    {
        if (stamp.Length > MaxOctets) return Unread(FormattableString.Invariant($"the file is {stamp.Length / 1024 / 1024} MiB; a text of at most {MaxOctets / 1024 / 1024} MiB is read"));
        try
        {
            var bytes = File.ReadAllBytes(stamp.Location);
            var hash = BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(bytes));
            return new SourceFile(path, stamp, PackedBytes.Of(bytes), hash, Problem: null);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return Unread("the file cannot be read: permission denied");
        }
        catch (IOException exception)
        {
            return Unread($"the file cannot be read: {exception.Message}");
        }

        SourceFile Unread(string problem) => new(path, stamp, PackedBytes.Empty, Hash: default, problem);
    }
}
