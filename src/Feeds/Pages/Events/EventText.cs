using System.Globalization;
using System.Text.RegularExpressions;
using Feeds.Formats.Calendar;
using Feeds.Model;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Pages.Events;

/// <summary>Formats the dates, times and states of events in English, and for HTML's <c>datetime</c>.</summary>
internal static partial class EventText
{
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("dddd, d MMMM uuuu");
    private static readonly LocalDateTimePattern MomentPattern =
        LocalDateTimePattern.CreateWithInvariantCulture("dddd, d MMMM uuuu, HH:mm");
    private static readonly LocalDatePattern MonthNamePattern = LocalDatePattern.CreateWithInvariantCulture("MMM");
    private static readonly YearMonthPattern MonthPattern = YearMonthPattern.CreateWithInvariantCulture("MMMM uuuu");

    public static string MonthName(LocalDate date) => MonthNamePattern.Format(date);

    public static string Month(YearMonth month) => MonthPattern.Format(month);

    public static string Day(LocalDate date) => DayPattern.Format(date);

    /// <summary>When it takes place, with the zone as people call it.</summary>
    public static string When(Event @event) => When(@event, zone => " " + ZoneText.Of(zone));

    /// <summary>When it takes place, without the zone of the site, which its readers know.</summary>
    public static string Brief(Event @event, SiteSettings settings) =>
        When(@event, zone => zone.Equals(settings.Zone) ? "" : " " + ZoneText.Of(zone));

    /// <summary>When it takes place, with the id of the zone, as feeds have it: every subscriber would see new words.</summary>
    public static string WhenInFeeds(Event @event) => When(@event, zone => $" ({zone.Id})");

    public static string Title(Event @event) => @event switch
    {
        { Status: EventState.Cancelled } => $"Cancelled: {@event.Title}",
        { Status: EventState.Postponed } => $"Postponed: {@event.Title}",
        { IsMoved: true } => $"Moved: {@event.Title}",
        _ => @event.Title,
    };

    /// <summary>The state in a word; null when the event takes place as it was announced.</summary>
    public static string? State(Event @event) => @event switch
    {
        { Status: EventState.Tentative } => "tentative",
        { Status: EventState.Postponed } => "postponed",
        { Status: EventState.Cancelled } => "cancelled",
        { Status: EventState.Moved } or { IsMoved: true } => "moved",
        _ => null,
    };

    /// <summary>The state in a sentence for a page; null when the event takes place as it was announced.</summary>
    public static string? PageNote(EventState state) => state switch
    {
        EventState.Tentative => "This event is not confirmed yet.",
        EventState.Moved => "The time or place of this event has changed.",
        EventState.Postponed => "This event has been postponed. There is no new date yet.",
        EventState.Cancelled => "This event has been cancelled.",
        _ => null,
    };

    /// <summary>The same for feeds and calendars, which keep their wording.</summary>
    public static string? Note(EventState state) => state switch
    {
        EventState.Tentative => "Tentative: this event is not certain yet.",
        EventState.Moved => "Moved: the time or the place of this event has changed.",
        EventState.Postponed => "Postponed: this event does not take place at this time; the new one is not known yet.",
        EventState.Cancelled => "Cancelled: this event does not take place.",
        _ => null,
    };

    /// <summary>When and where it takes place.</summary>
    /// <param name="when">As it is worded there.</param>
    public static string Facts(Event @event, string when) => @event.PlaceText is { } place ? $"{when}, {place}" : when;

    public static string Machine(EventSpan span) => span switch
    {
        EventSpan.AllDay days => LocalDatePattern.Iso.Format(days.First),
        EventSpan.Timed timed => Machine(timed.Start.ToOffsetDateTime()),
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    /// <summary>The end; of an all-day event its last day.</summary>
    public static string MachineEnd(EventSpan span) => span switch
    {
        EventSpan.AllDay days => LocalDatePattern.Iso.Format(days.Last),
        EventSpan.Timed timed => Machine(timed.End.ToOffsetDateTime()),
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    public static string Machine(OffsetDateTime moment) => OffsetDateTimePattern.Rfc3339.Format(moment);

    /// <summary>Words in which no line breaks between the hours of a range.</summary>
    public static string KeepRangesTogether(string words) => HoursToHours().Replace(words, "\u2060–\u2060");

    public static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    [GeneratedRegex(@"(?<=\d)–(?=\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HoursToHours();

    private static string When(Event @event, Func<DateTimeZone, string> zoneText) => @event.IsMoved
        ? $"{Span(@event.Span, zoneText)} (moved from {Day(@event.Occurrence!.Date)})"
        : Span(@event.Span, zoneText);

    private static string Span(EventSpan span, Func<DateTimeZone, string> zoneText) => span switch
    {
        EventSpan.AllDay days when days.First == days.Last => Day(days.First),
        EventSpan.AllDay days => $"{Day(days.First)} – {Day(days.Last)}",
        EventSpan.Timed timed when timed.Start.Date == timed.End.Date =>
            $"{Moment(timed.Start)}–{Time(timed.End)}{zoneText(timed.Start.Zone)}",
        EventSpan.Timed timed => $"{Moment(timed.Start)} – {Moment(timed.End)}{zoneText(timed.Start.Zone)}",
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    private static string Moment(ZonedDateTime time) => MomentPattern.Format(time.LocalDateTime);

    private static string Time(ZonedDateTime time) => time.LocalDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);
}
