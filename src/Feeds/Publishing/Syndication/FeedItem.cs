using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Feeds.Formats.Syndication;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Pages;
using Feeds.Pages.Events;
using Feeds.Pages.Languages;
using NodaTime;

namespace Feeds.Publishing.Syndication;

/// <summary>A post or an event in feeds.</summary>
/// <param name="Changed">When the entry last changed, which <paramref name="Updated"/> does not always show.</param>
/// <param name="Recording">The file of a recording on the site itself.</param>
/// <param name="Entry">Makes the entry of a feed with this author.</param>
internal sealed record FeedItem(
    object Source, DocumentIdentity Identity, Instant Published, Instant Updated, Instant Changed, SiteFile? Recording,
    Func<FeedPerson, FeedEntry> Entry)
{
    public static FeedItem Of(Post post, SiteSnapshot site)
    {
        var (settings, identity, updated) = (site.Settings, site.IdentityOf(post), site.UpdatedOf(post));
        var recording = post.Recording?.FileIn(site.Files);
        return new(post, identity, post.Published.ToInstant(), updated.ToInstant(), site.ChangedOf(post), recording, author =>
            EntryOf(post, identity, updated, recording, author, settings));
    }

    /// <summary>A post of others, of which the lock knows nothing.</summary>
    /// <param name="feed">The feed that it is of, with a date.</param>
    public static FeedItem OfPlanet(Post post, EntrySource feed, SiteSnapshot site)
    {
        var (settings, updated) = (site.Settings, site.UpdatedOf(post));
        var (published, changed) = (post.Published.ToInstant(), updated.ToInstant());
        var identity = new DocumentIdentity(post.Wanted.Id!) { Announced = published, Changed = changed, Updated = changed };
        return new(post, identity, published, changed, changed, Recording: null, author =>
            EntryOf(post, identity, updated, file: null, author, settings, feed));
    }

    public static FeedItem Of(Event @event, SiteSnapshot site)
    {
        var (settings, identity) = (site.Settings, site.IdentityOf(@event));
        // An event without a date of publication is dated earlier than it was announced.
        var updated = Instant.Max(identity.Announced, identity.Updated);
        return new(@event, identity, identity.Announced, updated, updated, Recording: null, author =>
            EntryOf(@event, identity, updated, author, settings));
    }

    /// <summary>The author of a site, or else its title.</summary>
    public static FeedPerson AuthorOf(SiteSettings settings) =>
        PersonOf(settings.Author) ?? new FeedPerson(FeedText.OfTitle(settings.Title, settings.HomeAddress).Plain);

    /// <summary>Whether both have the same entry under the same settings.</summary>
    public bool Equals(FeedItem? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Source.Equals(other.Source) && Identity == other.Identity
            && Updated == other.Updated && Equals(Recording, other.Recording));

    public override int GetHashCode() => Published.GetHashCode();

    private static FeedEntry EntryOf(
        Post post, DocumentIdentity identity, OffsetDateTime updated, SiteFile? file, FeedPerson author, SiteSettings settings,
        EntrySource? feed = null)
    {
        var isFull = settings.Feed.Content == FeedContent.Full;
        return new FeedEntry(identity.Id, post.Title, post.Link)
        {
            PublishDate = post.Published.ToDateTimeOffset(),
            LastUpdatedTime = updated.ToDateTimeOffset(),
            Writers = post.Authors.Select(PersonOf),
            FeedAuthor = author,
            Terms = post.Terms,
            // A body that the entry does not use is not rendered.
            PlainSummary = post.Summary ?? post.Body.Value.Excerpt,
            Html = isFull ? post.Body.Value.Html : null,
            Image = post.Image ?? (isFull ? post.Body.Value.Image : null),
            Enclosure = post.Recording is { } recording ? EnclosureOf(recording, file) : null,
            Episode = post.Episode,
            Language = settings.OtherLanguage(post.Language),
            SourceFeed = feed,
        };
    }

    private static FeedEntry EntryOf(Event @event, DocumentIdentity identity, Instant updated, FeedPerson author, SiteSettings settings) =>
        new(identity.Id, EventText.Title(@event, Words.Of(settings)), @event.Link)
        {
            PublishDate = identity.Announced.InZone(settings.Zone).ToDateTimeOffset(),
            LastUpdatedTime = updated.InZone(settings.Zone).ToDateTimeOffset() + FractionOf(identity.Id),
            FeedAuthor = author,
            Terms = @event.Terms,
            PlainSummary = EventText.Facts(@event, EventText.WhenInFeeds(@event, Words.Of(settings))),
            Html = settings.Feed.Content == FeedContent.Full ? HtmlOf(@event, settings) : null,
            Image = @event.Image,
            Language = settings.OtherLanguage(@event.Language),
        };

    /// <summary>
    /// Less than a second, always the same for an id: events that were announced at once differ by it in their date of update,
    /// by which readers sort.
    /// </summary>
    private static TimeSpan FractionOf(string id)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        return TimeSpan.FromTicks(BinaryPrimitives.ReadUInt32BigEndian(hash) % TimeSpan.TicksPerSecond);
    }

    private static string HtmlOf(Event @event, SiteSettings settings) =>
        Page.Fragment<EventEntry>(new() { [nameof(EventEntry.Event)] = @event, [nameof(EventEntry.Settings)] = settings });

    private static Enclosure EnclosureOf(Recording recording, SiteFile? file)
    {
        var mediaType = recording.MediaType ?? MediaType.OfFile(recording.Url.AbsolutePath)?.Essence;
        return new Enclosure(recording.Url, mediaType, recording.Length ?? file?.Length ?? 0, recording.Duration?.ToTimeSpan());
    }

    private static FeedPerson? PersonOf(Person? person) => person is null ? null : FeedPerson.Of(person.Name, person.Email, person.Url);
}
