using System.Globalization;
using System.Text;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content;

/// <summary>Where a document is read.</summary>
/// <param name="Link">Its public address.</param>
/// <param name="PagePath">The path of its page on this server, not percent-encoded; null when the page is elsewhere.</param>
internal sealed record Permalink(Uri Link, string? PagePath)
{
    /// <summary>The address at which the document is published where that is another than the one that it asks for.</summary>
    /// <param name="placed">Null where it is the same.</param>
    public Permalink Placed(Placement? placed, SiteSettings settings)
    {
        if (PagePath is null || placed?.Page is not { } page) return this;
        return new Permalink(Link == settings.AddressOf(PagePath) ? settings.AddressOf(page) : Link, page);
    }

    /// <summary>The path of a calendar file beside the page; where that is elsewhere, by the slug.</summary>
    public string CalendarPath(DocumentName name)
    {
        if (PagePath?.TrimEnd('/') is not { Length: > 0 } page) return $"/events/{name.Slug}.ics";
        if (page.EndsWith("/index.html", StringComparison.Ordinal)) page = page[..^"/index.html".Length];
        return (page.EndsWith(".html", StringComparison.Ordinal) ? page[..^".html".Length] : page) + ".ics";
    }

    /// <summary>The address that a document's own front matter gives it, else that of the template.</summary>
    /// <param name="template">Such as <c>/posts/{slug}/</c>; it may be absolute.</param>
    /// <param name="pageTemplate">Likewise, for a page on this server of what is read elsewhere.</param>
    /// <param name="own">The field in which the document names its address, or says that it has no page.</param>
    public static Permalink Of(
        SiteSettings settings, string template, string pageTemplate, Field? own, DocumentName name, LocalDate date, DiagnosticBag report)
    {
        var written = own is null ? null : Own(settings, template, own, name, date, report);
        var address = written ?? Usual(settings, template, name, date, report);
        if (settings.Pages == PageMode.None || (own is not null && SaysNo(own))) return address with { PagePath = null };
        if (settings.Pages != PageMode.All || address.PagePath is not null) return address;
        return address with { PagePath = Usual(settings, pageTemplate, name, date, report).PagePath };
    }

    private static Permalink Usual(SiteSettings settings, string template, DocumentName name, LocalDate date, DiagnosticBag report)
    {
        var usual = At(settings, Filled(template, name, date), elsewhere: null);
        if (usual.PagePath is not { } page || !ServerPath.IsBelowAFile(page)) return usual;
        // A folder cannot have the name of a feed or calendar.
        var plain = At(settings, Filled(template, name with { Slug = name.Slug.Replace('.', '-') }, date), elsewhere: null);
        if (plain.PagePath != page) report.Warning(0, $"its address ({page}) would be below what has the name of a file, so it is {plain.PagePath}; write another 'slug:'");
        return plain;
    }

    // Eleventy's way to say that nothing is written for a document; 0 and 1 may be names.
    private static bool SaysNo(Field own) => own.IsFalse() && own.Text() is not "0";

    private static bool SaysYes(Field own) => own.IsTrue() && own.Text() is not "1";

    private static Permalink? Own(SiteSettings settings, string template, Field own, DocumentName name, LocalDate date, DiagnosticBag report)
    {
        var text = own.Text() ?? "";
        if (text.Length == 0 || SaysNo(own) || SaysYes(own)) return null;
        if (WebAddress.Read(text) is { } elsewhere) return new Permalink(elsewhere, null);
        var path = Filled(FromColons(text), name, date);
        if (ServerPath.LeadsOut(path))
        {
            report.Error(own.Line, $"'{own.Key}' ({text}) leads out of the site; write a path such as /{name.Slug}/");
            return null;
        }

        var address = At(settings, path.StartsWith('/') ? path : "/" + path, SiteSettings.PermalinkHost(template));
        if (address.PagePath is { } page && ServerPath.IsBelowAFile(page))
        {
            report.Error(own.Line, $"'{own.Key}' ({text}) is below what has the name of a file, or has a part without a name; write a path such as /{name.Slug}/");
            return null;
        }

        if (address.PagePath is null || !ServerPath.IsTooLong(address.PagePath)) return address;
        report.Error(own.Line, $"'{own.Key}' is too long for an address; write a path such as /{name.Slug}/");
        return null;
    }

    /// <param name="elsewhere">The host of the pages where that is not this server; null where it is.</param>
    private static Permalink At(SiteSettings settings, string filled, Uri? elsewhere)
    {
        if (WebAddress.Read(filled) is { } absolute) return new Permalink(absolute, null);
        var escaped = string.Join('/', filled.Split('/').Select(part => Uri.EscapeDataString(Uri.UnescapeDataString(part))));
        if (elsewhere is null) return new Permalink(settings.Address(escaped), Uri.UnescapeDataString(escaped));
        // On the host of the site itself, the site may be below a path.
        var isOnHost = elsewhere.Authority == settings.Url.Authority;
        return new Permalink(isOnHost ? settings.Address(escaped) : new Uri(elsewhere, escaped.TrimStart('/')), null);
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
