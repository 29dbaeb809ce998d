using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content.Events;

/// <summary>Places written dates and times on the line of time; what cannot be is reported.</summary>
internal static class ZonedTime
{
    private const int MinYear = 1000;
    private const int MaxYear = 9000;
    private static readonly Offset MaxOffset = Offset.FromHours(14);

    /// <summary>Whether every format has room for the year; when not, that is reported.</summary>
    public static bool IsWritable(LocalDate date, Field field, DiagnosticBag report)
    {
        if (date.Year is >= MinYear and <= MaxYear) return true;
        report.Error(field.Line, $"'{field.Key}' ({field.Text()}) is in the year {date.Year}; write one from {MinYear} to {MaxYear}");
        return false;
    }

    /// <summary>The moment of a date field: its own offset as written, else the site's zone; a date without a time is the start of that day.</summary>
    public static OffsetDateTime? Read(Field field, SiteSettings settings, DiagnosticBag report)
    {
        if (!DateReader.TryRead(field.Text() ?? "", settings.Dates, out var date, out var problem))
        {
            report.Error(field.Line, $"'{field.Key}' ({field.Text()}) {problem}");
            return null;
        }

        if (!IsWritable(date.Date, field, report)) return null;
        if (date.Offset is { } wide && Math.Abs(wide.Seconds) > MaxOffset.Seconds)
        {
            report.Error(field.Line, $"'{field.Key}' ({field.Text()}): no place is further than 14 hours from UTC");
            return null;
        }

        var zone = settings.Zone;
        WarnOfWeekday(date, field, report);
        if (date.Offset is { } offset) return (date.Date + (date.Time ?? LocalTime.Midnight)).WithOffset(offset);
        if (date.Time is not { } time) return zone.AtStartOfDay(date.Date).ToOffsetDateTime();
        if (At(date.Date + time, zone, field, report) is not { } at) return null;
        WarnOfAbbreviation(date, at, field, report);
        return at.ToOffsetDateTime();
    }

    /// <summary>Reports a weekday that is not that of the date.</summary>
    public static void WarnOfWeekday(DateText date, Field field, DiagnosticBag report)
    {
        if (date.Weekday is { } weekday && weekday != date.Date.DayOfWeek) report.Warning(field.Line, $"'{field.Key}' ({field.Text()}): {date.Date:uuuu-MM-dd} is a {date.Date.DayOfWeek}");
    }

    /// <summary>Reports a zone's abbreviation that is not that of the zone on that day; none of them names a zone by itself.</summary>
    public static void WarnOfAbbreviation(DateText date, ZonedDateTime at, Field field, DiagnosticBag report)
    {
        var name = at.GetZoneInterval().Name;
        if (date.Offset is not null || date.Abbreviation is not { } abbreviation || string.Equals(abbreviation, name, StringComparison.OrdinalIgnoreCase)) return;
        report.Warning(field.Line, $"'{field.Key}' ({field.Text()}): the zone is {at.Zone.Id}, which is {name} on that day; '{abbreviation}' is not used. Write 'timezone:' if another is meant");
    }

    /// <summary>A local time in a zone; null when clocks leave it out on that day.</summary>
    public static ZonedDateTime? At(LocalDateTime local, DateTimeZone zone, Field field, DiagnosticBag report)
    {
        var mapping = zone.MapLocal(local);
        if (mapping.Count == 0)
        {
            report.Error(field.Line, $"'{field.Key}' ({field.Text()}): in {zone.Id} the clocks go forward past {local:HH:mm} on {local:uuuu-MM-dd}; write a time that exists");
            return null;
        }

        if (mapping.Count == 2)
        {
            report.Warning(field.Line, $"'{field.Key}' ({field.Text()}): in {zone.Id} the clocks show {local:HH:mm} twice on {local:uuuu-MM-dd}; the earlier is meant unless an offset is written");
        }

        return mapping.First();
    }
}
