using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Formats.Calendar.Zones;

/// <summary>Changes of a zone's clocks in consecutive years which one yearly rule gives.</summary>
internal sealed class YearlyRun
{
    private int earliestYear;

    private YearlyRun(LocalDate date)
    {
        Rule = YearlyRule.Of(date);
        earliestYear = date.Year;
        LatestYear = date.Year;
    }

    /// <summary>The year of the last of them.</summary>
    public int LatestYear { get; }

    /// <summary>The rule that gives the date of each of them.</summary>
    public YearlyRule Rule { get; private set; }

    /// <summary>For each change the run it is part of.</summary>
    /// <remarks>They are told from the last change back, so that the rule in force gets every year that it explains.</remarks>
    public static ImmutableArray<YearlyRun> Of(ImmutableArray<OffsetChange> changes)
    {
        var latest = new Dictionary<(Offset, Offset, string, string, LocalTime, int), YearlyRun>();
        var runs = new YearlyRun[changes.Length];
        for (var i = changes.Length - 1; i >= 0; i--)
        {
            var (change, onset) = (changes[i], changes[i].Onset);
            var alike = (change.From, change.To, change.Name, change.Component, onset.TimeOfDay, onset.Month);
            if (!latest.TryGetValue(alike, out var run) || !run.TryExtend(onset.Date)) run = latest[alike] = new YearlyRun(onset.Date);
            runs[i] = run;
        }

        return [.. runs];
    }

    private bool TryExtend(LocalDate date)
    {
        if (date.Year != earliestYear - 1 || Rule.With(date) is not { } wider) return false;
        Rule = wider;
        earliestYear = date.Year;
        return true;
    }
}
