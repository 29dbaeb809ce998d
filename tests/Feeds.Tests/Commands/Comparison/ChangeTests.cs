using System.Collections.Immutable;
using System.Text;
using Feeds.Commands.Comparison;
using Xunit;

namespace Feeds.Tests.Commands.Comparison;

/// <summary>What is said of two states of a site, by what its feed and its calendar hold.</summary>
public sealed class ChangeTests
{
    private const string First = "<entry><id>tag:a.example,2024:1</id><title>First</title><link href='https://a.example/1'/><published>2024-01-02T00:00:00Z</published><content>Text</content></entry>";
    private const string Retitled = "<entry><id>tag:a.example,2024:1</id><title>Better</title><link href='https://a.example/1'/><published>2024-01-02T00:00:00Z</published><content>Other text</content></entry>";
    private const string Elsewhere = "<entry><id>tag:a.example,2024:1</id><title>First</title><link href='https://a.example/one'/><published>2024-01-02T00:00:00Z</published><content>Text</content></entry>";
    private const string Renamed = "<entry><id>tag:a.example,2024:one</id><title>First</title><link href='https://a.example/one'/><published>2024-01-02T00:00:00Z</published><content>Text</content></entry>";
    private const string Tombstone = "<at:deleted-entry xmlns:at='http://purl.org/atompub/tombstones/1.0' ref='tag:a.example,2024:1' when='2024-02-01T00:00:00Z'/>";

    private const string Meetup = "UID:1@a.example\nDTSTART;TZID=Europe/Prague:20240221T183000\nDTEND;TZID=Europe/Prague:20240221T203000\nSUMMARY:Meet\\, talk\nLOCATION:Town Hall\nSTATUS:CONFIRMED\n";
    private const string Later = "UID:1@a.example\nDTSTART;TZID=Europe/Prague:20240221T193000\nDTEND;TZID=Europe/Prague:20240221T213000\nSUMMARY:Meet\\, talk\nLOCATION:Town\n  Hall\nSTATUS:CONFIRMED\n";
    private const string Off = "UID:1@a.example\nDTSTART;TZID=Europe/Prague:20240221T183000\nDTEND;TZID=Europe/Prague:20240221T203000\nSUMMARY:Meet\\, talk\nLOCATION:Town Hall\nSTATUS:CANCELLED\n";
    private const string Other = "UID:2@a.example\nDTSTART;TZID=Europe/Prague:20240221T183000\nDTEND;TZID=Europe/Prague:20240221T203000\nSUMMARY:Meet\\, talk\nLOCATION:Town Hall\nSTATUS:CONFIRMED\n";
    private const string OneDate = "UID:1@a.example\nRECURRENCE-ID:20240221T173000Z\nDTSTART;VALUE=DATE:20240221\nSUMMARY:Once\n";

    [Theory]
    [InlineData(First, First, new string[0])]
    [InlineData("", First, new[] { "new       post  \"First\": https://a.example/1" })]
    [InlineData(First, Retitled, new[] { "changed   post  \"Better\": title Better, was First; text" })]
    [InlineData(First, Elsewhere, new[] { "moved     post  \"First\": address https://a.example/one, was https://a.example/1" })]
    [InlineData(First, Tombstone, new[] { "removed   post  \"First\"" })]
    [InlineData(First, "", new[] { "lost      post  \"First\": tag:a.example,2024:1 is no longer published and not reported as removed" })]
    [InlineData(First, Renamed, new[] { "lost      post  \"First\": its id was tag:a.example,2024:1 and would be tag:a.example,2024:one, so subscribers would see it twice" })]
    public void SaysWhatReadersSee_OfEntries(string before, string after, string[] expected) => Assert.Equal(expected, Changes(Atom(before), Atom(after)));

