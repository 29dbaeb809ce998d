using System.Diagnostics.CodeAnalysis;
using Feeds.Model;

namespace Feeds.Content.Dates;

/// <summary>Reads a time of day or a range of times.</summary>
internal static class TimeReader
{
    /// <param name="problem">A half sentence that follows the quoted text.</param>
    public static bool TryRead(string text, out TimeText value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        if (!MomentReader.TryRead(text, Reading.Time, DateOrder.Unstated, out var start, out var end, out problem))
            return false;

        problem = DateErrors.NotATime;
        if (!IsTime(start, out var from) || end is not null && !IsTime(end.Value, out _)) return false;
        if (end?.Clock is not { } until) return !from.IsBare && TryResolve(from, start, null, out value, out problem);

        Clock.ShareHalf(ref from, ref until);
        return !(from.IsBare && until.IsBare && !IsClear(from, until))
            && TryResolve(from, start.HasZone ? start : end.Value, until, out value, out problem);
    }

    /// <summary>Reads the start of a range with an invalid end.</summary>
    public static bool TryReadStart(string text, out TimeText value)
    {
        value = default;
        return MomentParser.TryReadStart(text, Reading.Time, DateOrder.Unstated, out var start)
            && IsTime(start, out var clock)
            && !clock.IsBare
            && TryResolve(clock, start, null, out value, out _);
    }

    // 10-12 and 17-19 are hours of the day; 6-8 may be in the evening.
    private static bool IsClear(Clock from, Clock until) =>
        from.Hour < until.Hour && until.Hour <= 24 && (until.Hour > 12 || from.Hour >= 9);

    private static bool IsTime(Moment moment, out Clock clock)
    {
        clock = moment.Clock ?? default;
        return moment.Clock is not null && !moment.HasDatePart && moment.Weekday is null;
    }

    private static bool TryResolve(Clock from, Moment zone, Clock? until, out TimeText value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        problem = DateErrors.StartsAtEndOfDay;
        if (from.IsEndOfDay || !from.TryResolve(out var start, out problem)) return false;

        value = new TimeText(start, null, zone.Offset, zone.Abbreviation);
        if (until is null) return true;
        if (!until.Value.TryResolveEnd(out var end, out problem)) return false;

        value = value with { End = end };
        return true;
    }
}
