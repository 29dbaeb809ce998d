using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Text;
using NodaTime.Text;

namespace Feeds.Content.Sources;

/// <summary>What tells whether two events are the same: title, time, place and link.</summary>
internal sealed class EventSigns
{
    private readonly string? place;

    public EventSigns(Event @event)
    {
        Event = @event;
        Title = Slug.Of(@event.Title);
        place = @event.Place is { IsOnline: false } where ? Slug.Of(where.ToString()) : null;
        Link = LinkOf(@event.Announcement);
        Online = LinkOf(@event.Online?.Address);
        Start = @event.Span is EventSpan.Timed timed
            ? InstantPattern.General.Format(timed.Start.ToInstant())
            : LocalDatePattern.Iso.Format(@event.FirstDay);
    }

    public Event Event { get; }

    /// <summary>The words of its title.</summary>
    public string Title { get; }

    public string? Link { get; }

    public string Start { get; }

    private string? Online { get; }

    /// <summary>Whose it is: the name of the source, or nothing for the author.</summary>
    public string Owner => Event.Origin?.Source ?? "";

    public bool IsCancelled => Event.Status == EventState.Cancelled;

    public bool HasSameTitle(EventSigns other) => Slug.Overlap(Title, other.Title);

    /// <summary>Whether both may take place together: what both of them say is not different throughout.</summary>
    public bool HasSameVenue(EventSigns other)
    {
        var bothHavePlaces = place is not null && other.place is not null;
        if (bothHavePlaces && Slug.Overlap(place!, other.place!)) return true;
        string?[] links = [Link, Online];
        if (links.Any(link => link is not null && (link == other.Link || link == other.Online))) return true;
        var bothHaveLinks = (Link ?? Online) is not null && (other.Link ?? other.Online) is not null;
        return !bothHavePlaces && !bothHaveLinks;
    }

    /// <summary>Whether an event that recurs takes place at the start of another.</summary>
    public bool RecursAt(EventSigns other)
    {
        if (Event.Recurrence is not { } recurrence) return false;
        var start = EventStart.Of(other.Event.Span);
        var days = recurrence.Occurrences(Event.Span, start.Date.PlusDays(-1))
            .Select(EventStart.Of)
            .TakeWhile(one => one.Date <= start.Date.PlusDays(1));
        return days.Any(one => (one, start) switch
        {
            (EventStart.Timed mine, EventStart.Timed theirs) => mine.At.ToInstant() == theirs.At.ToInstant(),
            _ => one == start,
        });
    }

    /// <summary>An address without what the same page may have or not.</summary>
    private static string? LinkOf(Uri? address)
    {
        if (address is null) return null;
        var host = address.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? address.IdnHost[4..] : address.IdnHost;
        var query = address.Query.TrimStart('?').Split('&')
            .Where(part => part.Length > 0 && !part.StartsWith("utm_", StringComparison.Ordinal));
        return $"{host}{address.AbsolutePath.TrimEnd('/')}?{string.Join('&', query)}";
    }
}
