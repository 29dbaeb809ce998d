using Feeds.Publishing;
using Feeds.Publishing.Output;
using Feeds.Tests.Formats.Syndication;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>The feeds of tags, categories, authors, featured posts and events.</summary>
public sealed class TermFeedTests
{
    private const string Now = "2026-01-01T00:00:00Z";

    private static readonly (string, string)[] Club =
    [
        Published.Post("a", "2025-01-01", "tags: [one, two]\ncategory: news\nauthor: Ada\n"),
        Published.Post("b", "2025-01-02", "tags: [two]\ncategory: talks\nauthors: [Ada, Bob]\nfeatured: true\n"),
        Published.Post("c", "2025-01-03", "tags: [one, three]\ncategories: [news, talks]\nauthor: Bob\n"),
        Published.Post("d", "2025-01-04", "featured: true\n"),
        Published.Post("draft", "2025-01-05", "tags: [one, hidden]\ncategory: news\nauthor: Ada\nfeatured: true\ndraft: true\n"),
        Published.Post("future", "2026-01-01T00:00:01Z", "tags: [one, hidden]\ncategory: news\nauthor: Ada\nfeatured: true\n"),
        Published.Post("expired", "2025-01-06", "tags: [one, hidden]\ncategory: news\nauthor: Ada\nfeatured: true\nexpirydate: 2025-12-31\n"),
        ("events/first.md", "---\ntitle: first\nstart: 2026-02-01 18:00\nend: 2026-02-01 20:00\ntags: [one]\npublishedAt: 2025-03-02\n---\nCome.\n"),
        ("events/second.md", "---\ntitle: second\nstart: 2026-01-15 18:00\nend: 2026-01-15 20:00\npublishedAt: 2025-03-03\n---\nCome.\n"),
        ("events/unannounced.md", "---\ntitle: unannounced\nstart: 2026-03-01 18:00\nend: 2026-03-01 20:00\npublishedAt: 2026-01-02\n---\nCome.\n"),
    ];

    [Theory]
    [InlineData("/", "d c b a")]
    [InlineData("/tags/one/", "c a")]
    [InlineData("/tags/two/", "b a")]
    [InlineData("/tags/three/", "c")]
    [InlineData("/categories/news/", "c a")]
    [InlineData("/categories/talks/", "c b")]
    [InlineData("/authors/ada/", "b a")]
    [InlineData("/authors/bob/", "c b")]
    [InlineData("/featured/", "d b")]
    [InlineData("/events/", "second first")]
    public void HoldsExactlyItsPosts_NewestFirst(string path, string titles)
    {
        var published = FolderOf.Published(Now, Club);

        Assert.All(Published.Files, file => Assert.Equal(titles, published.Titles(path + file)));
    }

    [Fact]
    public void HasNoOtherFeeds_ThanThoseOfItsTerms() => Assert.Equal(
        "/ /authors/ada/ /authors/bob/ /categories/news/ /categories/talks/ /events/ /featured/ /tags/one/ /tags/three/ /tags/two/",
        FeedFolders(FolderOf.Published(Now, Club)));

    [Theory]
    [InlineData("taxonomies: []\n", "/ /events/ /featured/")]
    [InlineData("taxonomies: [authors]\n", "/ /authors/ada/ /authors/bob/ /events/ /featured/")]
    [InlineData("taxonomies: [categories, tags]\n", "/ /categories/news/ /categories/talks/ /events/ /featured/ /tags/one/ /tags/three/ /tags/two/")]
    public void HasTheTerms_ThatTheSiteNames(string settings, string folders) =>
        Assert.Equal(folders, FeedFolders(FolderOf.Published(Now, [.. Club, ("site.yaml", FolderOf.SiteYaml + settings)])));

    [Theory]
    [InlineData("feed: { include: [events] }\n", "second first")]
    [InlineData("feed: { include: [posts, events] }\n", "second first d c b a")]
    public void HasInItsMainFeed_WhatTheSiteIncludes(string settings, string titles)
    {
        var published = FolderOf.Published(Now, [.. Club, ("site.yaml", FolderOf.SiteYaml + settings)]);

        Assert.All(Published.Files, file => Assert.Equal(titles, published.Titles("/" + file)));
    }

