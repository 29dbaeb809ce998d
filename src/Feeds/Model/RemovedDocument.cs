using System.Collections.Immutable;
using Feeds.Text;
using NodaTime;

namespace Feeds.Model;

/// <summary>A document that was removed.</summary>
/// <param name="Id">Its IRI in feeds; null when it was removed from the calendars only.</param>
/// <param name="Terms">Its terms, each with the folder of its kind.</param>
/// <param name="Event">The cancelled event for calendars; null when they did not hold it.</param>
public sealed record RemovedDocument(
    string? Id, DocumentKind Kind, Instant When, ImmutableArray<(string Folder, string Slug)> Terms, CancelledEvent? Event)
{
    /// <summary>Nearly all clients poll within a month.</summary>
    public static readonly Duration RetentionPeriod = Duration.FromDays(30);

    /// <summary>A post that expired; null when it did not.</summary>
    public static RemovedDocument? Of(Post post, DocumentIdentity identity, Instant now)
    {
        if (post.Expires is not { } expired || expired > now || post.Published.ToInstant() >= expired) return null;
        var terms = TermsOf(post.Tags, post.Categories, post.Authors.Select(author => author.Name));
        return new RemovedDocument(identity.Id, DocumentKind.Post, expired, terms, Event: null);
    }

    /// <summary>An event that expired before it began, so calendars must show it as cancelled; null when it did not.</summary>
    public static RemovedDocument? Of(Event @event, DocumentIdentity identity, DateTimeZone zone, Instant now)
    {
        if (@event.Expires is not { } expired || expired > now || @event.StartsAt(zone) <= expired || !(identity.Locked < expired))
            return null;
        var changed = Instant.Max(identity.Changed, expired);
        var cancelled = identity with { Changed = changed, Updated = changed, Sequence = identity.Sequence + 1 };
        var shown = new CancelledEvent(@event with { Status = EventState.Cancelled }, cancelled);
        return new RemovedDocument(Id: null, DocumentKind.Event, expired, [], shown);
    }

    public Instant FeedsUntil => When + RetentionPeriod;

    /// <param name="zone">The zone in which a whole day ends.</param>
    public Instant CalendarsUntil(DateTimeZone zone) =>
        (Event is null ? When : Instant.Max(When, Event.Event.EndsAt(zone))) + RetentionPeriod;

    public static ImmutableArray<(string Folder, string Slug)> TermsOf(
        IEnumerable<string> tags, IEnumerable<string> categories, IEnumerable<string> authors) =>
    [
        .. tags.Select(tag => (Term.Folder(Taxonomy.Tags), Slug.OfTerm(tag))),
        .. categories.Select(category => (Term.Folder(Taxonomy.Categories), Slug.OfTerm(category))),
        .. authors.Select(author => (Term.Folder(Taxonomy.Authors), Slug.OfTerm(author))),
    ];
}

/// <summary>An event that calendars show as cancelled, with its identity.</summary>
public sealed record CancelledEvent(Event Event, DocumentIdentity Identity);
