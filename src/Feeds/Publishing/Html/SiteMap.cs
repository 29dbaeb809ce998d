using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Publishing.Html;

/// <summary>The list of a site's pages for search engines (sitemaps.org 0.9), in parts where there are many, and <c>robots.txt</c>, which names it.</summary>
internal static class SiteMap
{
    /// <summary>Of 50,000 that the protocol allows: with the longest addresses that it allows, these stay below its 50 MB too.</summary>
    public const int MaxPages = 20_000;

    private const int MaxAddressLength = 2047;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>What stands in place of a date that the content does not say.</summary>
    private static readonly Instant Undated = Instant.FromUtc(2001, 1, 1, 0, 0);

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };

    /// <param name="pages">All that is rendered, of which the pages are listed.</param>
    public static IEnumerable<RenderPlan> Render(SiteSnapshot site, IEnumerable<RenderPlan> pages)
    {
        var settings = site.Settings;
        if (!settings.HasHome) yield break;
        ImmutableArray<Listed> listed =
        [
            .. pages.Where(page => page.MediaType == MediaType.Html && page.Path != Addresses.NotFound)
                .DistinctBy(page => page.Path)
                .Where(page => IsShort(page.Path, settings))
                .Select(page => new Listed(page.Path, page.Dated > Undated && page.Dated <= site.Now ? page.Dated : null)),
        ];
        yield return Robots(settings);
        if (listed.Length <= MaxPages)
        {
            yield return Rendered(Addresses.SiteMap, "urlset", "url", listed, settings);
            yield break;
        }

        var parts = listed.Chunk(MaxPages).Select((pages, index) => (Path: FormattableString.Invariant($"/sitemap/{index + 1}.xml"), Pages: pages.ToImmutableArray())).ToArray();
        foreach (var part in parts) yield return Rendered(part.Path, "urlset", "url", part.Pages, settings);
        yield return Rendered(Addresses.SiteMap, "sitemapindex", "sitemap", [.. parts.Select(part => new Listed(part.Path, part.Pages.Max(page => page.Changed)))], settings);
    }

    private static RenderPlan Rendered(string path, string list, string item, ImmutableArray<Listed> listed, SiteSettings settings) =>
        RenderPlan.Of(path, MediaType.Xml, listed.Max(page => page.Changed) ?? Instant.MinValue, [settings, .. listed], output => Write(list, item, listed, settings, output));

    // The longest that a letter becomes is three octets, each written as three.
    private static bool IsShort(string path, SiteSettings settings) =>
        (path.Length * 9) + settings.Url.AbsoluteUri.Length < MaxAddressLength / 2 || AddressOf(path, settings).Length <= MaxAddressLength;

    private static string AddressOf(string path, SiteSettings settings) => AsciiAddress.Of(settings.AddressOf(path));

    private static void Write(string list, string item, ImmutableArray<Listed> listed, SiteSettings settings, Stream output)
    {
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement(list, Namespace);
        foreach (var page in listed)
        {
            xml.WriteStartElement(item, Namespace);
            xml.WriteElementString("loc", Namespace, AddressOf(page.Path, settings));
            if (page.Changed is { } changed) xml.WriteElementString("lastmod", Namespace, InstantPattern.General.Format(changed));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteWhitespace("\n");
    }

    // Google's calendar keeps to it: whoever reads feeds and calendars may have all.
    private static RenderPlan Robots(SiteSettings settings)
    {
        var text = $"User-agent: *\nDisallow:\n\nSitemap: {AsciiAddress.Of(settings.Address(Addresses.SiteMap))}\n";
        return new RenderPlan(Addresses.Robots, MediaType.Text, Instant.MinValue, [text], () => Encoding.UTF8.GetBytes(text)) { Reach = ChangeScope.Document };
    }

    /// <summary>A line of the list.</summary>
    /// <param name="Changed">When it last changed, as far as the content says so.</param>
    private sealed record Listed(string Path, Instant? Changed);
}