    /// <summary>What names a tag in addresses, and its name in the title of its feed.</summary>
    [Theory]
    [InlineData("C", "c")]
    [InlineData("C++", "c-plus-plus")]
    [InlineData("C#", "c-sharp")]
    [InlineData("F#", "f-sharp")]
    [InlineData(".NET", "dot-net")]
    [InlineData("ASP.NET Core", "asp.net-core")]
    [InlineData("Node.js", "node.js")]
    [InlineData("R&D", "r-d")]
    [InlineData("čeština", "čeština")]
    [InlineData("日本語", "日本語")]
    [InlineData("🐝", "f09f909d")]
    [InlineData("🐞", "f09f909e")]
    [InlineData("!!", "2121")]
    [InlineData("a/b", "a-b")]
    [InlineData("..", "dot")]
    public void HasASlugOfItsOwn_WhateverItIsCalled(string tag, string slug)
    {
        var published = FolderOf.Published(Now, Published.Post("a", "2025-01-01", $"tags: ['{tag}']\n"));

        Assert.Equal($"/ /tags/{slug}/", FeedFolders(published));
        Assert.Equal($"Compiler Club: {tag}", published.Atom($"/tags/{slug}/atom.xml").Element(Documents.A + "title")!.Value);
    }

    /// <summary>A repeated text, and what a file system can take for its name.</summary>
    [Theory]
    [InlineData("a", 300, "9835fa6bf4e20a9b9ea812506302e989")]
    [InlineData("🐝", 60, "65876f1cbb007f0c369a106e88e580e3")]
    public void IsNamedByAHash_WhenItsNameIsTooLongForAFile(string text, int times, string slug)
    {
        using var output = new TempFolder();
        var published = FolderOf.Published(Now, Published.Post("a", "2025-01-01", $"tags: ['{string.Concat(Enumerable.Repeat(text, times))}']\n"));
        OutputFolder.Write(output.Root, published, OutputForms.Plain);

        Assert.Equal($"/ /tags/{slug}/", FeedFolders(published));
        Assert.True(File.Exists(output.At($"tags/{slug}/atom.xml")));
    }

    [Theory]
    [InlineData("Web Dev", "web dev", "web-dev", "web-dev", "Web Dev")]
    [InlineData("python", "Python", "PYTHON", "python", "PYTHON")]
    [InlineData("ČEŠTINA", "čeština", "Čeština", "čeština", "ČEŠTINA")]
    public void IsOneTerm_HoweverItIsSpelt(string first, string second, string third, string slug, string name)
    {
        var published = FolderOf.Published(
            Now,
            Published.Post("a", "2025-01-01", $"tags: ['{first}']\n"),
            Published.Post("b", "2025-01-02", $"tags: ['{second}']\n"),
            Published.Post("c", "2025-01-03", $"tags: ['{third}']\n"));

        Assert.Equal($"/ /tags/{slug}/", FeedFolders(published));
        Assert.Equal("c b a", published.Titles($"/tags/{slug}/rss.xml"));
        Assert.Equal($"Compiler Club: {name}", published.Rss($"/tags/{slug}/rss.xml").Element("title")!.Value);
    }

    [Fact]
    public void HoldsAPostOnce_WhenItBearsTwoSpellings() =>
        Assert.Equal("a", FolderOf.Published(Now, Published.Post("a", "2025-01-01", "tags: [Web Dev, python, web-dev]\n")).Titles("/tags/web-dev/atom.xml"));

    [Fact]
    public void NamesTheSiteAsAuthor_WhenNobodyElseIs()
    {
        var published = FolderOf.Published(Now, Published.Post("a", "2025-01-01", "tags: [one]\n"));

        Assert.All(["/", "/tags/one/"], path => Assert.Equal("Compiler Club", Assert.Single(ObservedEntry.InAtom(published.Atom(path + "atom.xml"))).Authors));
        Assert.All(["/", "/tags/one/"], path => Assert.Equal("Compiler Club", Assert.Single(ObservedEntry.InRss(published.Rss(path + "rss.xml"))).Authors));
        Assert.All(["/", "/tags/one/"], path => Assert.Equal("Compiler Club", Assert.Single(ObservedEntry.InJson(published.Json(path + "feed.json"))).Authors));
    }

