using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Text;
using NodaTime;
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
        Start = StartOf(@event.Span);
    }

    public Event Event { get; }

    /// <summary>The words of its title.</summary>
    public string Title { get; }

    /// <summary>Its UID in its source, or the one that its author wrote.</summary>
    public string? Uid => Event.Origin is { } origin ? origin.Id : Event.Wanted.Id;

    public string? Link { get; }

    public string Start { get; }

    private string? Online { get; }

    /// <summary>Whose it is: the name of the source, or nothing for the author.</summary>
    public string Owner => Event.Origin?.Source ?? "";

    public bool Recurs => Event.Recurrence is not null;

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

    /// <summary>The occurrence of an event that recurs at the start of another, also if it was moved; null when there is none.</summary>
    public Event? DateAt(EventSigns other)
    {
        var day = EventStart.Of(other.Event.Span).Date;
        // It may be moved from any other day.
        return Event.Overrides.FirstOrDefault(one => StartOf(one.Span) == other.Start)
            ?? Event.OccurrencesFrom(day.PlusDays(-1))
                .TakeWhile(one => one.Occurrence!.Date <= day.PlusDays(1))
                .FirstOrDefault(one => StartOf(one.Occurrence!) == other.Start);
    }

    /// <summary>The starts of an event that recurs, from a day on, each with that before it was moved.</summary>
    public IEnumerable<(string Start, EventStart Occurrence)> DatesFrom(LocalDate earliest) =>
        from usual in Event.Recurrence!.Occurrences(Event.Span, earliest)
        let occurrence = EventStart.Of(usual)
        let moved = Event.Overrides.FirstOrDefault(one => one.Occurrence == occurrence)
        select (StartOf(moved?.Span ?? usual), occurrence);

    public static string StartOf(EventSpan span) => StartOf(EventStart.Of(span));

    /// <summary>The same in every zone.</summary>
    private static string StartOf(EventStart start) =>
        start is EventStart.Timed { At: var time }
            ? InstantPattern.General.Format(time.ToInstant())
            : LocalDatePattern.Iso.Format(start.Date);

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
