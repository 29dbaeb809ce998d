using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Publishing;
using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Content.Visibility;

/// <summary>What an author holds back is in no byte of what is published, and what only looks like it is.</summary>
public sealed class HeldBackTests
{
    private static readonly (string, string) OtherEvent = ("events/b.md", "---\ntitle: B\nstart: 2027-01-02T18:00\nduration: 1h\nlocation: Hall\n---\n");

    private static readonly string[] Hiding =
    [
        """{"draft": true}""", """{"draft": "yes"}""", """{"draft": 1}""", """{"draft": "y"}""", """{"isDraft": true}""", """{"is_draft": true}""", """{"DRAFT": true}""", """{"hidden": true}""",
        """{"unlisted": true}""", """{"private": true}""", """{"untranslated": 1}""", """{"headless": true}""", """{"hide": true}""", """{"encrypted": true}""",
        """{"draft": false, "hidden": true}""", """{"published": false}""", """{"publish": false}""", """{"dg-publish": false}""", """{"isPublished": false}""",
        """{"is_published": "no"}""", """{"public": false}""", """{"visible": false}""", """{"listed": false}""", """{"rss": false}""", """{"excludeFromFeed": true}""",
        """{"password": "secret"}""", """{"password": 1234}""", """{"password": ["a", "b"]}""", """{"params": {"private": true}}""", """{"extra": {"hidden": true}}""", """{"params": {"password": "x"}}""",
        """{"build": {"list": "never"}}""", """{"_build": {"list": "never"}}""", """{"_build": {"render": "never", "list": "never"}}""", """{"build": {"list": false}}""", """{"build": {"list": "local"}}""",
        """{"build": {"render": "always"}, "_build": {"list": "never"}}""",
        """{"eleventyExcludeFromCollections": true}""", """{"eleventyExcludeFromCollections": ["posts"]}""",
        """{"visibility": "private"}""", """{"visibility": "hidden"}""", """{"visibility": "members"}""", """{"visibility": "unlisted"}""", """{"visibility": false}""",
        """{"status": "draft"}""", """{"status": "Draft"}""", """{"status": "hidden"}""", """{"status": "private"}""", """{"status": "pending"}""", """{"status": "future"}""", """{"status": "trash"}""",
        """{"status": "auto-draft"}""", """{"status": "Pending Review"}""", """{"post_status": "pending"}""", """{"status": "unlisted"}""",
        """{"publishDate": "2099-01-01"}""", """{"publishdate": "2099-01-01T10:00:00Z"}""", """{"publish_date": "2099-01-01"}""", """{"pubDate": "2099-01-01"}""", """{"pubDatetime": "2099-01-01T10:00:00Z"}""",
        """{"publishedAt": "2099-01-01"}""", """{"published": "2099-01-01"}""", """{"publish": "2099-01-01"}""", """{"datePublished": "2099-01-01"}""", """{"published_on": "2099-01-01"}""",
        """{"pubDate": "2024-01-01", "publishDate": "2099-01-01"}""", """{"publishDate": "2099-01-01", "pubDate": "2024-01-01"}""", """{"publishDate": "9999-12-31"}""", """{"publishedAt": "2024-01-01", "publishDate": "9999-12-31"}""",
        """{"expiryDate": "2025-06-01"}""", """{"expirydate": "2025-06-01T10:00:00Z"}""", """{"unpublishdate": "2025-06-01"}""", """{"unpublishDate": "2025-06-01"}""", """{"expires": "2025-06-01"}""", """{"unpublish": "2025-06-01"}""",
        """{"expiryDate": "2099-01-01", "unpublishDate": "2025-01-01"}""",
    ];

    private static readonly string[] Unreadable =
    [
        """{"draft": "{{ env.draft }}"}""", """{"draft": "maybe"}""", """{"draft": "$DRAFT"}""", """{"draft": {"a": true}}""", """{"draft": ["a", "b"]}""", """{"published": "<%= published %>"}""", """{"private": "members of the club"}""",
        """{"publishDate": "soon"}""", """{"pubDate": "2024-02-30"}""", """{"publishDate": ["2024-01-01", "2025-01-01"]}""", """{"expiryDate": "some day"}""", """{"visibility": "friends"}""",
        """{"status": "{{ status }}"}""", """{"build": {"list": "sometimes"}}""", """{"public": "students"}""", """{"hidden": ["sidebar", "menu"]}""",
    ];

