using System.Collections.Immutable;

namespace Feeds.Model;

/// <summary>A file of the content that is not text, published where a document refers to it.</summary>
/// <param name="Path">Relative to the content folder.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Bytes">Read on first use; empty when it can no longer be read.</param>
public sealed record SiteFile(string Path, long Length, Lazy<ReadOnlyMemory<byte>> Bytes);

/// <summary>What a document says of a file of its own site.</summary>
/// <param name="Address">The path under which its readers will ask for the file, not percent-encoded.</param>
/// <param name="Candidates">Where in the content the file may lie; the first that is there is meant.</param>
/// <param name="Written">The address as the author wrote it.</param>
public sealed record FileReference(string Address, ImmutableArray<string> Candidates, string Written)
{
    /// <summary>The name of the file if it may lie in any folder; null where only the candidates count.</summary>
    public string? Name { get; init; }

    /// <summary>The path of the file that is meant; null when there is none.</summary>
    /// <param name="paths">The paths of all files.</param>
    public string? PathIn(IReadOnlyCollection<string> paths, Func<string, bool> exists)
    {
        if (Candidates.FirstOrDefault(exists) is { } candidate) return candidate;
        if (Name is null) return null;
        return paths.Where(path => string.Equals(Path.GetFileName(path), Name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(path => path.Length)
            .ThenBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();
    }
}
