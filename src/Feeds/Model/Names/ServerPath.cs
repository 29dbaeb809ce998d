using System.Collections.Frozen;
using System.Text;

namespace Feeds.Model.Names;

/// <summary>What a path on this server may be, so that it can be asked for and lie in an output folder.</summary>
internal static class ServerPath
{
    private static readonly FrozenSet<string> FileNames = Addresses.All.Select(address => Path.GetFileName(address.Path))
        .Where(name => name.Contains('.', StringComparison.Ordinal))
        .Append("index.html")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Percent-encoding triples it, and servers read lines of at most 8 KB.</summary>
    private const int MaxOctets = 1_000;

    /// <summary>A page is a folder, and most file systems allow names of at most 255 bytes.</summary>
    private const int MaxOctetsOfPart = 240;

    /// <summary>Whether a server that decodes it again, or takes <c>\</c> for <c>/</c>, might leave the site or read two lines.</summary>
    public static bool LeadsOut(string path) =>
        Unescaped(path).Replace('\\', '/').Split('/').Any(part => part.Trim() is "." or "..") || Unescaped(path).Any(char.IsControl);

    /// <summary>Whether a folder would be needed where a feed, calendar or stylesheet is a file.</summary>
    public static bool IsBelowAFile(string path) =>
        path.Contains("//", StringComparison.Ordinal)
        || path.Split('/')[..^1].Any(part => FileNames.Contains(part) || part.EndsWith(".ics", StringComparison.Ordinal));

    /// <summary>The same for paths that a static host keeps in one file, such as <c>/a</c> and <c>/a.html</c>.</summary>
    public static string Key(string path)
    {
        if (path.EndsWith("/index.html", StringComparison.Ordinal)) return path[..^"index.html".Length];
        return path.StartsWith('/') && !path.EndsWith('/') && Path.GetExtension(path).Length == 0 ? path + ".html" : path;
    }

    public static bool IsTooLong(string path) =>
        Encoding.UTF8.GetByteCount(path) > MaxOctets || path.Split('/').Any(part => Encoding.UTF8.GetByteCount(part) > MaxOctetsOfPart);

    /// <summary>Decodes until nothing changes: a proxy may decode once more.</summary>
    private static string Unescaped(string text)
    {
        for (var decoded = Uri.UnescapeDataString(text); decoded != text; decoded = Uri.UnescapeDataString(text)) text = decoded;
        return text;
    }
}