    private static readonly string[] Showing =
    [
        """{"draft": false}""", """{"draft": "no"}""", """{"draft": ""}""", """{"draft": null}""", """{"draft": []}""", """{"draft": "None"}""", """{"private": null}""", """{"private": false}""", """{"hidden": 0}""",
        """{"published": true}""", """{"published": ""}""", """{"published": null}""", """{"publish": true}""", """{"dg-publish": true}""", """{"isPublished": true}""", """{"public": true}""", """{"public": ""}""",
        """{"password": ""}""", """{"password": null}""", """{"password": false}""", """{"password": []}""", """{"passwordHint": "the animal"}""",
        """{"build": {"list": "always"}}""", """{"build": {"list": true}}""", """{"build": {}}""", """{"_build": {"render": "never"}}""", """{"build": {"publishResources": false}}""",
        """{"eleventyExcludeFromCollections": false}""", """{"eleventyExcludeFromCollections": ""}""", """{"visibility": "public"}""", """{"visibility": ""}""", """{"visibility": null}""",
        """{"status": "published"}""", """{"status": "publish"}""", """{"status": ""}""", """{"status": null}""",
        """{"publishDate": "2025-03-01"}""", """{"publishDate": ""}""", """{"publishDate": null}""", """{"publishDate": "0001-01-01T00:00:00Z"}""", """{"pubDate": "2025-03-01"}""", """{"published": "2025-03-01"}""",
        """{"expiryDate": ""}""", """{"expiryDate": null}""", """{"expiryDate": "2099-01-01"}""", """{"expiryDate": "9999-12-31"}""", """{"expiryDate": "0001-01-01"}""", """{"expires": "never"}""", """{"expires": false}""",
        """{"sitemap": false}""", """{"robots": "noindex"}""", """{"hide": ["toc"]}""", """{"hiddenInHomeList": true}""", """{"comments": false}""", """{"toc": false}""", """{"search": {"exclude": true}}""", """{"draftNote": "x"}""", """{"feed": "https://other.example/"}""",
    ];

    public static TheoryData<string, string> HidingKeys => HeldBack.InEachDialect(Hiding);

    public static TheoryData<string, string> UnreadableKeys => HeldBack.InEachDialect(Unreadable);

    public static TheoryData<string, string> ShowingKeys => HeldBack.InEachDialect(Showing);

