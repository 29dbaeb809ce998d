using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>Which document is which after files were renamed, edited, copied, deleted and brought back.</summary>
public sealed class IdentityTests
{
    private const string First = "2026-01-01T00:00:00Z";
    private const string Then = "2026-01-02T00:00:00Z";
    private const string Later = "2026-01-03T00:00:00Z";
    private const string A = "---\ntitle: About ants\ndate: 2025-03-04\n---\nAnts.\n";
    private const string B = "---\ntitle: About bees\ndate: 2025-03-05\n---\nBees.\n";
    private const string IdA = "tag:club.example,2025:posts/a";
    private const string IdB = "tag:club.example,2025:posts/b";
    private const string Meeting = "---\ntitle: A meeting\nstart: 2026-02-03 18:00\nlocation: Library\n---\nCome.\n";

    /// <summary>From a.md and b.md to other files: which id each then has.</summary>
    public static TheoryData<string, (string, string)[], string[], string[]> Steps => new()
    {
        { "nothing", [("posts/a.md", A), ("posts/b.md", B)], [IdA, IdB], [] },
        { "renamed", [("posts/ants.md", A), ("posts/b.md", B)], [IdA, IdB], ["moved posts/ants.md (was posts/a.md)"] },
        { "moved to another folder", [("blog/2025/a.md", A), ("posts/b.md", B)], [IdA, IdB], ["moved blog/2025/a.md (was posts/a.md)"] },
        { "swapped", [("posts/a.md", B), ("posts/b.md", A)], [IdB, IdA], ["moved posts/a.md (was posts/b.md)", "moved posts/b.md (was posts/a.md)"] },
        { "renamed over another", [("posts/a.md", B)], [IdB], ["moved posts/a.md (was posts/b.md)", "removed posts/a.md"] },
        { "copied", [("posts/a.md", A), ("posts/b.md", B), ("posts/c.md", A)], [IdA, IdB, "tag:club.example,2025:posts/c"], ["added posts/c.md"] },
        { "copied, and the first one edited", [("posts/a.md", A + "More.\n"), ("posts/b.md", B), ("posts/c.md", A)], [IdA, IdB, "tag:club.example,2025:posts/c"], ["changed posts/a.md", "added posts/c.md"] },
        { "renamed, and its front matter written otherwise", [("posts/ants.md", A.Replace("title: About ants", "title:   'About ants'", StringComparison.Ordinal)), ("posts/b.md", B)], [IdA, IdB], ["moved posts/ants.md (was posts/a.md)"] },
        { "renamed, and a new one in its place", [("posts/ants.md", A), ("posts/a.md", A.Replace("nts", "rmadillos", StringComparison.Ordinal)), ("posts/b.md", B)], [IdA, "tag:club.example,2025:posts/ants", IdB], ["changed posts/a.md", "added posts/ants.md"] },
        { "edited", [("posts/a.md", A + "More.\n"), ("posts/b.md", B)], [IdA, IdB], ["changed posts/a.md"] },
        { "another title", [("posts/a.md", A.Replace("About", "Of", StringComparison.Ordinal)), ("posts/b.md", B)], [IdA, IdB], ["changed posts/a.md"] },
        { "another slug", [("posts/a.md", A.Replace("date", "slug: ants\ndate", StringComparison.Ordinal)), ("posts/b.md", B)], [IdA, IdB], ["moved posts/a.md (was /posts/a/)"] },
        { "another year", [("posts/a.md", A.Replace("2025", "2024", StringComparison.Ordinal)), ("posts/b.md", B)], [IdA, IdB], ["changed posts/a.md"] },
        { "another host", [("site.yaml", FolderOf.SiteYaml.Replace("club", "society", StringComparison.Ordinal)), ("posts/a.md", A), ("posts/b.md", B)], [IdA, IdB], [] },
        { "written with CR LF", [("posts/a.md", A.Replace("\n", "\r\n", StringComparison.Ordinal)), ("posts/b.md", B)], [IdA, IdB], [] },
        { "broken", [("posts/a.md", "---\ntitle: [\ndate: 2025-03-04\n"), ("posts/b.md", B)], [IdA, IdB], [] },
        { "renamed with its id written into it, and edited", [("posts/x.md", A.Replace("date", $"id: {IdA}\ndate", StringComparison.Ordinal) + "More.\n"), ("posts/b.md", B)], [IdB, IdA], ["moved posts/x.md (was posts/a.md)"] },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void KeepsItsId_WhenItWas(string what, (string, string)[] files, string[] ids, string[] changes)
    {
        var site = new RecordedSite().At(First, ("posts/a.md", A), ("posts/b.md", B)).At(Then, files);

        Assert.Equal((what, string.Join(' ', ids)), (what, string.Join(' ', site.Last.Site.Posts.OrderBy(post => post.Path, StringComparer.Ordinal).Select(post => site.Identity(post.Path).Id))));
        Assert.Equal(changes, site.Changes);
    }

    [Theory]
    [InlineData("posts/a.md")]
    [InlineData("posts/ants.md")]
    public void HasItsIdAgain_WhenItIsBroughtBack(string path)
    {
        var site = new RecordedSite().At(First, ("posts/a.md", A), ("posts/b.md", B)).At(Then, ("posts/b.md", B));
        Assert.Equal(FolderOf.Moment(Then), site.Lock.Records.Single(record => record.Id == IdA).Removed);
        site.At(Later, (path, A), ("posts/b.md", B));

        Assert.Equal(IdA, site.Identity(path).Id);
        Assert.Equal([$"restored {path}"], site.Changes);
        Assert.Null(site.Of(path).Removed);
    }

    /// <summary>A fresh start finds a file that it cannot read, or none at all in a folder that it cannot look into.</summary>
    [Fact]
    public void IsNotGone_WhileItsFileIsBroken()
    {
        var site = new RecordedSite().At(First, ("posts/a.md", A), ("posts/b.md", B));
        site.Restart().At(Then, ("posts/a.md", "---\ntitle: [\n"), ("posts/b.md", B));
        Assert.Null(site.Of("posts/a.md").Removed);
        site.Restart().At(Later, ("posts/a.md", A), ("posts/b.md", B));

        Assert.Equal(IdA, site.Identity("posts/a.md").Id);
        Assert.Equal([], site.Changes);
    }

    [Theory]
    [InlineData("posts/ants.md", "---\ntitle: About ants\ndate: 2024-01-01\n---\nOther ants.\n", "title")]
    [InlineData("posts/2025-01-01-a.md", "---\ntitle: Anteaters\ndate: 2024-01-01\n---\nOther ants.\n", "slug")]
    public void SaysSo_WhenItIsNotSure(string path, string text, string same)
    {
        var site = new RecordedSite().At(First, ("posts/a.md", A), ("posts/b.md", B)).At(Then, (path, text), ("posts/b.md", B));
        Assert.Equal([$"{path}: warning: it may be posts/a.md under another name: that file was removed and has the same {same}. If so, write 'id: {IdA}' here; otherwise subscribers get it as new"], site.Diagnostics.Where(diagnostic => !diagnostic.Contains("note:", StringComparison.Ordinal)));

        site.At(Later, (path, text.Replace("---\nO", $"id: {IdA}\n---\nO", StringComparison.Ordinal)), ("posts/b.md", B));
        Assert.Equal(IdA, site.Identity(path).Id);
        Assert.Equal([], site.Diagnostics);
    }

    /// <summary>Moved with a new text in its place, or copied and edited: the files do not tell which.</summary>
    [Fact]
    public void SaysSo_WhenAnotherFileHoldsWhatItHeld()
    {
        var site = new RecordedSite().At(First, ("posts/a.md", A)).At(Then, ("posts/a.md", B), ("posts/ants.md", A));

        Assert.Equal([$"posts/ants.md: warning: it has the earlier text of posts/a.md, which keeps its id. If it was moved here, write 'id: {IdA}' here and another in posts/a.md"], site.Diagnostics);
        site.At(Later, ("posts/a.md", B.Replace("date", "id: bees\ndate", StringComparison.Ordinal)), ("posts/ants.md", A.Replace("date", $"id: {IdA}\ndate", StringComparison.Ordinal)));
        Assert.Equal(["tag:club.example,2025:bees", IdA], site.Last.Site.Posts.Select(post => site.Identity(post.Path).Id));
    }

    [Fact]
    public void HasAnIdOfItsOwn_WhenItTakesThePathOfOneThatMoved()
    {
        var site = new RecordedSite().At(First, ("posts/a.md", A)).At(Then, ("posts/ants.md", A)).At(Later, ("posts/ants.md", A), ("posts/a.md", B));

        Assert.Equal([IdA + ";2", IdA], site.Last.Site.Posts.Select(post => site.Identity(post.Path).Id));
    }

    [Fact]
    public void HasAnIdOfItsOwn_WhenItWritesThatOfAnother()
    {
        var site = new RecordedSite().At(First, ("posts/a.md", A)).At(Then, ("posts/a.md", A), ("posts/0.md", B.Replace("date", $"id: {IdA.Replace("2025", "2024", StringComparison.Ordinal)}\ndate", StringComparison.Ordinal)));
        Assert.Equal(2, site.Last.Site.Posts.Length);
        site = new RecordedSite().At(First, ("posts/a.md", A)).At(Then, ("posts/moved.md", A)).At(Later, ("posts/moved.md", A), ("posts/c.md", B.Replace("date", $"id: {IdA}\ndate", StringComparison.Ordinal)));

        Assert.Equal([$"posts/c.md: error: its id ({IdA}) is that of posts/moved.md, so it is published under one of its own; remove it here or write another"], site.Diagnostics);
        Assert.Equal([IdA, "tag:club.example,2025:posts/c"], site.Last.Site.Posts.Select(post => site.Identity(post.Path).Id).Order(StringComparer.Ordinal));
    }

    /// <summary>Who copies a file copies its id: the one that had it keeps it, whichever comes first in order of path.</summary>
    [Theory]
    [InlineData("events/0.md")]
    [InlineData("events/z.md")]
    public void KeepsItsUid_WhenItsFileIsCopied(string copy)
    {
        var written = Meeting.Replace("title", "uid: m@club.example\ntitle", StringComparison.Ordinal);
        var site = new RecordedSite().At(First, ("events/m.md", written)).Restart();
        var copied = written.Replace("02-03", "03-03", StringComparison.Ordinal);
        site.At(Then, ("events/m.md", written), (copy, copied));
        var uid = site.Identity(copy).Uid;

        Assert.Equal("m@club.example", site.Identity("events/m.md").Uid);
        Assert.Equal([$"{copy}: error: its id (m@club.example) is that of events/m.md, so it is published under one of its own; remove it here or write another"], site.Diagnostics);
        site.Restart().At(Later, ("events/m.md", written + "More.\n"), (copy, copied + "More.\n"));
        Assert.Equal(("m@club.example", uid), (site.Identity("events/m.md").Uid, site.Identity(copy).Uid));
    }

    /// <summary>Renamed and edited in one commit: a long body that no other document has tells which it is.</summary>
    public static TheoryData<string, string, string, (string, string), bool> Renamings => new()
    {
        { "another title", "posts/a.md", LongPost, ("posts/b.md", LongPost.Replace("Ants", "Bees", StringComparison.Ordinal)), true },
        { "another slug and date", "posts/a.md", LongPost, ("posts/b.md", LongPost.Replace("date: 2025-03-04", "slug: c\ndate: 2025-03-05", StringComparison.Ordinal)), true },
        { "a short body", "posts/a.md", A, ("posts/b.md", A.Replace("About", "Of", StringComparison.Ordinal)), false },
        { "another body", "posts/a.md", LongPost, ("posts/b.md", LongPost.Replace("Ants", "Bees", StringComparison.Ordinal).Replace("words", "phrases", StringComparison.Ordinal)), false },
        { "an event with another start", "events/a.md", LongEvent, ("events/b.md", LongEvent.Replace("02-03", "02-04", StringComparison.Ordinal)), true },
        { "an event with another title", "events/a.md", LongEvent, ("events/b.md", LongEvent.Replace("Evening", "Night", StringComparison.Ordinal)), true },
        { "an event with another title and start", "events/a.md", LongEvent, ("events/b.md", LongEvent.Replace("Evening", "Night", StringComparison.Ordinal).Replace("02-03", "02-04", StringComparison.Ordinal)), false },
        { "the next event", "events/a.md", LongEvent.Replace("2026-02-03", "2025-12-03", StringComparison.Ordinal), ("events/b.md", LongEvent), false },
        { "the past event, renamed", "events/a.md", LongEvent.Replace("2026-02-03", "2025-12-03", StringComparison.Ordinal), ("events/b.md", LongEvent.Replace("2026-02-03", "2025-12-03", StringComparison.Ordinal)), true },
        { "the next event, by its name alone", "events/2025-12-03-a.md", "---\ntitle: Evening\nlocation: Library\n---\nCome.\n", ("events/2026-02-03-a.md", "---\ntitle: Evening\nlocation: Library\n---\nCome.\n"), false },
    };

    private static readonly string Words = string.Concat(Enumerable.Repeat("Many words. ", 20));
    private static readonly string LongPost = $"---\ntitle: Ants\ndate: 2025-03-04\n---\n{Words}\n";
    private static readonly string LongEvent = $"---\ntitle: Evening\nstart: 2026-02-03 18:00\nlocation: Library\n---\n{Words}\n";

    [Theory]
    [MemberData(nameof(Renamings))]
    public void IsTheSame_WhenItWasRenamedAndEdited(string what, string path, string text, (string Path, string Text) after, bool isSame)
    {
        var site = new RecordedSite().At(First, (path, text)).Restart();
        var id = site.Of(path).Id;
        site.At(Then, after);

        Assert.Equal((what, isSame), (what, site.Of(after.Path).Id == id));
        // Where two have one body, it tells nothing.
        var two = new RecordedSite().At(First, (path, text), ("posts/other.md", "---\ntitle: Other\ndate: 2025-01-01\n---\n" + text.Split("---\n")[2])).Restart();
        two.At(Then, after, ("posts/other.md", "---\ntitle: Other\ndate: 2025-01-01\n---\n" + text.Split("---\n")[2]));
        if (text.Contains(Words, StringComparison.Ordinal) && what != "the past event, renamed") Assert.NotEqual(id, two.Of(after.Path).Id);
    }

    [Fact]
    public void KeepsUidAndFeedId_WhenAnEventIsMovedAndRenamed()
    {
        var site = new RecordedSite().At(First, ("events/a.md", Meeting));
        var before = site.Identity("events/a.md");
        site.At(Then, ("events/2026/b.md", Meeting));
        var after = site.Identity("events/2026/b.md");

        Assert.Equal((before.Uid, before.Id, 0), (after.Uid, after.Id, after.Sequence));
        Assert.Equal(["/events/a/", "/events/a.ics"], site.Of("events/2026/b.md").Earlier.Items);
    }

    /// <summary>The feed knows it by the same id; the calendar hears that it is no more.</summary>
    [Fact]
    public void KeepsItsIds_WhenAPostBecomesAnEventAndAPostAgain()
    {
        var post = Meeting.Replace("start: 2026-02-03 18:00\nlocation: Library", "date: 2025-03-04", StringComparison.Ordinal);
        var site = new RecordedSite().At(First, ("posts/a.md", post)).At(Then, ("posts/a.md", Meeting));
        var (id, uid) = (site.Identity("posts/a.md").Id, site.Identity("posts/a.md").Uid);
        Assert.Equal(IdA, id);
        site.At(Later, ("posts/a.md", post));
        Assert.Equal((IdA, uid, FolderOf.Moment(Later), 1), (site.Identity("posts/a.md").Id, site.Of("posts/a.md").Uid, site.Of("posts/a.md").Withdrawn, site.Of("posts/a.md").Sequence));
        site.At("2026-01-04T00:00:00Z", ("posts/a.md", Meeting));

        Assert.Equal((IdA, uid, 2), (site.Identity("posts/a.md").Id, site.Identity("posts/a.md").Uid, site.Identity("posts/a.md").Sequence));
    }
}
