using System.Collections.Immutable;
using Feeds.Formats.Syndication;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Pages.Events;
using Feeds.Pages.Languages;
using NodaTime;

namespace Feeds.Publishing.Syndication;

/// <summary>Renders feeds in all formats from the settings alone, so that plans do not hold the whole site in memory.</summary>
internal sealed class FeedRenderer(SiteSettings settings)
{
    private readonly Words words = Words.Of(settings);

    public IEnumerable<RenderPlan> Render(FeedDefinition definition)
    {
        var total = definition.Items.Length;
        var newest = definition with { Items = Newest(definition) };
        var shown = new Lazy<FeedDefinition>(() => Fitted(newest, total));
        return FeedFormat.All.Select(format => Plan(newest, total, format, DateOf(newest.Items), () => shown.Value) with
        {
            Since = known => Bytes(Since(known, shown.Value), format),
        });
    }

    /// <param name="dated">When its entries or links last changed.</param>
    public IEnumerable<RenderPlan> RenderPage(FeedDefinition page, Instant dated) =>
        FeedFormat.All.Select(format => Plan(page, page.Items.Length, format, dated, () => page));

    /// <summary>The number of entries in the feed itself.</summary>
    public int CountOf(FeedDefinition definition) =>
        Fitted(definition with { Items = Newest(definition) }, definition.Items.Length).Items.Length;

    public static Instant DateOf(ImmutableArray<FeedItem> items) => items.IsEmpty ? RenderPlan.Undated : items.Max(item => item.Changed);

    private RenderPlan Plan(FeedDefinition definition, int total, FeedFormat format, Instant dated, Func<FeedDefinition> shown)
    {
        var path = definition.Folder + format.File;
        ImmutableArray<object?> key =
            [settings, definition.Title, total, .. definition.Links, null, .. definition.Removed, null, .. definition.Items];
        return new RenderPlan(settings.Folder + path, format.MediaType, dated, key, () => Bytes(shown(), format))
        {
            Links = new FeedLinks(path, settings),
            // The lock knows nothing of the posts of others.
            Scope = definition.HasOthers ? ChangeScope.File : ChangeScope.Site,
        };
    }

    private ReadOnlyMemory<byte> Bytes(FeedDefinition definition, FeedFormat format) => Bytes(FeedOf(definition, format), format);

    private static ReadOnlyMemory<byte> Bytes(SiteFeed feed, FeedFormat format) => RenderPlan.Written(stream => format.Write(feed, stream));

    private SiteFeed FeedOf(FeedDefinition definition, FeedFormat format)
    {
        var title = definition.Page is { } page ? FormattableString.Invariant($"{definition.Title} ({page})") : definition.Title;
        var author = FeedItem.AuthorOf(settings);
        ImmutableArray<FeedEntry> entries = [.. definition.Items.Select(item => item.Entry(author))];
        var updated = entries.IsEmpty ? RenderPlan.Undated : Instant.FromDateTimeOffset(entries.Max(entry => entry.LastUpdatedTime));
        var feed = new SiteFeed(title, settings.HomeAddress, author, entries)
        {
            Id = settings.NameOf(definition.Path),
            // RSS 2.0 requires a description.
            Description = FeedText.Of(settings.Description) ?? (format == FeedFormat.Rss ? FeedText.Of(title) : null),
            LastUpdatedTime = updated.InZone(settings.Zone).ToDateTimeOffset(),
            Language = Grammar.LanguageOrNone(settings.Language),
            Copyright = FeedText.Of(settings.Rights),
            Generator = "Feeds",
            TimeToLive = TimeSpan.FromHours(1),
            Icon = settings.Icon,
            Stylesheet = new Uri(settings.Href(settings.RootAddress(settings.PathOf(Addresses.FeedStyle))), UriKind.Relative),
            Notice = NoticeOf(definition, format),
            Podcast = entries.Any(entry => entry.Episode is not null) ? settings.Podcast : null,
            History = definition.History,
            Deleted = definition.Removed,
        };
        AddLinks(feed, definition, format);
        return feed;
    }

