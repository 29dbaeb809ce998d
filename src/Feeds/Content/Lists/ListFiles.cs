using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Feeds.Content.Files;
using Feeds.Content.Kinds;
using Feeds.Content.Sources;
using Feeds.Model;

namespace Feeds.Content.Lists;

/// <summary>Finds the files that hold a list of events.</summary>
internal static class ListFiles
{
    public const int MaxMebibytes = 10;

    private static readonly SearchValues<char> NoPath = SearchValues.Create("\n:,{[ ");

    /// <summary>A longer text is no path.</summary>
    private const int MaxPath = 300;

    private static readonly FrozenSet<string> Extensions = FrozenSet.ToFrozenSet([".yml", ".yaml", ".json", ".toml", ".csv"]);
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(["events", "meetups"]);
    private static readonly FrozenSet<string> Folders = FrozenSet.ToFrozenSet(["", "_data", "data", "src/_data", "src/data"]);

    /// <summary>Whether every event of a file is an entry, whatever its form.</summary>
    public static bool IsList(string path, SiteSettings settings)
    {
        if (settings.Events.Files.Contains(path, StringComparer.Ordinal)) return true;
        if (CalendarSource.Find(path, settings) is not null) return true;
        if (!IsData(path)) return false;
        if (!settings.Events.HasOwnFiles && IsInDataFolder(path) && Names.Contains(NameOf(path))) return true;
        return !ContentFolder.IsYaml(path) && FolderName.IsAbove(path, settings.Events.Folders) && !DescribesAFolder(path);
    }

    /// <summary>Whether a file has a format of lists.</summary>
    public static bool IsData(string path) => Extensions.Contains(Path.GetExtension(path).ToLowerInvariant());

    /// <summary>Whether a file lies where site generators look for data.</summary>
    public static bool IsInDataFolder(string path) => Folders.Contains(FolderOf(path));

    public static string NameOf(string path) => Path.GetFileNameWithoutExtension(path).ToLowerInvariant();

    // Eleventy and Docusaurus write such files.
    public static bool DescribesAFolder(string path) =>
        NameOf(path).EndsWith(".11tydata", StringComparison.Ordinal) || NameOf(path) is "_category_";

    /// <summary>The lists of a folder, each once however many links lead to it.</summary>
    public static IEnumerable<SourceFile> In(FolderReading folder, SiteSettings settings, SiteReading? previous)
    {
        var texts = folder.Files.Where(file => IsList(file.Path, settings));
        var others = folder.Assets.Where(asset => IsList(asset.File.Path, settings)).Select(asset => Read(asset, previous));
        SourceFile[] lists = [.. texts.Concat(others).DistinctBy(list => list.Version.Location)];
        return lists.Length == 0 ? lists : lists.Select(list => Followed(list, folder, previous)).DistinctBy(list => list.Version.Location);
    }

    private static SourceFile Read(AssetFile asset, SiteReading? previous)
    {
        var (path, version) = (asset.File.Path, asset.Version);
        if (previous?.Documents.GetValueOrDefault(path)?.File is { Problem: null } before && before.Version == version) return before;
        var bytes = asset.Version.Length <= MaxMebibytes * 1024 * 1024 ? asset.File.Bytes.Value.Span : default;
        var problem = asset.Version.Length > MaxMebibytes * 1024 * 1024
            ? FormattableString.Invariant($"the file is {version.Length / 1024 / 1024} MiB; a list of at most {MaxMebibytes} MiB is read")
            : asset.IsUnread ? "the file cannot be read" : null;
        return new SourceFile(path, version, PackedBytes.Of(bytes), ContentHash.Of(bytes), problem);
    }

    /// <summary>The file that is meant where a list is only the path of another, as Git writes links on some systems.</summary>
    private static SourceFile Followed(SourceFile list, FolderReading folder, SiteReading? previous)
    {
        if (list.Content.Length is 0 or > MaxPath || list.Problem is not null) return list;
        var written = Encoding.UTF8.GetString(list.Content.Unpacked()).Trim();
        if (!IsData(written) || written.AsSpan().ContainsAny(NoPath)) return list;
        var path = Path.GetRelativePath("/", Path.GetFullPath(Path.Join("/", FolderOf(list.Path), written))).Replace('\\', '/');
        var target = folder.File(path) ?? (folder.Asset(path) is { } asset ? Read(asset, previous) : null);
        return target is null ? list : target with { Path = list.Path };
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var end ? path[..end] : "";
}
