using System.Collections.Immutable;
using Ical.Net;
using Ical.Net.DataTypes;
using NodaTime;
using Duration = NodaTime.Duration;
using IcalRule = Ical.Net.DataTypes.RecurrenceRule;
using Period = Ical.Net.DataTypes.Period;

namespace Feeds.Formats.Calendar.Zones;

/// <summary>The parts of a time zone: stretches of time with one offset, and how they recur (RFC 5545 §3.6.5).</summary>
internal static class Observances
{
    // Google misreads the charset of a calendar in which zones take up 200 lines: ten zones are a lot.
    private const int MaxLines = 20;

    // BEGIN, TZID and END of the zone.
    private const int LinesAround = 3;

    // Outlook takes no list of onsets, so that it stands only for what clocks did within a year.
    private static readonly Duration MaxListed = Duration.FromDays(366);

    // The days of the week come back to the same dates after 28 years, so that by then a rule has shown all of its dates.
    private const int YearsThatTellARule = 28;

    /// <summary>The observances that say the zone's offset from one moment to another, in order of their first onset.</summary>
    /// <remarks>They are right from the first onset on, and up to the first change after those moments that none of them says.</remarks>
    public static ImmutableArray<VTimeZoneInfo> Of(DateTimeZone zone, Interval needed)
    {
        var lastYear = Math.Min(WritableYears.Max, needed.End.InZone(zone).Year + YearsThatTellARule);
        var changes = OffsetChange.Of(zone, needed.Start.InZone(zone).Year, lastYear);
        var runs = YearlyRun.Of(changes);
        var (first, last) = Needed(IndexAt(needed.Start), IndexAt(needed.End), changes);
        var ruled = Ruled(Widen(first, last, runs, lastYear), changes, runs, lastYear);
        if (IsShort(ruled) || needed.Duration > MaxListed) return ruled;

        var listed = Listed(changes[first..(last + 1)], change => (change.To, change.Name, change.Component), change => change.Name);
        return IsShort(listed) ? listed : Listed(changes[first..(last + 1)], change => change.To, _ => null);

        int IndexAt(Instant time) => Math.Max(0, changes.Count(change => change.At <= time) - 1);
    }

    /// <summary>Takes in what is before: back to a standard time, which clients expect.</summary>
    private static (int First, int Last) Needed(int first, int last, ImmutableArray<OffsetChange> changes)
    {
        while (first > 0 && changes[first..(last + 1)].All(change => change.Component != OffsetChange.Standard)) first--;
        return (first, last);
    }

    /// <summary>Takes in neighbours: all that the same rules or lasting ones give.</summary>
    private static Range Widen(int first, int last, ImmutableArray<YearlyRun> runs, int lastYear)
    {
        var written = runs.Where((_, i) => (i >= first && i <= last) || runs[i].LatestYear == lastYear).ToHashSet();
        while (first > 0 && written.Contains(runs[first - 1])) first--;
        while (last < runs.Length - 1 && written.Contains(runs[last + 1])) last++;
        return first..(last + 1);
    }

    private static ImmutableArray<VTimeZoneInfo> Ruled(
        Range range, ImmutableArray<OffsetChange> changes, ImmutableArray<YearlyRun> runs, int lastYear) =>
        [.. changes[range].Zip(runs[range]).GroupBy(pair => pair.Second, pair => pair.First).Select(run => Ruled(run, lastYear))];

    private static VTimeZoneInfo Ruled(IGrouping<YearlyRun, OffsetChange> run, int lastYear)
    {
        var (onset, end) = (run.First(), run.Last());
        var observance = Of(onset, onset.Onset, onset.Name);
        if (onset == end) return observance;

        // A day later than the last onset: clients that take UNTIL for a local time would lose that onset.
        var until = end.Onset.Year == lastYear ? null : CalendarTime.Of(end.At + Duration.FromDays(1));
        observance.RecurrenceRule = new IcalRule($"FREQ=YEARLY;{run.Key.Rule}") { Until = until };
        return observance;
    }

    private static ImmutableArray<VTimeZoneInfo> Listed<T>(
        ImmutableArray<OffsetChange> changes, Func<OffsetChange, T> key, Func<OffsetChange, string?> name) =>
        [.. changes.GroupBy(key).Select(alike => Listed([.. alike], name))];

    private static VTimeZoneInfo Listed(ImmutableArray<OffsetChange> alike, Func<OffsetChange, string?> name)
    {
        // Their onsets must all use the same offset from.
        var last = alike[^1];
        var onsets = alike.Select(change => change.At.WithOffset(last.From).LocalDateTime).ToImmutableArray();
        var observance = Of(last, onsets[0], name(last));

        // ical.js reads DTSTART only where there are no dates.
        if (onsets.Length > 1) observance.RecurrenceDates.AddRange(onsets.Select(CalendarTime.Of));
        return observance;
    }

    private static VTimeZoneInfo Of(OffsetChange change, LocalDateTime onset, string? name)
    {
        var observance = new VTimeZoneInfo
        {
            Name = change.Component,
            Start = CalendarTime.Of(onset),
            OffsetFrom = new UtcOffset(change.From.ToTimeSpan()),
            OffsetTo = new UtcOffset(change.To.ToTimeSpan()),
        };
        observance.Add("TZNAME", name);
        return observance;
    }

    private static bool IsShort(ImmutableArray<VTimeZoneInfo> observances) => observances.Sum(LinesOf) <= MaxLines - LinesAround;

    // Those of its properties, each further onset, BEGIN and END.
    private static int LinesOf(VTimeZoneInfo observance) =>
        observance.Properties.Sum(property => property.Value is IEnumerable<Period> onsets ? onsets.Count() : 1) + 2;
}