    private void AddLinks(SiteFeed feed, FeedDefinition definition, FeedFormat format)
    {
        var mediaType = format.MediaType.Essence;
        feed.AddLink("self", settings.AddressOf(definition.Folder + format.File), mediaType);
        feed.AddLink("alternate", settings.HomeAddress, "text/html");
        if (definition.Path is "/" or Addresses.Events or Addresses.Planet && definition.Page is null)
        {
            var translations = settings.TranslationsOf(definition.Path + format.File);
            foreach (var translation in translations.Where(one => one.Language != settings.Language))
                feed.AddTranslation(translation.Link, mediaType, translation.Language);
        }

        foreach (var hub in settings.Hubs) feed.AddLink("hub", hub, mediaType: null);
        foreach (var (relation, folder) in definition.Links) feed.AddLink(relation, settings.Address(folder + format.File), mediaType);
    }

    private FeedNotice NoticeOf(FeedDefinition definition, FeedFormat format) => new(
        definition.Title,
        words["feed notice"],
        settings.AddressOf(definition.Path + format.File),
        [
            (settings.HomeAddress, words.Format("visit", settings.Title)),
            (settings.Address(Addresses.Feeds), words["all feeds and calendars"]),
        ])
    {
        Entries = [.. definition.Items.Select(NoticeOf)],
    };

    private (Uri Address, string Title, string Date) NoticeOf(FeedItem item) => item.Source switch
    {
        Post post => (post.Link, FeedText.OfTitle(post.Title, post.Link).Plain, words.Dates.Day(post.Published.Date)),
        Event @event => (@event.Link, FeedText.OfTitle(EventText.Title(@event, words), @event.Link).Plain, EventText.When(@event, words)),
        _ => throw new InvalidOperationException("A feed has posts and events."),
    };

    private ImmutableArray<FeedItem> Newest(FeedDefinition definition) =>
        definition.Items[..Math.Min(definition.Items.Length, settings.Feed.Entries)];

    /// <summary>The feed with only the entries that are new or changed since an earlier version.</summary>
    private static FeedDefinition Since(ImmutableArray<object?> known, FeedDefinition shown)
    {
        var items = known.OfType<FeedItem>().ToHashSet();
        return shown with { Items = [.. shown.Items.Where(item => !items.Contains(item))], History = FeedHistory.Newest };
    }

    /// <summary>Leaves out the oldest entries of a feed that is too large.</summary>
    private FeedDefinition Fitted(FeedDefinition newest, int total)
    {
        var fitted = newest;
        while (fitted.Items.Length > 1 && SizeOf(fitted) is var size && size > settings.Feed.MaxOctets)
        {
            var count = (int)(fitted.Items.Length * (settings.Feed.MaxOctets / (double)size));
            fitted = fitted with { Items = fitted.Items[..Math.Clamp(count, 1, fitted.Items.Length - 1)] };
        }

        // Posts leave the feeds of others without having been removed.
        return fitted.Items.Length == total && !fitted.HasOthers ? fitted with { History = FeedHistory.Complete } : fitted;
    }

    /// <summary>The size with gzip; an uncompressed size, or 0, where that is within the limit.</summary>
    private long SizeOf(FeedDefinition definition)
    {
        const int MaxOctetsOfOtherParts = 4096;
        const int MaxOctetsOfAChar = 3;
        var feed = FeedOf(definition, FeedFormat.Atom);
        var characters = feed.Entries.Sum(entry => MaxOctetsOfOtherParts + (entry.Html?.Length ?? 0) + (entry.PlainSummary?.Length ?? 0));
        if ((long)characters * MaxOctetsOfAChar <= settings.Feed.MaxOctets) return 0;
        var bytes = Bytes(feed, FeedFormat.Atom);
        return bytes.Length <= settings.Feed.MaxOctets ? bytes.Length : Compression.Gzip(bytes.Span).Length;
    }
}
