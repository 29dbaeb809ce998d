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
        var feeds = new SiteFeeds(current);
        var calendars = new SiteCalendars(current, previous?.Calendars);
        var representations = feeds.Render()
            .Concat(calendars.Render())
            .Concat(SitePages.Render(current, feeds, calendars))
            .Concat(SiteFiles.Render(current))
            .DistinctBy(rendering => rendering.Path)
            .AsParallel().AsOrdered()
            .Select(rendering => Representation(Dated(rendering, current), now, previous?.Representations.GetValueOrDefault(rendering.Path)))
            .ToFrozenDictionary(representation => representation.Path, StringComparer.Ordinal);
        // A change that the main addresses do not show, of an old post, counts too.
        var changed = previous is null ? Main.Max(path => representations[path].LastModified) : now;
        var until = new[] { current.Until, calendars.Main.Until }.Min();
        return new Publication(site, representations, until) { Intersections = IntersectionsOf(feeds, calendars, current, changed), Calendars = calendars, FormerPaths = FormerPathsOf(current, site), Diagnostics = calendars.Main.Diagnostics };
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

    /// <summary>A rendering that knows when its bytes last changed, as far as that is remembered.</summary>
    private static Rendering Dated(Rendering rendering, CurrentSite site)
    {
        var dated = Instant.Max(rendering.Dated, Earliest);
        if (site.History is not { } history || rendering.Reach == Reach.File) return rendering with { Dated = dated };
        var turned = rendering.Reach switch
        {
            Reach.Site => site.Turned,
            Reach.Events => site.EventsTurned,
            _ => Instant.MinValue,
        };
        return rendering with { Dated = dated, Changed = new[] { dated, turned, history.SettingsChanged }.Max() };
    }

    private static Representation Representation(Rendering rendering, Instant now, Representation? before)
    {
        // One that was never rendered still holds all that it would be rendered from, which is older than it need be.
        if (before is { IsRendered: true } && before.Inputs.SequenceEqual(rendering.Inputs)) return before.ChangedAt(rendering.Changed);
        var fresh = new Representation(rendering, now, before);
        return Main.Contains(rendering.Path) && fresh.OpaqueTag == before?.OpaqueTag ? before.ChangedAt(rendering.Changed) : fresh;
    }
}
