using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Model;

/// <summary>An event: a document that says when people meet.</summary>
public sealed record Event
{
    /// <summary>The stamp of an event that says nothing of when it was written: later than the date with which Thunderbird first asks, which is the start of 2000.</summary>
    public static readonly Instant Undated = Instant.FromUtc(2001, 1, 1, 0, 0);

    /// <summary>How many occurrences are looked at for the last one.</summary>
    private const int MaxOccurrences = 10_000;

    private static readonly LocalDatePattern OccurrenceDate = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern OccurrenceTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <summary>The file, relative to the content folder.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }

    /// <summary>The address of its own page.</summary>
    public required Uri Link { get; init; }

    /// <summary>Of a single date the address of the page of all dates, which tells of the next ones only; null of an event that takes place once.</summary>
    public Uri? PageOfDates { get; init; }

    /// <summary>The path of its page on this server; null when its page is elsewhere.</summary>
    public required string? PagePath { get; init; }

    /// <summary>The path of its calendar file on this server.</summary>
    public required string CalendarPath { get; init; }

    public required EventSpan Span { get; init; }

    /// <summary>How it comes back, of which <see cref="Span"/> is the first time; null when it takes place once.</summary>
    public RecurrenceSet? Recurrence { get; init; }

    /// <summary>Its occurrences that are other than the rest.</summary>
    public ImmutableArray<Event> Overrides { get; init; } = [];

    /// <summary>Which occurrence of a recurring event it is, by its start before it was moved; null when it is no occurrence.</summary>
    public EventStart? Occurrence { get; init; }

    /// <summary>When its author says that it last changed; <see cref="Undated"/> when nothing is said.</summary>
    public required Instant Dated { get; init; }

    /// <summary>When it became known, as far as the content says so.</summary>
    public required Instant Announced { get; init; }

    /// <summary>When it is published; null when that is as soon as it is written.</summary>
    public Instant? Appears { get; init; }

    /// <summary>When it is withdrawn before it is over; null when it stays.</summary>
    public Instant? Expires { get; init; }

    public Place? Place { get; init; }

    /// <summary>Where it is announced or where people sign up, when that is elsewhere.</summary>
    public Uri? Announcement { get; init; }

    /// <summary>Where people join online.</summary>
    public Uri? Online { get; init; }

    public EventState Status { get; init; } = EventState.Confirmed;

    /// <summary>How many times its time, place or status changed, as its author counts them.</summary>
    public int WrittenSequence { get; init; }

    /// <summary>Who invites, where there is an address to write to.</summary>
    public Organizer? Organizer { get; init; }

    /// <summary>The name of the series that it is one of; null when it stands alone.</summary>
    public string? Series { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What it is about: its categories, then its tags, each once.</summary>
    public IEnumerable<string> Terms => Categories.Concat(Tags).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The planned date of its series for which it stands, where it takes place on another day; null when that is its first day.</summary>
    public WrittenDate? Planned { get; init; }

    /// <summary>The author's own summary, as plain text.</summary>
    public string? Summary { get; init; }

    public Uri? Image { get; init; }

    /// <summary>The files of the site that the front matter refers to.</summary>
    public ImmutableArray<FileReference> Files { get; init; } = [];

    public Source Source { get; init; } = Source.Unknown;

    /// <summary>The names that its file asks for; where they are those of another, it has others.</summary>
    public WantedNames Wanted { get; init; } = new(new Placement(Page: null, Calendar: null), NameDate: null, Id: null);

    public required RenderedBody Body { get; init; }

    /// <summary>The address that its readers are sent to: where it is announced, else its own page.</summary>
    public Uri MainLink => Announcement ?? Link;

    /// <summary>The day on which it starts, by the clocks of its place.</summary>
    public LocalDate FirstDay => FirstDayOf(Span);

    /// <inheritdoc cref="FirstDay"/>
    public static LocalDate FirstDayOf(EventSpan span) => DayOf(EventStart.Of(span));

    /// <summary>Whether it is an occurrence that takes place at another time than its rule says.</summary>
    public bool IsMoved => Occurrence is not null && Occurrence != EventStart.Of(Span);

    /// <summary>The day of a start, where it is.</summary>
    public static LocalDate DayOf(EventStart start) => start switch
    {
        EventStart.Timed timed => timed.At.Date,
        EventStart.Day day => day.Date,
        _ => throw new InvalidOperationException("An event starts at a time or on a day."),
    };

    /// <summary>Each time that it takes place, from a day on, as an event of its own: changed where an override says so, and in the order in which they were to be.</summary>
    public IEnumerable<Event> OccurrencesFrom(LocalDate earliest)
    {
        if (Recurrence is null) return [];
        return Recurrence.Occurrences(Span, earliest).Select(span => Occurring(span, EventStart.Of(span)));
    }

    private Event Occurring(EventSpan span, EventStart start)
    {
        var changed = Overrides.FirstOrDefault(other => other.Occurrence == start) ?? this with { Span = span, Recurrence = null, Overrides = [], Occurrence = start };
        var isOneOfADay = Recurrence!.Extra.Contains(start) || Recurrence.Rule is { ByHour.IsEmpty: false } or { ByMinute.IsEmpty: false } or { BySecond.IsEmpty: false };
        var name = isOneOfADay && start is EventStart.Timed { At: var at } ? OccurrenceTime.Format(at.LocalDateTime) : OccurrenceDate.Format(DayOf(start));

        // A page that lists dates has the fragment too.
        return changed with { Link = new Uri(Link, $"#{name}"), PageOfDates = Link, PagePath = null };
    }

    /// <summary>When it is over.</summary>
    /// <param name="zone">The zone in which a whole day ends.</param>
    public Instant EndsAt(DateTimeZone zone) => Span switch
    {
        EventSpan.Timed timed => timed.End.ToInstant(),
        EventSpan.AllDay days => zone.AtStartOfDay(days.Last.PlusDays(1)).ToInstant(),
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    /// <summary>Whether it is published at a moment.</summary>
    public bool IsPublishedAt(Instant now) => !(Appears > now) && !(Expires <= now);

    /// <summary>When its last occurrence is over; null when it goes on without an end.</summary>
    /// <param name="zone">The zone in which a whole day ends.</param>
    public Instant? LastEnd(DateTimeZone zone)
    {
        if (Recurrence is null) return EndsAt(zone);
        if (Recurrence.Rule is { End: null }) return null;
        return OccurrencesFrom(LocalDate.MinIsoValue).Take(MaxOccurrences).Select(date => date.EndsAt(zone)).Append(EndsAt(zone)).Max();
    }

    /// <summary>When it starts.</summary>
    /// <param name="zone">The zone in which a whole day starts.</param>
    public Instant StartsAt(DateTimeZone zone) => Span switch
    {
        EventSpan.Timed timed => timed.Start.ToInstant(),
        EventSpan.AllDay days => zone.AtStartOfDay(days.First).ToInstant(),
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };
}
