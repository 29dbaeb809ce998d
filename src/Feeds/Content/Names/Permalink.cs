using System.Globalization;
using System.Text;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content.Names;

/// <summary>The address of a document.</summary>
/// <param name="PagePath">The path of its page on this server, not percent-encoded; null when the page is elsewhere.</param>
internal sealed record Permalink(Uri Link, string? PagePath)
{
    /// <summary>The address when the lock places the document at another path than it asked for.</summary>
    public Permalink At(Placement? placement, SiteSettings settings) => PagePath is null || placement?.Page is not { } page
        ? this
        : new Permalink(Link == settings.AddressOf(PagePath) ? settings.AddressOf(page) : Link, page);

    /// <summary>The path of a calendar file beside the page, or named by the slug when the page is elsewhere.</summary>
    public string CalendarPath(DocumentName name)
    {
        if (PagePath?.TrimEnd('/') is not { Length: > 0 } page)
            return name.Folder.Length == 0 ? $"/events/{name.Slug}.ics" : $"/{name.Folder}/events/{name.Slug}.ics";

        if (page.EndsWith("/index.html", StringComparison.Ordinal)) page = page[..^"/index.html".Length];
        return (page.EndsWith(".html", StringComparison.Ordinal) ? page[..^".html".Length] : page) + ".ics";
    }

    /// <param name="template">Such as <c>/posts/{slug}/</c>; it may be absolute.</param>
    /// <param name="pageTemplate">The path of a page on this server when the template is absolute.</param>
    /// <param name="field">The field with the address of the document, or false when it has no page.</param>
    public static Permalink Of(
        SiteSettings settings, string template, string pageTemplate, Field? field, DocumentName name, LocalDate date, DiagnosticBag report)
    {
        var own = field is null ? null : FromField(settings, template, field, name, date, report);
        var address = own ?? FromTemplate(settings, template, name, date, report);
        if (settings.Pages == PageMode.None || (field is not null && IsNo(field))) return address with { PagePath = null };
        if (settings.Pages != PageMode.All || address.PagePath is not null) return address;
        return address with { PagePath = FromTemplate(settings, pageTemplate, name, date, report).PagePath };
    }

    private static Permalink FromTemplate(SiteSettings settings, string template, DocumentName name, LocalDate date, DiagnosticBag report)
    {
        template = Localized(settings, template, name);
        var address = Absolute(settings, Fill(template, name, date), pageHost: null);
        if (address.PagePath is not { } page || !ServerPath.IsBelowAFile(page)) return address;
        // A folder cannot have the name of a feed or calendar.
        var renamed = name with { Slug = name.Slug.Replace('.', '-') };
        var plain = Absolute(settings, Fill(template, renamed, date), pageHost: null);
        if (plain.PagePath != page)
            report.Warning(0, $"its address ({page}) would be below a file name, so it is {plain.PagePath}; write another 'slug:'");
        return plain;
    }

    /// <summary>The template for a translation, which generators put into a folder of its language; a path from the file has it.</summary>
    private static string Localized(SiteSettings settings, string template, DocumentName name)
    {
        if (name.Folder.Length == 0 || template.Contains("{path}", StringComparison.Ordinal)) return template;
        if (SiteSettings.PermalinkHost(template) is not { } host) return $"/{name.Folder}/{template.TrimStart('/')}";
        // On the host of the site itself, the site may be below a path.
        var site = settings.Url.AbsoluteUri;
        var start = template.StartsWith(site, StringComparison.OrdinalIgnoreCase) ? site.Length : host.AbsoluteUri.Length;
        return $"{template[..start]}{name.Folder}/{template[start..]}";
    }

    // 'page.html' has one, 'release-1.54.0-beta' has not.
    private static bool HasFileExtension(string path) =>
        Path.GetExtension(path) is { Length: > 1 } extension && extension.Skip(1).All(char.IsAsciiLetter);

    // Eleventy writes false for a document without a page; 0 and 1 may be names.
    private static bool IsNo(Field field) => field.IsFalse() && field.Text() is not "0";

    private static Permalink? FromField(
        SiteSettings settings, string template, Field field, DocumentName name, LocalDate date, DiagnosticBag report)
    {
        var text = field.Text() ?? "";
        if (text.Length == 0 || IsNo(field) || (field.IsTrue() && text is not "1")) return null;
        if (PermalinkExpression.IsIn(text))
        {
            if (PermalinkExpression.Filled(text, settings, name) is not { } filled)
            {
                const string Cure = "so its address is made from the name of the file; write a path without '{{'";
                report.Warning(field, $"means something only to your site generator, {Cure}");
                return null;
            }

            text = filled;
        }

        if (WebAddress.Read(text) is { } elsewhere) return new Permalink(elsewhere, null);
        // Zola writes no slash after a path, and publishes each in a folder.
        if (FrontMatterFields.Normalized(field.Key) == "path" && !text.EndsWith('/') && !HasFileExtension(text)) text += "/";
        var path = Fill(FromColons(text), name, date);
        if (ServerPath.LeadsOut(path))
        {
            report.Error(field, $"leads out of the site; write a path such as /{name.Slug}/");
            return null;
        }

        var address = Absolute(settings, path.StartsWith('/') ? path : "/" + path, SiteSettings.PermalinkHost(template));
        if (address.PagePath is { } page && ServerPath.IsBelowAFile(page))
        {
            report.Error(field, $"is below a file name, or has an empty part; write a path such as /{name.Slug}/");
            return null;
        }

        if (address.PagePath is null || !ServerPath.IsTooLong(address.PagePath)) return address;
        report.Error(field.Line, $"'{field.Key}' is too long for an address; write a path such as /{name.Slug}/");
        return null;
    }

    /// <param name="pageHost">The host of the pages; null when that is this server.</param>
    private static Permalink Absolute(SiteSettings settings, string filled, Uri? pageHost)
    {
        if (WebAddress.Read(filled) is { } absolute) return new Permalink(absolute, null);
        var escaped = string.Join('/', filled.Split('/').Select(part => Uri.EscapeDataString(Uri.UnescapeDataString(part))));
        if (pageHost is null) return new Permalink(settings.Address(escaped), Uri.UnescapeDataString(escaped));
        // On the host of the site itself, the site may be below a path.
        var isOnHost = pageHost.Authority == settings.Url.Authority;
        return new Permalink(isOnHost ? settings.Address(escaped) : new Uri(pageHost, escaped.TrimStart('/')), null);
    }

    private static string Fill(string template, DocumentName name, LocalDate date) =>
        new StringBuilder(template)
            .Replace("{slug}", name.Slug)
            .Replace("{path}", name.Path)
            .Replace("{year}", date.Year.ToString("0000", CultureInfo.InvariantCulture))
            .Replace("{month}", date.Month.ToString("00", CultureInfo.InvariantCulture))
            .Replace("{day}", date.Day.ToString("00", CultureInfo.InvariantCulture))
            .ToString();

    // Jekyll's and Hugo's placeholders in front matter.
    private static string FromColons(string template) =>
        new StringBuilder(template)
            .Replace(":year", "{year}").Replace(":month", "{month}").Replace(":day", "{day}")
            .Replace(":title", "{slug}").Replace(":slug", "{slug}").Replace(":filename", "{slug}")
            .ToString();
}
