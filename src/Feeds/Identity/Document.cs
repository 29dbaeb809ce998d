using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Model.Dates;
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
    public static Document Of(Post post, Site site, Fingerprints hashes) => new(
        DocumentKind.Post,
        post.Path,
        site.IdentityOf(post).Id,
        Uid: null,
        post.Published.Date,
        SourceOf(post.Source, post.Wanted, site.IdentityOf(post).Id),
        post.Wanted,
        post.Title,
        post.PagePath,
        Calendar: null,
        Elsewhere(post.Link, site.Settings),
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
    public static Document Of(Event @event, string? calendar, Site site, Fingerprints hashes)
    {
        var identity = site.IdentityOf(@event);
        return new Document(
            DocumentKind.Event,
            @event.Path,
            identity.Id,
            identity.Uid,
            @event.FirstDay,
            SourceOf(@event.Source, @event.Wanted, identity.Uid),
            @event.Wanted,
            @event.Title,
            @event.PagePath,
            calendar,
            Elsewhere(@event.Link, site.Settings),
            @event.Announced,
            @event.Dated,
            Revised: null,
            @event.Appears,
            ScheduleFormat.Of(@event),
            @event.WrittenSequence,
            new TermNames(new TextList(@event.Tags), new TextList(@event.Categories), default, @event.Series),
            site.PlannedDates.GetValueOrDefault(@event.Path),
            hashes);
    }

    /// <summary>The paths at which it stands on this server.</summary>
    public IEnumerable<string> Addresses => new[] { Address, Calendar }.OfType<string>();

    /// <summary>What the file says, without an id that is another's.</summary>
    private static Source SourceOf(Source source, WantedNames wanted, string? id) =>
        wanted.Id is null || wanted.Id == id ? source : source with { WrittenId = null };

    private static string? Elsewhere(Uri link, SiteSettings settings) => settings.Url.IsBaseOf(link) ? null : link.AbsoluteUri;
}
