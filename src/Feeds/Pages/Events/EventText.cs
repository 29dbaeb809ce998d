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

    /// <summary>When it takes place; in the zone of the site, which its readers know, no zone is named.</summary>
    public static string Brief(Event @event, SiteSettings settings)
    {
        var when = When(@event);
        return @event.Span is EventSpan.Timed timed && timed.Start.Zone.Equals(settings.Zone)
            ? when.Replace($" ({settings.Zone.Id})", "", StringComparison.Ordinal)
            : when;
    }

    public static string Day(LocalDate date) => DayPattern.Format(date);

    public static string Span(EventSpan span) => span switch
    {
        EventSpan.AllDay days when days.First == days.Last => Day(days.First),
        EventSpan.AllDay days => $"{Day(days.First)} – {Day(days.Last)}",
        EventSpan.Timed timed when timed.Start.Date == timed.End.Date =>
            $"{Moment(timed.Start)}–{Time(timed.End)} ({timed.Start.Zone.Id})",
        EventSpan.Timed timed => $"{Moment(timed.Start)} – {Moment(timed.End)} ({timed.Start.Zone.Id})",
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    /// <summary>The title, after its state where that matters to everyone.</summary>
    public static string Title(Event @event) => @event switch
    {
        { Status: EventState.Cancelled } => $"Cancelled: {@event.Title}",
        { Status: EventState.Postponed } => $"Postponed: {@event.Title}",
        { IsMoved: true } => $"Moved: {@event.Title}",
        _ => @event.Title,
    };

    /// <summary>What has become of an event, as a word; null when it takes place as it was announced.</summary>
    public static string? State(Event @event) => @event switch
    {
        { Status: EventState.Tentative } => "tentative",
        { Status: EventState.Postponed } => "postponed",
        { Status: EventState.Cancelled } => "cancelled",
        { Status: EventState.Moved } or { IsMoved: true } => "moved",
        _ => null,
    };

    /// <summary>What has become of an event, as a sentence; null when it takes place as it was announced.</summary>
    public static string? Note(EventState state) => state switch
    {
        EventState.Tentative => "Tentative: this event is not certain yet.",
        EventState.Moved => "Moved: the time or the place of this event has changed.",
        EventState.Postponed => "Postponed: this event does not take place at this time; the new one is not known yet.",
        EventState.Cancelled => "Cancelled: this event does not take place.",
        _ => null,
    };

    /// <summary>When and where, on one line.</summary>
    public static string Facts(Event @event) => @event.Place is { } place ? $"{When(@event)}, {place}" : When(@event);

    /// <summary>When it takes place, and from which day it was moved.</summary>
    public static string When(Event @event) =>
        @event.IsMoved ? $"{Span(@event.Span)} (moved from {Day(@event.Occurrence!.Date)})" : Span(@event.Span);

    public static string Machine(EventSpan span) => span switch
    {
        EventSpan.AllDay days => LocalDatePattern.Iso.Format(days.First),
        EventSpan.Timed timed => Machine(timed.Start.ToOffsetDateTime()),
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    /// <summary>Its end; of whole days the last.</summary>
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

    private static string Moment(ZonedDateTime time) => MomentPattern.Format(time.LocalDateTime);

    private static string Time(ZonedDateTime time) => time.LocalDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);
}
