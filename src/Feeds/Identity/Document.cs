using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Identity;

/// <summary>The facts of a post or event that are compared with the lock.</summary>
/// <param name="Id">The id that it has without a lock.</param>
/// <param name="Uid">The UID that it has without a lock; null for a post.</param>
/// <param name="Link">The address of its page on another server; null when its page is on this one.</param>
/// <param name="Dated">When it last changed, according to its file.</param>
/// <param name="Revised">The author's own date of the last update.</param>
/// <param name="Appears">When it is published; null for an event without such a date.</param>
/// <param name="Planned">The planned date whose identity it takes.</param>
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
    public static Document Of(Post post, Site site, Fingerprints hashes)
    {
        var id = site.IdentityOf(post).Id;
        var authors = post.Authors.Select(author => author.Name);
        return new Document(
            DocumentKind.Post,
            post.Path,
            id,
            Uid: null,
            post.Published.Date,
            SourceOf(post.Source, post.Wanted, id),
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
            new TermNames(new TextList(post.Tags), new TextList(post.Categories), new TextList(authors), Series: null),
            Planned: null,
            hashes);
    }

    /// <param name="calendar">The path of its calendar file; null for a planned series, which has none.</param>
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
            hashes)
        {
            SignUp = @event.Announcement,
        };
    }

    /// <summary>The address to sign up; null for none.</summary>
    public Uri? SignUp { get; init; }

    /// <summary>Whether its id or UID is the one that its author wrote; the id of an entry is unique in its list alone.</summary>
    public bool HasWrittenId => Source.WrittenId is not null && (Wanted.Id is not null || EntryPath.FileOf(Path) is null);

    public IEnumerable<string> Addresses => Placement.Paths;

    public Placement Placement => new(Address, Calendar);

    // A written id that belongs to another document does not identify this one.
    private static Source SourceOf(Source source, WantedNames wanted, string? id) =>
        wanted.Id is null || wanted.Id == id ? source : source with { WrittenId = null };

    private static string? Elsewhere(Uri link, SiteSettings settings) => settings.Url.IsBaseOf(link) ? null : link.AbsoluteUri;
}
