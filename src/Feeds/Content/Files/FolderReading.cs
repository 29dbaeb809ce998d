using System.Collections.Immutable;
using Feeds.Content.Sources;
using Feeds.Model;
using Feeds.Model.Sources;

namespace Feeds.Content.Files;

/// <summary>The files of a content folder at one moment.</summary>
/// <param name="Files">The texts, in order of path.</param>
/// <param name="Assets">The other files that may be published, in order of path.</param>
internal sealed record FolderReading(
    ImmutableArray<SourceFile> Files, ImmutableArray<AssetFile> Assets, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether drafts and scheduled posts are published, for their author alone to see.</summary>
    public bool ShowsDrafts { get; init; }

    /// <summary>The files of <c>sources/</c> in the folder of <c>--state</c>, under their paths in the content.</summary>
    public ImmutableArray<AssetFile> Pulled { get; init; } = [];

    /// <summary>Whether the content is the same, even if files were written again in between.</summary>
    public bool SameAs(FolderReading other) =>
        Texts.SequenceEqual(other.Texts) && Versions.SequenceEqual(other.Versions) && Diagnostics.SequenceEqual(other.Diagnostics);

    private IEnumerable<(string Path, ContentHash Hash, string? Problem)> Texts =>
        Files.Select(file => (file.Path, file.Hash, file.Problem));

    private IEnumerable<(FileVersion Version, bool IsUnread)> Versions =>
        Assets.Concat(Pulled).Select(asset => (asset.Version, asset.IsUnread));

    /// <summary>With what was fetched into the folder of <c>--state</c> in place of the same in the content.</summary>
    public FolderReading WithPulled(ImmutableArray<SourceSettings> sources)
    {
        if (Pulled.IsEmpty) return this;
        var wanted = sources.Where(source => source.IsFetched).Select(source => source.File).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count > 0) wanted.Add(PullRecords.Path);
        var used = Pulled.Where(asset => wanted.Contains(asset.File.Path)).ToArray();
        var assets = used.UnionBy(Assets, asset => asset.File.Path, StringComparer.Ordinal);
        return this with { Assets = [.. assets.OrderBy(asset => asset.File.Path, StringComparer.Ordinal)] };
    }

    public SourceFile? File(string path) => IndexOf(path) is { } index ? Files[index] : null;

    public AssetFile? Asset(string path) => IndexOf(Assets, path, asset => asset.File.Path) is { } index ? Assets[index] : null;

    /// <summary>The index of a text file; null for none.</summary>
    public int? IndexOf(string path) => IndexOf(Files, path, file => file.Path);

    private static int? IndexOf<T>(ImmutableArray<T> files, string path, Func<T, string> pathOf)
    {
        var (first, end) = (0, files.Length);
        while (first < end)
        {
            var middle = (first + end) / 2;
            var order = string.CompareOrdinal(pathOf(files[middle]), path);
            if (order == 0) return middle;
            if (order < 0) first = middle + 1;
            else end = middle;
        }

        return null;
    }
}
