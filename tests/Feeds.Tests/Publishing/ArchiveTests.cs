using System.Globalization;
using System.Xml.Linq;
using Feeds.Publishing;
using Feeds.Tests.Formats.Syndication;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>The pages of older posts (RFC 5005 §4), and how much the main feed holds before they begin.</summary>
public sealed class ArchiveTests
{
    private const string Now = "2026-01-01T00:00:00Z";
    private const string Site = "https://club.example";

    /// <summary>How many pages there are, and how many posts the main feed holds.</summary>
    [Theory]
    [InlineData(0, 5, 0, 0)]
    [InlineData(1, 1, 0, 1)]
    [InlineData(2, 1, 2, 1)]
    [InlineData(3, 1, 3, 1)]
    [InlineData(5, 5, 0, 5)]
    [InlineData(6, 5, 3, 5)]
    [InlineData(9, 5, 4, 5)]
    [InlineData(10, 5, 5, 5)]
    [InlineData(11, 5, 5, 5)]
    [InlineData(14, 5, 7, 5)]
    [InlineData(15, 5, 7, 5)]
    [InlineData(16, 5, 8, 5)]
    [InlineData(23, 7, 7, 7)]
    [InlineData(41, 20, 4, 20)]
    public void LeadsToEveryPost_FromTheMainFeed(int posts, int entries, int pages, int shown)
    {
        var published = Published(posts, $"feed: {{ entries: {Text(entries)} }}\n");
        string[] all = [.. Enumerable.Range(1, posts).Reverse().Select(Title)];

        foreach (var file in Publishing.Published.Files)
        {
            var walked = Walk(published, file);
            Assert.Equal(all, walked.SelectMany(page => page).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Reverse());
            Assert.Equal(pages + 1, walked.Count);
            Assert.Equal(shown, walked[0].Length);
            Assert.All(walked.Skip(1), page => Assert.Equal(Math.Max(1, entries / 2), page.Length));
        }
    }

    [Theory]
    [InlineData(0, 5, true)]
    [InlineData(5, 5, true)]
    [InlineData(6, 5, false)]
    public void IsCalledComplete_OnlyWhenAllFits(int posts, int entries, bool isComplete)
    {
        var published = Published(posts, $"feed: {{ entries: {Text(entries)} }}\n");

        Assert.Equal(isComplete ? 1 : 0, published.Atom("/atom.xml").Elements(Documents.Fh + "complete").Count());
        Assert.Equal(isComplete ? 1 : 0, published.Rss("/rss.xml").Elements(Documents.Fh + "complete").Count());
        Assert.Equal(!isComplete, published.Json("/feed.json").TryGetProperty("next_url", out _));
    }

    [Fact]
    public void NeverChangesAFullPage_WhenNewerPostsCome()
    {
        const string Settings = "feed: { entries: 6 }\n";
        var before = Published(10, Settings);
        Publication[] later = [Published(11, Settings), Published(12, Settings), Published(13, Settings), Published(31, Settings)];

        foreach (var file in Publishing.Published.Files)
        {
            // The third page is full, and links to the fourth once there is one.
            Assert.All(["/archive/1/", "/archive/2/"], page => Assert.All(later, now => Assert.Equal(before.Find(page + file)!.Identity.ToArray(), now.Find(page + file)!.Identity.ToArray())));
            Assert.All(later, now => Assert.Equal("p007 p006 p005 p004 p003 p002 p001".Split(' ')[1..4], Publishing.Published.TitlesOf(file, now.Find($"/archive/2/{file}")!.Identity)));
        }
    }

    [Fact]
    public void LinksToItsNeighbours_AndToTheFeed()
    {
        var published = Published(11, "feed: { entries: 6 }\n");

        Assert.Equal(
            [
                $"self {Site}/archive/2/atom.xml", $"alternate {Site}/", $"current {Site}/atom.xml",
                $"prev-archive {Site}/archive/1/atom.xml", $"next-archive {Site}/archive/3/atom.xml",
            ],
            Links(published.Atom("/archive/2/atom.xml")));
        Assert.Equal(
            [$"self {Site}/archive/1/rss.xml", $"current {Site}/rss.xml", $"next-archive {Site}/archive/2/rss.xml"],
            Links(published.Rss("/archive/1/rss.xml")));
        Assert.Equal($"{Site}/archive/1/feed.json", published.Json("/archive/2/feed.json").GetProperty("next_url").GetString());
        Assert.Single(published.Atom("/archive/2/atom.xml").Elements(Documents.Fh + "archive"));
        Assert.Single(published.Rss("/archive/2/rss.xml").Elements(Documents.Fh + "archive"));
    }

