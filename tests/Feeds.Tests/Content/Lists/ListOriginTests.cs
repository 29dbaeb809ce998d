using Xunit;

namespace Feeds.Tests.Content.Lists;

/// <summary>Lists as generators, spreadsheets and calendars write them.</summary>
public sealed class ListOriginTests
{
    [Theory]
    [InlineData("_data/conferences.yml", "- name: PyCon\n  dates: 12-14 June 2026\n  location: Brno\n", "20260612 20260615 PyCon Brno")]
    [InlineData("_data/conferences.yml", "- name: RustFest\n  dates: September 5-6, 2026\n  location: Brno\n", "20260905 20260907 RustFest Brno")]
    [InlineData("_data/conferences.yml", "- name: Camp\n  start_date: 2026-05-12\n  end_date: 2026-05-13\n  location: Brno\n", "20260512 20260514 Camp Brno")]
    [InlineData("_data/conferences.yml", "- conference: Camp\n  date: 2026-05-12\n  time: all day\n  location: Brno\n", "20260512 20260513 Camp Brno")]
    [InlineData("_data/conferences.yml", "- title: Camp\n  start: 2026-05-12\n  duration: 3 days\n  location: Brno\n", "20260512 20260515 Camp Brno")]
    [InlineData("_data/conferences.yml", "- meetup: https://x.example/1\n  topic: Testing\n  date: 2026-01-14\n  time: 18:30-20:00\n  venue: Brno\n", "20260114T183000 20260114T200000 Testing Brno https://x.example/1")]
    [InlineData("data/conferences.toml", "[spring]\ntitle = \"Walk\"\nstart = 2026-04-11 09:00:00\nduration = \"3h\"\nlocation = \"Brno\"\n", "20260411T090000 20260411T120000 Walk Brno")]
    [InlineData("_data/conferences.csv", "Timestamp,Event Name,Start Date,Start Time,End Time,Location\n1/15/2026 10:20,Games,2/13/2026,6:30 PM,9:00 PM,Brno\n", "20260213T183000 20260213T210000 Games Brno")]
    public void IsRead(string path, string text, string expected) =>
        Assert.Equal([expected], ReadList.Of(path, text, $"events: {{ files: [{path}] }}\n").Select(Ordered));

    [Fact]
    public void EndsBeforeTheDay_ThatGoogleNames() => Assert.Equal(
        ["20260203 20260204 Holiday Brno", "_data/events.json:1: note: 'date' (2026-02-04) is taken as the day after the last, 2026-02-03, as Google Calendar has it"],
        ReadList.Of("_data/events.json", """{"items":[{"summary":"Holiday","location":"Brno","start":{"date":"2026-02-03"},"end":{"date":"2026-02-04"}}]}""").Select(Ordered));

    [Fact]
    public void NamesTheColumn_ThatHoldsDates() => Assert.Equal(
        ["_data/events.csv:2: warning: no event was found in this list; if 'Dato' is the date, write 'keys: { start: [Dato] }' in site.yaml"],
        ReadList.Of("_data/events.csv", "Titel;Dato;Ort\nStammtisch;2026-03-05;Brno\n"));

    // The title comes first, and is shown last here, so that the times stand in one column.
    private static string Ordered(string line) => line.Contains(": ", StringComparison.Ordinal) ? line : string.Join(' ', Parts(line.Split(' ')));

    private static string[] Parts(string[] parts) => [.. parts[1..3], parts[0], .. parts[3..]];
}
