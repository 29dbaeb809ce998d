using Xunit;

namespace Feeds.Tests.Content.Lists;

/// <summary>Lists as communities write them for their own site generators.</summary>
public sealed class CommunityListTests
{
    private const string Evening = "A 20260305T193000 20260305T210000 Hall";

    [Theory]
    [InlineData("[\n{\"title\": \"A\", \"date\": \"2026-03-05\", \"time\": \"19:30-21:00\", \"location\": \"Hall\", \"speaker\":\n}\n]")]
    [InlineData("[{title: 'A', date: '2026-03-05', time: '19:30-21:00', location: 'Hall'}]")]
    [InlineData("{\"events\": [{\"title\": \"A\", \"date\": \"2026-03-05\", \"time\": \"19:30-21:00\", location: \"Hall\",},]}")]
    [InlineData("# Our events\n[{\"title\": \"A\", \"date\": \"2026-03-05\", \"time\": \"19:30-21:00\", \"location\": \"Hall\"}]")]
    [InlineData("- title: A\n  date: 2026-03-05\n  time: 19:30-21:00\n  location: Hall\n")]
    public void AreReadAsYaml_WhenTheyAreNoJson(string text)
    {
        var read = ReadList.Of("_data/events.json", text);
        Assert.Equal(Evening, read[0]);
        Assert.Contains("this is not valid JSON, so the file is read as YAML: ", Assert.Single(read[1..]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"title\": \"A\", \"date\": \"2026-03-05\"")]
    [InlineData("[{\"title\": \"A\"]}")]
    [InlineData("<<<<<<< HEAD\n[]\n=======\n[{}]\n>>>>>>> x")]
    [InlineData("events")]
    [InlineData("[1, 2")]
    public void AreReported_WhenTheyAreNeither(string text) =>
        Assert.Contains("error: this is not valid JSON, so nothing of the file is read: ", Assert.Single(ReadList.Of("_data/events.json", text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("event")]
    [InlineData("past_event")]
    [InlineData("meetup")]
    [InlineData("recent")]
    [InlineData("upcoming")]
    public void AreRead_InTablesOfToml(string name) => Assert.Equal(
        [Evening], ReadList.Of("data/events.toml", $"[[{name}]]\ntitle = \"A\"\ndate = 2026-03-05T19:30:00+01:00\ndateEnd = 2026-03-05T21:00:00+01:00\nlocation = \"Hall\"\n"));

    [Theory]
    [InlineData("event", "dataTime = \"Mar 5 2026\"", "if 'dataTime' is the date, write 'keys: { start: [dataTime] }' in site.yaml")]
    [InlineData("event", "image = \"a.jpg\"", "each needs a date, such as 'start: 2027-03-18 18:30'")]
    public void AreReported_WithoutADate(string name, string line, string cure) =>
        Assert.Contains($"no event was found in this list; {cure}", Assert.Single(ReadList.Of("data/events.toml", $"[[{name}]]\ntitle = \"A\"\n{line}\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("talks:\n- title: One\n  speaker: B\n")]
    [InlineData("talks: [{ title: One }, { title: Two, time: '20:00' }]\n")]
    [InlineData("items:\n- title: Pizza\n")]
    [InlineData("entries: [{ name: Free }]\n")]
    [InlineData("data: [{ name: x }]\n")]
    public void AreOneEvent_WithItsTalks(string parts) =>
        Assert.Equal([Evening], ReadList.Of("src/data/events/a.yaml", $"title: A\ndate: 2026-03-05\ntime: 19:30-21:00\nlocation: Hall\n{parts}"));

    [Theory]
    [InlineData("talks:\n- { title: A, date: 2026-03-05, time: '19:30-21:00', location: Hall }\n")]
    [InlineData("items:\n- { title: A, date: 2026-03-05, time: '19:30-21:00', location: Hall }\n")]
    [InlineData("events:\n- { title: A, date: 2026-03-05, time: '19:30-21:00', location: Hall }\n")]
    public void AreSeveral_WithDatesOfTheirOwn(string parts) =>
        Assert.Equal([Evening], ReadList.Of("_data/events.yml", $"title: Ours\ndate: 2025-01-01\n{parts}"));

    [Theory]
    [InlineData("local")]
    [InlineData("ort")]
    [InlineData("lieu")]
    [InlineData("lugar")]
    [InlineData("luogo")]
    public void AreAtAPlace_InAnotherLanguage(string name) =>
        Assert.Equal([Evening], ReadList.Of("_data/events.yml", $"- {{ title: A, date_start: 2026-03-05 19:30, date_end: 2026-03-05 21:00, {name}: Hall }}\n"));

    [Theory]
    [InlineData("language: de\n", "4/3/2026", "3/13/2026", "20260403")]
    [InlineData("language: de\n", "4/3/2026", "13/3/2026", "20260304")]
    [InlineData("language: de\n", "4/3/2026", "2026-03-13", "20260304")]
    [InlineData("", "4/3/2026", "3/13/2026", "20260403")]
    [InlineData("dates: day-first\n", "4/3/2026", "13/3/2026", "20260304")]
    public void HaveTheirOwnOrderOfDates_BeforeThatOfTheLanguage(string settings, string date, string other, string expected) => Assert.Contains(
        ReadList.Of("_data/events.yml", $"- {{ title: A, date: {date} }}\n- {{ title: B, date: {other} }}\n", settings), line => line.StartsWith($"A {expected} ", StringComparison.Ordinal));
}
