using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content.Dates;

/// <summary>Reads a duration: <c>PT2H</c> (ISO 8601), <c>2h</c>, <c>90 min</c>, <c>1h 30m</c>, <c>2 hours</c>, <c>3 days</c>.</summary>
internal static partial class DurationReader
{
    /// <summary>A longer text is no duration, and would take long to match.</summary>
    private const int MaxLength = 60;

    private static readonly PeriodPattern Iso = PeriodPattern.NormalizingIso;

    [GeneratedRegex(
        @"^\s*(?:(?<weeks>\d{1,2})\s*w(?:eeks?|ks?)?)?[\s,]*(?:(?<days>\d{1,3}(?:\.\d{1,3})?)\s*d(?:ays?)?)?[\s,]*(?:and\s+)?"
        + @"(?:(?<hours>\d{1,4}(?:\.\d{1,3})?)\s*h(?:ours?|rs?)?)?\s*(?:and\s+)?(?:(?<minutes>\d{1,5})\s*m(?:in(?:ute)?s?)?)?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words { get; }

    /// <summary>Reads a duration in whole seconds, from one second to a year.</summary>
    public static bool TryRead(string text, out Duration length)
    {
        var isRead = TryReadLength(text, out var parts);
        length = Duration.FromDays(parts.Days) + parts.Time;
        return isRead;
    }

    /// <summary>Reads a duration whose days are days of the calendar (RFC 5545 §3.3.6).</summary>
    public static bool TryReadLength(string text, out EventLength length)
    {
        length = default;
        text = text.Trim();
        if (text.Length > MaxLength) return false;
        if (Iso.Parse(text) is { Success: true, Value: { Years: 0, Months: 0 } period })
        {
            var days = period.Days + (7L * period.Weeks);
            var time = period.ToDuration() - Duration.FromDays(days);
            if (days is < 0 or > 366 || time < Duration.Zero) return false;
            length = new EventLength((int)days, WholeSeconds(time));
        }
        else if (Words.Match(text) is { Success: true, Groups: var groups })
        {
            var days = (7 * Number(groups["weeks"])) + Number(groups["days"]);
            var whole = Math.Floor(days);
            var minutes = ((days - whole) * 24 * 60) + (60 * Number(groups["hours"])) + Number(groups["minutes"]);
            length = new EventLength((int)whole, WholeSeconds(Duration.FromMinutes(minutes)));
        }

        var total = Duration.FromDays(length.Days) + length.Time;
        return total >= Duration.FromSeconds(1) && total <= Duration.FromDays(366);
    }

    private static Duration WholeSeconds(Duration time) => Duration.FromSeconds(Math.Floor(time.TotalSeconds));

    private static double Number(Group group) => group.Success ? double.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
}

/// <summary>How long an event is: days of the calendar, which a change of the clocks makes longer or shorter, then a time.</summary>
internal readonly record struct EventLength(int Days, Duration Time)
{
    /// <summary>The number of days of an event of whole days; null when it is no such number.</summary>
    public int? WholeDays => Time.TotalDays is var days && days == Math.Floor(days) && Days + (int)days is > 0 and var count ? count : null;

    public ZonedDateTime From(ZonedDateTime start) =>
        (Days == 0 ? start : start.Zone.AtLeniently(start.LocalDateTime.PlusDays(Days))).Plus(Time);
}