    [Theory]
    [InlineData(Meetup, Meetup, new string[0])]
    [InlineData("", Meetup, new[] { "new       event \"Meet, talk\"" })]
    [InlineData(Meetup, Later, new[] { "moved     event \"Meet, talk\": start 2024-02-21 19:30 Europe/Prague, was 2024-02-21 18:30 Europe/Prague; end 2024-02-21 21:30 Europe/Prague, was 2024-02-21 20:30 Europe/Prague" })]
    [InlineData(Meetup, Off, new[] { "cancelled event \"Meet, talk\": status CANCELLED, was CONFIRMED" })]
    [InlineData(Meetup, Other, new[] { "lost      event \"Meet, talk\": its id was 1@a.example and would be 2@a.example, so subscribers would see it twice" })]
    [InlineData(Meetup, "", new[] { "lost      event \"Meet, talk\": 1@a.example is no longer published and not reported as removed" })]
    [InlineData("", OneDate, new[] { "new       event \"Once\"" })]
    public void SaysWhatCalendarsShow_OfEvents(string before, string after, string[] expected) => Assert.Equal(expected, Changes(Calendar(before), Calendar(after)));

    [Fact]
    public void SaysNothing_OfWhatIsOnlyTooOldForTheFeed()
    {
        var changes = Change.Between(new Snapshot(Atom(First).Items, []), new Snapshot([], []), new HashSet<string> { "tag:a.example,2024:1" });

        Assert.Empty(changes);
    }

    [Fact]
    public void ReadsRss_WhereThereIsNoAtom()
    {
        const string Rss = "<rss version='2.0'><channel><item><guid>g</guid><title>T</title><link>https://a.example/t</link><pubDate>Tue, 02 Jan 2024 00:00:00 GMT</pubDate></item></channel></rss>";
        var item = Assert.Single(FeedDocument.Read(Bytes(Rss)).Items);

        Assert.Equal("g", item.Id);
        Assert.Equal([new Fact("title", "T"), new Fact("address", "https://a.example/t"), new Fact("date", "Tue, 02 Jan 2024 00:00:00 GMT")], item.Facts);
    }

    [Theory]
    [InlineData("<html/>")]
    [InlineData("no feed")]
    [InlineData("")]
    public void RefusesWhatIsNoFeed(string text) => Assert.Throws<InvalidDataException>(() => FeedDocument.Read(Bytes(text)));

    [Theory]
    [InlineData("<html/>")]
    [InlineData("")]
    public void RefusesWhatIsNoCalendar(string text) => Assert.Throws<InvalidDataException>(() => CalendarDocument.Read(Bytes(text)));

    [Fact]
    public async Task ReadsTheArchive_WhereverTheFeedLies()
    {
        const string Links = "<link rel='self' href='https://a.example/club/atom.xml'/><link rel='prev-archive' href='https://a.example/club/archive/1/atom.xml'/>";
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["atom.xml"] = Feed(Links + First), ["archive/1/atom.xml"] = Feed(Renamed) };

        var snapshot = await Snapshot.ReadAsync(path => Task.FromResult<Stream?>(files.TryGetValue(path, out var text) ? Bytes(text) : null), "atom.xml", []);

        Assert.Equal(["tag:a.example,2024:1", "tag:a.example,2024:one"], snapshot.Items.Select(item => item.Id));
    }

    private static IEnumerable<string> Changes(ImmutableArray<PublishedItem> before, ImmutableArray<PublishedItem> after) =>
        Change.Between(new Snapshot(before, []), new Snapshot(after, []), new HashSet<string>()).Select(change => change.ToString());

    private static IEnumerable<string> Changes(FeedDocument before, FeedDocument after) =>
        Change.Between(new Snapshot(before.Items, before.Removed), new Snapshot(after.Items, after.Removed), new HashSet<string>()).Select(change => change.ToString());

    private static FeedDocument Atom(string entries) => FeedDocument.Read(Bytes(Feed(entries)));

    private static ImmutableArray<PublishedItem> Calendar(string properties) =>
        CalendarDocument.Read(Bytes($"BEGIN:VCALENDAR\nVERSION:2.0\n{(properties.Length == 0 ? "" : $"BEGIN:VEVENT\n{properties}END:VEVENT\n")}END:VCALENDAR\n"));

    private static string Feed(string entries) => $"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>";

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
