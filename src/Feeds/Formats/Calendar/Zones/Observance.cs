using System.Collections.Immutable;
using Feeds.Formats.Calendar.Recurrence;
using NodaTime;

namespace Feeds.Formats.Calendar.Zones;

/// <summary>Whether clocks show the zone's usual time or are put forward (RFC 5545 §3.6.5).</summary>
internal enum ObservanceKind
{
    Standard,
    Daylight,
}

/// <summary>A stretch of time with one offset, and how it comes back (RFC 5545 §3.6.5).</summary>
/// <param name="Kind">Which of the two components it is.</param>
/// <param name="Onset">When it first begins, on clocks that still show the offset before it.</param>
/// <param name="From">The offset before it.</param>
/// <param name="To">Its offset.</param>
/// <param name="Name">What people call it, such as CET; null where that is left out.</param>
/// <param name="Rule">How it comes back every year; null when it begins only once.</param>
/// <param name="Until">A moment after its last onset and before the one that the rule would give next; null when it has no end.</param>
/// <param name="Onsets">All times when it begins, where there are several and no rule says them.</param>
internal sealed record Observance(
    ObservanceKind Kind, LocalDateTime Onset, Offset From, Offset To, string? Name, YearlyRule? Rule, Instant? Until, ImmutableArray<LocalDateTime> Onsets)
{
    // Google misreads the charset of a calendar in which zones take up 200 lines: ten zones are a lot.
    private const int MaxLines = 20;

    // BEGIN, TZID and END of the zone.
    private const int LinesAround = 3;

    // Outlook takes no list of onsets, so that it stands only for what clocks did within a year.
    private static readonly Duration MaxListed = Duration.FromDays(366);

    // The days of the week come back to the same dates after 28 years, so that by then a rule has shown all of its dates.
    private const int YearsThatTellARule = 28;

    // BEGIN, DTSTART, two offsets, TZNAME, END; and how it comes back.
    private int Lines => 5 + (Name is null ? 0 : 1) + (Rule is null ? 0 : 1) + Onsets.Length;

    /// <summary>The observances that say the zone's offset from one moment to another, in order of their first onset.</summary>
    /// <remarks>They are right from the first onset on, and up to the first change after those moments that none of them says.</remarks>
    public static ImmutableArray<Observance> Of(DateTimeZone zone, Interval needed)
    {
        var lastYear = Math.Min(Require.MaxYear, needed.End.InZone(zone).Year + YearsThatTellARule);
        var changes = OffsetChange.Of(zone, new YearRange(needed.Start.InZone(zone).Year, lastYear));
        var runs = YearlyRun.Of(changes);
        var (first, last) = Needed(IndexAt(needed.Start), IndexAt(needed.End), changes);
        var ruled = Ruled(Widen(first, last, runs, lastYear), changes, runs, lastYear);
        if (IsShort(ruled) || needed.Duration > MaxListed) return ruled;

        var listed = Listed(changes[first..(last + 1)], change => (change.To, change.Name, change.Kind));
        return IsShort(listed) ? listed : [.. Listed(changes[first..(last + 1)], change => change.To).Select(observance => observance with { Name = null })];

        int IndexAt(Instant time) => Math.Max(0, changes.Count(change => change.At <= time) - 1);
    }

    /// <summary>Takes in what is before: back to a standard time, which clients expect.</summary>
    private static (int First, int Last) Needed(int first, int last, ImmutableArray<OffsetChange> changes)
    {
        while (first > 0 && changes[first..(last + 1)].All(change => change.Kind != ObservanceKind.Standard)) first--;
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

    private static ImmutableArray<Observance> Ruled(Range range, ImmutableArray<OffsetChange> changes, ImmutableArray<YearlyRun> runs, int lastYear) =>
        [.. changes[range].Zip(runs[range]).GroupBy(pair => pair.Second, pair => pair.First).Select(run => Of(run, lastYear))];

    private static ImmutableArray<Observance> Listed<T>(ImmutableArray<OffsetChange> changes, Func<OffsetChange, T> key) =>
        [.. changes.GroupBy(key).Select(alike => Of([.. alike]))];

    private static bool IsShort(ImmutableArray<Observance> observances) => observances.Sum(observance => observance.Lines) <= MaxLines - LinesAround;

    private static Observance Of(IGrouping<YearlyRun, OffsetChange> run, int lastYear)
    {
        var (onset, end) = (run.First(), run.Last());
        if (onset == end) return new Observance(onset.Kind, onset.Onset, onset.From, onset.To, onset.Name, Rule: null, Until: null, []);

        // A day later than the last onset: clients that take UNTIL for a local time would lose that onset.
        Instant? until = end.Onset.Year == lastYear ? null : end.At + Duration.FromDays(1);
        return new Observance(onset.Kind, onset.Onset, onset.From, onset.To, onset.Name, run.Key.Rule, until, []);
    }

    private static Observance Of(ImmutableArray<OffsetChange> alike)
    {
        // Whatever clocks show before each of them, their onsets are told by one offset.
        var last = alike[^1];
        var onsets = alike.Select(change => change.At.WithOffset(last.From).LocalDateTime).ToImmutableArray();
        return new Observance(last.Kind, onsets[0], last.From, last.To, last.Name, Rule: null, Until: null, onsets.Length > 1 ? onsets : []);
    }
}
