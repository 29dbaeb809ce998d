using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;

namespace Feeds.Tests.Formats.Calendar;

/// <summary>What a test says of an event in a calendar.</summary>
internal sealed record SampleEvent
{
    public string Uid { get; init; } = "1";

    public Instant Stamp { get; init; } = Instant.FromUtc(2026, 1, 1, 0, 0);

    public EventSpan Span { get; init; } = new EventSpan.AllDay(new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 1));

    public RecurrenceSet? Recurrence { get; init; }

    public EventStart? Occurrence { get; init; }

    public string Summary { get; init; } = "s";

    public int Sequence { get; init; }

    public string? Description { get; init; }

    public string? Html { get; init; }

    public string? Location { get; init; }

    public (double Latitude, double Longitude)? Position { get; init; }

    public Uri? Url { get; init; }

    public Uri? Conference { get; init; }

    public Uri? Image { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    public (string Email, string? Name)? Organizer { get; init; }

    public string Status { get; init; } = EventStatus.Confirmed;

    public EventTimes Times => new(Span, Recurrence, Occurrence);

    public CalendarEvent Made()
    {
        var made = new CalendarEvent
        {
            Uid = Uid,
            DtStamp = CalendarTime.Of(Stamp),
            LastModified = CalendarTime.Of(Stamp),
            Sequence = Sequence,
            Summary = Summary,
            Description = Description,
            Url = Url,
            Categories = [.. Categories],
            Status = Status,
            Transparency = Span is EventSpan.Timed && Status != EventStatus.Cancelled ? TransparencyType.Opaque : TransparencyType.Transparent,
        };
        Times.AddTo(made);
        if (Html is not null) made.AddHtml(Html);
        made.AddPlace(Location, Position is var (latitude, longitude) ? new GeographicLocation(latitude, longitude) : null);
        made.AddUri("IMAGE", Image);
        made.AddUri("CONFERENCE", Conference);
        if (Organizer is var (email, name)) made.AddOrganizer(email, name);
        return made;
    }
}
