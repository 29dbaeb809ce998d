using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content.Dates;

/// <summary>Reads a duration: <c>PT2H</c> (ISO 8601), <c>2h</c>, <c>90 min</c>, <c>1h 30m</c>, <c>2 hours</c>.</summary>
internal static partial class DurationReader
{
    /// <summary>A longer text is no duration, and would take long to match.</summary>
    private const int MaxLength = 60;

    private static readonly PeriodPattern Iso = PeriodPattern.NormalizingIso;

    [GeneratedRegex(
        @"^\s*(?:(?<hours>\d{1,4}(?:\.\d{1,3})?)\s*h(?:ours?|rs?)?)?\s*(?:and\s+)?(?:(?<minutes>\d{1,5})\s*m(?:in(?:ute)?s?)?)?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Words { get; }

    /// <summary>Reads a duration in whole seconds, from one second to a year.</summary>
    public static bool TryRead(string text, out Duration length)
    {
        length = Duration.Zero;
        text = text.Trim();
        if (text.Length > MaxLength) return false;
        if (Iso.Parse(text) is { Success: true, Value: { Years: 0, Months: 0 } period }) length = period.ToDuration();
        else if (Words.Match(text) is { Success: true, Groups: var groups })
            length = Duration.FromMinutes((60 * Number(groups["hours"])) + Number(groups["minutes"]));
        length = Duration.FromSeconds(Math.Floor(length.TotalSeconds));
        return length >= Duration.FromSeconds(1) && length <= Duration.FromDays(366);
    }

    private static double Number(Group group) => group.Success ? double.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
}
