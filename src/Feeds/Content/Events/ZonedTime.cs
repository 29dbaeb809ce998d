using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content.Events;

/// <summary>Converts written dates and times to instants, and reports invalid ones.</summary>
internal static class ZonedTime
{
    private const int MinYear = 1000;
    private const int MaxYear = 9000;
    private static readonly Offset MaxOffset = Offset.FromHours(14);

    /// <summary>Whether every format can represent the year.</summary>
    public static bool IsWritable(LocalDate date) => date.Year is >= MinYear and <= MaxYear;

    /// <summary>Whether a place has such an offset.</summary>
    public static bool IsUsed(Offset offset) => Math.Abs(offset.Seconds) <= MaxOffset.Seconds;

    /// <summary>Whether every format can represent the year; when not, that is reported.</summary>
    public static bool IsWritable(LocalDate date, Field field, DiagnosticBag report)
    {
        if (IsWritable(date)) return true;
        report.Error(field, $"is in the year {date.Year}; write one from {MinYear} to {MaxYear}");
        return false;
    }

    /// <summary>The moment of a date field, in its own offset or the site's zone; without a time it is the start of the day.</summary>
    public static OffsetDateTime? Read(Field field, SiteSettings settings, DiagnosticBag report)
    {
        if (!DateReader.TryRead(field.Text() ?? "", settings.Dates, out var date, out var problem))
        {
            report.Error(field, $"{problem}");
            return null;
        }

        if (!IsWritable(date.Date, field, report)) return null;
        if (date.Offset is { } wide && !IsUsed(wide))
        {
            report.Error(field.Line, $"{field.Quoted()}: no place is further than 14 hours from UTC");
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

    public static void WarnOfWeekday(DateText date, Field field, DiagnosticBag report)
    {
        if (date.Weekday is { } weekday && weekday != date.Date.DayOfWeek)
            report.Warning(field.Line, $"{field.Quoted()}: {date.Date:uuuu-MM-dd} is a {date.Date.DayOfWeek}");
    }

    /// <summary>Reports an abbreviation that differs from that of the zone on that day.</summary>
    public static void WarnOfAbbreviation(DateText date, ZonedDateTime at, Field field, DiagnosticBag report)
    {
        var name = at.GetZoneInterval().Name;
        if (date.Offset is not null || date.Abbreviation is not { } abbreviation) return;
        if (abbreviation == at.Zone.Id || ZoneNames.English(abbreviation).Equals(name, StringComparison.OrdinalIgnoreCase)) return;
        var cure = $"'{abbreviation}' is not used. Write 'timezone:' if another is meant";
        report.Warning(field.Line, $"{field.Quoted()}: the zone is {at.Zone.Id}, which is {name} on that day; {cure}");
    }

    /// <summary>A local time in a zone; null when it is skipped on that day, which is reported.</summary>
    public static ZonedDateTime? At(LocalDateTime local, DateTimeZone zone, Field field, DiagnosticBag report)
    {
        var mapping = zone.MapLocal(local);
        var subject = $"{field.Quoted()}: in {zone.Id} the clocks";
        if (mapping.Count == 0)
        {
            report.Error(field.Line, $"{subject} go forward past {local:HH:mm} on {local:uuuu-MM-dd}; write a time that exists");
            return null;
        }

        if (mapping.Count == 2)
        {
            const string Assumption = "the earlier is meant unless an offset is written";
            report.Warning(field.Line, $"{subject} show {local:HH:mm} twice on {local:uuuu-MM-dd}; {Assumption}");
        }

        return mapping.First();
    }
}
