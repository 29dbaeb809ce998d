using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Model;

/// <summary>A site as it is at one moment: posts dated later are not there yet, those that expired no longer.</summary>
public sealed class CurrentSite
{
    public CurrentSite(Site site, Instant now)
    {
        Settings = site.Settings;
        Now = now;
        Posts = [.. site.Posts.Where(post => post.Published.ToInstant() <= now && !(post.Expires <= now))];
        Events = site.Events;
        Files = site.Files;
        Coming = [.. site.Events.Where(@event => @event.EndsAt(Settings.Zone) > now)];
        Past = [.. site.Events.Where(@event => @event.EndsAt(Settings.Zone) <= now).Reverse()];
        var appearing = site.Posts.Select(post => post.Published.ToInstant()).Concat(site.Events.Select(@event => @event.Announced));
        var expiring = site.Posts.Select(post => post.Expires).OfType<Instant>();
        var updated = site.Posts.Select(post => post.Updated.ToInstant());
        Until = appearing.Concat(updated).Concat(expiring).Concat(Coming.Select(@event => @event.EndsAt(Settings.Zone))).Where(change => change > now).Select(change => (Instant?)change).Min();
    }

    public SiteSettings Settings { get; }

    public Instant Now { get; }

    /// <summary>The posts published so far, newest first.</summary>
    public ImmutableArray<Post> Posts { get; }

    /// <summary>All events, in order of start.</summary>
    public ImmutableArray<Event> Events { get; }

    /// <summary>The files that a document may refer to, by path.</summary>
    public FrozenDictionary<string, SiteFile> Files { get; }

    /// <summary>The events that are not over, the next one first.</summary>
    public ImmutableArray<Event> Coming { get; }

    /// <summary>The events that are over, the last one first.</summary>
    public ImmutableArray<Event> Past { get; }

    /// <summary>When the next scheduled post appears, one expires, or an event is announced or over; null when nothing of that lies ahead.</summary>
    public Instant? Until { get; }
}
