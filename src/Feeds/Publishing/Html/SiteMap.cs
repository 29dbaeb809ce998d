using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Languages;
using Feeds.Model.Names;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Publishing.Html;

/// <summary>Renders the site map (sitemaps.org 0.9) and <c>robots.txt</c>.</summary>
internal static class SiteMap
{
    // The protocol allows 50,000 and 50 MB, which the longest addresses would exceed.
    public const int MaxPages = 20_000;

    private const int MaxAddressLength = 2047;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The lists that there are in every language.</summary>
    private static readonly ImmutableArray<string> Lists =
        [Addresses.Home, Addresses.Subscribe, Addresses.Feeds, Addresses.Events, Addresses.Archive];

    private static readonly XmlWriterSettings Settings =
        new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };

    public static IEnumerable<RenderPlan> Render(SiteSnapshot site, IEnumerable<RenderPlan> pages)
    {
        var settings = site.Settings;
        if (!settings.HasHome) yield break;
        ImmutableArray<Entry> listed =
        [
            .. pages.Where(page => page.MediaType == MediaType.Html && page.Path != Addresses.NotFound)
                // Search engines take an empty list for an error.
                .Where(page => page.Path != Addresses.Events || !site.AllDates.IsEmpty)
                .DistinctBy(page => page.Path)
                .Where(page => IsShort(page.Path, settings))
                .Select(page => new Entry(page.Path, page.Dated > RenderPlan.Undated && page.Dated <= site.Now ? page.Dated : null)
                {
                    Translations = TranslationsOf(page, settings),
                }),
        ];
        yield return Robots(settings);
        if (listed.Length <= MaxPages)
        {
            yield return Rendered(Addresses.SiteMap, "urlset", "url", listed, settings);
            yield break;
        }

        var parts = listed.Chunk(MaxPages)
            .Select((pages, index) => (Path: FormattableString.Invariant($"/sitemap/{index + 1}.xml"), Pages: pages.ToImmutableArray()))
            .ToArray();
        foreach (var part in parts) yield return Rendered(part.Path, "urlset", "url", part.Pages, settings);
        var entries = parts.Select(part => new Entry(part.Path, part.Pages.Max(page => page.Changed)));
        yield return Rendered(Addresses.SiteMap, "sitemapindex", "sitemap", [.. entries], settings);
    }

    // Other lists may be in one language only.
    private static ImmutableArray<Translation> TranslationsOf(RenderPlan page, SiteSettings settings)
    {
        if (!page.Translations.IsEmpty || settings.Languages.Length < 2) return page.Translations;
        var list = Lists.FirstOrDefault(list => settings.Languages.Any(language => settings.FolderOf(language) + list == page.Path));
        return list is null ? [] : settings.TranslationsOf(list);
    }

    private static RenderPlan Rendered(string path, string list, string item, ImmutableArray<Entry> listed, SiteSettings settings) =>
        RenderPlan.Of(path, MediaType.Xml, listed.Max(page => page.Changed) ?? Instant.MinValue, [settings, .. listed], output =>
            Write(list, item, listed, settings, output));

    // A UTF-16 character is at most three octets, each of them percent-encoded as three.
    private static bool IsShort(string path, SiteSettings settings) =>
        (path.Length * 9) + settings.Url.AbsoluteUri.Length < MaxAddressLength / 2 || AddressOf(path, settings).Length <= MaxAddressLength;

    private static string AddressOf(string path, SiteSettings settings) => AsciiAddress.Of(settings.AddressOf(path));

    private static void Write(string list, string item, ImmutableArray<Entry> listed, SiteSettings settings, Stream output)
    {
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement(list, Namespace);
        foreach (var page in listed)
        {
            xml.WriteStartElement(item, Namespace);
            xml.WriteElementString("loc", Namespace, AddressOf(page.Path, settings));
            if (page.Changed is { } changed) xml.WriteElementString("lastmod", Namespace, InstantPattern.General.Format(changed));
            foreach (var translation in page.Translations)
            {
                xml.WriteStartElement("xhtml", "link", "http://www.w3.org/1999/xhtml");
                xml.WriteAttributeString("rel", "alternate");
                xml.WriteAttributeString("hreflang", translation.Language);
                xml.WriteAttributeString("href", AsciiAddress.Of(translation.Link));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }

    // Google Calendar obeys it, so feeds and calendars must not be disallowed.
    private static RenderPlan Robots(SiteSettings settings)
    {
        var text = $"User-agent: *\nDisallow:\n\nSitemap: {AsciiAddress.Of(settings.Address(Addresses.SiteMap))}\n";
        return RenderPlan.OfSettings(Addresses.Robots, MediaType.Text, text, () => Encoding.UTF8.GetBytes(text));
    }

    /// <summary>An entry of a site map.</summary>
    /// <param name="Changed">Null when the content has no date.</param>
    private sealed record Entry(string Path, Instant? Changed)
    {
        public ImmutableArray<Translation> Translations { get; init; } = [];
    }
}
