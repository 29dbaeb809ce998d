using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>Durations as iCalendar and jCal write them (RFC 5545 §3.3.6).</summary>
internal static class DurationText
{
    /// <summary>Days, then a time in which no unit between two others is left out.</summary>
    public static string Of(Duration duration)
    {
        var days = duration.Days > 0 ? FormattableString.Invariant($"P{duration.Days}D") : "P";
        return (duration.Hours, duration.Minutes, duration.Seconds) switch
        {
            (0, 0, 0) => days,
            (0, 0, var seconds) => FormattableString.Invariant($"{days}T{seconds}S"),
            (0, var minutes, 0) => FormattableString.Invariant($"{days}T{minutes}M"),
            (0, var minutes, var seconds) => FormattableString.Invariant($"{days}T{minutes}M{seconds}S"),
            (var hours, 0, 0) => FormattableString.Invariant($"{days}T{hours}H"),
            (var hours, var minutes, 0) => FormattableString.Invariant($"{days}T{hours}H{minutes}M"),
            var (hours, minutes, seconds) => FormattableString.Invariant($"{days}T{hours}H{minutes}M{seconds}S"),
        };
    }
}
