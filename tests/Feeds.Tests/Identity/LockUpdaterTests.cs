using Feeds.Identity;
using Feeds.Publishing.Syndication;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>What the stamps of documents and representations say, and that they never fall.</summary>
public sealed class LockUpdaterTests
{
    private const string First = "2026-01-01T00:00:00Z";
    private const string Then = "2026-01-02T00:00:00.7Z";
    private const string ThenStamp = "2026-01-02T00:00:00Z";
    private const string Post = "---\ntitle: A\ndate: 2025-03-04\ntags: [one, two]\n---\nHello.\n";
    private const string Other = "---\ntitle: B\ndate: 2025-03-05\ntags: [two]\n---\nHello again.\n";
    private const string Meeting = "---\ntitle: A meeting\nstart: 2026-02-03 18:00\nlocation: Library\n---\nCome.\n";

    [Fact]
    public void IsStampedByItsOwnDates_AtFirst()
    {
        var site = new RecordedSite().At(First, ("posts/a.md", Post), ("posts/b.md", Other.Replace("tags", "updated: 2025-06-01\ntags", StringComparison.Ordinal)), ("events/m.md", Meeting));
        var without = FolderOf.Published(First, ("posts/a.md", Post), ("posts/b.md", Other.Replace("tags", "updated: 2025-06-01\ntags", StringComparison.Ordinal)), ("events/m.md", Meeting));

        Assert.Equal(
            without.Representations.Values.Select(item => (item.Path, item.OpaqueTag)).Order(),
            site.Publication.Representations.Values.Select(item => (item.Path, item.OpaqueTag)).Order());
        Assert.All(site.Publication.Representations.Values, item => Assert.True(item.LastModified < FolderOf.Moment("2025-06-02T00:00:00Z")));
    }

    /// <summary>Edits in one second, and a clock that is set back: what feeds say of when a post was updated.</summary>
    [Theory]
    [InlineData("2026-01-02T00:00:00.1Z", "2026-01-02T00:00:00.2Z", "2026-01-02T00:00:01Z")]
    [InlineData("2026-01-02T00:00:00.1Z", "2026-01-01T23:00:00Z", "2026-01-02T00:00:01Z")]
    public void NeverFallsInFeeds_WhereTheClockIsBehind(string edit, string another, string updated)
    {
        var site = new RecordedSite().At(First, ("posts/a.md", Post)).At(edit, ("posts/a.md", Post + "One.\n")).At(another, ("posts/a.md", Post + "Two.\n"));

        Assert.Equal(FolderOf.Moment(updated), FeedItem.Of(site.Post("posts/a.md"), site.Current).Updated);
    }

    /// <summary>One edit of an event: how its SEQUENCE and its stamp answer.</summary>
    [Theory]
    [InlineData("18:00", "18:30", 1)]
    [InlineData("2026-02-03", "2026-02-04", 1)]
    [InlineData("start:", "timezone: Europe/Lisbon\nstart:", 1)]
    [InlineData("Library", "Town Hall", 1)]
    [InlineData("location:", "status: cancelled\nlocation:", 1)]
    [InlineData("start: 2026-02-03 18:00", "start: 2026-02-03 18:00\nend: 2026-02-03 21:00", 1)]
    [InlineData("A meeting", "The meeting", 0)]
    [InlineData("Come.", "Do come.", 0)]
    [InlineData("location:", "tags: [x]\nlocation:", 0)]
    public void CountsWhatMovesIt_WhenAnEventChanges(string from, string to, int sequence)
    {
        var site = new RecordedSite().At(First, ("events/m.md", Meeting)).At(Then, ("events/m.md", Meeting.Replace(from, to, StringComparison.Ordinal)));
        var changed = site.Identity("events/m.md");

        Assert.Equal((sequence, FolderOf.Moment(ThenStamp)), (changed.Sequence, changed.Changed));
    }