    [Fact]
    public void IsTheFeedOfTheSite_WithItsIdAndAuthor()
    {
        var published = Published(11, "feed: { entries: 6 }\n");

        Assert.Equal($"{Site}/", published.Atom("/archive/2/atom.xml").Element(Documents.A + "id")!.Value);
        Assert.All(ObservedEntry.InAtom(published.Atom("/archive/2/atom.xml")), entry => Assert.Equal("Compiler Club", entry.Authors));
        Assert.All(ObservedEntry.InRss(published.Rss("/archive/2/rss.xml")), entry => Assert.Equal("Compiler Club", entry.Authors));
        Assert.All(ObservedEntry.InJson(published.Json("/archive/2/feed.json")), entry => Assert.Equal("Compiler Club", entry.Authors));
    }

    [Fact]
    public void IsNotThere_WhenTheSiteWantsNone()
    {
        var published = Published(11, "feed: { entries: 3, archive: false }\n");

        Assert.DoesNotContain(published.Representations.Keys, path => path.StartsWith("/archive/", StringComparison.Ordinal) && !path.EndsWith('/'));
        Assert.All(Publishing.Published.Files, file => Assert.Equal(["p011 p010 p009"], Walk(published, file).Select(page => string.Join(' ', page))));
        Assert.Empty(published.Atom("/atom.xml").Elements(Documents.Fh + "complete"));
    }

    /// <summary>Each post holds some 17 KB, of which packing leaves some 13.</summary>
    [Theory]
    [InlineData(8, 5)]
    [InlineData(10, 5)]
    [InlineData(12, 20)]
    public void CoversWhatTheByteBudgetCutsOff_InEveryFormat(int posts, int entries)
    {
        const int MaxOctets = 60_000;
        var published = FolderOf.Published(
            Now,
            [
                ("site.yaml", FolderOf.SiteYaml + $"feed: {{ entries: {Text(entries)}, max_bytes: {Text(MaxOctets)} }}\n"),
                .. Enumerable.Range(1, posts).Select(number => (Path: $"posts/{Title(number)}.md", Text: $"---\ntitle: {Title(number)}\ndate: 2025-01-{Day(number)}\nsummary: Noise\n---\n{Noise(number)}\n")),
            ]);
        string[] all = [.. Enumerable.Range(1, posts).Reverse().Select(Title)];

        foreach (var file in Publishing.Published.Files)
        {
            var walked = Walk(published, file);
            Assert.Equal(all[..4], walked[0]);
            Assert.Equal(all, walked.SelectMany(page => page).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Reverse());
            Assert.InRange(published.Find("/" + file)!.Gzip.Length, 1, MaxOctets);
        }
    }

    [Fact]
    public void HoldsOnePostAtLeast_HoweverLargeItIs()
    {
        var published = FolderOf.Published(Now, ("site.yaml", FolderOf.SiteYaml + "feed: { max_bytes: 1000 }\n"), ("posts/a.md", $"---\ntitle: a\ndate: 2025-01-01\n---\n{Noise(1)}\n"), ("posts/b.md", $"---\ntitle: b\ndate: 2025-01-02\n---\n{Noise(2)}\n"));

        Assert.All(Publishing.Published.Files, file => Assert.Equal("b", published.Titles("/" + file)));
    }

    private static Publication Published(int posts, string settings) =>
        FolderOf.Published(Now, [("site.yaml", FolderOf.SiteYaml + settings), .. Enumerable.Range(1, posts).Select(number => Publishing.Published.Post(Title(number), "2025-01-01 " + Clock(number)))]);

    /// <summary>The titles of the main feed, and of each page that it leads to by way of the one before.</summary>
    private static List<string[]> Walk(Publication published, string file)
    {
        var pages = new List<string[]>();
        for (var path = "/" + file; path is not null; path = Older(published, path))
        {
            pages.Add([.. Publishing.Published.TitlesOf(path, published.Find(path)!.Identity)]);
            Assert.InRange(pages.Count, 1, 100);
        }

        return pages;
    }

    private static string? Older(Publication published, string path)
    {
        if (path.EndsWith(".json", StringComparison.Ordinal)) return published.Json(path).TryGetProperty("next_url", out var next) ? next.GetString()![Site.Length..] : null;
        var feed = path.EndsWith("rss.xml", StringComparison.Ordinal) ? published.Rss(path) : published.Atom(path);
        return Links(feed).SingleOrDefault(link => link.StartsWith("prev-archive ", StringComparison.Ordinal))?["prev-archive ".Length..][Site.Length..];
    }

    private static IEnumerable<string> Links(XElement feed) => feed.Elements(Documents.A + "link").Select(link => $"{link.Attribute("rel")!.Value} {link.Attribute("href")!.Value}");

    private static string Title(int number) => number.ToString("'p'000", CultureInfo.InvariantCulture);

    private static string Clock(int number) => string.Create(CultureInfo.InvariantCulture, $"{number / 60:00}:{number % 60:00}");

    private static string Day(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Noise(int seed)
    {
        var bytes = new byte[12_500];
        new Random(seed).NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}
