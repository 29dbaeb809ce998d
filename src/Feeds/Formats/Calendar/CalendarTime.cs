using Ical.Net.DataTypes;
using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>Dates and times as Ical.Net holds them, of years that four digits can say.</summary>
internal static class CalendarTime
{
    public static CalDateTime Of(LocalDate date) => new(WritableYears.Require(date).ToDateOnly());

    public static CalDateTime Of(Instant time) => Of(time.InUtc().LocalDateTime, CalDateTime.UtcTzId);

    /// <summary>A time on the clock of its zone; in UTC where that zone is not written.</summary>
    public static CalDateTime Of(ZonedDateTime time, DateTimeZone? written) =>
        written is null ? Of(time.ToInstant()) : Of(time.LocalDateTime, written.Id);

    /// <summary>A time on the clock of the zone that it is a part of.</summary>
    public static CalDateTime Of(LocalDateTime time) => Of(time, zone: null);

    private static CalDateTime Of(LocalDateTime time, string? zone)
    {
        WritableYears.Require(time.Date);
        return new CalDateTime(time.ToDateTimeUnspecified(), zone);
    }
}
