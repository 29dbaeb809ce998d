using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Feeds.Content.Headers;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content;

/// <summary>Where a document is read.</summary>
/// <param name="Link">Its public address.</param>
/// <param name="PagePath">The path of its page on this server, not percent-encoded; null when the page is elsewhere.</param>
internal sealed record Address(Uri Link, string? PagePath)
{
    /// <summary>The names of the files that the server has of its own, some of them in many folders.</summary>
    private static readonly FrozenSet<string> FileNames = Addresses.All.Select(address => Path.GetFileName(address.Path)).Where(name => name.Contains('.', StringComparison.Ordinal)).Append("index.html").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Percent-encoded it is three times as long, and a server reads no longer line than one of 8 KB.</summary>
    private const int MaxOctets = 1_000;

    /// <summary>A page lies in a folder of its name, and most systems have names of 255 octets at most.</summary>
    private const int MaxOctetsOfPart = 240;

    /// <summary>The address that a document's own front matter gives it, else that of the template.</summary>
    /// <param name="template">Such as <c>/posts/{slug}/</c>; it may be absolute.</param>
    /// <param name="own">The field in which the document names its address.</param>
    public static Address Of(SiteSettings settings, string template, Field? own, DocumentName name, LocalDate date, Report report)
    {
        if (own is not null && Own(settings, own, name, date, report) is { } address) return address;
        return At(settings, Filled(template, name, date));
    }

    private static Address? Own(SiteSettings settings, Field own, DocumentName name, LocalDate date, Report report)
    {
        var text = own.Text() ?? "";
        if (text.Length == 0) return null;
        if (WebAddress.Read(text) is { } elsewhere) return new Address(elsewhere, null);
        var path = Filled(FromColons(text), name, date);
        if (Unescaped(path).Replace('\\', '/').Split('/').Any(part => part.Trim() is "." or "..") || Unescaped(path).Any(char.IsControl))
        {
            report.Error(own.Line, $"'{own.Key}' ({text}) leads out of the site; write a path such as /{name.Slug}/");
            return null;
        }

        var address = At(settings, path.StartsWith('/') ? path : "/" + path);
        if (address.PagePath is { } page && IsBelowAFile(page))
        {
            report.Error(own.Line, $"'{own.Key}' ({text}) is below what has the name of a file, or has a part without a name; write a path such as /{name.Slug}/");
            return null;
        }

        if (address.PagePath is null || !IsTooLong(address.PagePath)) return address;
        report.Error(own.Line, $"'{own.Key}' is too long for an address; write a path such as /{name.Slug}/");
        return null;
    }

    /// <summary>Whether a folder would have to stand where a file does, of an output folder: of a feed, a calendar, a style.</summary>
    public static bool IsBelowAFile(string path) =>
        path.Contains("//", StringComparison.Ordinal) || path.Split('/')[..^1].Any(part => FileNames.Contains(part) || part.EndsWith(".ics", StringComparison.Ordinal));

    private static bool IsTooLong(string path) => Encoding.UTF8.GetByteCount(path) > MaxOctets || path.Split('/').Any(part => Encoding.UTF8.GetByteCount(part) > MaxOctetsOfPart);

    /// <summary>The text without percent-encoding, however often it was encoded: a server in front of this one may decode once more.</summary>
    private static string Unescaped(string text)
    {
        for (var decoded = Uri.UnescapeDataString(text); decoded != text; decoded = Uri.UnescapeDataString(text)) text = decoded;
        return text;
    }

    private static Address At(SiteSettings settings, string filled)
    {
        if (WebAddress.Read(filled) is { } elsewhere) return new Address(elsewhere, null);
        var escaped = string.Join('/', filled.Split('/').Select(part => Uri.EscapeDataString(Uri.UnescapeDataString(part))));
        return new Address(settings.Address(escaped), Uri.UnescapeDataString(escaped));
    }

    private static string Filled(string template, DocumentName name, LocalDate date) =>
        new StringBuilder(template)
            .Replace("{slug}", name.Slug)
            .Replace("{path}", name.Path)
            .Replace("{year}", date.Year.ToString("0000", CultureInfo.InvariantCulture))
            .Replace("{month}", date.Month.ToString("00", CultureInfo.InvariantCulture))
            .Replace("{day}", date.Day.ToString("00", CultureInfo.InvariantCulture))
            .ToString();

    // Jekyll's and Hugo's way to write a template in front matter.
    private static string FromColons(string template) =>
        new StringBuilder(template)
            .Replace(":year", "{year}").Replace(":month", "{month}").Replace(":day", "{day}")
            .Replace(":title", "{slug}").Replace(":slug", "{slug}").Replace(":filename", "{slug}")
            .ToString();
}
