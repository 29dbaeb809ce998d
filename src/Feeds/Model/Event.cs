using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Model.Sources;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Model;

/// <summary>An event: a document that says when people meet.</summary>
public sealed record Event
{
    /// <summary>The date of an event that states none: Thunderbird first asks for changes since 2000.</summary>
    public static readonly Instant Undated = Instant.FromUtc(2001, 1, 1, 0, 0);

    private const int MaxOccurrences = 10_000;

    private static readonly LocalDatePattern OccurrenceDate = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern OccurrenceTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <summary>Relative to the content folder.</summary>
    public required string Path { get; init; }

    public required string Title { get; init; }
    public required Uri Link { get; init; }

    /// <summary>For an occurrence, the page of the recurring event.</summary>
    public Uri? PageOfDates { get; init; }

    /// <summary>Null when its page is elsewhere.</summary>
    public required string? PagePath { get; init; }

    public required string CalendarPath { get; init; }
    public required EventSpan Span { get; init; }

    /// <summary>Whether its author states neither an end nor how long it lasts.</summary>
    public bool IsEndAssumed { get; init; }

    /// <summary>How it recurs, starting with <see cref="Span"/>; null when it takes place once.</summary>
    public RecurrenceSet? Recurrence { get; init; }

    /// <summary>Its occurrences that differ from the rest.</summary>
    public ImmutableArray<Event> Overrides { get; init; } = [];

    /// <summary>For an occurrence, its start before it was moved (RECURRENCE-ID).</summary>
    public EventStart? Occurrence { get; init; }

    /// <summary>When its author last changed it; <see cref="Undated"/> when the file states no date.</summary>
    public required Instant Dated { get; init; }

    /// <summary>When it was announced, as far as the file states it.</summary>
    public required Instant Announced { get; init; }

    /// <summary>Null when it is published at once.</summary>
    public Instant? Appears { get; init; }

    public Instant? Expires { get; init; }
    public Place? Place { get; init; }

    /// <summary>The page elsewhere on which it is announced or people sign up.</summary>
    public Uri? Announcement { get; init; }

    /// <summary>Null when people cannot join online, or when the place alone says it.</summary>
    public OnlineAccess? Online { get; init; }

    /// <summary>Whether it was to be at a place before.</summary>
    public bool HasMovedOnline { get; init; }

    public EventState Status { get; init; } = EventState.Confirmed;

    /// <summary>SEQUENCE as its author counts it.</summary>
    public int WrittenSequence { get; init; }

    public Organizer? Organizer { get; init; }
    public string? Series { get; init; }
    public ImmutableArray<string> Categories { get; init; } = [];
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Its categories, then its tags, each once.</summary>
    public IEnumerable<string> Terms => Categories.Concat(Tags).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The planned date of its series that it replaces, where that is another day than its first.</summary>
    public WrittenDate? Planned { get; init; }

    /// <summary>Where it was brought in from; null for an event of the author.</summary>
    public Origin? Origin { get; init; }

    /// <summary>Plain text.</summary>
    public string? Summary { get; init; }

    public Uri? Image { get; init; }

    /// <summary>The files of the site that its front matter names.</summary>
    public ImmutableArray<FileReference> Files { get; init; } = [];

    /// <summary>What its translations share: what its front matter says, else its path without language and extension.</summary>
    [AllowNull]
    public string TranslationKey { get => field ?? System.IO.Path.ChangeExtension(Path, null); init; }

    /// <summary>A BCP 47 tag; null for that of the site.</summary>
    public string? Language { get; init; }

    public Source Source { get; init; } = Source.Unknown;

    /// <summary>The addresses and id that its file asks for.</summary>
    public WantedNames Wanted { get; init; } = new(new Placement(Page: null, Calendar: null), NameDate: null, Id: null);

    public required RenderedBody Body { get; init; }

    /// <summary>Where people meet: the name and address of the place, and how to join online where that has no address.</summary>
    public ImmutableArray<string> PlaceLines
    {
        get
        {
            if (Place is not { } place) return [];
            string?[] lines = [place.Name, place.Address, Online is { Address: null } ? Online.Text : null];
            return [.. lines.OfType<string>()];
        }
    }

    /// <summary>The same on one line; null when no place is known.</summary>
    public string? PlaceText => PlaceLines is { IsEmpty: false } lines ? string.Join(", ", lines) : null;

    public Uri MainLink => Announcement ?? Link;

    /// <summary>The day on which it starts, in its own zone.</summary>
    public LocalDate FirstDay => FirstDayOf(Span);

    /// <inheritdoc cref="FirstDay"/>
    public static LocalDate FirstDayOf(EventSpan span) => EventStart.Of(span).Date;

    public bool IsMoved => Occurrence is not null && Occurrence != EventStart.Of(Span);

    /// <summary>Its occurrences from a day on, in the order of the rule, each with its override.</summary>
    public IEnumerable<Event> OccurrencesFrom(LocalDate earliest)
    {
        if (Recurrence is null) return [];
        return Recurrence.Occurrences(Span, earliest).Select(span => Occurring(span, EventStart.Of(span)));
    }

    private Event Occurring(EventSpan span, EventStart start)
    {
        var changed = Overrides.FirstOrDefault(other => other.Occurrence == start)
            ?? this with { Span = span, Recurrence = null, Overrides = [], Occurrence = start };
        var isOneOfADay = Recurrence!.Extra.Contains(start) || Recurrence.Rule is { HasTimes: true };
        var name = isOneOfADay && start is EventStart.Timed { At: var at }
            ? OccurrenceTime.Format(at.LocalDateTime)
            : OccurrenceDate.Format(start.Date);

        // A page that lists dates has the fragment too.
        return changed with { Link = new Uri(Link, $"#{name}"), PageOfDates = Link, PagePath = null };
    }

    /// <param name="zone">The zone in which a whole day ends.</param>
    public Instant EndsAt(DateTimeZone zone) => Span.EndsAt(zone);

    public bool IsPublishedAt(Instant now) => !(Appears > now) && !(Expires <= now);

    /// <summary>Null when it recurs without an end.</summary>
    /// <param name="zone">The zone in which a whole day ends.</param>
    public Instant? LastEnd(DateTimeZone zone)
    {
        if (Recurrence is null) return EndsAt(zone);
        if (Recurrence.Rule is { End: null }) return null;
        return OccurrencesFrom(LocalDate.MinIsoValue).Take(MaxOccurrences).Select(date => date.EndsAt(zone)).Append(EndsAt(zone)).Max();
    }

    /// <param name="zone">The zone in which a whole day starts.</param>
    public Instant StartsAt(DateTimeZone zone) => Span.StartsAt(zone);
}

/// <summary>What has become of an event since it was announced.</summary>
public enum EventState
{
    Confirmed,
    Tentative,

    /// <summary>It takes place at a different time or place than announced.</summary>
    Moved,

    /// <summary>It takes place later, at a time not known yet.</summary>
    Postponed,
    Cancelled,
}
