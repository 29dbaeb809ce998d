using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Model.Schedule;
using NodaTime;

namespace Feeds.Identity;

/// <summary>A post or event as the content says it, with what of it is compared to what is remembered.</summary>
/// <param name="Id">As it would be without a memory.</param>
/// <param name="Uid">Likewise; null for a post.</param>
/// <param name="Date">When it was published, or takes place.</param>
/// <param name="Wanted">The names that its file asks for.</param>
/// <param name="Link">Where it is read, when that is elsewhere.</param>
/// <param name="Announced">When it became known, as far as the content says so.</param>
/// <param name="Dated">When it last changed, as far as the content says so.</param>
/// <param name="Revised">When its author says that a post was updated; null when nothing is said.</param>
/// <param name="Appears">When it is published; null for an event that was as soon as it was written.</param>
/// <param name="Planned">The planned date whose identity it takes; null when it has one of its own.</param>
/// <param name="Hashes">What it is known by.</param>
internal sealed record Document(
    DocumentKind Kind,
    string Path,
    string Id,
    string? Uid,
    LocalDate Date,
    Source Source,
    WantedNames Wanted,
    string Title,
    string? Address,
    string? Calendar,
    string? Link,
    Instant Announced,
    Instant Dated,
    Instant? Revised,
    Instant? Appears,
    Schedule? Schedule,
    int Sequence,
    TermNames TermNames,
    PlannedDate? Planned,
    Fingerprints Hashes)
{
    public static Document Of(Post post, SiteSettings settings, Fingerprints hashes) => new(
        DocumentKind.Post,
        post.Path,
        post.Id,
        Uid: null,
        post.Published.Date,
        post.Source,
        post.Wanted,
        post.Title,
        post.PagePath,
        Calendar: null,
        Elsewhere(post.Link, settings),
        post.Published.ToInstant(),
        post.Published.ToInstant(),
        post.Revised?.ToInstant(),
        post.Published.ToInstant(),
        Schedule: null,
        Sequence: 0,
        new TermNames(new TextList(post.Tags), new TextList(post.Categories), new TextList(post.Authors.Select(author => author.Name)), Series: null),
        Planned: null,
        hashes);

    /// <param name="calendar">The path of its calendar file; null for a plan, which has none.</param>
    public static Document Of(Event @event, string? calendar, SiteSettings settings, Fingerprints hashes)
    {
        return new Document(
            DocumentKind.Event,
            @event.Path,
            @event.Id,
            @event.Uid,
            @event.FirstDay,
            @event.Source,
            @event.Wanted,
            @event.Title,
            @event.PagePath,
            calendar,
            Elsewhere(@event.Link, settings),
            @event.Announced,
            @event.Stamp,
            Revised: null,
            @event.Appears,
            ScheduleFormat.Of(@event),
            @event.Sequence,
            new TermNames(new TextList(@event.Tags), new TextList(@event.Categories), default, @event.Series),
            @event.StandsFor,
            hashes);
    }

    /// <summary>The paths at which it stands on this server.</summary>
    public IEnumerable<string> Addresses => new[] { Address, Calendar }.OfType<string>();

    private static string? Elsewhere(Uri link, SiteSettings settings) => settings.Url.IsBaseOf(link) ? null : link.AbsoluteUri;
}

/// <summary>What a document is known by.</summary>
/// <param name="Facts">A hash of the facts that subscribers see.</param>
/// <param name="Placement">A hash of the facts that settle where it stands.</param>
internal sealed record Fingerprints(string Facts, string Placement);
