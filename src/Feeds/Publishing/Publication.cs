using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>Everything that is published at one moment, by path.</summary>
/// <param name="Until">When it stops being right by itself: the next scheduled post, the announcement or end of an event, or a new year; null when it lasts until the content changes.</param>
internal sealed record Publication(Site Site, FrozenDictionary<string, Representation> Representations, Instant? Until)
{
    /// <summary>Feeds and calendars of several terms at once, made when asked for; null where none are.</summary>
    public Intersections? Intersections { get; init; }

    /// <summary>The paths under which something was published before, each with the path or address where that is now; null when it is nowhere.</summary>
    public FrozenDictionary<string, string?> FormerPaths { get; init; } = FrozenDictionary<string, string?>.Empty;

    /// <summary>The feeds of the site; null where there are none.</summary>
    public SiteFeeds? Feeds { get; init; }

    /// <summary>The calendars of the site; null where there are none.</summary>
    public SiteCalendars? Calendars { get; init; }

    /// <summary>What the owner of the site is told of what is published.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Later than the date with which Thunderbird asks for a feed it has never seen: Sat, 01 Jan 2000.</summary>
    private static readonly Instant Earliest = Instant.FromUtc(2001, 1, 1, 0, 0);

    /// <summary>What is rendered ahead: when it cannot be, nothing is published.</summary>
    private static readonly ImmutableArray<string> Main = [Addresses.Home, Addresses.Atom, Addresses.Rss, Addresses.JsonFeed, Addresses.Calendar];

    /// <summary>Renders a site as it is at a moment.</summary>
    /// <param name="previous">What was published before: what depends on the same is taken over, and so are the validators of bytes that stay.</param>
    public static Publication Render(Site site, Instant now, Publication? previous)
    {
        var current = new CurrentSite(site, now);
        var feeds = new SiteFeeds(current, previous?.Feeds);
        var calendars = new SiteCalendars(current, previous?.Calendars);
        Rendering[] pages = [.. SitePages.Render(current, feeds, calendars)];
        var representations = feeds.Render()
            .Concat(calendars.Render())
            .Concat(SiteMap.Render(current, pages))
            .Concat(SiteIcon.Render(current))
            .Concat(pages)
            .Concat(SiteFiles.Render(current))
            .DistinctBy(rendering => rendering.Path)
            .Select(rendering => Representation(Dated(rendering, current), now, previous?.Representations.GetValueOrDefault(rendering.Path)))
            .ToDictionary(representation => representation.Path, StringComparer.Ordinal);
        Representation[] main = [.. Main.AsParallel().Select(path => Rendered(representations[path], previous?.Representations.GetValueOrDefault(path)))];
        foreach (var representation in main) representations[representation.Path] = representation;
        // A change that the main addresses do not show, of an old post, counts too.
        var changed = previous is null ? Main.Max(path => representations[path].LastModified) : now;
        var until = new[] { current.Until, calendars.Main.Until }.Min();
        return new Publication(site, representations.ToFrozenDictionary(StringComparer.Ordinal), until) { Intersections = IntersectionsOf(feeds, calendars, current, changed), Feeds = feeds, Calendars = calendars, FormerPaths = FormerPathsOf(current, site), Diagnostics = calendars.Main.Diagnostics };
    }

    /// <summary>What is published at a path; null when nothing is.</summary>
    public Representation? Find(string path) => Representations.GetValueOrDefault(path) ?? Intersections?.Find(path);

    private static FrozenDictionary<string, string?> FormerPathsOf(CurrentSite current, Site site)
    {
        var known = site.History?.FormerPaths ?? FrozenDictionary<string, string?>.Empty;
        string[] expired = [.. site.Posts.Where(post => post.Expires <= current.Now).Select(post => post.PagePath).OfType<string>()];
        return expired.Length == 0 ? known : known.Where(path => !expired.Contains(path.Key, StringComparer.Ordinal)).Concat(expired.Select(path => KeyValuePair.Create<string, string?>(path, null))).ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Apart from the method above, so that they do not keep what was published before.
    private static Intersections IntersectionsOf(SiteFeeds feeds, SiteCalendars calendars, CurrentSite site, Instant changed) =>
        new(feeds, calendars, rendering => Dated(site.History is null ? rendering with { Dated = changed } : rendering, site), changed);

    /// <summary>A rendering that knows when its bytes last changed, as far as that is remembered, and what keeps them.</summary>
    private static Rendering Dated(Rendering rendering, CurrentSite site)
    {
        var dated = rendering with { Dated = Instant.Max(rendering.Dated, Earliest), Budget = Main.Contains(rendering.Path) ? Budget.Endless : site.Budget };
        if (site.History is not { } history || rendering.Reach == Reach.File) return dated;
        var turned = rendering.Reach switch
        {
            Reach.Site => site.Turned,
            Reach.Events => site.EventsTurned,
            _ => Instant.MinValue,
        };
        return dated with { Changed = new[] { dated.Dated, turned, history.SettingsChanged }.Max() };
    }

    private static Representation Representation(Rendering rendering, Instant now, Representation? before) =>
        before is not null && before.Inputs.AsSpan().SequenceEqual(rendering.Inputs.AsSpan()) ? before.ChangedAt(rendering.Changed) : new Representation(rendering, now, before);

    /// <summary>One that is rendered ahead; where its bytes have not changed, that before.</summary>
    private static Representation Rendered(Representation fresh, Representation? before) => fresh.OpaqueTag == before?.OpaqueTag ? before.ChangedAt(fresh.Changed) : fresh;
}
