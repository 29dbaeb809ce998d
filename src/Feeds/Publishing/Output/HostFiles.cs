using System.Text;
using Feeds.Model;
using Feeds.Pages;
using NodaTime;

namespace Feeds.Publishing.Output;

/// <summary>Writes the configuration of a static host: headers and redirects, as far as the host supports them.</summary>
/// <param name="Files">Added to those of the publication.</param>
/// <param name="Limits">What the host cannot do for this publication, as half sentences.</param>
internal sealed record HostFiles(IReadOnlyList<OutputFile> Files, IReadOnlyList<string> Limits)
{
    // https://developers.cloudflare.com/pages/configuration/redirects/
    private const int MaxRedirectsOfCloudflare = 2000;

    // Never two patterns for one path: Cloudflare would join the values of both with a comma.
    private static readonly (string Pattern, MediaType Type)[] Types =
    [
        ("/*atom.xml", MediaType.Atom),
        ("/*rss.xml", MediaType.Rss),
        ("/*feed.json", MediaType.JsonFeed),
        ("/*calendar.json", MediaType.JsonCalendar),
        ("/*.ics", MediaType.Calendar),
        ("/*.opml", MediaType.Opml),
    ];

    public static HostFiles Of(HostingService host, Publication publication)
    {
        var removed = publication.FormerPaths.Count(path => path.Value is null);
        string[] gone = removed == 0 ? [] : [FormattableString.Invariant($"removed addresses answer 404 instead of 410 ({removed:N0})")];
        Redirect[] redirects = [.. RedirectsOf(publication).OrderBy(redirect => redirect.Path, StringComparer.Ordinal)];
        return host == HostingService.GitHub ? OfGitHub(redirects, gone, publication.Site.Settings) : OfRules(host, redirects, gone);
    }

    /// <summary>GitHub Pages sends no headers and redirects of ours, so that pages lead on by themselves.</summary>
    private static HostFiles OfGitHub(Redirect[] redirects, string[] gone, SiteSettings settings)
    {
        var pages = redirects.ToLookup(redirect =>
            redirect.Path.EndsWith('/') || redirect.Path.EndsWith(".html", StringComparison.Ordinal));
        var others = pages[false].Count();
        string[] limits = others == 0
            ? gone
            : [.. gone, FormattableString.Invariant($"former addresses of feeds and files do not redirect ({others:N0})")];
        return new HostFiles([Text(".nojekyll", ""), .. pages[true].Select(redirect => Moved(redirect, settings))], limits);
    }

    private static HostFiles OfRules(HostingService host, Redirect[] redirects, string[] gone)
    {
        var max = host == HostingService.Cloudflare ? MaxRedirectsOfCloudflare : int.MaxValue;
        var lines = redirects.Take(max).Select(redirect => $"{redirect.From} {redirect.Target} 301\n");
        var tooMany = redirects.Length - max;
        string[] limits = tooMany <= 0
            ? gone
            : [.. gone, FormattableString.Invariant($"it takes {max:N0} redirects at most, so some are left out ({tooMany:N0})")];
        return new HostFiles([Text("_headers", Headers()), Text("_redirects", string.Concat(lines))], limits);
    }

    private static string Headers()
    {
        var types = Types.Select(type => $"{type.Pattern}\n  Content-Type: {type.Type.Name}\n");
        return "/*\n"
            + "  Cache-Control: public, max-age=300, stale-while-revalidate=60, stale-if-error=86400\n"
            + "  X-Content-Type-Options: nosniff\n"
            + "  Access-Control-Allow-Origin: *\n"
            + string.Concat(types);
    }

    private static IEnumerable<Redirect> RedirectsOf(Publication publication)
    {
        var settings = publication.Site.Settings;
        var written = settings.Redirects.Select(redirect => (Path: redirect.Key, Target: settings.Address(redirect.Value)));
        var moved =
            from path in publication.FormerPaths
            let now = path.Value
            where now is not null && (!now.StartsWith('/') || publication.Representations.ContainsKey(now))
            select (Path: path.Key, Target: now.StartsWith('/') ? settings.AddressOf(now) : new Uri(now));
        return written.Concat(moved)
            .Where(redirect => !publication.Representations.ContainsKey(redirect.Path))
            .DistinctBy(redirect => redirect.Path, StringComparer.Ordinal)
            .Select(redirect => new Redirect(
                redirect.Path,
                settings.HrefOf(redirect.Path),
                settings.Href(redirect.Target),
                redirect.Target.AbsoluteUri));
    }

    private static OutputFile Moved(Redirect redirect, SiteSettings settings) => new(
        redirect.Path.TrimStart('/') + (redirect.Path.EndsWith('/') ? "index.html" : ""),
        () => Page.Render<MovedPage>(new()
        {
            [nameof(MovedPage.Settings)] = settings,
            [nameof(MovedPage.Target)] = redirect.Address,
        }),
        () => NodaConstants.UnixEpoch);

    private static OutputFile Text(string path, string text) =>
        new(path, () => Encoding.UTF8.GetBytes(text), () => NodaConstants.UnixEpoch);

    /// <param name="Path">Not percent-encoded.</param>
    /// <param name="From">The path as it is requested.</param>
    /// <param name="Target">Without the host where it is on this site.</param>
    /// <param name="Address">The absolute address of the target.</param>
    private sealed record Redirect(string Path, string From, string Target, string Address);
}