    [Fact]
    public void ListsEveryFeed_InItsOpml() => Assert.Equal(
        [
            "Compiler Club https://club.example/atom.xml",
            "Compiler Club: featured https://club.example/featured/atom.xml",
            "Compiler Club: events https://club.example/events/atom.xml",
            "Compiler Club: one https://club.example/tags/one/atom.xml",
            "Compiler Club: three https://club.example/tags/three/atom.xml",
            "Compiler Club: two https://club.example/tags/two/atom.xml",
            "Compiler Club: news https://club.example/categories/news/atom.xml",
            "Compiler Club: talks https://club.example/categories/talks/atom.xml",
            "Compiler Club: Ada https://club.example/authors/ada/atom.xml",
            "Compiler Club: Bob https://club.example/authors/bob/atom.xml",
        ],
        FolderOf.Published(Now, Club).Atom("/feeds.opml").Descendants("outline").Select(outline => $"{outline.Attribute("text")!.Value} {outline.Attribute("xmlUrl")!.Value}"));

    private static string FeedFolders(Publication published) => string.Join(' ', published.Representations.Values
        .Where(item => item.MediaType.IsFeed)
        .GroupBy(item => item.Path[..(item.Path.LastIndexOf('/') + 1)], StringComparer.Ordinal)
        .Where(folder => folder.Count() == 3)
        .Select(folder => folder.Key)
        .Order(StringComparer.Ordinal));
}

/// <summary>Events as entries of a feed.</summary>
public sealed class EventFeedTests
{
    private const string Now = "2026-01-01T00:00:00Z";

    /// <summary>The same file, before anything of it changed.</summary>
    private const string Meeting = "title: A meeting\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\nlocation: Library\npublishedAt: 2025-03-02\n";

    [Theory]
    [InlineData("A meeting", "A gathering")]
    [InlineData("start: 2026-02-03", "start: 2027-02-03")]
    [InlineData("publishedAt: 2025-03-02", "publishedAt: 2024-03-02")]
    [InlineData("location: Library", "location: Town hall\nslug: elsewhere")]
    [InlineData("location: Library", "location: Library\nstatus: cancelled")]
    public void KeepsItsId_WhenItChanges(string old, string now)
    {
        var (before, after) = (Entry(Meeting), Entry(Meeting.Replace(old, now, StringComparison.Ordinal).Replace("end: 2026-02-03", old.StartsWith("start", StringComparison.Ordinal) ? "end: 2027-02-03" : "end: 2026-02-03", StringComparison.Ordinal)));

        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", before.Id);
        Assert.Equal(before.Id, after.Id);
    }

    [Theory]
    [InlineData("", "A meeting")]
    [InlineData("status: cancelled\n", "Cancelled: A meeting")]
    [InlineData("status: canceled\n", "Cancelled: A meeting")]
    [InlineData("cancelled: true\n", "Cancelled: A meeting")]
    [InlineData("status: tentative\n", "A meeting")]
    public void SaysInItsTitle_WhenItIsOff(string status, string title) => Assert.Equal(title, Entry(Meeting + status).Title);

    [Theory]
    [InlineData(Meeting, "<p><strong>Tuesday, 3 February 2026, 18:00&#x2013;20:00 (Europe/Prague)</strong>, Library</p><p>Come.</p><p>Add to your calendar: ")]
    [InlineData("title: A day\nstart: 2026-02-03\nall-day: true\n", "<p><strong>Tuesday, 3 February 2026</strong></p><p>Come.</p><p>Add to your calendar: ")]
    [InlineData(Meeting + "status: moved\n", "<p><strong>Tuesday, 3 February 2026, 18:00&#x2013;20:00 (Europe/Prague)</strong>, Library</p><p><strong>Moved: the time or the place of this event has changed.</strong></p><p>Come.</p><p>Add to your calendar: ")]
    [InlineData(Meeting + "status: cancelled\n", "<p><strong>Tuesday, 3 February 2026, 18:00&#x2013;20:00 (Europe/Prague)</strong>, Library</p><p><strong>Cancelled: this event does not take place.</strong></p><p>Come.</p>")]
    public void SaysWhenAndWhere_AboveItsText(string front, string content) => Assert.Equal(content, Entry(front).Content.Split("<a ")[0]);

