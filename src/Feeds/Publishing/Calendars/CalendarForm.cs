using Feeds.Formats.Calendar;

namespace Feeds.Publishing.Calendars;

/// <summary>A form in which the main calendar is written.</summary>
/// <param name="EventOf">An event as it stands in it.</param>
internal sealed record CalendarForm(MediaType MediaType, Func<CalendarItem, VEvent> EventOf, Action<VCalendar, Stream> Write)
{
    public static readonly CalendarForm Plain = new(MediaType.Calendar, item => item.Plain.Value, CalendarWriter.Write);
    public static readonly CalendarForm Google = Plain with { EventOf = item => item.ForGoogle() };
    public static readonly CalendarForm Outlook = Plain with { EventOf = item => item.ForOutlook() };
    public static readonly CalendarForm Json = Plain with { MediaType = MediaType.JsonCalendar, Write = JCalWriter.Write };
}
