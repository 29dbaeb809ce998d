using System.Collections.Immutable;
using System.Text.Json;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Tests.Formats.Calendar;
using NodaTime.Text;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>Rules give the dates that another program finds for them.</summary>
public sealed class RuleInteropTests : IDisposable
{
    private const int Count = 40;
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    private readonly TempFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Dateutil_FindsTheSameDates_ForTheExamplesOfTheRfc() =>
        await FindsTheSame([.. RuleTests.Examples.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(cells => new Case(cells[0], $"{cells[1].Replace("-", "", StringComparison.Ordinal)}T090000", Count))]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Dateutil_FindsTheSameDates_ForAnyRule(int seed)
    {
        var random = new RandomRule(seed);

        await FindsTheSame([.. Enumerable.Range(0, 100).Select(_ => new Case(random.Next(), random.NextStart(), Count))]);
    }

    private async Task FindsTheSame(ImmutableArray<Case> cases)
    {
        home.Write("rules.json", JsonSerializer.SerializeToUtf8Bytes(cases, JsonSerializerOptions.Web));

        var found = await ForeignProgram.Dateutil.ReadAsync<ImmutableArray<ImmutableArray<string>>>(home, home.At("rules.json"));

        Assert.Equal(
            cases.Zip(found, (@case, dates) => $"{@case.Rule} from {@case.Start}: {string.Join(' ', dates)}"),
            cases.Select(@case => $"{@case.Rule} from {@case.Start}: {string.Join(' ', Starts(@case))}"));
    }

    private static IEnumerable<string> Starts(Case @case)
    {
        var start = Pattern.Parse(@case.Start).Value.InUtc();
        return new RecurrenceSet { Rule = RecurrenceRule.Parse(@case.Rule) }
            .Occurrences(new EventSpan.Timed(start, start))
            .Take(@case.Count)
            .Select(span => Pattern.Format(((EventSpan.Timed)span).Start.LocalDateTime));
    }

    /// <summary>A rule, where it begins, and how many dates are asked for.</summary>
    private sealed record Case(string Rule, string Start, int Count);
}
