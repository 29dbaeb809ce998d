using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Zones;
using Feeds.Model;
using NodaTime.TimeZones;
using Duration = Ical.Net.DataTypes.Duration;
using VCalendar = Ical.Net.Calendar;

namespace Feeds.Publishing.Calendars;

/// <summary>Makes calendars, as Ical.Net has them, without their events: those are written one by one.</summary>
/// <remarks>No <c>METHOD</c>: PUBLISH would demand an organizer (RFC 5546 §3.2.1) and give <c>DTSTAMP</c> another meaning.</remarks>
internal static class SiteCalendar
{
    /// <summary>A calendar without a name, for a single event: Outlook opens a new calendar for each that has one (MS-OXCICAL).</summary>
    public static VCalendar Of(ImmutableArray<CalendarItem> items)
    {
        var calendar = new VCalendar { Version = "2.0", ProductId = "-//Feeds//Feeds//EN", Scale = "GREGORIAN" };
        foreach (var zone in CalendarZones.Of(items.Select(item => CalendarEvents.TimesOf(item.Event)))) calendar.AddTimeZone(zone);
        return calendar;
    }

    /// <summary>A calendar to subscribe to.</summary>
    public static VCalendar Of(CalendarPart part, SiteSettings settings)
    {
        var calendar = Of(part.Items);
        var description = settings.Calendar.Description ?? settings.Description;
        var refresh = settings.Calendar.Refresh;
        var interval = new Duration(days: refresh.Days, hours: refresh.Hours, minutes: refresh.Minutes, seconds: refresh.Seconds);
        calendar.Add("NAME", part.Title);
        calendar.Add("X-WR-CALNAME", part.Title);
        calendar.Add("DESCRIPTION", description);
        calendar.Add("X-WR-CALDESC", description);
        if (TzdbDateTimeZoneSource.Default.CanonicalIdMap.ContainsKey(settings.Zone.Id)) calendar.Add("X-WR-TIMEZONE", settings.Zone.Id);
        calendar.Add(CalendarProperties.CalendarUid, settings.NameOf(part.Path));
        calendar.Add("URL", settings.HomeAddress);
        calendar.AddUri("SOURCE", settings.AddressOf(part.Path));
        calendar.Add("REFRESH-INTERVAL", interval, ("VALUE", "DURATION"));
        calendar.Add("X-PUBLISHED-TTL", DurationText.Of(interval));
        if (settings.Calendar.Color is { } color)
        {
            calendar.Add("COLOR", CssColor.NearestName(color));
            calendar.Add("X-APPLE-CALENDAR-COLOR", color.ToUpperInvariant());
        }

        if (part.Changed is { } changed) calendar.Add("LAST-MODIFIED", CalendarTime.Of(changed));
        return calendar;
    }
}
