using System.Collections.Immutable;
using System.Globalization;

namespace Feeds.Tests.Interop;

/// <summary>Makes rules of every kind, the same ones for the same seed.</summary>
internal sealed class RandomRule(int seed)
{
    private static readonly ImmutableArray<string> Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private readonly Random random = new(seed);

    /// <summary>A first date of some year, at a full minute.</summary>
    public string NextStart() =>
        string.Create(CultureInfo.InvariantCulture, $"{random.Next(1990, 2040)}{random.Next(1, 13):00}{random.Next(1, 29):00}T{random.Next(24):00}{random.Next(60):00}00");

    /// <summary>A rule that ends by itself or is sure to match often.</summary>
    public string Next()
    {
        var frequency = Pick("YEARLY", "YEARLY", "MONTHLY", "MONTHLY", "MONTHLY", "WEEKLY", "WEEKLY", "DAILY");
        var parts = new List<string> { $"FREQ={frequency}" };
        if (Chance(2)) parts.Add($"INTERVAL={Number(random.Next(2, 8))}");
        if (Chance(3)) parts.Add($"COUNT={Number(random.Next(1, 30))}");
        if (Chance(3)) parts.Add($"WKST={Pick([.. Days])}");
        if (Chance(4)) parts.Add($"BYMONTH={Numbers(1, 12, 4)}");

        // What dateutil makes of a week without a day is not what the RFC says.
        var byWeek = frequency == "YEARLY" && Chance(5);
        if (byWeek) parts.Add($"BYWEEKNO={Signed(53, 4)}");
        if (byWeek || Chance(3)) parts.Add($"BYDAY={Weekdays(frequency, byWeek)}");
        else if (frequency != "WEEKLY" && Chance(3)) parts.Add($"BYMONTHDAY={Signed(31, 5)}");
        else if (frequency == "YEARLY" && Chance(3)) parts.Add($"BYYEARDAY={string.Join(',', Enumerable.Range(1, 12).Select(month => Number(month * 30)))},-1");
        if (Chance(4)) parts.Add($"BYHOUR={Numbers(0, 23, 3)}");
        if (Chance(5)) parts.Add($"BYMINUTE={Numbers(0, 59, 3)}");
        if (Chance(6)) parts.Add($"BYSECOND={Numbers(0, 59, 2)}");
        // A day has few dates to choose from, and what never matches is looked for in all years.
        var isPicked = parts.Exists(part => part.StartsWith("BYDAY", StringComparison.Ordinal) || part.StartsWith("BYMONTHDAY", StringComparison.Ordinal));
        if (isPicked && Chance(3)) parts.Add($"BYSETPOS={(frequency == "DAILY" ? Pick("1", "-1") : Signed(4, 2))}");
        return string.Join(';', parts);
    }

    private string Weekdays(string frequency, bool byWeek)
    {
        var chosen = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick([.. Days])).Distinct();
        return string.Join(',', frequency is "MONTHLY" or "YEARLY" && !byWeek && Chance(2) ? chosen.Select(day => $"{Signed(4, 1)}{day}") : chosen);
    }

    private string Signed(int max, int count) => string.Join(',', Enumerable.Range(0, random.Next(1, count + 1)).Select(_ => Number(random.Next(1, max + 1) * (Chance(3) ? -1 : 1))).Distinct());

    private string Numbers(int min, int max, int count) => string.Join(',', Enumerable.Range(0, random.Next(1, count + 1)).Select(_ => Number(random.Next(min, max + 1))).Distinct());

    private bool Chance(int outOf) => random.Next(outOf) == 0;

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
