using System.Text.RegularExpressions;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Pages.Languages;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Pages.Events;

/// <summary>Formats the dates, times and states of events for people, and for HTML's <c>datetime</c>.</summary>
internal static partial class EventText
{
    /// <summary>When it takes place, with the zone as people call it.</summary>
    public static string When(Event @event, Words words) => When(@event, words, zone => " " + ZoneText.Of(zone, words));

    /// <summary>When it takes place, without the zone of the site, which its readers know.</summary>
    public static string Brief(Event @event, SiteSettings settings, Words words) =>
        When(@event, words, zone => zone.Equals(settings.Zone) ? "" : " " + ZoneText.Of(zone, words));

    /// <summary>When it takes place, with the id of the zone, as feeds have it: every subscriber would see new words.</summary>
    public static string WhenInFeeds(Event @event, Words words) => When(@event, words, zone => $" ({zone.Id})");

    public static string Title(Event @event, Words words) => @event switch
    {
        { Status: EventState.Cancelled } => words.Format("title/cancelled", @event.Title),
        { Status: EventState.Postponed } => words.Format("title/postponed", @event.Title),
        { IsMoved: true } => words.Format("title/moved", @event.Title),
        _ => @event.Title,
    };

    /// <summary>The state in a word; null when the event takes place as it was announced.</summary>
    public static string? State(Event @event, Words words) => @event switch
    {
        { Status: EventState.Tentative } => words["tentative"],
        { Status: EventState.Postponed } => words["postponed"],
        { Status: EventState.Cancelled } => words["cancelled"],
        { Status: EventState.Moved } or { IsMoved: true } => words["moved"],
        _ => null,
    };

    /// <summary>The state in a sentence for a page; null when the event takes place as it was announced.</summary>
    public static string? PageNote(EventState state, Words words) => state switch
    {
        EventState.Tentative => words["page note/tentative"],
        EventState.Moved => words["page note/moved"],
        EventState.Postponed => words["page note/postponed"],
        EventState.Cancelled => words["page note/cancelled"],
        _ => null,
    };

    /// <summary>The same for feeds and calendars, which keep their wording.</summary>
    public static string? Note(EventState state, Words words) => state switch
    {
        EventState.Tentative => words["note/tentative"],
        EventState.Moved => words["note/moved"],
        EventState.Postponed => words["note/postponed"],
        EventState.Cancelled => words["note/cancelled"],
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
    public static string KeepRangesTogether(string words) =>
        HoursToHours().Replace(words, range => range.Length == 1 ? "\u2060–\u2060" : "\u202F–\u202F");

    public static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    [GeneratedRegex(@"(?<=\d)(?:–|\u2009–\u2009)(?=\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HoursToHours();

    private static string When(Event @event, Words words, Func<DateTimeZone, string> zoneText)
    {
        var span = Span(@event.Span, words.Dates, zoneText);
        return @event.IsMoved ? words.Format("moved from", span, words.Dates.Day(@event.Occurrence!.Date)) : span;
    }

    private static string Span(EventSpan span, DateFormat dates, Func<DateTimeZone, string> zoneText) => span switch
    {
        EventSpan.AllDay days => dates.Days(days.First, days.Last),
        EventSpan.Timed { Start: var start, End: var end } => dates.Moments(start.LocalDateTime, end.LocalDateTime) + zoneText(start.Zone),
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };
}
