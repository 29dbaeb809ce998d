using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace Feeds.Formats.Calendar.Zones;

/// <summary>A moment at which a zone's clocks are changed.</summary>
/// <param name="At">The moment.</param>
/// <param name="From">The offset before it.</param>
/// <param name="To">The offset after it.</param>
/// <param name="Name">What people call the time after it, such as CET.</param>
/// <param name="Kind">Which kind of time begins.</param>
internal readonly record struct OffsetChange(Instant At, Offset From, Offset To, string Name, ObservanceKind Kind)
{
    // Clients that count in 32 bits see no farther back, and no event needs it.
    private const int EarliestUsefulYear = 1970;

    /// <summary>What clocks show at that moment before they are changed.</summary>
    public LocalDateTime Onset => At.WithOffset(From).LocalDateTime;

    /// <summary>The zone's changes from 1970, or from a year before the first year if that is earlier, to the last year's end.</summary>
    /// <remarks>The first of them changes nothing: it says what clocks showed when the first of those years began.</remarks>
    public static ImmutableArray<OffsetChange> Of(DateTimeZone zone, YearRange years)
    {
        var start = StartOf(Math.Min(EarliestUsefulYear, years.First - 1));
        var intervals = zone.GetZoneIntervals(start, StartOf(years.Last + 1)).ToImmutableArray();
        var changes = ImmutableArray.CreateBuilder<OffsetChange>(intervals.Length);
        for (var i = 0; i < intervals.Length; i++)
        {
            var interval = intervals[i];
            var (at, from) = i == 0 ? (start, interval.WallOffset) : (interval.Start, intervals[i - 1].WallOffset);
            changes.Add(new OffsetChange(at, from, interval.WallOffset, interval.Name, KindOf(intervals, i)));
        }

        return changes.MoveToImmutable();

        Instant StartOf(int year) => zone.AtStartOfDay(new LocalDate(year, 1, 1)).ToInstant();
    }

    // Ireland's law, and so the database, calls its summer time standard and puts clocks back for winter; people see summer time.
    private static ObservanceKind KindOf(ImmutableArray<ZoneInterval> intervals, int index)
    {
        var savings = intervals[index].Savings;
        var isPassingSummer = index > 0 && index < intervals.Length - 1 && savings == Offset.Zero && intervals[index - 1].Savings < savings;
        return savings > Offset.Zero || isPassingSummer ? ObservanceKind.Daylight : ObservanceKind.Standard;
    }
}

/// <summary>Years of the ISO calendar, from one to another.</summary>
/// <param name="First">The first year.</param>
/// <param name="Last">The last year, inclusive.</param>
internal sealed record YearRange(int First, int Last);
