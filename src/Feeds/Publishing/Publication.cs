using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Languages;
using Feeds.Model.Names;
using Feeds.Publishing.Calendars;
using Feeds.Publishing.Html;
using Feeds.Publishing.Syndication;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>Everything that is published at one moment, by path.</summary>
/// <param name="Until">When it expires: the next scheduled post, the announcement or end of an event, a new year; null for never.</param>
internal sealed record Publication(Site Site, FrozenDictionary<string, Representation> Representations, Instant? Until)
{
    /// <summary>The feeds and calendars of several terms in each language, the main one last.</summary>
    public ImmutableArray<Intersections> Intersections { get; init; } = [];

    /// <summary>Earlier paths of documents, each with the current path or address; null when the document was removed.</summary>
    public FrozenDictionary<string, string?> FormerPaths { get; init; } = FrozenDictionary<string, string?>.Empty;

    /// <summary>What is published in each language, the main one first.</summary>
    public ImmutableArray<LanguagePart> Parts { get; init; } = [];

    /// <summary>The settings of each language, in the same order.</summary>
    public ImmutableArray<SiteSettings> Languages { get; init; } = [];

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    // Rendered before the publication is swapped in: if that fails, the previous one stays.
    private static readonly ImmutableArray<string> Main =
        [Addresses.Atom, Addresses.Rss, Addresses.JsonFeed, Addresses.Calendar, Addresses.Home];

    /// <param name="previous">Representations with the same cache key, and validators of the same bytes, are reused from it.</param>
    public static Publication Render(Site site, Instant now, Publication? previous)
    {
        var languages = LanguageSites.Of(site, now, previous?.Languages ?? []);
        ImmutableArray<LanguagePart> parts = [.. languages.Select(one => LanguagePart.Of(one, now, previous?.PartIn(one.Settings)))];
        var (current, calendars) = (parts[0].Site, parts[0].Calendars);
        var pages = parts.Select(part => SitePages.Render(part.Site, part.Feeds, part.Calendars, part.Events)).ToArray();
        var ofSite = SiteMap.Render(current, pages.SelectMany(some => some)).Concat(SiteIcon.Render(current));
        var plans = parts.SelectMany(part => part.Of(part.Feeds.Render().Concat(part.Calendars.Plans)))
            .Concat(parts[0].Of(ofSite))
            .Concat(parts.Zip(pages).SelectMany(one => one.First.Of(one.Second.Concat(SiteFiles.Render(one.First.Site)))));
        var representations = new Dictionary<string, Representation>(previous?.Representations.Count ?? 0, StringComparer.Ordinal);
        foreach (var (plan, part) in plans)
        {
            // The first plan for a path wins.
            if (representations.ContainsKey(plan.Path)) continue;
            var before = previous?.Representations.GetValueOrDefault(plan.Path);
            representations.Add(plan.Path, Representation(plan, part, now, before));
        }

        if (previous is not null)
        {
            var main = Main.Where(representations.ContainsKey).AsParallel()
                .Select(path => Rendered(representations[path], previous.Representations.GetValueOrDefault(path)))
                .ToArray();
            foreach (var representation in main) representations[representation.Path] = representation;
        }

        // The main addresses may not show what changed, such as an old post.
        var changed = previous is null ? Main.Where(representations.ContainsKey).Max(path => representations[path].Dated) : now;
        var until = parts.SelectMany(part => new[] { part.Site.Until, part.Calendars.Main.Until }).Min();
        return new Publication(site, representations.ToFrozenDictionary(StringComparer.Ordinal), until)
        {
            Intersections = [.. parts.Reverse().Select(part => IntersectionsOf(part.Feeds, part.Calendars, part.Site, changed))],
            Parts = parts,
            Languages = [.. languages.Select(one => one.Settings)],
            FormerPaths = FormerPathsOf(current, site),
            Diagnostics = calendars.Main.Diagnostics,
        };
    }

    public void RenderMain()
    {
        foreach (var path in Main.Where(Representations.ContainsKey)) _ = Representations[path].Tags;
    }

    public Representation? Find(string path) =>
        Representations.GetValueOrDefault(path) ?? Intersections.Select(some => some.Find(path)).FirstOrDefault(found => found is not null);

