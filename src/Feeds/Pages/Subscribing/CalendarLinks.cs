using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Pages.Events;
using Feeds.Pages.Languages;
using Feeds.Text;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Pages.Subscribing;

/// <summary>A link into a program.</summary>
/// <param name="Name">The name of the program.</param>
public sealed record CalendarLink(string Name, string Address);

/// <summary>The links that add one event to a calendar, and those that subscribe to one.</summary>
internal static class CalendarLinks
{
    private const string GoogleForm =
        "https://calendar.google.com/calendar/render?action=TEMPLATE&text={title}&{when}&details={details}{place}";

    private const string OutlookForm =
        "calendar/deeplink/compose?path=/calendar/action/compose&rru=addevent&{when}&subject={title}&body={details}{place}";

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern Clock = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly InstantPattern IsoUtc = InstantPattern.General;

    private static readonly NewEventForm Google = new(GoogleForm, "location");
    private static readonly NewEventForm OutlookCom =
        new("https://outlook.live.com/" + OutlookForm, "location") { Details = DetailsForm.Html, MaxDetails = 899 };

    private static readonly NewEventForm Microsoft365 = OutlookCom with { Template = "https://outlook.office.com/" + OutlookForm };
    private static readonly NewEventForm Yahoo =
        new("https://calendar.yahoo.com/?v=60&TITLE={title}&{when}&DESC={details}{place}", "in_loc");

    /// <summary>The links that add an event: for a recurring one only those that add all its dates, for a cancelled one none.</summary>
    public static ImmutableArray<CalendarLink> ToAdd(Event @event, SiteSettings settings) => @event switch
    {
        { Status: EventState.Cancelled or EventState.Postponed } => [],
        { Recurrence: null } => ToAddOnce(@event, settings),
        { Recurrence: { Rule: { } rule, Exceptions.IsEmpty: true, Extra.IsEmpty: true }, Overrides.IsEmpty: true } =>
            [ToGoogle(@event, $"&recur={Uri.EscapeDataString($"RRULE:{rule}")}"), File(@event, settings)],
        _ => [File(@event, settings)],
    };

    private static ImmutableArray<CalendarLink> ToAddOnce(Event @event, SiteSettings settings) =>
    [
        ToGoogle(@event, recurrence: ""),
        new("Outlook.com", OutlookCom.AddressFor(@event, ForOutlook(@event.Span))),
        new("Microsoft 365", Microsoft365.AddressFor(@event, ForOutlook(@event.Span))),
        new("Yahoo", Yahoo.AddressFor(@event, ForYahoo(@event.Span))),
        File(@event, settings),
    ];

    private static CalendarLink ToGoogle(Event @event, string recurrence) =>
        new("Google", Google.AddressFor(@event, ForGoogle(@event.Span) + recurrence));

    private static CalendarLink File(Event @event, SiteSettings settings) =>
        new(Words.Of(settings)["apple and others, file"], AsciiAddress.Of(settings.RootAddressOf(@event.CalendarPath)));

    public static ImmutableArray<CalendarLink> ToSubscribe(SiteSettings settings, string title, string path)
    {
        var (google, outlook) = path == Addresses.Calendar ? (Addresses.GoogleCalendar, Addresses.OutlookCalendar) : (path, path);
        var toOutlook = $"calendar/0/addfromweb/?url={Uri.EscapeDataString(AddressOf(outlook))}&name={Uri.EscapeDataString(title)}";
        return
        [
            new("Google", $"https://calendar.google.com/calendar/r?cid={Uri.EscapeDataString(Webcal(settings, google))}"),
            new("Outlook.com", "https://outlook.live.com/" + toOutlook),
            new("Microsoft 365", "https://outlook.office.com/" + toOutlook),
            new(Words.Of(settings)["apple and others"], Webcal(settings, path)),
        ];

        string AddressOf(string at) => AsciiAddress.Of(settings.AddressOf(at));
    }

    // Opens in the program that the device has for calendars.
    private static string Webcal(SiteSettings settings, string path) =>
        "webcal" + AsciiAddress.Of(settings.AddressOf(path))[settings.Url.Scheme.Length..];

    private static string ForGoogle(EventSpan span) => span switch
    {
        EventSpan.AllDay days => $"dates={Day.Format(days.First)}/{Day.Format(days.Last.PlusDays(1))}",
        EventSpan.Timed timed when IsUnambiguous(timed) =>
            $"dates={Local(timed.Start)}/{Local(timed.End)}&ctz={WebAddress.EscapePath(timed.Start.Zone.Id)}",
        EventSpan.Timed timed => $"dates={Utc.Format(timed.Start.ToInstant())}/{Utc.Format(timed.End.ToInstant())}",
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    private static string ForOutlook(EventSpan span) => span switch
    {
        EventSpan.AllDay days =>
            $"startdt={LocalDatePattern.Iso.Format(days.First)}&enddt={LocalDatePattern.Iso.Format(days.Last.PlusDays(1))}&allday=true",
        EventSpan.Timed timed => $"startdt={IsoUtc.Format(timed.Start.ToInstant())}&enddt={IsoUtc.Format(timed.End.ToInstant())}",
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    // Yahoo takes every time for one on the reader's own clock, knows no zone, and marks only a single day as all-day.
    private static string ForYahoo(EventSpan span) => span switch
    {
        EventSpan.AllDay days when days.First == days.Last => $"ST={Day.Format(days.First)}&DUR=allday",
        EventSpan.AllDay days => $"ST={Day.Format(days.First)}&ET={Day.Format(days.Last.PlusDays(1))}",
        EventSpan.Timed timed => $"ST={Local(timed.Start)}&ET={Local(timed.End)}",
        _ => throw new InvalidOperationException("An event span is timed or all-day."),
    };

    private static string Local(ZonedDateTime time) => Clock.Format(time.LocalDateTime);

    /// <summary>Whether its local times in its zone each mean one moment.</summary>
    private static bool IsUnambiguous(EventSpan.Timed span)
    {
        var zone = span.Start.Zone;
        return !zone.Equals(DateTimeZone.Utc) && IsOneMoment(span.Start) && IsOneMoment(span.End);

        bool IsOneMoment(ZonedDateTime time) => zone.MapLocal(time.LocalDateTime).Count == 1;
    }
}
