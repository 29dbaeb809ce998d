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
    /// <summary>The address at which the document is published where that is another than the one that it asks for.</summary>
    /// <param name="placed">Null where it is the same.</param>
    public Address Placed(Placement? placed, SiteSettings settings) => placed?.Page is { } page && PagePath is not null ? new Address(settings.AddressOf(page), page) : this;

    /// <summary>The path of a calendar file beside the page; where that is elsewhere, by the slug.</summary>
    public string CalendarPath(DocumentName name)
    {
        if (PagePath?.TrimEnd('/') is not { Length: > 0 } page) return $"/events/{name.Slug}.ics";
        if (page.EndsWith("/index.html", StringComparison.Ordinal)) page = page[..^"/index.html".Length];
        return (page.EndsWith(".html", StringComparison.Ordinal) ? page[..^".html".Length] : page) + ".ics";
    }

    /// <summary>The address that a document's own front matter gives it, else that of the template.</summary>
    /// <param name="template">Such as <c>/posts/{slug}/</c>; it may be absolute.</param>
    /// <param name="own">The field in which the document names its address.</param>
    public static Address Of(SiteSettings settings, string template, Field? own, DocumentName name, LocalDate date, Report report)
    {
        if (own is not null && Own(settings, own, name, date, report) is { } address) return address;
        var usual = At(settings, Filled(template, name, date));
        if (usual.PagePath is not { } page || !ServerPath.IsBelowAFile(page)) return usual;
        // A folder cannot have the name of a feed or calendar.
        var plain = At(settings, Filled(template, name with { Slug = name.Slug.Replace('.', '-') }, date));
        if (plain.PagePath != page) report.Warning(0, $"its address ({page}) would be below what has the name of a file, so it is {plain.PagePath}; write another 'slug:'");
        return plain;
    }

    private static Address? Own(SiteSettings settings, Field own, DocumentName name, LocalDate date, Report report)
    {
        var text = own.Text() ?? "";
        if (text.Length == 0) return null;
        if (WebAddress.Read(text) is { } elsewhere) return new Address(elsewhere, null);
        var path = Filled(FromColons(text), name, date);
        if (ServerPath.LeadsOut(path))
        {
            report.Error(own.Line, $"'{own.Key}' ({text}) leads out of the site; write a path such as /{name.Slug}/");
            return null;
        }

        var address = At(settings, path.StartsWith('/') ? path : "/" + path);
        if (address.PagePath is { } page && ServerPath.IsBelowAFile(page))
        {
            report.Error(own.Line, $"'{own.Key}' ({text}) is below what has the name of a file, or has a part without a name; write a path such as /{name.Slug}/");
            return null;
        }

        if (address.PagePath is null || !ServerPath.IsTooLong(address.PagePath)) return address;
        report.Error(own.Line, $"'{own.Key}' is too long for an address; write a path such as /{name.Slug}/");
        return null;
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