    [Fact]
    public void LeadsIntoCalendars_BelowItsText() => Assert.Equal(
        ["Google", "Outlook.com", "Microsoft 365", "Yahoo", "Apple and others (.ics)"],
        Entry(Meeting).Content.Split("</a>")[..^1].Select(link => link[(link.LastIndexOf('>') + 1)..]));

    [Theory]
    [InlineData("publishedAt: 2025-03-02\n", "2025-03-01T23:00:00Z", "2025-03-01T23:00:00Z")]
    [InlineData("publishedAt: 2025-03-02\nupdated: 2025-06-01T12:00:00Z\n", "2025-03-01T23:00:00Z", "2025-06-01T12:00:00Z")]
    [InlineData("updated: 2025-06-01T12:00:00Z\n", "2025-06-01T12:00:00Z", "2025-06-01T12:00:00Z")]
    [InlineData("", "2025-02-02T23:00:00Z", "2025-02-02T23:00:00Z")]
    public void IsDated_ByWhatItsAuthorWrote(string dates, string published, string updated)
    {
        var entry = Entry("title: A meeting\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\n" + dates);

        Assert.Equal((FolderOf.Moment(published).ToDateTimeOffset(), FolderOf.Moment(updated).ToDateTimeOffset()), (entry.Published, entry.ToTheSecond().Updated));
    }

    /// <summary>Readers show entries of one date in an arbitrary order, and the W3C's validator warns of them.</summary>
    [Fact]
    public void HasADateOfUpdateOfItsOwn_WhichItKeeps()
    {
        const string Dated = "---\ntitle: E\nstart: 2026-02-03 18:00\nduration: PT1H\npublishedAt: 2026-01-01\n---\nText.\n";
        (string, string)[] events = [.. Enumerable.Range(0, 100).Select(number => (FormattableString.Invariant($"events/e{number}.md"), Dated))];
        var all = Updates(events);
        var weekly = Updates(("events/w.md", "---\ntitle: W\nstart: 2026-01-02 18:00\nduration: PT1H\nevery: friday\npublishedAt: 2026-01-01\n---\n"));

        Assert.Equal(100, all.Count);
        Assert.True(weekly.Count > 1);
        Assert.All((Dictionary<string, DateTimeOffset>[])[all, weekly], updates => Assert.Equal(updates.Count, updates.Values.Distinct().Count()));
        Assert.All(Updates(events[..50]), update => Assert.Equal(all[update.Key], update.Value));

        static Dictionary<string, DateTimeOffset> Updates(params (string, string)[] files) =>
            ObservedEntry.InAtom(FolderOf.Published("2026-01-05T00:00:00Z", [("site.yaml", FolderOf.SiteYaml + "feed: { entries: 100 }\n"), .. files]).Atom("/events/atom.xml"))
                .ToDictionary(entry => entry.Id, entry => entry.Updated, StringComparer.Ordinal);
    }

    [Fact]
    public void Appears_WhenItIsAnnounced()
    {
        var before = FolderOf.Published(Now, ("events/e.md", "---\ntitle: e\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\npublishedAt: 2026-01-05T12:00:00Z\n---\nCome.\n"));
        Assert.Null(before.Find("/events/atom.xml"));
        Assert.Equal(FolderOf.Moment("2026-01-05T12:00:00Z"), before.Until);

        Assert.Equal("e", Publication.Render(before.Site, before.Until!.Value, before).Titles("/events/atom.xml"));
    }

    private static ObservedEntry Entry(string front) =>
        Assert.Single(ObservedEntry.InAtom(FolderOf.Published(Now, ("events/meeting.md", $"---\n{front}---\nCome.\n")).Atom("/events/atom.xml")));
}
