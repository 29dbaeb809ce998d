using Ical.Net.DataTypes;

namespace Feeds.Formats.Calendar;

/// <summary>Durations as RFC 5545 §3.3.6 writes them: unlike the library, it leaves out no unit between two others.</summary>
internal static class DurationText
{
    public static string Of(Duration duration)
    {
        var days = duration.Days is { } count ? FormattableString.Invariant($"P{count}D") : "P";
        return (duration.Hours, duration.Minutes, duration.Seconds) switch
        {
            (null, null, null) => days,
            (null, null, var seconds) => FormattableString.Invariant($"{days}T{seconds}S"),
            (null, var minutes, null) => FormattableString.Invariant($"{days}T{minutes}M"),
            (null, var minutes, var seconds) => FormattableString.Invariant($"{days}T{minutes}M{seconds}S"),
            (var hours, null, null) => FormattableString.Invariant($"{days}T{hours}H"),
            (var hours, var minutes, null) => FormattableString.Invariant($"{days}T{hours}H{minutes}M"),
            var (hours, minutes, seconds) => FormattableString.Invariant($"{days}T{hours}H{minutes ?? 0}M{seconds}S"),
        };
    }
}