    [Theory]
    [MemberData(nameof(HidingKeys))]
    public void IsInNoByte_WhenHeldBack(string dialect, string keys)
    {
        Assert.Empty(HeldBack.Found(HeldBack.Post(dialect, keys)));
        Assert.Empty(HeldBack.Found(HeldBack.Event(dialect, keys)));
        Assert.DoesNotContain(HeldBack.Site(HeldBack.Post(dialect, keys)).Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
    }

    [Theory]
    [MemberData(nameof(UnreadableKeys))]
    public void IsInNoByte_WhenAValueCannotBeRead(string dialect, string keys)
    {
        foreach (var document in new[] { HeldBack.Post(dialect, keys), HeldBack.Event(dialect, keys) })
        {
            Assert.Empty(HeldBack.Found(document));
            Assert.Contains(HeldBack.Site(document).Diagnostics, diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Path == document.Path && diagnostic.Line > 1);
        }
    }

    [Theory]
    [MemberData(nameof(ShowingKeys))]
    public void IsPublished_WhenNothingHoldsItBack(string dialect, string keys)
    {
        Assert.Contains("/atom.xml", HeldBack.Found(HeldBack.Post(dialect, keys)));
        Assert.Contains("/calendar.ics", HeldBack.Found(HeldBack.Event(dialect, keys)));
        Assert.DoesNotContain(HeldBack.Site(HeldBack.Post(dialect, keys)).Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("---\ntitle: Zebra\ndraft: {{ env.draft }}\n---\nText.\n")]
    [InlineData("---\ntitle: Zebra: a\nbuild: {list: never}\n---\nText.\n")]
    [InlineData("---\ntitle: Zebra: a\nbuild:\n  list: never\n---\nText.\n")]
    [InlineData("---\ntitle: Zebra: a\npassword: x\n---\nText.\n")]
    [InlineData("+++\ntitle = \"Zebra\"\ndraft = {{ env.draft }}\n+++\nText.\n")]
    [InlineData("+++\ntitle = \"Zebra\"\ndraft = True\n+++\nText.\n")]
    [InlineData("+++\ntitle = \"Zebra\"\n[build]\nlist = \"never\"\n+++\nText.\n")]
    [InlineData("+++\ntitle = \"Zebra\"\n[build]\nlist = never\n+++\nText.\n")]
    [InlineData("+++\ntitle = \"Zebra\"\n_build.list = \"never\"\n+++\nText.\n")]
    [InlineData("{ \"title\": \"Zebra\", \"draft\": {{ env.draft }} }\n\nText.\n")]
    [InlineData("{\n\"title\": \"Zebra\",\n\"draft\": {{ env.draft }}\n}\n\nText.\n")]
    [InlineData("Title: Zebra\nStatus: draft\n\nText.\n")]
    [InlineData("<!--\n.. title: Zebra\n.. status: private\n-->\nText.\n")]
    public void IsInNoByte_WhenTheFrontMatterIsBroken(string text) => Assert.Empty(HeldBack.Found(("posts/2024-03-11-zebra.md", text)));

    [Theory]
    [InlineData("draft: maybe", "posts/2024-03-11-zebra.md:4: error: 'draft' (maybe) is neither true nor false; write 'draft: true' or 'draft: false'")]
    [InlineData("draft: \"{{ env.draft }}\"", "posts/2024-03-11-zebra.md:4: error: 'draft' ({{ env.draft }}) is neither true nor false; write 'draft: true' or 'draft: false'")]
    [InlineData("visibility: friends", "posts/2024-03-11-zebra.md:4: error: 'visibility' (friends) is unknown; write 'visibility: public' or 'visibility: private'")]
    [InlineData("publishDate: soon", "posts/2024-03-11-zebra.md:4: error: 'publishDate' (soon) is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    public void SaysWhatToWrite_WhenAValueCannotBeRead(string line, string expected) =>
        Assert.Equal([expected], HeldBack.Site(("posts/2024-03-11-zebra.md", $"---\ntitle: Zebra\ndate: 2024-03-11\n{line}\n---\nText.\n")).Diagnostics.Select(diagnostic => diagnostic.ToString()));

    [Theory]
    [InlineData("date: 2024-03-11\npublishDate: 2024-05-01", "2024-05-01")]
    [InlineData("publishDate: 2024-05-01\ndate: 2024-03-11", "2024-05-01")]
    [InlineData("date: 2099-01-01\npublishDate: 2024-05-01", "2024-05-01")]
    [InlineData("publishedAt: 2024-05-01\npubDate: 2024-06-01\npublishDate: 2024-04-01", "2024-06-01")]
    [InlineData("date: 2024-03-11\ncreated: 2024-01-01", "2024-03-11")]
    [InlineData("created: 2024-01-01", "2024-01-01")]
    [InlineData("date: 2024-03-11\npublishDate: 0001-01-01", "2024-03-11")]
    [InlineData("date: 2024-03-11\npublished: true", "2024-03-11")]
    public void TakesThePublishDate_BeforeTheDate(string lines, string expected) =>
        Assert.Equal(expected, FolderOf.Site(("posts/a.md", $"---\ntitle: A\n{lines}\n---\n")).Site.Posts.Single().Published.Date.ToString("uuuu-MM-dd", null));

    [Fact]
    public void StaysAsItWas_WhenTheLockKnowsIt()
    {
        var known = new Dictionary<string, KnownDocument> { ["posts/a.md"] = new(DocumentKind.Post, null, FolderOf.Moment("2024-05-06T07:08:09Z")), ["events/b.md"] = new(DocumentKind.Event, null, null) };
        var files = FolderOf.Files(
            ("site.yaml", FolderOf.SiteYaml),
            ("posts/a.md", "---\ntitle: A\ndate: 2024-03-11\npublishDate: soon\n---\n"),
            ("posts/c.md", "---\ntitle: C\ndate: 2024-03-11\npublishDate: soon\n---\n"),
            ("events/b.md", "---\ntitle: B\nstart: 2027-01-01T18:00\nduration: 1h\ndraft: \"{{ draft }}\"\n---\n"),
            ("events/d.md", "---\ntitle: D\nstart: 2027-01-01T18:00\nduration: 1h\ndraft: \"{{ draft }}\"\n---\n"));

        var reading = Feeds.Content.SiteReader.Read(files, FolderOf.Listening, previous: null, known.GetValueOrDefault);

        Assert.Equal("2024-05-06T07:08:09Z", Assert.Single(reading.Site.Posts).Published.ToInstant().ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", null));
        Assert.Equal("B", Assert.Single(reading.Site.Events).Title);
        Assert.Equal(["events/b.md", "events/d.md", "posts/a.md", "posts/c.md"], reading.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Path));
    }

    [Fact]
    public void IsNoLongerPublished_WhenItIsHeldBackAndBroken()
    {
        var first = HeldBack.Site(("posts/2024-03-11-zebra.md", "---\ntitle: Zebra\n---\nText.\n"));

        var second = FolderOf.Again(first, ("posts/2024-03-11-zebra.md", "---\ntitle: Zebra: striped\ndraft: true\n---\nText.\n"));

        Assert.Empty(second.Site.Posts);
    }

    [Fact]
    public void Hides_UnderTheNamesOfTheSite() =>
        Assert.Empty(FolderOf.Site(("site.yaml", FolderOf.SiteYaml + "keys: { hidden: [geheim] }\n"), ("posts/a.md", "---\ntitle: A\ndate: 2024-01-01\ngeheim: true\n---\n")).Site.Posts);

    [Fact]
    public void HasNoPage_WhenItIsNotRendered()
    {
        var found = HeldBack.Found(HeldBack.Post("toml", """{"build": {"render": "never"}}"""));

        Assert.Contains("/rss.xml", found);
        Assert.DoesNotContain("/posts/zebra/", found);
    }

    [Fact]
    public void EventAppears_EverywhereAtItsSecond()
    {
        var before = Publication.Render(HeldBack.Site(HeldBack.Event("yaml", """{"publishDate": "2026-01-01T12:00:30Z"}""")).Site, FolderOf.Moment(HeldBack.Now), previous: null);
        Assert.Empty(HeldBack.Found(before));
        Assert.Equal(FolderOf.Moment("2026-01-01T12:00:30Z"), before.Until);

        var after = Publication.Render(before.Site, before.Until!.Value, before);

        Assert.Equal(
            ["/", "/calendar.google.ics", "/calendar.ics", "/calendar.json", "/calendar.outlook.ics", "/events/zebra.ics", "/events/zebra/"],
            HeldBack.Found(after).Where(path => path is "/" || path.StartsWith("/calendar.", StringComparison.Ordinal) || path.StartsWith("/events/zebra", StringComparison.Ordinal)));
        Assert.Contains("/events/atom.xml", HeldBack.Found(after));
        Assert.Contains("/sitemap.xml", HeldBack.Found(after));
    }

    [Fact]
    public void EventIsUnknown_BeforeItsSecond()
    {
        var zebra = HeldBack.Event("yaml", """{"publishDate": "2026-01-01T12:00:30Z"}""");
        var (with, without) = (FolderOf.Published(HeldBack.Now, zebra, OtherEvent), FolderOf.Published(HeldBack.Now, OtherEvent));

        Assert.Equal(without.Representations.Keys.Order(StringComparer.Ordinal), with.Representations.Keys.Order(StringComparer.Ordinal));
        Assert.All(without.Representations.Values, item => Assert.Equal(item.OpaqueTag, with.Find(item.Path)!.OpaqueTag));
    }

    [Theory]
    [InlineData("expiryDate: 2025-01-10", "", true)]
    [InlineData("expiryDate: 2025-01-12", "", true)]
    [InlineData("expiryDate: 2025-01-10T20:00", "", true)]
    [InlineData("expiryDate: 2025-01-10T19:00", "", false)]
    [InlineData("expiryDate: 2025-01-09", "", false)]
    [InlineData("expiryDate: 2025-03-01", "every: friday", false)]
    [InlineData("expiryDate: 2025-03-01", "every: friday until 2025-02-01", true)]
    public void EventStays_WhenItExpiresAfterItsEnd(string line, string rule, bool isThere)
    {
        var published = FolderOf.Published(HeldBack.Now, ("events/a.md", $"---\ntitle: A\nstart: 2025-01-10T18:00\nend: 2025-01-10T20:00\n{line}\n{rule}\n---\n"));

        Assert.Equal(isThere, published.Text("/calendar.ics").Contains("SUMMARY:A", StringComparison.Ordinal));
        Assert.DoesNotContain("CANCELLED", published.Text("/calendar.ics"), StringComparison.Ordinal);
        Assert.Equal(isThere, published.Find("/events/a.ics") is not null);
    }

    [Fact]
    public void PlannedDateStays_UntilTheEventAppears()
    {
        (string, string)[] files =
        [
            ("events/plan.md", "---\ntitle: Plan\nstart: 2026-01-02T18:00\nduration: 2h\nevery: friday\nseries: Club\nstatus: tentative\n---\n"),
            ("events/next.md", "---\ntitle: Zebra\nstart: 2026-01-09T18:00\nduration: 2h\nseries: Club\npublishDate: 2026-01-05\n---\n"),
        ];

        var before = FolderOf.Published(HeldBack.Now, files);
        var after = Publication.Render(before.Site, FolderOf.Moment("2026-01-05T00:00:00Z"), before);

        Assert.Equal((1, 1), (Starts(before), Starts(after)));
        Assert.Empty(HeldBack.Found(before));
        Assert.NotEmpty(HeldBack.Found(after));

        static int Starts(Publication publication) => publication.Text("/calendar.ics").Split("20260109T180000").Length - 1;
    }
}