    /// <summary>One edit of a post, or none: what feeds say of when it was updated.</summary>
    [Theory]
    [InlineData("Hello.", "Hello!", ThenStamp)]
    [InlineData("title: A", "title: An A", ThenStamp)]
    [InlineData("[one, two]", "[one]", ThenStamp)]
    [InlineData("title: A\n", "title:   'A'\nlayout: post\n", "2025-03-03T23:00:00Z")]
    [InlineData("Hello.\n", "Hello.\n\n\n", "2025-03-03T23:00:00Z")]
    [InlineData("tags", "slug: other\ntags", "2025-03-03T23:00:00Z")]
    [InlineData("tags", "updated: 2025-06-01 12:00:00+00:00\ntags", "2025-06-01T12:00:00Z")]
    [InlineData("tags", "updated: 2027-06-01\ntags", "2025-03-03T23:00:00Z")]
    public void IsUpdated_WhenSubscribersSeeADifference(string from, string to, string updated) =>
        Assert.Equal(FolderOf.Moment(updated), new RecordedSite().At(First, ("posts/a.md", Post)).At(Then, ("posts/a.md", Post.Replace(from, to, StringComparison.Ordinal))).Identity("posts/a.md").Updated);

    [Fact]
    public void NeverFalls_WhenItsAuthorTakesAnUpdateBack()
    {
        var updated = Post.Replace("tags", "updated: 2025-06-01T12:00:00Z\ntags", StringComparison.Ordinal);
        var site = new RecordedSite().At(First, ("posts/a.md", updated)).At(Then, ("posts/a.md", updated.Replace("06-01", "05-01", StringComparison.Ordinal)));

        Assert.Equal(FolderOf.Moment("2025-06-01T12:00:00Z"), site.Identity("posts/a.md").Updated);
        Assert.Equal(FolderOf.Moment(ThenStamp), site.Identity("posts/a.md").Changed);
    }

    [Fact]
    public void LeavesTheOthersAsTheyWere_WhenOnePostIsEdited()
    {
        (string, string) B(string text) => ("posts/b.md", Post.Replace("Hello.", text, StringComparison.Ordinal));
        (string, string)[] Files(string text) => [("posts/a.md", Post), B(text), ("posts/c.md", Post.Replace("Hello.", "Third.", StringComparison.Ordinal))];
        var site = new RecordedSite().At(First, Files("Hello."));
        var before = site.Last.Site.Posts.ToDictionary(post => post.Path, post => site.Identity(post.Path).Updated);
        site.At(Then, Files("Hello!"));

        Assert.Equal([before["posts/a.md"], before["posts/c.md"]], [site.Identity("posts/a.md").Updated, site.Identity("posts/c.md").Updated]);
        site.At("2026-01-03T00:00:00Z", Files("Hello!")[..2]);
        Assert.Equal(before["posts/a.md"], site.Identity("posts/a.md").Updated);
    }

    [Fact]
    public void IsAnnouncedWhenItCame_WhenAnEventHasNoDatesOfItsOwn()
    {
        var site = new RecordedSite().At(First, ("posts/a.md", Post)).At(Then, ("posts/a.md", Post), ("events/m.md", Meeting));
        Assert.Equal(FolderOf.Moment(ThenStamp), site.Identity("events/m.md").Announced);
        site.At("2026-01-03T00:00:00Z", ("posts/a.md", Post), ("events/m.md", Meeting.Replace("2026-02-03", "2026-05-03", StringComparison.Ordinal)));

        Assert.Equal(FolderOf.Moment(ThenStamp), site.Identity("events/m.md").Announced);
    }

