using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model.Dates;
using Feeds.Model.Languages;
using Feeds.Model.Sources;
using NodaTime;

namespace Feeds.Model;

/// <summary>Everything that a content folder says, drafts left out.</summary>
/// <param name="Posts">Newest first, ties by id; those dated in the future are among them.</param>
/// <param name="Events">In order of start, ties by UID.</param>
/// <param name="Plans">The files that say when a series is likely to go on, in order of path.</param>
/// <param name="Files">The files that a document may refer to, by path.</param>
/// <param name="Identities">What its documents are known by, by their files.</param>
public sealed record Site(
    SiteSettings Settings,
    ImmutableArray<Post> Posts,
    ImmutableArray<Event> Events,
    ImmutableArray<PlannedSeries> Plans,
    FrozenDictionary<string, SiteFile> Files,
    IReadOnlyDictionary<string, DocumentIdentity> Identities)
{
    /// <summary>In order of path.</summary>
    public ImmutableArray<ContentPage> Pages { get; init; } = [];

    /// <summary>The planned dates that events replace, by the events' files.</summary>
    public IReadOnlyDictionary<string, PlannedDate> PlannedDates { get; init; } = FrozenDictionary<string, PlannedDate>.Empty;

    /// <summary>The documents in several languages, by the path of each, in order of language.</summary>
    public FrozenDictionary<string, ImmutableArray<Translation>> Translations { get; init; } =
        FrozenDictionary<string, ImmutableArray<Translation>>.Empty;

    /// <summary>The events of sources that others already show, in order of path.</summary>
    public ImmutableArray<DoubleEvent> Doubles { get; init; } = [];

    public Planet Planet { get; init; } = Planet.Empty;

    /// <summary>What the lock has of it; null without a lock.</summary>
    public SiteHistory? History { get; init; }

    public CacheBudget Budget { get; init; } = new(maxBytes: 0);

    public DocumentIdentity IdentityOf(Post post) => Identities[post.Path];

    public DocumentIdentity IdentityOf(Event @event) => Identities[@event.Path];

    public bool IsPublished(Post post, Instant now) =>
        (post.Published.ToInstant() <= now || Settings.ShowsDrafts) && !(post.Expires <= now);

    /// <summary>The same site with other versions of some documents, by their files, in the same order.</summary>
    internal Site With(IReadOnlyDictionary<string, Post> posts, IReadOnlyDictionary<string, Event> events) => this with
    {
        Posts = [.. Posts.Select(post => posts.GetValueOrDefault(post.Path, post))],
        Events = [.. Events.Select(@event => events.GetValueOrDefault(@event.Path, @event))],
    };

    /// <summary>The same site with different identities; documents without one are left out.</summary>
    public Site With(IReadOnlyDictionary<string, DocumentIdentity> identities) => this with
    {
        Posts = [.. Posts.Where(post => identities.ContainsKey(post.Path))
            .OrderByDescending(post => post.Published.ToInstant()).ThenBy(post => identities[post.Path].Id, StringComparer.Ordinal)],
        Events = [.. Events.Where(@event => identities.ContainsKey(@event.Path))
            .OrderBy(@event => @event.StartsAt(Settings.Zone)).ThenBy(@event => identities[@event.Path].Uid, StringComparer.Ordinal)],
        Plans = [.. Plans.Where(plan => identities.ContainsKey(plan.Event.Path)).OrderBy(plan => plan.Event.Path, StringComparer.Ordinal)],
        Identities = identities,
    };
}
