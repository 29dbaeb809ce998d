using System.Collections.Frozen;
using Feeds.Content.Dates;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content.Visibility;

/// <summary>The period in which a document is published.</summary>
/// <param name="Published">The latest of its dates of publication; null when there is none.</param>
/// <param name="Expires">When it is removed; null for never.</param>
/// <param name="LastDay">The date of <paramref name="Expires"/> when that has no time of day.</param>
/// <param name="IsNever">Whether it is never published.</param>
/// <param name="IsUnclear">Whether one of the dates is invalid, which is reported.</param>
internal sealed record Schedule(OffsetDateTime? Published, Instant? Expires, LocalDate? LastDay, bool IsNever, bool IsUnclear)
{
    public static readonly Schedule Always = new(Published: null, Expires: null, LastDay: null, IsNever: false, IsUnclear: false);

    /// <summary>When an event is removed; null for never, because past events stay in the calendars.</summary>
    public Instant? ExpiresBefore(Instant? end, DateTimeZone zone)
    {
        if (Expires is not { } expires) return null;
        // A day counts to its end.
        var last = LastDay is { } day ? zone.AtStartOfDay(day.PlusDays(1)).ToInstant() : expires;
        return end <= last ? null : expires;
    }
}

/// <summary>Reads the keys for the period in which a document is published.</summary>
internal static class ScheduleReader
{
    /// <summary>Earlier dates mean none, such as <c>0001-01-01</c>.</summary>
    private const int FirstYear = 1000;

    /// <summary>Later dates mean never, such as <c>9999-12-31</c>.</summary>
    private const int LastYear = 9000;

    private static readonly FrozenSet<string> NoDate = ["", "false", "no", "off", "never", "none", "null", "nil", "undefined"];

    public static Schedule Read(FrontMatterFields front, SiteSettings settings, DiagnosticBag report)
    {
        var schedule = Schedule.Always;
        foreach (var (name, field) in front.All(VisibilityKeys.Published.Contains))
        {
            if (IsFlag(name, field)) continue;
            schedule = Kind(field, settings) switch
            {
                DateKind.None => schedule,
                DateKind.Never => schedule with { IsNever = true },
                _ when Read(field, settings, report) is { } at => schedule with { Published = Later(schedule.Published, at) },
                _ => schedule with { IsUnclear = true },
            };
        }

        foreach (var (name, field) in front.All(VisibilityKeys.Expires.Contains))
        {
            if (IsFlag(name, field) || Kind(field, settings) != DateKind.Date) continue;
            if (Read(field, settings, report) is not { } at) schedule = schedule with { IsUnclear = true };
            else if (!(at.ToInstant() >= schedule.Expires))
                schedule = schedule with { Expires = at.ToInstant(), LastDay = DayOf(field, settings) };
        }

        return schedule;
    }

    public static bool IsNever(Field field, SiteSettings settings) => Kind(field, settings) == DateKind.Never;

    public static OffsetDateTime? Moment(Field field, SiteSettings settings, DiagnosticBag report) =>
        Kind(field, settings) == DateKind.Date ? ZonedTime.Read(field, settings, report) : null;

    private static OffsetDateTime Later(OffsetDateTime? one, OffsetDateTime other) =>
        one is { } known && known.ToInstant() >= other.ToInstant() ? known : other;

    private static bool IsFlag(string name, Field field) => VisibilityKeys.MayBeDates.Contains(name) && (field.IsTrue() || field.IsFalse());

    private static DateKind Kind(Field field, SiteSettings settings)
    {
        if (field.Value is ListValue { Items.IsEmpty: true } or MapValue { Fields.IsEmpty: true }) return DateKind.None;
        if (field.Text() is not { } text) return DateKind.Date;
        if (NoDate.Contains(text.ToLowerInvariant()) || text.StartsWith("0000-00-00", StringComparison.Ordinal)) return DateKind.None;
        if (!DateReader.TryRead(text, settings.Dates, out var date, out _)) return DateKind.Date;
        if (date.Date.Year < FirstYear) return DateKind.None;
        return date.Date.Year > LastYear ? DateKind.Never : DateKind.Date;
    }

    private static OffsetDateTime? Read(Field field, SiteSettings settings, DiagnosticBag report)
    {
        if (field.Text() is not null) return ZonedTime.Read(field, settings, report);
        report.Error(field, $"holds a list or a map; write one date, as in '{field.Key}: 2024-02-21'");
        return null;
    }

    private static LocalDate? DayOf(Field field, SiteSettings settings) =>
        DateReader.TryRead(field.Text() ?? "", settings.Dates, out var date, out _) && date.Time is null ? date.Date : null;

    /// <summary>The meaning of a date.</summary>
    private enum DateKind
    {
        None,
        Date,
        Never,
    }
}
