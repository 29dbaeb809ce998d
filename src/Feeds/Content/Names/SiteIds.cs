using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Content.Names;

/// <summary>Assigns unique ids to documents from their files, without the lock.</summary>
internal sealed class SiteIds(FrozenSet<string> copies, Uri site)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly HashSet<Instant> updates = [];

    /// <param name="posts">In order of path.</param>
    /// <param name="events">Events and plans, in order of path.</param>
    /// <param name="plannedDates">The planned dates that events stand for, by the events' files.</param>
    /// <param name="copies">The files that contain the id of another.</param>
    /// <param name="site">The address that ids are made from.</param>
    public static Dictionary<string, DocumentIdentity> Of(
        ImmutableArray<Post> posts,
        ImmutableArray<Event> events,
        IReadOnlyDictionary<string, PlannedDate> plannedDates,
        FrozenSet<string> copies,
        Uri site)
    {
        var ids = new SiteIds(copies, site);
        var identities = new Dictionary<string, DocumentIdentity>(posts.Length + events.Length, StringComparer.Ordinal);
        foreach (var post in posts) identities[post.Path] = ids.Of(post);
        foreach (var @event in events) identities[@event.Path] = ids.Of(@event);
        foreach (var (path, date) in plannedDates)
        {
            var plan = identities[date.Path];
            identities[path] = identities[path] with { Id = date.Id(plan.Id), Uid = date.Uid(plan.Uid!) };
        }

        return identities;
    }

    private DocumentIdentity Of(Post post)
    {
        var derived = Identifiers.TagUri(site, post.Published.Year, post.Path[..^Path.GetExtension(post.Path).Length]);
        var updated = post.Updated.ToInstant();
        // Readers that sort by 'updated' show two of one second in any order.
        while (!updates.Add(updated)) updated += Duration.FromSeconds(1);
        return new DocumentIdentity(Unique(post.Path, post.Wanted.Id, derived))
        {
            Announced = post.Published.ToInstant(),
            Changed = Instant.MinValue,
            Updated = updated,
        };
    }

    private DocumentIdentity Of(Event @event)
    {
        var uid = Unique(@event.Path, @event.Wanted.Id, Identifiers.Uid(site, @event.Path));
        var none = Event.Undated;
        return DatedBy(@event, new(Identifiers.Urn(site, @event.Path), uid) { Announced = none, Changed = none, Updated = none });
    }

    /// <summary>The identity with the dates of an event.</summary>
    public static DocumentIdentity DatedBy(Event @event, DocumentIdentity identity) => identity with
    {
        Announced = @event.Announced,
        Changed = @event.Dated,
        Updated = @event.Dated,
        Sequence = @event.WrittenSequence,
    };

    private string Unique(string path, string? written, string derived) =>
        !copies.Contains(path) && taken.Add(written ?? derived) ? written ?? derived : IdGenerator.Free(derived, taken);
}
