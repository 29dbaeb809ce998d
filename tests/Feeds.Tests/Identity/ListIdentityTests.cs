using Feeds.Identity.Format;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>An entry of a list stays itself, wherever it stands and whatever is changed in it.</summary>
public sealed class ListIdentityTests
{
    private const string Before = "2026-01-01T00:00:00Z";
    private const string After = "2026-01-02T00:00:00Z";
    private const string List = "_data/events.yml";

    private const string A = "- title: A\n  start: 2026-02-10 18:00\n  duration: 2h\n";
    private const string B = "- title: B\n  start: 2026-03-10 18:00\n  duration: 2h\n";
    private const string C = "- title: C\n  start: 2026-04-10 18:00\n  duration: 2h\n  link: https://sign.up/c\n";

    [Theory]
    [InlineData(A + B, B + A, "A", "A")]
    [InlineData(A + B, C + A + B, "A", "A")]
    [InlineData(A + B, "- title: A\n  start: 2026-02-17 18:00\n  duration: 2h\n" + B, "A", "A")]
    [InlineData(A + B, "- title: New\n  start: 2026-02-10 19:00\n  duration: 2h\n" + B, "A", "New")]
    [InlineData(C + B, B + "- title: New\n  start: 2026-05-10 18:00\n  duration: 2h\n  link: https://www.sign.up/c\n", "C", "New")]
    [InlineData("- id: 7\n  title: A\n  start: 2026-02-10 18:00\n" + B, B + "- id: 7\n  title: New\n  start: 2026-05-10 18:00\n", "A", "New")]
    [InlineData("- uid: u@x\n  title: A\n  start: 2026-02-10 18:00\n" + B, B + "- uid: u@x\n  title: New\n  start: 2026-05-10 18:00\n", "A", "New")]
    [InlineData("x: { title: A, start: 2026-02-10 18:00 }\ny: { title: B, start: 2026-03-10 18:00 }\n", "y: { title: B, start: 2026-03-10 18:00 }\nx: { title: New, start: 2026-05-10 18:00 }\n", "A", "New")]
    // A second event with the link makes it a sign of neither.
    [InlineData(C + B, C + "- title: D\n  start: 2026-05-10 18:00\n  link: https://sign.up/c\n" + B, "C", "C")]
    public void KeepsItsUid_AnEntryThatIsEdited(string before, string after, string title, string newTitle)
    {
        var site = new RecordedSite().At(Before, (List, before));
        var uid = Uid(site, title);

        site.At(After, (List, after));

        Assert.Equal(uid, Uid(site, newTitle));
        Assert.DoesNotContain(site.Lock.Records, record => record.Removed is not null);
    }

    [Theory]
    [InlineData(C, "title: C\nstart: 2026-04-10 18:00\nduration: 2h\nlink: https://sign.up/c\n")]
    [InlineData(C, "title: New\nstart: 2026-04-17 18:00\nlink: https://sign.up/c\n")]
    [InlineData(A, "title: A\nstart: 2026-02-17 18:00\nlocation: Hall\n")]
    [InlineData("- id: 7\n  title: A\n  start: 2026-02-10 18:00\n", "id: 7\ntitle: New\nstart: 2026-02-17 18:00\n")]
    [InlineData("- uid: u@x\n  title: A\n  start: 2026-02-10 18:00\n", "uid: u@x\ntitle: New\nstart: 2026-02-17 18:00\n")]
    public void KeepsItsUid_AnEntryThatMovesIntoAFileOfItsOwn(string entry, string front)
    {
        var site = new RecordedSite().At(Before, (List, B + entry));
        var uid = site.Lock.Records.Single(record => record.Title != "B").Uid;

        site.At(After, (List, B), ("events/own.md", $"---\n{front}---\nText.\n"));

        Assert.Equal(uid, site.Of("events/own.md").Uid);
        Assert.Equal(2, site.Lock.Records.Length);
    }

    [Fact]
    public void KeepsItsUid_AFileThatGetsMoreDates()
    {
        var site = new RecordedSite().At(Before, ("events/a.md", "---\ntitle: A\nstart: 2026-02-10\n---\n"));
        var uid = site.Of("events/a.md").Uid;

        site.At(After, ("events/a.md", "---\ntitle: A\ndates: [2026-02-10, 2026-03-10]\n---\n"));

        Assert.Equal([uid], Live(site).Where(record => record.Schedule!.Start == "2026-02-10").Select(record => record.Uid));
        Assert.Equal(2, site.Lock.Records.Length);
    }

    [Fact]
    public void MakesANewEvent_OfTheNextOneWithTheLinkOfAPastOne()
    {
        var site = new RecordedSite().At("2026-02-01T00:00:00Z", (List, "- title: A\n  start: 2026-02-10 18:00\n  link: https://meet.up/us\n"));
        var uid = Uid(site, "A");

        site.At("2026-02-20T00:00:00Z", (List, "- title: B\n  start: 2026-03-10 18:00\n  link: https://meet.up/us\n"));

        Assert.NotEqual(uid, Uid(site, "B"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- title: [\n")]
    [InlineData("- title: A\n  start: later\n  duration: 2h\n")]
    public void CancelsNothing_WhileAListOrItsOnlyEntryCannotBeRead(string broken)
    {
        var site = new RecordedSite().At(Before, (List, A));
        var uid = Uid(site, "A");

        site.Restart().At(After, (List, broken));

        Assert.Null(Assert.Single(site.Lock.Records).Removed);
        Assert.Equal(uid, site.Lock.Records[0].Uid);
    }

    [Fact]
    public void CancelsAnEntry_ThatIsTakenOutOfAListWithABrokenOne()
    {
        const string Broken = "- title: B\n  start: 2026-03-10 18:00\n  end: 2026-03-10 17:00\n";
        var site = new RecordedSite().At(Before, (List, A + B));

        site.At(After, (List, Broken));

        Assert.Equal(["A"], site.Lock.Records.Where(record => record.Removed is not null).Select(record => record.Title));
    }

    private static string? Uid(RecordedSite site, string title) => Live(site).Single(record => record.Title == title).Uid;

    private static IEnumerable<LockRecord> Live(RecordedSite site) => site.Lock.Records.Where(record => record.Removed is null);
}