    /// <summary>The path of a feed or calendar of several terms with these in order; null when nothing is published there.</summary>
    public string? Canonical(string path) =>
        Intersections.Select(some => some.Canonical(path)).FirstOrDefault(canonical => canonical is not null);

    private LanguagePart? PartIn(SiteSettings settings) => Parts.FirstOrDefault(part => part.Site.Settings.Language == settings.Language);

    private static FrozenDictionary<string, string?> FormerPathsOf(SiteSnapshot current, Site site)
    {
        var known = site.History?.FormerPaths ?? FrozenDictionary<string, string?>.Empty;
        var posts = site.Posts.Where(post => post.Expires <= current.Now).Select(post => post.PagePath);
        var events = site.Events.Where(@event => @event.Expires <= current.Now)
            .SelectMany(@event => new[] { @event.PagePath, @event.CalendarPath });
        string[] expired = [.. posts.Concat(events).OfType<string>()];
        if (expired.Length == 0) return known;
        return known.Where(path => !expired.Contains(path.Key, StringComparer.Ordinal))
            .Concat(expired.Select(path => KeyValuePair.Create<string, string?>(path, null)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    // A method of its own, so that the closure does not hold the previous publication.
    private static Intersections IntersectionsOf(SiteFeeds feeds, SiteCalendars calendars, SiteSnapshot site, Instant changed) =>
        new(
            site.Settings.Folder,
            feeds,
            calendars,
            plan => Complete(site.History is null ? plan with { Dated = changed } : plan, site),
            changed);

    private static RenderPlan Complete(RenderPlan plan, SiteSnapshot site) => plan with
    {
        Dated = DateOf(plan),
        Budget = Main.Contains(plan.Path) ? CacheBudget.Unlimited : site.Budget,
        Changed = ChangedOf(plan, site),
    };

    private static Instant DateOf(RenderPlan plan) => Instant.Max(plan.Dated, RenderPlan.Undated);

    private static Instant? ChangedOf(RenderPlan plan, SiteSnapshot site)
    {
        if (site.History is not { } history || plan.Scope == ChangeScope.File) return null;
        var lastTimedChange = plan.Scope switch
        {
            ChangeScope.Site => site.LastTimedChange,
            ChangeScope.Events => site.LastTimedEventChange,
            _ => Instant.MinValue,
        };
        return Instant.Max(DateOf(plan), Instant.Max(lastTimedChange, history.SettingsChanged));
    }

    private static Representation Representation(RenderPlan plan, SiteSnapshot site, Instant now, Representation? before) =>
        before is not null && (before.CacheKey == plan.CacheKey || before.CacheKey.AsSpan().SequenceEqual(plan.CacheKey.AsSpan()))
            ? before.ChangedAt(ChangedOf(plan, site))
            : new Representation(Complete(plan, site), now, before);

    private static Representation Rendered(Representation fresh, Representation? before) =>
        fresh.OpaqueTag == before?.OpaqueTag ? before.ChangedAt(fresh.Changed) : fresh;
}

/// <summary>What is published in one language of a site.</summary>
/// <param name="Events">What pages show of the events.</param>
internal sealed record LanguagePart(SiteSnapshot Site, SiteFeeds Feeds, SiteCalendars Calendars, EventPages Events)
{
    /// <param name="previous">The previous part in this language, of which is kept what depends on events that are the same.</param>
    public static LanguagePart Of(Site site, Instant now, LanguagePart? previous)
    {
        var current = new SiteSnapshot(site, now, previous?.Site);
        var same = previous is not null && current.HasSameEvents(previous.Site) ? previous : null;
        var calendars = same is not null && !(same.Calendars.Main.Until <= now)
            ? same.Calendars
            : new SiteCalendars(current, previous?.Calendars);
        return new LanguagePart(current, new SiteFeeds(current, same?.Feeds), calendars, same?.Events ?? EventPages.Of(current));
    }

    public IEnumerable<(RenderPlan Plan, SiteSnapshot Site)> Of(IEnumerable<RenderPlan> plans) => plans.Select(plan => (plan, Site));
}
