using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Content;

/// <summary>What documents are known by, as far as their files say it: each by a name that no other has.</summary>
internal sealed class SiteIds
{
    private readonly FrozenSet<string> copies;
    private readonly Uri site;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly HashSet<Instant> updates = [];

    private SiteIds(FrozenSet<string> copies, Uri site) => (this.copies, this.site) = (copies, site);

    /// <param name="posts">In order of path.</param>
    /// <param name="events">Plans too, in order of path.</param>
    /// <param name="standing">The planned dates that events stand for, by the events' files.</param>
    /// <param name="copies">The files whose written id is that of another.</param>
    /// <param name="site">The address that ids are made from.</param>
    public static FrozenDictionary<string, DocumentIdentity> Of(
        ImmutableArray<Post> posts, ImmutableArray<Event> events, IReadOnlyDictionary<string, PlannedDate> standing, FrozenSet<string> copies, Uri site)
    {
        var ids = new SiteIds(copies, site);
        var identities = new Dictionary<string, DocumentIdentity>(posts.Length + events.Length, StringComparer.Ordinal);
        foreach (var post in posts) identities[post.Path] = ids.Of(post);
        foreach (var @event in events) identities[@event.Path] = ids.Of(@event);
        foreach (var (path, date) in standing)
        {
            var plan = identities[date.Path];
            identities[path] = identities[path] with { Id = date.Id(plan.Id), Uid = date.Uid(plan.Uid!) };
        }

        return identities.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private DocumentIdentity Of(Post post)
    {
        var own = Identifiers.TagUri(site, post.Published.Year, post.Path[..^Path.GetExtension(post.Path).Length]);
        var updated = post.Updated.ToInstant();
        // Readers that sort by 'updated' would show two of one second in an order of their own.
        while (!updates.Add(updated)) updated += Duration.FromSeconds(1);
        return new DocumentIdentity(Free(post.Path, post.Wanted.Id, own))
        {
            Announced = post.Published.ToInstant(),
            Changed = Instant.MinValue,
            Updated = updated,
        };
    }

    private DocumentIdentity Of(Event @event) => new(
        Identifiers.Urn(site, @event.Path), Free(@event.Path, @event.Wanted.Id, Identifiers.Uid(site, @event.Path)))
    {
        Announced = @event.Announced,
        Changed = @event.Dated,
        Updated = @event.Dated,
        Sequence = @event.WrittenSequence,
    };

    private string Free(string path, string? written, string own) =>
        !copies.Contains(path) && taken.Add(written ?? own) ? written ?? own : IdGenerator.Free(own, taken);
}
