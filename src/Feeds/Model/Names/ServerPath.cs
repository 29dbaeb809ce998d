using System.Collections.Frozen;
using System.Text;

namespace Feeds.Model.Names;

/// <summary>What a path on this server may be, so that it can be asked for and lie in an output folder.</summary>
internal static class ServerPath
{
    /// <summary>The names of the files that the server has of its own, some of them in many folders.</summary>
    private static readonly FrozenSet<string> FileNames = Addresses.All.Select(address => Path.GetFileName(address.Path)).Where(name => name.Contains('.', StringComparison.Ordinal)).Append("index.html").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Percent-encoded it is three times as long, and a server reads no longer line than one of 8 KB.</summary>
    private const int MaxOctets = 1_000;

    /// <summary>A page lies in a folder of its name, and most systems have names of 255 octets at most.</summary>
    private const int MaxOctetsOfPart = 240;

    /// <summary>Whether somebody who follows it, decoding it once more or taking <c>\</c> for <c>/</c>, might leave the site, or read it as two lines.</summary>
    public static bool LeadsOut(string path) =>
        Unescaped(path).Replace('\\', '/').Split('/').Any(part => part.Trim() is "." or "..") || Unescaped(path).Any(char.IsControl);

    /// <summary>Whether a folder would have to stand where a file does, of an output folder: of a feed, a calendar, a style.</summary>
    public static bool IsBelowAFile(string path) =>
        path.Contains("//", StringComparison.Ordinal) || path.Split('/')[..^1].Any(part => FileNames.Contains(part) || part.EndsWith(".ics", StringComparison.Ordinal));

    /// <summary>What two paths share where a static host keeps both in one file: a page without an ending is in a file with one, a folder's in its index.html.</summary>
    public static string Key(string path)
    {
        if (path.EndsWith("/index.html", StringComparison.Ordinal)) return path[..^"index.html".Length];
        return path.StartsWith('/') && !path.EndsWith('/') && Path.GetExtension(path).Length == 0 ? path + ".html" : path;
    }

    public static bool IsTooLong(string path) => Encoding.UTF8.GetByteCount(path) > MaxOctets || path.Split('/').Any(part => Encoding.UTF8.GetByteCount(part) > MaxOctetsOfPart);

    /// <summary>The text without percent-encoding, however often it was encoded: a server in front of this one may decode once more.</summary>
    private static string Unescaped(string text)
    {
        for (var decoded = Uri.UnescapeDataString(text); decoded != text; decoded = Uri.UnescapeDataString(text)) text = decoded;
        return text;
    }
}
