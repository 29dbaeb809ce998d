using Ical.Net.DataTypes;
using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>Dates and times as Ical.Net holds them, of years that four digits can say.</summary>
internal static class CalendarTime
{
    public static CalDateTime Of(LocalDate date) => new(WritableYears.Require(date).ToDateOnly());

    public static CalDateTime Of(Instant time)
    {
        WritableYears.Require(time.InUtc().Date);
        return new CalDateTime(time.ToDateTimeUtc());
    }

    /// <summary>A time on the clock of its zone; in UTC where that zone is not written.</summary>
    public static CalDateTime Of(ZonedDateTime time, DateTimeZone? written)
    {
        WritableYears.Require(time.Date);
        return written is null ? Of(time.ToInstant()) : new CalDateTime(time.LocalDateTime.ToDateTimeUnspecified(), written.Id);
    }

    /// <summary>A time on the clock of the zone that it is a part of.</summary>
    public static CalDateTime Of(LocalDateTime time) => new(time.ToDateTimeUnspecified());
}