    /// <summary>What becomes of the site between two moments, and the addresses that then were changed.</summary>
    [Theory]
    [InlineData("Hello.", "Hello!", "/ /archive/ /archive/2025/ /atom.xml /calendar/2026/ /events/ /feed.json /feeds.opml /feeds/ /posts/a/ /posts/b/ /rss.xml /sitemap.xml /tags/one/ /tags/one/atom.xml /tags/one/feed.json /tags/one/rss.xml /tags/two/ /tags/two/atom.xml /tags/two/feed.json /tags/two/rss.xml /venues/library/")]
    [InlineData("[one, two]", "[one]", "/ /archive/ /archive/2025/ /atom.xml /calendar/2026/ /events/ /events/atom.xml /events/feed.json /events/m/ /events/rss.xml /feed.json /feeds.opml /feeds/ /posts/a/ /posts/b/ /rss.xml /sitemap.xml /tags/one/ /tags/one/atom.xml /tags/one/feed.json /tags/one/rss.xml /tags/two/ /tags/two/atom.xml /tags/two/feed.json /tags/two/rss.xml /venues/library/")]
    public void MovesTheDateOfWhatChanged_AndOfWhatADocumentLeft(string from, string to, string paths)
    {
        (string, string)[] files = [("posts/b.md", Other), ("events/m.md", Meeting)];
        var site = new RecordedSite().At(First, [("posts/a.md", Post), .. files]).At(Then, [("posts/a.md", Post.Replace(from, to, StringComparison.Ordinal)), .. files]);

        Assert.Equal(paths, string.Join(' ', site.Publication.Representations.Values.Where(item => item.LastModified == FolderOf.Moment(ThenStamp)).Select(item => item.Path).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void HasTheSameValidators_OnAServerThatStartedLater()
    {
        (string, string)[][] steps =
        [
            [("posts/a.md", Post), ("posts/b.md", Other), ("events/m.md", Meeting)],
            [("posts/a.md", Post + "More.\n"), ("posts/b.md", Other), ("events/m.md", Meeting)],
            [("posts/c.md", Post + "More.\n"), ("posts/b.md", Other), ("events/m.md", Meeting.Replace("Library", "Hall", StringComparison.Ordinal))],
            [("posts/c.md", Post + "More.\n"), ("events/m.md", Meeting.Replace("Library", "Hall", StringComparison.Ordinal))],
            [("site.yaml", FolderOf.SiteYaml + "description: Compilers\n"), ("posts/c.md", Post + "More.\n"), ("events/m.md", Meeting)],
            [("posts/c.md", Post.Replace("one, ", "", StringComparison.Ordinal) + "See [b](b.md).\n"), ("posts/b.md", Other)],
            [("posts/c.md", Post.Replace("one, ", "", StringComparison.Ordinal) + "See [b](b.md).\n"), ("posts/b.md", Other.Replace("title", "slug: bees\ntitle", StringComparison.Ordinal))],
        ];
        var site = new RecordedSite();
        var before = new Dictionary<string, Instant>(StringComparer.Ordinal);
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var now = FolderOf.Moment(First);
        foreach (var files in steps)
        {
            site.At(now += Duration.FromMilliseconds(300), files);
            var seen = site.Validators.ToArray();
            var other = new RecordedSite { Text = site.Text }.At(now, files);
            Assert.Equal(seen, other.Validators);
            Assert.Equal(site.Text, other.Text);
            foreach (var item in site.Publication.Representations.Values)
            {
                if (before.TryGetValue(item.Path, out var moment)) Assert.True(tags[item.Path] == item.OpaqueTag ? item.LastModified >= moment : item.LastModified > moment, item.Path);
                (before[item.Path], tags[item.Path]) = (item.LastModified, item.OpaqueTag);
            }
        }
    }

    [Fact]
    public void ChangesNothing_WhenItOnlyRecalls()
    {
        var site = new RecordedSite().At(First, ("posts/a.md", Post), ("posts/b.md", Other));
        var reading = FolderOf.Site(("posts/moved.md", Post), ("posts/b.md", Other + "More.\n"), ("events/m.md", Meeting));
        var recalled = IdentityAssigner.ApplyLock(FolderOf.Read(reading), site.Lock, FolderOf.Moment(Then));

        Assert.Equal(["added events/m.md", "changed posts/b.md", "moved posts/moved.md (was posts/a.md)"], recalled.Changes.Select(change => change.ToString()));
        Assert.Equal(["tag:club.example,2025:posts/b", "tag:club.example,2025:posts/a"], recalled.Site.Posts.Select(post => recalled.Site.IdentityOf(post).Id));
        Assert.Equal(["2025-03-04T23:00:00Z", "2025-03-03T23:00:00Z"], recalled.Site.Posts.Select(post => FormattableString.Invariant($"{recalled.Site.IdentityOf(post).Updated:g}")));
        Assert.Equal(site.Text, System.Text.Encoding.UTF8.GetString(LockBytes.Of(recalled.Lock)));
    }
}
