using Feeds.Model;
using Feeds.Syndication;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>A post or an event as it stands in feeds.</summary>
/// <param name="Source">The post or event itself.</param>
/// <param name="Changed">When what it shows last changed.</param>
/// <param name="Entry">Made on first use, and shared by all feeds and formats.</param>
internal sealed record FeedItem(object Source, string Id, Instant Published, Instant Updated, Instant Changed, Lazy<Entry> Entry)
{
    /// <summary>All that its entry depends on.</summary>
    public (object Source, Instant Updated, SiteFile? Recording) State => (Source, Updated, Recording);

    /// <summary>The file of the site that is the recording of a post; null when there is none.</summary>
    private SiteFile? Recording { get; init; }

    public static FeedItem Of(Post post, CurrentSite site) =>
        new(post, post.Id, post.Published.ToInstant(), UpdatedBy(post, site.Now).ToInstant(), site.ChangedOf(post), new Lazy<Entry>(() => EntryOf(post, site))) { Recording = post.Recording?.FileIn(site.Files) };

    // An update that is dated ahead has not happened yet, and readers take a date ahead for a mistake.
    private static OffsetDateTime UpdatedBy(Post post, Instant now) => post.Updated.ToInstant() > now ? post.Published : post.Updated;

    public static FeedItem Of(Event @event, SiteSettings settings) =>
        new(@event, @event.Id, @event.Announced, UpdatedOf(@event), UpdatedOf(@event), new Lazy<Entry>(() => EntryOf(@event, settings)));

    private static Entry EntryOf(Post post, CurrentSite site)
    {
        var settings = site.Settings;
        var isFull = settings.Feed.Content == FeedContent.Full;
        return new Entry
        {
            Id = post.Id,
            Title = post.Title,
            Link = post.Link,
            Published = post.Published.ToDateTimeOffset(),
            Updated = UpdatedBy(post, site.Now).ToDateTimeOffset(),
            Authors = [.. post.Authors.Select(PersonOf)],
            Categories = [.. post.Terms.Select(term => new Category(term))],
            // A body that nothing is taken from is not rendered.
            Summary = post.Summary ?? post.Body.Value.Excerpt,
            Content = isFull ? post.Body.Value.Html : null,
            Image = (post.Image ?? (isFull ? post.Body.Value.Image : null)) is { } image ? new Image(image) : null,
            Enclosures = post.Recording is { } recording ? [EnclosureOf(recording, site)] : [],
            Episode = post.Episode,
            Language = post.Language,
        };
    }

    private static Entry EntryOf(Event @event, SiteSettings settings)
    {
        return new Entry
        {
            Id = @event.Id,
            Title = Pages.Spoken.Title(@event),
            Link = @event.Link,
            Published = @event.Announced.InZone(settings.Zone).ToDateTimeOffset(),
            Updated = UpdatedOf(@event).InZone(settings.Zone).ToDateTimeOffset(),
            Categories = [.. @event.Terms.Select(term => new Category(term))],
            Summary = Pages.Spoken.Facts(@event),
            Content = settings.Feed.Content == FeedContent.Full ? Pages.Page.Fragment<Pages.EventEntry>(new() { [nameof(Pages.EventEntry.Event)] = @event, [nameof(Pages.EventEntry.Settings)] = settings }) : null,
            Image = @event.Image is { } image ? new Image(image) : null,
        };
    }

    private static Enclosure EnclosureOf(Recording recording, CurrentSite site)
    {
        var mediaType = recording.MediaType ?? MediaType.OfFile(recording.Url.AbsolutePath)?.Essence ?? "application/octet-stream";
        return new Enclosure(recording.Url, mediaType, recording.Length ?? recording.FileIn(site.Files)?.Length ?? 0, Duration: recording.Duration?.ToTimeSpan());
    }

    // An event without dates of its own has a stamp from before it could be known.
    private static Instant UpdatedOf(Event @event) => Instant.Max(@event.Announced, @event.Stamp);

    public static Syndication.Person PersonOf(Model.Person person) => new(person.Name, person.Email, person.Url);
}
