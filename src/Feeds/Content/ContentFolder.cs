using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Feeds.Model;

namespace Feeds.Content;

/// <summary>What stands in a content folder at one moment.</summary>
/// <param name="Files">The texts, in order of path.</param>
/// <param name="Others">The files that are no text but may be published, in order of path.</param>
internal sealed record FolderReading(ImmutableArray<SourceFile> Files, ImmutableArray<OtherFile> Others, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether both say the same, however often the files were written in between.</summary>
    public bool SameAs(FolderReading other) =>
        Files.Length == other.Files.Length
        && Files.Zip(other.Files).All(pair => pair.First.Path == pair.Second.Path && pair.First.Hash == pair.Second.Hash && pair.First.Problem == pair.Second.Problem)
        && Others.Select(file => file.Stamp).SequenceEqual(other.Others.Select(file => file.Stamp))
        && Diagnostics.SequenceEqual(other.Diagnostics);
}

/// <summary>Reads the files of a content folder.</summary>
internal static class ContentFolder
{
    /// <summary>Far beyond any text that a person wrote; more is another kind of file under a wrong name.</summary>
    private const long MaxOctets = 8 * 1024 * 1024;

    private static readonly FrozenSet<string> Extensions =
        FrozenSet.ToFrozenSet([".md", ".markdown", ".mkd", ".mkdn", ".mdx", ".qmd", ".yaml", ".yml"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads all files; those whose stamp is as in <paramref name="previous"/> are taken from there.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static FolderReading Read(string folder, FolderReading? previous)
    {
        var root = RealPath.Of(folder);
        if (!Directory.Exists(root)) throw new DirectoryNotFoundException($"no content folder at {folder}");
        var known = previous?.Files.ToDictionary(file => file.Path, StringComparer.Ordinal) ?? [];
        var knownOthers = previous?.Others.ToDictionary(file => file.File.Path, StringComparer.Ordinal) ?? [];
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var others = ImmutableArray.CreateBuilder<OtherFile>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (path, entry) in Walk(root, new DirectoryInfo(root), "", [root], diagnostics))
        {
            var stamp = new FileStamp(entry.FullName, entry.Length, entry.LastWriteTimeUtc);
            if (!IsSource(path)) others.Add(knownOthers.TryGetValue(path, out var other) && other.Stamp == stamp ? other : OtherFile.At(path, stamp));
            else if (known.TryGetValue(path, out var before) && before.Stamp == stamp && before.Problem is null) files.Add(before);
            else if (Read(path, stamp) is { } file) files.Add(file);
        }

        // The disk lists its entries in any order.
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        others.Sort((a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        diagnostics.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new FolderReading(files.DrainToImmutable(), others.DrainToImmutable(), diagnostics.DrainToImmutable());
    }

    private static bool IsSource(string path) => Extensions.Contains(Path.GetExtension(path));

    private static IEnumerable<(string Path, FileInfo Entry)> Walk(
        string root, DirectoryInfo folder, string prefix, ImmutableArray<string> trail, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        foreach (var entry in Entries(folder, prefix, diagnostics))
        {
            if (entry.Name.StartsWith('.')) continue;
            var path = prefix + entry.Name;
            if (path is LockNames.Lock or LockNames.Rejected) continue;
            var found = entry;
            if (entry.LinkTarget is not null)
            {
                var location = RealPath.Of(entry.FullName);
                if (!IsInside(location, root))
                {
                    diagnostics.Add(new Diagnostic(path, 0, Severity.Error, $"this symbolic link leads out of the content folder (to {location}); put the file itself here"));
                    continue;
                }

                found = Directory.Exists(location) ? new DirectoryInfo(location) : new FileInfo(location);
                if (!found.Exists) continue;
            }

            if (found is FileInfo file)
            {
                yield return (path, file);
            }
            else if (found is DirectoryInfo below && entry.Name != "node_modules" && !trail.Contains(below.FullName))
            {
                foreach (var deeper in Walk(root, below, path + "/", trail.Add(below.FullName), diagnostics)) yield return deeper;
            }
        }
    }

    private static FileSystemInfo[] Entries(DirectoryInfo folder, string prefix, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        try
        {
            return folder.GetFileSystemInfos();
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

    private static SourceFile? Read(string path, FileStamp stamp)
    {
        if (stamp.Length > MaxOctets) return Unread(FormattableString.Invariant($"the file is {stamp.Length / 1024 / 1024} MiB; a text of at most {MaxOctets / 1024 / 1024} MiB is read"));
        try
        {
            var bytes = File.ReadAllBytes(stamp.Location);
            var hash = BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(bytes));
            return new SourceFile(path, stamp, ImmutableCollectionsMarshal.AsImmutableArray(bytes), hash, Problem: null);
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

        SourceFile Unread(string problem) => new(path, stamp, [], Hash: default, problem);
    }

    private static bool IsInside(string location, string root) =>
        location == root || location.StartsWith(root.EndsWith(Path.DirectorySeparatorChar) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
