using System.Globalization;
using Feeds.Formats.Calendar;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Feeds.Tests.Formats.Calendar;

public sealed class VTimeZoneTests
{
    private static readonly DateTimeZone[] Zones =
        [.. DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]).Where(IsWritten)];

    [Theory]
    [InlineData(1970, 2037)]
    [InlineData(1950, 1975)]
    [InlineData(1995, 1995)]
    [InlineData(1999, 2012)]
    [InlineData(2007, 2007)]
    [InlineData(2024, 2024)]
    [InlineData(2026, 2027)]
    [InlineData(2030, 2030)]
    [InlineData(2086, 2090)]
    public void GivesTheOffsetsOfTheDatabase_InEveryZone(int firstYear, int lastYear)
    {
        var start = Instant.FromUtc(firstYear, 1, 1, 12, 0);
        var end = Instant.FromUtc(lastYear, 12, 31, 12, 0);
        var calendar = Written.Calendar([.. Zones.SelectMany(zone => new[] { Moment(zone, start), Moment(zone, end) })]);

        Assert.Equal([], WrongOffsets(Written.Lines(calendar), start, end).Take(20));
    }

    [Fact]
    public void IsShortAndRight_ForEventsOfOneYear()
    {
        List<string> tooLong = [];
        for (var year = 1970; year <= 2037; year++)
        {
            var (start, end) = (Instant.FromUtc(year, 1, 1, 12, 0), Instant.FromUtc(year, 12, 31, 12, 0));
            var calendar = Written.Calendar([.. Zones.SelectMany(zone => new[] { Moment(zone, start), Moment(zone, end) })]);
            var blocks = string.Join('\n', Written.FoldedLines(calendar)).Split("BEGIN:VTIMEZONE")[1..].Select(block => block.Split("END:VTIMEZONE")[0].Split('\n'));
            tooLong.AddRange(blocks.Where(block => block.Length > 20).Select(block => FormattableString.Invariant($"{year} {block[1]}: {block.Length}")));

            Assert.Equal([], WrongOffsets(Written.Lines(calendar), start, end).Take(20));
        }

        // There it was five offsets in one year, and each takes five lines at least.
        Assert.Equal(["1974 TZID:America/Montevideo: 25"], tooLong);
    }

    [Theory]
    [InlineData("Europe/Prague", 2026, "BYMONTH=3;BYDAY=-1SU", "BYMONTH=10;BYDAY=-1SU")]
    [InlineData("America/New_York", 2026, "BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU")]
    [InlineData("Australia/Sydney", 2026, "BYMONTH=4;BYDAY=1SU", "BYMONTH=10;BYDAY=1SU")]
    [InlineData("America/Santiago", 2026, "BYMONTH=4;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8", "BYMONTH=9;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8")]
    [InlineData("Asia/Jerusalem", 2026, "BYMONTH=3;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29", "BYMONTH=10;BYDAY=-1SU")]
    public void SaysTheZonesRule_WhereTheDateOfOneYearFitsSeveral(string id, int year, params string[] rules)
    {
        var calendar = Written.Calendar(Moment(DateTimeZoneProviders.Tzdb[id], Instant.FromUtc(year, 6, 1, 12, 0)));

        Assert.Equal(
            rules.Select(rule => "RRULE:FREQ=YEARLY;" + rule),
            Written.Lines(calendar).Where(line => line.StartsWith("RRULE", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> WrongOffsets(string[] lines, Instant start, Instant end)
    {
        var expansions = Expansion.ReadAll(lines, end.InUtc().Year + 1);
        Assert.Equal(Zones.Select(zone => zone.Id).Order(StringComparer.Ordinal), expansions.Keys);
        return
            from zone in Zones
            from time in TimesToTry(zone, start, end)
            let written = expansions[zone.Id].OffsetAt(time)
            where written != zone.GetUtcOffset(time)
            select FormattableString.Invariant($"{zone.Id} at {time}: {written}, not {zone.GetUtcOffset(time)}");
    }

    /// <summary>An event of no length.</summary>
    internal static SampleEvent Moment(DateTimeZone zone, Instant time) =>
        Written.Event with
        {
            Uid = FormattableString.Invariant($"{zone.Id} {time}"),
            Span = new EventSpan.Timed(time.InZone(zone), time.InZone(zone)),
        };

    private static IEnumerable<Instant> TimesToTry(DateTimeZone zone, Instant from, Instant to)
    {
        foreach (var interval in zone.GetZoneIntervals(from, to))
        {
            var start = interval.HasStart ? Instant.Max(interval.Start, from) : from;
            var end = interval.HasEnd ? Instant.Min(interval.End, to) : to;
            yield return start;
            yield return start + Duration.FromSeconds(1);
            yield return start + ((end - start) / 2);
            yield return end - Duration.FromSeconds(1);
        }
    }

    /// <summary>Whether its times are written on its clock: those of a zone that is UTC need none.</summary>
    internal static bool IsWritten(DateTimeZone zone) =>
        zone.Id is not ("UTC" or "UCT" or "Zulu" or "Universal" or "Greenwich" or "GMT" or "GMT0" or "GMT+0" or "GMT-0"
            or "Etc/UTC" or "Etc/UCT" or "Etc/Zulu" or "Etc/Universal" or "Etc/Greenwich"
            or "Etc/GMT" or "Etc/GMT0" or "Etc/GMT+0" or "Etc/GMT-0");

    /// <summary>A VTIMEZONE as a client reads it: every onset, day by day through the months that a rule names.</summary>
    private sealed record Expansion(Instant[] Onsets, Offset[] Offsets)
    {
        private static readonly string[] Weekdays = ["", "MO", "TU", "WE", "TH", "FR", "SA", "SU"];

        private static readonly LocalDateTimePattern LocalPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

        public Offset? OffsetAt(Instant time)
        {
            var index = Array.BinarySearch(Onsets, time);
            index = index < 0 ? ~index - 1 : index;
            return index < 0 ? null : Offsets[index];
        }

        public static SortedDictionary<string, Expansion> ReadAll(string[] lines, int lastYear)
        {
            var zones = new SortedDictionary<string, Expansion>(StringComparer.Ordinal);
            var onsets = new List<(Instant Time, Offset Offset)>();
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var line in lines)
            {
                var (name, value) = (line.Split(':')[0], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
                if (line is "BEGIN:STANDARD" or "BEGIN:DAYLIGHT") values = new(StringComparer.Ordinal) { ["TZID"] = values["TZID"] };
                else if (line is "END:STANDARD" or "END:DAYLIGHT") onsets.AddRange(OnsetsOf(values, lastYear));
                else if (line == "END:VTIMEZONE")
                {
                    onsets.Sort();
                    zones.Add(values["TZID"], new([.. onsets.Select(onset => onset.Time)], [.. onsets.Select(onset => onset.Offset)]));
                    onsets.Clear();
                }
                else if (line == "BEGIN:VEVENT") break;
                else values[name] = name == "RDATE" && values.TryGetValue(name, out var dates) ? $"{dates},{value}" : value;
            }

            return zones;
        }

        private static IEnumerable<(Instant, Offset)> OnsetsOf(Dictionary<string, string> values, int lastYear)
        {
            var first = LocalPattern.Parse(values["DTSTART"]).Value;
            var (from, to) = (OffsetOf(values["TZOFFSETFROM"]), OffsetOf(values["TZOFFSETTO"]));
            if (!values.TryGetValue("RRULE", out var rule))
            {
                var listed = values.TryGetValue("RDATE", out var dates) ? dates.Split(',').Select(date => LocalPattern.Parse(date).Value) : [];
                return listed.Append(first).Distinct().Select(onset => (onset.WithOffset(from).ToInstant(), to));
            }

            var parts = rule.Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
            Assert.Equal("YEARLY", parts["FREQ"]);
            var until = parts.TryGetValue("UNTIL", out var text)
                ? InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Parse(text).Value
                : Instant.MaxValue;
            var month = Number(parts["BYMONTH"]);
            var days =
                from year in Enumerable.Range(first.Year, Math.Max(1, lastYear - first.Year + 1))
                from day in Enumerable.Range(1, CalendarSystem.Iso.GetDaysInMonth(year, month))
                select new LocalDate(year, month, day);
            var onsets = days.Where(day => Fits(day, parts)).Select(day => day + first.TimeOfDay).ToList();
            Assert.Equal(first, onsets[0]);
            return onsets.Select(onset => onset.WithOffset(from).ToInstant()).Where(onset => onset <= until).Select(onset => (onset, to));
        }

        private static bool Fits(LocalDate day, Dictionary<string, string> parts)
        {
            if (parts.TryGetValue("BYMONTHDAY", out var days) && !days.Split(',').Contains(Text(day.Day))) return false;
            if (!parts.TryGetValue("BYDAY", out var weekday)) return true;
            var name = Weekdays[(int)day.DayOfWeek];
            var fromStart = (day.Day - 1) / 7;
            var fromEnd = (CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month) - day.Day) / 7;
            return weekday == name || weekday == Text(fromStart + 1) + name || weekday == "-" + Text(fromEnd + 1) + name;
        }

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

        private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

        private static Offset OffsetOf(string text)
        {
            var digits = text[1..].PadRight(6, '0');
            var seconds = (Number(digits[..2]) * 3600) + (Number(digits[2..4]) * 60) + Number(digits[4..]);
            return Offset.FromSeconds(text[0] == '-' ? -seconds : seconds);
        }
    }
}
