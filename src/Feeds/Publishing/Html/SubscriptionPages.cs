using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Pages;
using Feeds.Pages.Subscribing;
using Feeds.Publishing.Calendars;
using Feeds.Publishing.Syndication;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>The pages that list every feed and calendar: one of all, and more of each kind of which that has only some.</summary>
internal static class SubscriptionPages
{
    /// <summary>How many rows a page has, where each leads to a page that says how to follow it.</summary>
    private const int MaxLed = 36;

    /// <summary>How many it has, where each must say so itself.</summary>
    private const int MaxSaid = 18;

    /// <summary>The kinds in their order, by the first folder of their paths.</summary>
    private static readonly ImmutableArray<(string Folder, string Name)> Kinds =
    [
        ("", "Everything"), ("calendar", "Years"), (Term.SeriesFolder, "Series"), (Term.VenuesFolder, "Venues"),
        (Term.Folder(Taxonomy.Categories), "Categories"), (Term.Folder(Taxonomy.Tags), "Tags"), (Term.Folder(Taxonomy.Authors), "Authors"),
    ];

    /// <param name="pages">The paths at which there are pages.</param>
    public static IEnumerable<RenderPlan> Render(SiteSnapshot site, SiteFeeds feeds, SiteCalendars calendars, IReadOnlySet<string> pages)
    {
        var all = Followed.Of(feeds, calendars).ToLookup(one => Kinds.FirstOrDefault(kind => kind.Folder == one.Path.Split('/')[1], Kinds[0]).Folder, StringComparer.Ordinal);
        ImmutableArray<Kind> kinds = [.. Kinds.Where(kind => all.Contains(kind.Folder)).Select(kind => new Kind(kind.Name, InOrder(all[kind.Folder]), pages))];
        var max = kinds.Skip(1).SelectMany(kind => kind.Rows).All(row => row.Page is not null) ? MaxLed : MaxSaid;
        var few = kinds.Sum(kind => kind.Rows.Length) <= max ? max : Math.Max(1, max / kinds.Length);
        yield return Rendered(Addresses.Feeds, "Feeds and calendars", [.. kinds.Select(kind => kind.Shortened(few))], [], site.Settings, site.Newest);
        foreach (var kind in kinds.Where(kind => kind.Rows.Length > few))
        {
            foreach (var (path, rows, links) in Paging.Of(kind.Path, kind.Rows, max)) yield return Rendered(path, $"Feeds and calendars: {kind.Name}", [new SubscriptionGroup(kind.Name, rows, All: null)], links, site.Settings, site.Newest);
        }
    }

    /// <summary>By path, but of years the newest first.</summary>
    private static ImmutableArray<Followed> InOrder(IEnumerable<Followed> offers) => offers.First().Path.StartsWith("/calendar/", StringComparison.Ordinal) ? [.. offers.Reverse()] : [.. offers];

    private static RenderPlan Rendered(string path, string title, ImmutableArray<SubscriptionGroup> groups, ImmutableArray<PageLink> links, SiteSettings settings, Instant changed) => new(
        path,
        MediaType.Html,
        changed,
        [settings, .. groups.SelectMany(group => group.Rows.Prepend<object?>(group.All).Prepend(group.Name)), null, .. links],
        () => Page.Render<FeedsPage>(new()
        {
            [nameof(FeedsPage.Settings)] = settings,
            [nameof(FeedsPage.Title)] = title,
            [nameof(FeedsPage.Path)] = path,
            [nameof(FeedsPage.Groups)] = groups,
            [nameof(FeedsPage.Pages)] = links,
        }));

    /// <summary>All that is of one kind.</summary>
    private sealed record Kind(string Name, ImmutableArray<Followed> All, IReadOnlySet<string> Pages)
    {
        public string Path => $"{Addresses.Feeds}{Name.ToLowerInvariant()}/";

        public ImmutableArray<SubscriptionRow> Rows { get; } = [.. All.Select(one => one.Row(Pages))];

        /// <summary>Those that most belongs to, in the order of all, and where all are.</summary>
        public SubscriptionGroup Shortened(int few) => Rows.Length <= few ? new SubscriptionGroup(Name, Rows, All: null) : new SubscriptionGroup(
            Name,
            [.. All.Select((one, index) => (one.Members, index)).OrderByDescending(one => one.Members).Take(few).OrderBy(one => one.index).Select(one => Rows[one.index])],
            new PageLink(FormattableString.Invariant($"All {Rows.Length} {Name.ToLowerInvariant()}"), Path));
    }

    /// <summary>The feed of a part of the site, its calendar, or both.</summary>
    /// <param name="Path">Below which both lie; that of the file, where it lies below none of its own.</param>
    private sealed record Followed(string Path, FeedDefinition? Feed, CalendarPart? Calendar)
    {
        /// <summary>How much belongs to it.</summary>
        public int Members => (Feed?.Items.Length ?? 0) + (Calendar?.Items.Length ?? 0);

        /// <summary>All of them, in order of path.</summary>
        public static IEnumerable<Followed> Of(SiteFeeds feeds, SiteCalendars calendars)
        {
            var ofFeeds = feeds.Parts.Prepend(feeds.Main).DistinctBy(part => part.Path).ToDictionary(part => part.Path, StringComparer.Ordinal);
            var ofCalendars = calendars.Parts.DistinctBy(part => part.Path).ToDictionary(part => part.Path.EndsWith('/' + SiteCalendars.File, StringComparison.Ordinal) ? part.Path[..^SiteCalendars.File.Length] : part.Path, StringComparer.Ordinal);
            return ofFeeds.Keys.Union(ofCalendars.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(path => new Followed(path, ofFeeds.GetValueOrDefault(path), ofCalendars.GetValueOrDefault(path)));
        }

        public SubscriptionRow Row(IReadOnlySet<string> pages)
        {
            var page = Path.Replace(".ics", "/", StringComparison.Ordinal);
            return new SubscriptionRow(
                Feed?.Name ?? Calendar?.Name ?? Path,
                page is not Addresses.Home && pages.Contains(page) ? page : null,
                new Subscription(Feed?.Title ?? Calendar?.Title ?? Path, Feed?.Path, Calendar?.Path));
        }
    }
}
