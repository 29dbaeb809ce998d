using Feeds.Formats.Syndication;
using Feeds.Model;
using NodaTime;

namespace Feeds.Publishing.Syndication;

/// <summary>A post or an event as it stands in feeds.</summary>
/// <param name="Source">The post or event itself.</param>
/// <param name="Changed">When what it shows last changed.</param>
/// <param name="Recording">The file of the site that is the recording of a post; null when there is none.</param>
/// <param name="Entry">Shared by all feeds and formats as long as the budget lasts.</param>
internal sealed record FeedItem(object Source, string Id, Instant Published, Instant Updated, Instant Changed, SiteFile? Recording, Cached<Entry> Entry)
{
    public static FeedItem Of(Post post, SiteSnapshot site)
    {
        var (settings, updated, recording) = (site.Settings, post.UpdatedBy(site.Now), post.Recording?.FileIn(site.Files));
        return new(post, post.Id, post.Published.ToInstant(), updated.ToInstant(), site.ChangedOf(post), recording, new Cached<Entry>(site.Budget, () => EntryOf(post, updated, recording, settings), OctetsOf));
    }

    public static FeedItem Of(Event @event, SiteSnapshot site)
    {
        var settings = site.Settings;
        return new(@event, @event.Id, @event.Announced, UpdatedOf(@event), UpdatedOf(@event), Recording: null, new Cached<Entry>(site.Budget, () => EntryOf(@event, settings), OctetsOf));
    }

    /// <summary>Whether it is what would be made of a post again, on a site whose settings are the same.</summary>
    public bool IsOf(Post post, SiteSnapshot site) => Source.Equals(post) && Updated == post.UpdatedBy(site.Now).ToInstant() && Equals(Recording, post.Recording?.FileIn(site.Files));

    /// <summary>Whether the entries of both are the same, on a site whose settings are.</summary>
    public bool Equals(FeedItem? other) =>
        ReferenceEquals(this, other) || (other is not null && Source.Equals(other.Source) && Updated == other.Updated && Equals(Recording, other.Recording));

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    public static long OctetsOf(Entry entry) => 2 * ((entry.Content?.Length ?? 0) + (long)(entry.Summary?.Length ?? 0));

    private static Entry EntryOf(Post post, OffsetDateTime updated, SiteFile? recorded, SiteSettings settings)
    {
        var isFull = settings.Feed.Content == FeedContent.Full;
        return new Entry
        {
            Id = post.Id,
            Title = post.Title,
            Link = post.Link,
            Published = post.Published.ToDateTimeOffset(),
            Updated = updated.ToDateTimeOffset(),
            Authors = [.. post.Authors.Select(PersonOf)],
            Categories = [.. post.Terms.Select(term => new Category(term))],
            // A body that nothing is taken from is not rendered.
            Summary = post.Summary ?? post.Body.Value.Excerpt,
            Content = isFull ? post.Body.Value.Html : null,
            Image = (post.Image ?? (isFull ? post.Body.Value.Image : null)) is { } image ? new Image(image) : null,
            Enclosures = post.Recording is { } recording ? [EnclosureOf(recording, recorded)] : [],
            Episode = post.Episode,
            Language = post.Language,
        };
    }

    private static Entry EntryOf(Event @event, SiteSettings settings)
    {
        return new Entry
        {
            Id = @event.Id,
            Title = Pages.Events.EventText.Title(@event),
            Link = @event.Link,
            Published = @event.Announced.InZone(settings.Zone).ToDateTimeOffset(),
            Updated = UpdatedOf(@event).InZone(settings.Zone).ToDateTimeOffset(),
            Categories = [.. @event.Terms.Select(term => new Category(term))],
            Summary = Pages.Events.EventText.Facts(@event),
            Content = settings.Feed.Content == FeedContent.Full ? Pages.Page.Fragment<Pages.Events.EventEntry>(new() { [nameof(Pages.Events.EventEntry.Event)] = @event, [nameof(Pages.Events.EventEntry.Settings)] = settings }) : null,
            Image = @event.Image is { } image ? new Image(image) : null,
        };
    }

    private static Enclosure EnclosureOf(Recording recording, SiteFile? file)
    {
        var mediaType = recording.MediaType ?? MediaType.OfFile(recording.Url.AbsolutePath)?.Essence ?? "application/octet-stream";
        return new Enclosure(recording.Url, mediaType, recording.Length ?? file?.Length ?? 0, Duration: recording.Duration?.ToTimeSpan());
    }

    // An event without dates of its own has a stamp from before it could be known.
    private static Instant UpdatedOf(Event @event) => Instant.Max(@event.Announced, @event.Updated ?? @event.Stamp);

    public static Formats.Syndication.Person PersonOf(Model.Person person) => new(person.Name, person.Email, person.Url);
}
