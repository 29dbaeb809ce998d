using System.Collections.Frozen;
using Feeds.Text;

namespace Feeds.Model.Names;

/// <summary>The path of an entry of a list: that of the file, <c>#</c> and the key of the entry.</summary>
internal static class EntryPath
{
    private const string CalendarExtension = ".ics";

    private static readonly FrozenSet<string> Extensions = FrozenSet.ToFrozenSet(
        [".yml", ".yaml", ".json", ".toml", ".csv", ".md", ".markdown", ".mkd", ".mkdn", ".mdx", ".qmd", CalendarExtension],
        StringComparer.OrdinalIgnoreCase);

    public static string Of(string file, string key) => $"{file}#{key}";

    /// <summary>The file of an entry; null for the path of a file.</summary>
    public static string? FileOf(string path) =>
        path.LastIndexOf('#') is > 0 and var at && Extensions.Contains(Path.GetExtension(path[..at])) ? path[..at] : null;

    /// <summary>Whether it is the path of an event of a calendar that was brought in.</summary>
    public static bool IsBroughtIn(string path) => FileOf(path)?.EndsWith(CalendarExtension, StringComparison.OrdinalIgnoreCase) is true;

    public static string KeyOf(string path) => path[(path.LastIndexOf('#') + 1)..];

    /// <summary>The key of an entry with a link of its own.</summary>
    public static string KeyOf(Uri link)
    {
        var host = link.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? link.IdnHost[4..] : link.IdnHost;
        return Slug.Of(host + link.PathAndQuery + link.Fragment);
    }

    /// <summary>The key of an entry with an id of its own.</summary>
    public static string KeyOfId(string id) => Slug.Of(id);
}
