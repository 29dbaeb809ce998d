using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Feeds.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.Text;
using Period = NodaTime.Period;

namespace Feeds.Formats.Calendar.Reading;

/// <summary>Reads an event of others with Ical.Net, each alone and line by line where one is broken.</summary>
/// <param name="warn">Is told the line and the problem of what cannot be read.</param>
internal sealed class EventComponentReader(EventLines lines, Action<int, string> warn)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    private static readonly Regex Written = new(
        @"^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})"
        + @"([T ](?<hour>\d{2}):?(?<minute>\d{2})(:?(?<second>\d{2}))?(\.\d+)?"
        + @"(?<zone>Z|(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})?)?)?$",
        LinearRegex.IgnoreCase);

    private static readonly Regex Span = new(
        @"^\+?P((?<weeks>\d{1,4})W)?((?<days>\d{1,5})D)?(T((?<hours>\d{1,5})H)?((?<minutes>\d{1,6})M)?((?<seconds>\d{1,7})S)?)?$",
        LinearRegex.IgnoreCase);

    private const int LongestDays = 36_525;

    private readonly Dictionary<string, ContentLine> single = [];
    private readonly List<ContentLine> kept = [];

    public static EventComponent Read(EventLines lines, Action<int, string> warn) => new EventComponentReader(lines, warn).Read();

    private EventComponent Read()
    {
        foreach (var line in lines.Lines) Keep(line);
        var @event = Load(kept) ?? LoadEach();
        return new EventComponent(lines.Line)
        {
            // Ical.Net makes up a UID where there is none.
            Uid = single.ContainsKey("UID") ? Filled(@event.Uid) : null,
            Title = Filled(@event.Summary),
            Text = Filled(@event.Description),
            Html = single.TryGetValue("X-ALT-DESC", out var html) ? Filled(Unescaped(html.Value)) : null,
            Start = TimeOf(@event.DtStart),
            End = TimeOf(@event.DtEnd),
            Duration = Length(single.GetValueOrDefault("DURATION")),
            Place = Filled(@event.Location),
            Position = @event.GeographicLocation is { } position ? (position.Latitude, position.Longitude) : null,
            Url = Filled(single.GetValueOrDefault("URL")?.Value),
            Conference = Filled((single.GetValueOrDefault("CONFERENCE") ?? single.GetValueOrDefault("X-GOOGLE-CONFERENCE"))?.Value),
            Image = Filled(single.GetValueOrDefault("IMAGE")?.Value),
            Status = Filled(@event.Status),
            IsPrivate = single.GetValueOrDefault("CLASS")?.Value.ToUpperInvariant() is "PRIVATE" or "CONFIDENTIAL",
            Categories = [.. @event.Categories.Select(category => PlainText.OneLine(category)).Where(category => category.Length > 0)],
            Rule = single.GetValueOrDefault("RRULE"),
            Extra =
            [
                .. @event.RecurrenceDates.GetAllDates().Select(TimeOf).OfType<WrittenTime>(),
                .. @event.RecurrenceDates.GetAllPeriods().Select(period => TimeOf(period.StartTime)).OfType<WrittenTime>(),
            ],
            Exceptions = [.. @event.ExceptionDates.GetAllDates().Select(TimeOf).OfType<WrittenTime>()],
            Occurrence = TimeOf(@event.RecurrenceIdentifier?.StartTime),
        };
    }

    /// <summary>Adds a line in the spelling that Ical.Net understands.</summary>
    private void Keep(ContentLine line)
    {
        if (line.Value.Length == 0 || line.Name == "SEQUENCE") return;
        switch (line.Name)
        {
            case "DTSTART" or "DTEND" or "RECURRENCE-ID" or "EXDATE" or "RDATE":
                if (Dated(line) is { } dated && IsFirst(line)) kept.Add(dated);
                break;
            case "CATEGORIES":
                kept.Add(line with { Parameters = "" });
                break;
            case "EXRULE":
                warn(line.Line, $"EXRULE ({PlainText.OneLine(line.Value)}) is not followed, so the dates that it takes out are published");
                break;
            // We read rules and durations ourselves, and addresses need no unescaping.
            case "RRULE" or "DURATION" or "URL" or "CONFERENCE" or "X-GOOGLE-CONFERENCE" or "IMAGE" or "CLASS" or "X-ALT-DESC":
                IsFirst(line);
                break;
            case "GEO":
                if (IsFirst(line)) kept.Add(line with { Parameters = "", Value = line.Value.Replace(',', ';') });
                break;
            default:
                if (IsFirst(line)) kept.Add(line with { Parameters = "" });
                break;
        }
    }

    private bool IsFirst(ContentLine line)
    {
        if (line.Name is "EXDATE" or "RDATE" || single.TryAdd(line.Name, line)) return true;
        if (line.Name is "DTSTART" or "DTEND" or "RRULE" && single[line.Name].Value != line.Value)
            warn(line.Line, $"{line.Name} is there again ({PlainText.OneLine(line.Value)}), and the first counts");
        return false;
    }

    /// <summary>A line of dates without those that are none; null when none is left.</summary>
    private ContentLine? Dated(ContentLine line)
    {
        line = WithWholeZone(line);
        var values = line.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var isPeriod = values.Any(value => value.Contains('/', StringComparison.Ordinal));
        var read = values.Select(value => Normal(value.Split('/')[0])).ToArray();
        foreach (var (value, time) in values.Zip(read))
        {
            if (time is null) warn(line.Line, $"{line.Name} ({PlainText.OneLine(value)}) is not a date, so it is not read");
        }

        string[] dates = [.. read.OfType<string>()];
        if (dates.Length == 0) return null;
        // RFC 5545 §3.2.20: a time in UTC has no zone.
        var zone = isPeriod || Array.TrueForAll(dates, date => date.EndsWith('Z')) ? null : line.Parameter("TZID");
        var parameters = zone is { Length: > 0 } ? $";TZID=\"{zone.Replace("\"", "", StringComparison.Ordinal)}\"" : "";
        if (!dates[0].Contains('T', StringComparison.Ordinal)) parameters = ";VALUE=DATE";
        return line with { Parameters = parameters, Value = string.Join(',', dates) };
    }

    /// <summary>A line whose zone has a colon without quotes, as in <c>TZID=UTC+01:00:20260310T180000</c>.</summary>
    private static ContentLine WithWholeZone(ContentLine line)
    {
        var at = line.Value.LastIndexOf(':');
        if (at < 0 || Normal(line.Value) is not null || Normal(line.Value[(at + 1)..]) is null) return line;
        return line with { Parameters = $"{line.Parameters}:{line.Value[..at]}", Value = line.Value[(at + 1)..] };
    }

    private static string? Normal(string value)
    {
        var match = Written.Match(value.Trim(' ', '"'));
        if (!match.Success || !IsDay(match)) return null;
        var day = new LocalDate(Number(match, "year"), Number(match, "month"), Number(match, "day"));
        if (!match.Groups["hour"].Success) return Day.Format(day);
        var (hour, minute) = (Number(match, "hour"), Number(match, "minute"));
        // RFC 5545 §3.3.12: where there are no leap seconds, second 60 is second 59.
        var second = Math.Min(Number(match, "second"), 59);
        // ISO 8601: 24:00 is the end of the day.
        var isEndOfDay = (hour, minute, second) is (24, 0, 0);
        if ((hour > 23 && !isEndOfDay) || minute > 59 || Number(match, "hours") > 14) return null;
        var local = day.At(new LocalTime(hour % 24, minute, second)).PlusDays(hour / 24);
        if (!match.Groups["zone"].Success) return Moment.Format(local);
        // RFC 5545 has no offsets, but some programs write them.
        var offset = (Number(match, "hours") * 60) + Number(match, "minutes");
        return $"{Moment.Format(local.PlusMinutes(match.Groups["sign"].Value == "-" ? offset : -offset))}Z";
    }

    private static bool IsDay(Match match) =>
        Number(match, "year") is > 0 and < 9999 && Number(match, "month") is >= 1 and <= 12
        && Number(match, "day") >= 1
        && Number(match, "day") <= CalendarSystem.Iso.GetDaysInMonth(Number(match, "year"), Number(match, "month"));

    /// <summary>The value of a group; 0 when the text has none.</summary>
    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>Loads line by line; a line that cannot be read is reported.</summary>
    private CalendarEvent LoadEach()
    {
        var good = new List<ContentLine>();
        foreach (var line in kept)
        {
            if (Load([line]) is not null) good.Add(line);
            else warn(line.Line, $"{line.Name} ({PlainText.Shortened(line.Value)}) cannot be read");
        }

        return Load(good) ?? new CalendarEvent();
    }

    /// <summary>Null when Ical.Net throws, which it does for one line out of many.</summary>
    private static CalendarEvent? Load(IEnumerable<ContentLine> some)
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n");
        foreach (var line in some) text.Append(line.Name).Append(line.Parameters).Append(':').Append(line.Value).Append("\r\n");
        text.Append("END:VEVENT\r\nEND:VCALENDAR\r\n");
        try
        {
            return Ical.Net.Calendar.Load(text.ToString())?.Events.FirstOrDefault();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException
            or OverflowException or System.Runtime.Serialization.SerializationException)
        {
            return null;
        }
    }

    private static WrittenTime? TimeOf(CalDateTime? time)
    {
        if (time is null) return null;
        var value = time.Value;
        LocalTime? clock = time.HasTime ? new LocalTime(value.Hour, value.Minute, value.Second) : null;
        return new WrittenTime(new LocalDate(value.Year, value.Month, value.Day), clock, time.IsUtc ? "UTC" : time.TzId);
    }

    /// <summary>RFC 5545 §3.3.6, with weeks and days together.</summary>
    private Period? Length(ContentLine? line)
    {
        if (line is null) return null;
        var match = Span.Match(line.Value);
        var days = (7 * Number(match, "weeks")) + Number(match, "days");
        if (match.Success && days <= LongestDays && line.Value[^1] is not ('P' or 'p' or 'T' or 't'))
        {
            return new PeriodBuilder
            {
                Days = days,
                Hours = Number(match, "hours"),
                Minutes = Number(match, "minutes"),
                Seconds = Number(match, "seconds"),
            }.Build();
        }

        warn(line.Line, $"DURATION ({PlainText.OneLine(line.Value)}) cannot be read");
        return null;
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Unescaped(string value) => value
        .Replace("\\n", "\n", StringComparison.OrdinalIgnoreCase)
        .Replace("\\,", ",", StringComparison.Ordinal)
        .Replace("\\;", ";", StringComparison.Ordinal)
        .Replace("\\\\", "\\", StringComparison.Ordinal);
}
