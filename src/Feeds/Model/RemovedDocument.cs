using System.Collections.Immutable;
using Feeds.Text;
using NodaTime;

namespace Feeds.Model;

/// <summary>A document that was removed.</summary>
/// <param name="Id">The IRI under which every feed named it; null when it is still in the feeds, and was removed from the calendars alone.</param>
/// <param name="Kind">As what it was published.</param>
/// <param name="Terms">What it bore, each with the folder of its kind.</param>
/// <param name="Event">Cancelled, for the calendars, and what it is known by; null when those did not hold it.</param>
public sealed record RemovedDocument(string? Id, DocumentKind Kind, Instant When, ImmutableArray<(string Folder, string Slug)> Terms, CancelledEvent? Event)
{
    /// <summary>How long subscribers are told: nearly all ask within a month.</summary>
    public static readonly Duration RetentionPeriod = Duration.FromDays(30);

    /// <summary>A post that its author let expire; null when it did not.</summary>
    public static RemovedDocument? Of(Post post, DocumentIdentity identity, Instant now) => post.Expires is { } expired && expired <= now && post.Published.ToInstant() < expired
        ? new RemovedDocument(identity.Id, DocumentKind.Post, expired, TermsOf(post.Tags, post.Categories, post.Authors.Select(author => author.Name)), Event: null)
        : null;

    /// <summary>An event that its author let expire before it began: whoever has it in a calendar must hear that it does not take place. Null when he did not.</summary>
    public static RemovedDocument? Of(Event @event, DocumentIdentity identity, DateTimeZone zone, Instant now)
    {
        if (@event.Expires is not { } expired || expired > now || @event.StartsAt(zone) <= expired || !(identity.Locked < expired)) return null;
        var changed = Instant.Max(identity.Changed, expired);
        var cancelled = identity with { Changed = changed, Updated = changed, Sequence = identity.Sequence + 1 };
        return new RemovedDocument(Id: null, DocumentKind.Event, expired, [], new CancelledEvent(@event with { Status = EventState.Cancelled }, cancelled));
    }

    /// <summary>Until when feeds tell of it.</summary>
    public Instant FeedsUntil => When + RetentionPeriod;

    /// <summary>Until when calendars do.</summary>
    /// <param name="zone">The zone in which a whole day ends.</param>
    public Instant CalendarsUntil(DateTimeZone zone) => (Event is null ? When : Instant.Max(When, Event.Event.EndsAt(zone))) + RetentionPeriod;

    public static ImmutableArray<(string Folder, string Slug)> TermsOf(IEnumerable<string> tags, IEnumerable<string> categories, IEnumerable<string> authors) =>
    [
        .. tags.Select(tag => (Term.Folder(Taxonomy.Tags), Slug.OfTerm(tag))),
        .. categories.Select(category => (Term.Folder(Taxonomy.Categories), Slug.OfTerm(category))),
        .. authors.Select(author => (Term.Folder(Taxonomy.Authors), Slug.OfTerm(author))),
    ];
}

/// <summary>An event that calendars say is cancelled, and what they know it by.</summary>
public sealed record CancelledEvent(Event Event, DocumentIdentity Identity);
