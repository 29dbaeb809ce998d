using System.Collections.Immutable;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Content.Recurrence;
using Feeds.Formats.Calendar;
using Feeds.Model;
using NodaTime;

namespace Feeds.Content.Events;

/// <summary>Reads the time of an event from its front matter, its body and the name of its file.</summary>
internal sealed class EventTimeReader(
    FrontMatterFields front, BodyMetadata metadata, RulePhrase? every, SiteSettings settings, DiagnosticBag report)
{
    /// <summary>As in <c>start: {dateTime, timeZone}</c> of Google.</summary>
    private static readonly ImmutableArray<string> ZonesOfMaps =
        ["start.timezone", "date.timezone", "when.timezone", "start.tz", "date.tz", "when.tz"];

    /// <summary>The kind of the warning that no end is given.</summary>
    public const string NoEnd = "no end";

    private const string EndCure = "write 'end:' or 'duration:'";
    private const string NextDayCure = "write 'end:' with its date if another is meant";
    private static readonly Duration LongestAcrossMidnight = Duration.FromHours(12);

    private readonly EventDateReader dates = new(metadata, settings, report);
    private readonly Field? zoneField = ZoneField(front);

    /// <summary>Whether an end is written, other than by a duration.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>The time; null when it is unknown, which is reported.</summary>
    public EventSpan? Read(LocalDate? nameDate)
    {
        var zone = zoneField is null ? settings.Zone : TimeZones.Read(zoneField, report);
        if (zone is null) return null;
        if (new EventStartReader(front, metadata, every, dates, settings, report).Read(nameDate, zone) is not { } start) return null;
        if (!ZonedTime.IsWritable(start.Date.Date, start.Field, report)) return null;
        if (zoneField is null && start.Date is { Abbreviation: { } name, Time: { } time, Date: var day })
            zone = ZoneNames.BesideTime(name, day + time, zone) ?? zone;
        ZonedTime.WarnOfWeekday(start.Date, start.Field, report);
        var end = new EventEndReader(front, metadata, dates, settings, report).Read(start);
        HasEnd = end is not null;
        if (WholeDays.Find(front, metadata) is { } whole && Whole(whole, start, end, zone) is { } days) return days;
        return start.Date.Time is null ? Days(start, end, whole: null) : Timed(start, end, zone);
    }

    // A 'zone' may be a part of a town.
    private static Field? ZoneField(FrontMatterFields front) =>
        front.All(FieldNames.Zone.Contains).FirstOrDefault(one => one.Field.IsWritten() && (one.Name != "zone"
            || ZoneNames.Find(one.Field.Text() ?? "") is not null)).Field
        ?? front.FindText(ZonesOfMaps);

    /// <summary>The days that a field says are whole; null when the start has a time of day, which is reported.</summary>
    private EventSpan.AllDay? Whole(Field whole, ParsedStart start, ParsedEnd? end, DateTimeZone zone)
    {
        if (WholeDays.Start(start, zone, out var isMoved) is not { } day)
        {
            report.Warning(
                whole, $"disagrees with {start.Field.Quoted()}, which has a time of day and is used; take one of them out");
            return null;
        }

        var last = WholeDays.Last(end, day.Date.Date, isMoved ? zone : null, out var isExact);
        if (!isExact)
            report.Warning(end!.Field, $"has a time of day, which is not used because of {whole.Quoted()}; take one of them out");
        return Days(day, last is null ? null : end! with { Date = last, Time = null }, whole);
    }

    /// <param name="whole">The field that says that the days are whole; null when none does.</param>
    private EventSpan.AllDay Days(ParsedStart start, ParsedEnd? end, Field? whole)
    {
        var first = start.Date.Date;
        if (end is { Date: { } last, Field: var field })
        {
            if (!ZonedTime.IsWritable(last, field, report)) return new EventSpan.AllDay(first, first);
            if (last >= first) return new EventSpan.AllDay(first, last);
            report.Error(field, $"is before '{start.Field.Key}' ({start.Field.Text()}), so one day is shown; write the last day");
            return new EventSpan.AllDay(first, first);
        }

        var length = Length() ?? DayCount();
        if (whole is null && length is not { Days: > 0, WholeDays: not null })
        {
            report.Warning(
                start.Field.Line,
                $"no time of day is given, so this is shown as a whole day; write 'time: 18:30', or 'all-day: true' if it is meant");
        }

        if (whole is not null && length is { WholeDays: null } && front.FindText(FieldNames.Duration) is { } duration)
            report.Warning(duration, $"is not a number of days, though {whole.Quoted()} says whole days; write one such as '2 days'");
        return new EventSpan.AllDay(first, first.PlusDays(Math.Max(length?.WholeDays ?? length?.Days ?? 1, 1) - 1));
    }

    private EventSpan? Timed(ParsedStart start, ParsedEnd? end, DateTimeZone zone)
    {
        var date = start.Date;
        if (Resolved(date.Date + date.Time!.Value, date.Offset, zone, start.Field) is not { } from) return null;
        ZonedTime.WarnOfAbbreviation(date, from, start.Field, report);
        if (end is { Date: { } lastDay, Time: null } && lastDay > date.Date && ZonedTime.IsWritable(lastDay, end.Field, report))
        {
            report.Warning(end.Field, $"has no time of day, so whole days are shown; write the time at which it ends");
            return new EventSpan.AllDay(date.Date, lastDay);
        }

        if (date.Offset is null && zoneField is null && zone.Equals(settings.Zone)) report.AssumesSiteZone = true;
        return new EventSpan.Timed(from, Until(start, from, end, zone)?.WithZone(from.Zone) ?? AssumedEnd(from));
    }

    private ZonedDateTime AssumedEnd(ZonedDateTime from) => Length()?.From(from) ?? from.Plus(settings.Events.Duration);

    /// <summary>The written end; null when there is none or it is invalid, which is reported.</summary>
    private ZonedDateTime? Until(ParsedStart start, ZonedDateTime from, ParsedEnd? end, DateTimeZone zone)
    {
        if (end is null || (end.Time is null && end.Date == start.Date.Date))
        {
            WarnOfAssumedEnd(end, start.Field, from);
            return null;
        }

        if (!end.IsReadable || (end.Date is { } day && !ZonedTime.IsWritable(day, end.Field, report))) return null;
        var offset = end.Offset ?? start.Date.Offset;
        var begun = offset == start.Date.Offset ? start.Date.Date + start.Date.Time!.Value : LocalIn(from, offset, zone);
        var time = end.Time ?? new EndTime(LocalTime.Midnight);
        var written = (end.Date ?? begun.Date) + time.Time;
        var local = written;
        var isMidnightOfSameDay = end.Date == begun.Date && end.Time is { Time: var midnight } && midnight == LocalTime.Midnight;
        if (local <= begun && (end.Date is null || isMidnightOfSameDay))
        {
            local = local.PlusDays(1);
            if (!time.IsEndOfDay && (local - begun).ToDuration() > LongestAcrossMidnight)
            {
                ReportInvalidEnd(start, begun, end, written, from);
                return null;
            }

            if (!time.IsEndOfDay)
            {
                report.Note(
                    end.Field.Line,
                    $"{end.Field.Quoted()} is taken to end on the next day, {local:uuuu-MM-dd}, at {local:HH:mm}; {NextDayCure}");
            }
        }

        if (Resolved(local, offset, zone, end.Field) is not { } until) return null;
        if (until.ToInstant() > from.ToInstant()) return until;
        ReportInvalidEnd(start, begun, end, written, from);
        return null;
    }

    private void WarnOfAssumedEnd(ParsedEnd? end, Field from, ZonedDateTime start)
    {
        if (front.FindText(FieldNames.Duration) is not null) return;
        var assumed = AssumedEnd(start);
        // A recurring event may go on after its first date.
        var isRecurring = front.Find(FieldNames.Rule) is not null || front.Find(FieldNames.Every) is not null;
        Instant? until = isRecurring ? null : assumed.ToInstant();
        if (end is null)
            report.WarningUntil(until, from, $"no end is given, so it is taken to end at {assumed:HH:mm}; {EndCure}", NoEnd);
        else
            report.WarningUntil(
                until, end.Field,
                $"{end.Field.Quoted()} has no time of day, so it is taken to end at {assumed:HH:mm}; {EndCure}");
    }

    private static LocalDateTime LocalIn(ZonedDateTime from, Offset? offset, DateTimeZone zone) =>
        offset is { } written ? from.ToInstant().WithOffset(written).LocalDateTime : from.WithZone(zone).LocalDateTime;

    private void ReportInvalidEnd(ParsedStart start, LocalDateTime begun, ParsedEnd end, LocalDateTime written, ZonedDateTime startsAt)
    {
        var (from, field) = (start.Field, end.Field);
        var problem = field == from ? "does not end after it starts" : $"is not after '{from.Key}' ({from.Text()})";
        var later = written.PlusHours(12);
        var isHalfDayEarly = later > begun && later.Date == begun.Date;
        var cure = isHalfDayEarly
            ? FormattableString.Invariant($"{later:HH:mm} if that is meant, or the end with its date")
            : "a later end, with its date";
        // 18:30-08:00 may be meant as a time with an offset.
        if (isHalfDayEarly && field == from && start.Date.Offset is null)
            cure += FormattableString.Invariant($", or an offset as in {begun:uuuu-MM-dd'T'HH:mm:ss}-{written:HH:mm}");
        var assumed = AssumedEnd(startsAt).LocalDateTime;
        report.Error(field, $"{problem}, so it is taken to end at {assumed:HH:mm}; write {cure}");
    }

    private EventLength? Length()
    {
        if (front.FindText(FieldNames.Duration) is not { } field || WholeDays.IsAll(field.Text()!)) return null;
        // The unit may be in the name, as in 'duration_hours: 2'.
        var name = FrontMatterFields.Normalized(field.Key);
        var unit = name.StartsWith("duration", StringComparison.Ordinal) ? name["duration".Length..] : "";
        var isNumber = field.Text()!.All(c => char.IsAsciiDigit(c) || c == '.');
        if (DurationReader.TryReadLength(isNumber ? field.Text() + unit : field.Text()!, out var length)) return length;
        report.Error(field, $"is not a valid duration; write one such as PT2H, 90m or 2 days");
        return null;
    }

    private EventLength? DayCount() =>
        front.FindText(FieldNames.DayCount)?.Text() is { } days && days.All(char.IsAsciiDigit)
        && DurationReader.TryReadLength($"{days} days", out var length) ? length : null;

    private ZonedDateTime? Resolved(LocalDateTime local, Offset? offset, DateTimeZone zone, Field field)
    {
        if (offset is not { } written) return ZonedTime.At(local, zone, field, report);
        var instant = local.WithOffset(written).ToInstant();
        if (zoneField is not null && written != Offset.Zero && zone.GetUtcOffset(instant) is var other && other != written)
            report.Warning(field, $"has the offset {written:m}, but {zone.Id} has {other:m} on that day; the written one is used");
        return zoneField is not null || zone.GetUtcOffset(instant) == written ? instant.InZone(zone) : instant.InUtc();
    }
}
