using NodaTime;

namespace Feeds.Formats.Calendar;

/// <summary>The years whose dates four digits can say in each zone (RFC 5545 §3.3.4).</summary>
internal static class WritableYears
{
    public const int Max = 9998;
    private const int Min = 2;

    public static bool Contain(LocalDate date) => date.Year is >= Min and <= Max;

    /// <summary>The date itself, unless it is of no such year.</summary>
    public static LocalDate Require(LocalDate date) =>
        Contain(date)
            ? date
            : throw new ArgumentOutOfRangeException(nameof(date), date, FormattableString.Invariant($"The year is not {Min} to {Max}."));
}
