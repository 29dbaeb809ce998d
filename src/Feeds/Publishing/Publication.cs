using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Publishing.Calendars;
using Feeds.Publishing.Html;
using Feeds.Publishing.Syndication;
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

    /// <summary>The calendars of the site; null where there are none.</summary>
    public SiteCalendars? Calendars { get; init; }

    /// <summary>What the owner of the site is told of what is published.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Later than the date with which Thunderbird asks for a feed it has never seen: Sat, 01 Jan 2000.</summary>
    private static readonly Instant Earliest = Instant.FromUtc(2001, 1, 1, 0, 0);

    /// <summary>What is rendered ahead: when it cannot be, what was published stays.</summary>
    private static readonly ImmutableArray<string> Main = [Addresses.Home, Addresses.Atom, Addresses.Rss, Addresses.JsonFeed, Addresses.Calendar];

    /// <summary>Renders a site as it is at a moment.</summary>
    /// <param name="previous">What was published before: what depends on the same is taken over, and so are the validators of bytes that stay.</param>
    public static Publication Render(Site site, Instant now, Publication? previous)
    {
        var current = new SiteSnapshot(site, now);
        var feeds = new SiteFeeds(current);
        var calendars = new SiteCalendars(current, previous?.Calendars);
        RenderPlan[] pages = [.. SitePages.Render(current, feeds, calendars)];
        var renderings = feeds.Render()
            .Concat(calendars.Render())
            .Concat(SiteMap.Render(current, pages))
            .Concat(SiteIcon.Render(current))
            .Concat(pages)
            .Concat(SiteFiles.Render(current));
        var representations = new Dictionary<string, Representation>(previous?.Representations.Count ?? 0, StringComparer.Ordinal);
        foreach (var rendering in renderings)
        {
            // Where two have one address, that which comes first has it.
            if (!representations.ContainsKey(rendering.Path)) representations.Add(rendering.Path, Representation(rendering, current, now, previous?.Representations.GetValueOrDefault(rendering.Path)));
        }

        if (previous is not null)
        {
            Representation[] main = [.. Main.Where(representations.ContainsKey).AsParallel().Select(path => Rendered(representations[path], previous.Representations.GetValueOrDefault(path)))];
            foreach (var representation in main) representations[representation.Path] = representation;
        }

        // A change that the main addresses do not show, of an old post, counts too.
        var changed = previous is null ? Main.Where(representations.ContainsKey).Max(path => representations[path].Dated) : now;
        var until = new[] { current.Until, calendars.Main.Until }.Min();
        return new Publication(site, representations.ToFrozenDictionary(StringComparer.Ordinal), until) { Intersections = IntersectionsOf(feeds, calendars, current, changed), Calendars = calendars, FormerPaths = FormerPathsOf(current, site), Diagnostics = calendars.Main.Diagnostics };
    }

    /// <summary>Renders what most will ask for.</summary>
    public void RenderMain()
    {
        foreach (var path in Main.Where(Representations.ContainsKey)) _ = Representations[path].Tags;
    }

    /// <summary>What is published at a path; null when nothing is.</summary>
    public Representation? Find(string path) => Representations.GetValueOrDefault(path) ?? Intersections?.Find(path);

    private static FrozenDictionary<string, string?> FormerPathsOf(SiteSnapshot current, Site site)
    {
        var known = site.History?.FormerPaths ?? FrozenDictionary<string, string?>.Empty;
        string[] expired =
        [
            .. site.Posts.Where(post => post.Expires <= current.Now).Select(post => post.PagePath)
                .Concat(site.Events.Where(@event => @event.Expires <= current.Now)
                    .SelectMany(@event => new[] { @event.PagePath, @event.CalendarPath })).OfType<string>(),
        ];
        return expired.Length == 0 ? known : known.Where(path => !expired.Contains(path.Key, StringComparer.Ordinal)).Concat(expired.Select(path => KeyValuePair.Create<string, string?>(path, null))).ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Apart from the method above, so that they do not keep what was published before.
    private static Intersections IntersectionsOf(SiteFeeds feeds, SiteCalendars calendars, SiteSnapshot site, Instant changed) =>
        new(feeds, calendars, rendering => Dated(site.History is null ? rendering with { Dated = changed } : rendering, site), changed);

    /// <summary>A rendering that knows when its bytes last changed, as far as that is remembered, and what keeps them.</summary>
    private static RenderPlan Dated(RenderPlan rendering, SiteSnapshot site) => rendering with
    {
        Dated = DateOf(rendering),
        Budget = Main.Contains(rendering.Path) ? CacheBudget.Endless : site.Budget,
        Changed = ChangedOf(rendering, site),
    };

    private static Instant DateOf(RenderPlan rendering) => Instant.Max(rendering.Dated, Earliest);

    private static Instant? ChangedOf(RenderPlan rendering, SiteSnapshot site)
    {
        if (site.History is not { } history || rendering.Reach == ChangeScope.File) return null;
        var turned = rendering.Reach switch
        {
            ChangeScope.Site => site.LastTimedChange,
            ChangeScope.Events => site.EventsTurned,
            _ => Instant.MinValue,
        };
        return Instant.Max(DateOf(rendering), Instant.Max(turned, history.SettingsChanged));
    }

    private static Representation Representation(RenderPlan rendering, SiteSnapshot site, Instant now, Representation? before) =>
        before is not null && before.CacheKey.AsSpan().SequenceEqual(rendering.CacheKey.AsSpan()) ? before.ChangedAt(ChangedOf(rendering, site)) : new Representation(Dated(rendering, site), now, before);

    /// <summary>One that is rendered ahead; where its bytes have not changed, that before.</summary>
    private static Representation Rendered(Representation fresh, Representation? before) => fresh.OpaqueTag == before?.OpaqueTag ? before.ChangedAt(fresh.Changed) : fresh;
}
