using Feeds.Formats.Syndication;
using Feeds.Model;
using Feeds.Model.Dates;
using NodaTime;

namespace Feeds.Publishing.Syndication;

/// <summary>A post or an event as it stands in feeds.</summary>
/// <param name="Source">The post or event itself.</param>
/// <param name="Identity">What it is known by.</param>
/// <param name="Changed">When what it shows last changed.</param>
/// <param name="Recording">The file of the site that is the recording of a post; null when there is none.</param>
/// <param name="Entry">Shared by all feeds and formats as long as the budget lasts.</param>
internal sealed record FeedItem(object Source, DocumentIdentity Identity, Instant Published, Instant Updated, Instant Changed, SiteFile? Recording, Cached<Entry> Entry)
{
    public static FeedItem Of(Post post, SiteSnapshot site)
    {
        var (settings, identity, updated, recording) = (site.Settings, site.IdentityOf(post), site.UpdatedOf(post), post.Recording?.FileIn(site.Files));
        var entry = new Cached<Entry>(site.Budget, () => EntryOf(post, identity, updated, recording, settings), OctetsOf);
        return new(post, identity, post.Published.ToInstant(), updated.ToInstant(), site.ChangedOf(post), recording, entry);
    }

    public static FeedItem Of(Event @event, SiteSnapshot site)
    {
        var (settings, identity) = (site.Settings, site.IdentityOf(@event));
        var updated = UpdatedOf(identity);
        var entry = new Cached<Entry>(site.Budget, () => EntryOf(@event, identity, settings), OctetsOf);
        return new(@event, identity, identity.Announced, updated, updated, Recording: null, entry);
    }

    /// <summary>Whether it is what would be made of a post again, on a site whose settings are the same.</summary>
    public bool IsOf(Post post, SiteSnapshot site) => Source.Equals(post) && Identity == site.IdentityOf(post) && Updated == site.UpdatedOf(post).ToInstant() && Equals(Recording, post.Recording?.FileIn(site.Files));

    /// <summary>Whether the entries of both are the same, on a site whose settings are.</summary>
    public bool Equals(FeedItem? other) =>
        ReferenceEquals(this, other) || (other is not null && Source.Equals(other.Source) && Identity == other.Identity && Updated == other.Updated && Equals(Recording, other.Recording));

    public override int GetHashCode() => Identity.GetHashCode();

    public static long OctetsOf(Entry entry) => 2 * ((entry.Content?.Length ?? 0) + (long)(entry.Summary?.Length ?? 0));

    private static Entry EntryOf(Post post, DocumentIdentity identity, OffsetDateTime updated, SiteFile? recorded, SiteSettings settings)
    {
        var isFull = settings.Feed.Content == FeedContent.Full;
        return new Entry
        {
            Id = identity.Id,
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

    private static Entry EntryOf(Event @event, DocumentIdentity identity, SiteSettings settings)
    {
        return new Entry
        {
            Id = identity.Id,
            Title = Pages.Events.EventText.Title(@event),
            Link = @event.Link,
            Published = identity.Announced.InZone(settings.Zone).ToDateTimeOffset(),
            Updated = UpdatedOf(identity).InZone(settings.Zone).ToDateTimeOffset(),
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
    private static Instant UpdatedOf(DocumentIdentity identity) => Instant.Max(identity.Announced, identity.Updated);

    public static Formats.Syndication.Person PersonOf(Model.Person person) => new(person.Name, person.Email, person.Url);
}
