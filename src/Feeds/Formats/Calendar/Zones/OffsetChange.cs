using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace Feeds.Formats.Calendar.Zones;

/// <summary>A moment at which a zone's clocks are changed.</summary>
/// <param name="At">The moment.</param>
/// <param name="From">The offset before it.</param>
/// <param name="To">The offset after it.</param>
/// <param name="Name">What people call the time after it, such as CET.</param>
/// <param name="Component">The name of its observance: whether clocks show the usual time or are put forward (RFC 5545 §3.6.5).</param>
internal readonly record struct OffsetChange(Instant At, Offset From, Offset To, string Name, string Component)
{
    public const string Standard = "STANDARD";
    private const string Daylight = "DAYLIGHT";

    // Clients that count in 32 bits see no farther back, and no event needs it.
    private const int EarliestUsefulYear = 1970;

    /// <summary>What clocks show at that moment before they are changed.</summary>
    public LocalDateTime Onset => At.WithOffset(From).LocalDateTime;

    /// <summary>The zone's changes from 1970, or from a year before the first year if that is earlier, to the last year's end.</summary>
    /// <remarks>The first of them changes nothing: it says what clocks showed when the first of those years began.</remarks>
    public static ImmutableArray<OffsetChange> Of(DateTimeZone zone, int firstYear, int lastYear)
    {
        var start = StartOf(Math.Min(EarliestUsefulYear, firstYear - 1));
        var intervals = zone.GetZoneIntervals(start, StartOf(lastYear + 1)).ToImmutableArray();
        var changes = ImmutableArray.CreateBuilder<OffsetChange>(intervals.Length);
        for (var i = 0; i < intervals.Length; i++)
        {
            var interval = intervals[i];
            var (at, from) = i == 0 ? (start, interval.WallOffset) : (interval.Start, intervals[i - 1].WallOffset);
            changes.Add(new OffsetChange(at, from, interval.WallOffset, interval.Name, ComponentOf(intervals, i)));
        }

        return changes.MoveToImmutable();

        Instant StartOf(int year) => zone.AtStartOfDay(new LocalDate(year, 1, 1)).ToInstant();
    }

    // Ireland's law, and so the database, calls its summer time standard and puts clocks back for winter; people see summer time.
    private static string ComponentOf(ImmutableArray<ZoneInterval> intervals, int index)
    {
        var savings = intervals[index].Savings;
        var isPassingSummer = index > 0 && index < intervals.Length - 1 && savings == Offset.Zero && intervals[index - 1].Savings < savings;
        return savings > Offset.Zero || isPassingSummer ? Daylight : Standard;
    }
}
