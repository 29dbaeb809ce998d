using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Pages;
using Feeds.Pages.Languages;
using Feeds.Pages.Subscribing;
using Feeds.Publishing.Calendars;
using Feeds.Publishing.Syndication;
using NodaTime;

namespace Feeds.Publishing.Html;

/// <summary>Renders the pages that list all feeds and calendars, as a whole and by kind.</summary>
internal static class SubscriptionPages
{
    private const int MaxShortRows = 36;

    // A row without a page of its own shows how to subscribe, and so is longer.
    private const int MaxLongRows = 18;

    // The name is the key of its word, and the folder of its page.
    private static readonly ImmutableArray<(string Folder, string Name)> Kinds =
    [
        ("", "everything"), ("calendar", "years"), ("sources", "sources"), (Term.SeriesFolder, "series"), (Term.VenuesFolder, "venues"),
        (Term.Folder(Taxonomy.Categories), "categories"), (Term.Folder(Taxonomy.Tags), "tags"), (Term.Folder(Taxonomy.Authors), "authors"),
    ];

    /// <param name="pages">The paths of the listing pages.</param>
    public static IEnumerable<RenderPlan> Render(SiteSnapshot site, SiteFeeds feeds, SiteCalendars calendars, IReadOnlySet<string> pages)
    {
        var all = FeedAndCalendar.Of(feeds, calendars).ToLookup(one => FolderOf(one.Path), StringComparer.Ordinal);
        var words = Words.Of(site.Settings);
        ImmutableArray<Kind> kinds =
        [
            .. Kinds.Where(kind => all.Contains(kind.Folder))
                .Select(kind => new Kind(kind.Name, InOrder(all[kind.Folder]), pages, words)),
        ];
        var max = kinds.Skip(1).SelectMany(kind => kind.Rows).All(row => row.Page is not null) ? MaxShortRows : MaxLongRows;
        var few = kinds.Sum(kind => kind.Rows.Length) <= max ? max : Math.Max(1, max / kinds.Length);
        ImmutableArray<SubscriptionGroup> groups = [.. kinds.Select(kind => kind.Shortened(few))];
        yield return Rendered(Addresses.Feeds, words["feeds and calendars"], groups, [], site.Settings, site.Newest);
        foreach (var kind in kinds.Where(kind => kind.Rows.Length > few))
        {
            foreach (var (path, rows, links) in Paging.Of(kind.Path, kind.Rows, max))
            {
                var group = new SubscriptionGroup(kind.Name, rows, All: null);
                yield return Rendered(path, words.Format("feeds and calendars of", kind.Name), [group], links, site.Settings, site.Newest);
            }
        }
    }

    private static string FolderOf(string path)
    {
        var folder = path.Split('/')[1];
        return Kinds.FirstOrDefault(kind => kind.Folder == folder, Kinds[0]).Folder;
    }

    // By path, but the newest year first.
    private static ImmutableArray<FeedAndCalendar> InOrder(IEnumerable<FeedAndCalendar> all) =>
        all.First().Path.StartsWith("/calendar/", StringComparison.Ordinal) ? [.. all.Reverse()] : [.. all];

    private static RenderPlan Rendered(
        string path, string title, ImmutableArray<SubscriptionGroup> groups, ImmutableArray<PageLink> links, SiteSettings settings,
        Instant changed)
    {
        ImmutableArray<object?> key =
            [settings, .. groups.SelectMany(group => group.Rows.Prepend<object?>(group.All).Prepend(group.Name)), null, .. links];
        return new RenderPlan(settings.Folder + path, MediaType.Html, changed, key, () => Page.Render<FeedsPage>(new()
        {
            [nameof(FeedsPage.Settings)] = settings,
            [nameof(FeedsPage.Title)] = title,
            [nameof(FeedsPage.Path)] = path,
            [nameof(FeedsPage.Groups)] = groups,
            [nameof(FeedsPage.Pages)] = links,
        }));
    }

    /// <summary>The feeds and calendars of one kind.</summary>
    private sealed record Kind(string Key, ImmutableArray<FeedAndCalendar> All, IReadOnlySet<string> Pages, Words Words)
    {
        public string Path => $"{Addresses.Feeds}{Key}/";

        public string Name => Words[Key];

        public ImmutableArray<SubscriptionRow> Rows { get; } = [.. All.Select(one => one.Row(Pages))];

        /// <summary>The rows with the most members in the order of all rows, and a link to all.</summary>
        public SubscriptionGroup Shortened(int few)
        {
            if (Rows.Length <= few) return new SubscriptionGroup(Name, Rows, All: null);
            var largest = All.Index().OrderByDescending(one => one.Item.Members).Take(few)
                .OrderBy(one => one.Index)
                .Select(one => Rows[one.Index]);
            var all = new PageLink(Words.Count($"all {Key}", Rows.Length), Path);
            return new SubscriptionGroup(Name, [.. largest], all);
        }
    }

    /// <summary>The feed of a part of the site, its calendar, or both.</summary>
    /// <param name="Path">The folder of both; the path of a calendar that has no folder of its own.</param>
    private sealed record FeedAndCalendar(string Path, FeedDefinition? Feed, CalendarPart? Calendar)
    {
        public int Members => (Feed?.Items.Length ?? 0) + (Calendar?.Items.Length ?? 0);

        /// <summary>In order of path.</summary>
        public static IEnumerable<FeedAndCalendar> Of(SiteFeeds feeds, SiteCalendars calendars)
        {
            var ofFeeds = feeds.Parts.Prepend(feeds.Main).DistinctBy(feed => feed.Path)
                .ToDictionary(feed => feed.Path, StringComparer.Ordinal);
            var ofCalendars = calendars.Parts.DistinctBy(calendar => calendar.Path).ToDictionary(PathOf, StringComparer.Ordinal);
            return ofFeeds.Keys.Union(ofCalendars.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(path => new FeedAndCalendar(path, ofFeeds.GetValueOrDefault(path), ofCalendars.GetValueOrDefault(path)));
        }

        private static string PathOf(CalendarPart calendar) =>
            calendar.Path.EndsWith('/' + SiteCalendars.File, StringComparison.Ordinal)
                ? calendar.Path[..^SiteCalendars.File.Length]
                : calendar.Path;

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
