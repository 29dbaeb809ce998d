using System.Collections.Immutable;
using Feeds.Calendar;
using NodaTime;

namespace Feeds.Model;

/// <summary>An event: a document that says when people meet.</summary>
public sealed record Event
{
    /// <summary>The file, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>The identifier under which every calendar names it.</summary>
    public required string Uid { get; init; }

    /// <summary>The IRI under which every feed names it.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The address of its own page.</summary>
    public required Uri Link { get; init; }

    /// <summary>The path of its page on this server; null when its page is elsewhere.</summary>
    public required string? PagePath { get; init; }

    /// <summary>The path of its calendar file on this server.</summary>
    public required string CalendarPath { get; init; }

    public required EventSpan Span { get; init; }

    /// <summary>When its published facts last changed.</summary>
    public required Instant Stamp { get; init; }

    /// <summary>When it became known, as far as the content says so.</summary>
    public required Instant Announced { get; init; }

    public Place? Place { get; init; }

    /// <summary>Where it is announced or where people sign up, when that is elsewhere.</summary>
    public Uri? Announcement { get; init; }

    /// <summary>Where people join online.</summary>
    public Uri? Online { get; init; }

    public EventState Status { get; init; } = EventState.Confirmed;

    /// <summary>How many times its time, place or status changed, as far as its author counts them.</summary>
    public int Sequence { get; init; }

    /// <summary>Who invites, where there is an address to write to.</summary>
    public Organizer? Organizer { get; init; }

    /// <summary>The name of the series that it is one of; null when it stands alone.</summary>
    public string? Series { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What it is about: its categories, then its tags, each once.</summary>
    public IEnumerable<string> Terms => Categories.Concat(Tags).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The author's own summary, as plain text.</summary>
    public string? Summary { get; init; }

    public Uri? Image { get; init; }

    /// <summary>The files of the site that the front matter refers to.</summary>
    public ImmutableArray<FileReference> Files { get; init; } = [];

    /// <summary>Rendered on first use, and shared by all formats.</summary>
    public required Lazy<Body> Body { get; init; }

    /// <summary>The address that its readers are sent to: where it is announced, else its own page.</summary>
    public Uri MainLink => Announcement ?? Link;

    /// <summary>The day on which it starts, by the clocks of its place.</summary>
    public LocalDate FirstDay => FirstDayOf(Span);

    /// <inheritdoc cref="FirstDay"/>
    public static LocalDate FirstDayOf(EventSpan span) => span switch
    {
        EventSpan.Timed timed => timed.Start.Date,
        EventSpan.AllDay days => days.First,
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    /// <summary>When it is over.</summary>
    /// <param name="zone">The zone in which a whole day ends.</param>
    public Instant EndsAt(DateTimeZone zone) => Span switch
    {
        EventSpan.Timed timed => timed.End.ToInstant(),
        EventSpan.AllDay days => zone.AtStartOfDay(days.Last.PlusDays(1)).ToInstant(),
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    /// <summary>When it starts.</summary>
    /// <param name="zone">The zone in which a whole day starts.</param>
    public Instant StartsAt(DateTimeZone zone) => Span switch
    {
        EventSpan.Timed timed => timed.Start.ToInstant(),
        EventSpan.AllDay days => zone.AtStartOfDay(days.First).ToInstant(),
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };
}
