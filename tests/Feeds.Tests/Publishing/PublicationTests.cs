using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Feeds.Content;
using Feeds.Model.Dates;
using Feeds.Publishing;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>What a site is rendered to: its bytes, their validators, and when they stop being right.</summary>
public sealed class PublicationTests
{
    private const string Post = "---\ntitle: A first post\ndate: 2025-03-04\n---\nHello.\n";
    private const string Event = "---\ntitle: A meeting\nstart: 2026-02-03 18:00\nlocation: Library\n---\nCome.\n";
    private const string LaterPost = "---\ntitle: A sealed surprise\ndate: 2026-01-01 12:00:30\ntags: [sealed]\n---\nSurprise.\n";
    private const string Draft = "---\ntitle: A sealed draft\ndate: 2025-03-05\ntags: [sealed]\ndraft: true\n---\nNot yet.\n";

    [Fact]
    public void HasAllAddresses_OfASite()
    {
        var published = FolderOf.Published("2026-01-01T00:00:00Z", ("posts/first.md", Post), ("events/meeting.md", Event), ("about.md", "# About\n"));

        Assert.Equal(
            [
                "/", "/404.html", "/archive/", "/archive/2025/", "/atom.xml", "/calendar.google.ics", "/calendar.ics", "/calendar.json", "/calendar.outlook.ics", "/calendar/2026.ics",
                "/calendar/2026/", "/events/", "/events/atom.xml", "/events/feed.json", "/events/meeting.ics", "/events/meeting/", "/events/rss.xml", "/favicon.ico", "/favicon.svg", "/feed.css",
                "/feed.json", "/feeds.opml", "/feeds/", "/posts/first/", "/robots.txt", "/rss.xml", "/sitemap.xml", "/style.css", "/subscribe/", "/venues/library/",
                "/venues/library/calendar.ics",
            ],
            published.Representations.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void HasTheSameBytes_UnderAnotherCulture()
    {
        var plain = FolderOf.Published("2026-01-01T00:00:00Z", ("posts/first.md", Post), ("events/meeting.md", Event));
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.DateSeparator = "#";
        culture.DateTimeFormat.TimeSeparator = "#";
        culture.DateTimeFormat.MonthNames = [.. Enumerable.Repeat("Monat", 12), ""];
        culture.DateTimeFormat.AbbreviatedDayNames = [.. Enumerable.Repeat("Tag", 7)];
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            Assert.Equal(Contents(plain), Contents(FolderOf.Published("2026-01-01T00:00:00Z", ("posts/first.md", Post), ("events/meeting.md", Event))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void HasTheSameTags_WhenReadFromFilesInAnotherOrder()
    {
        var one = FolderOf.Published("2026-01-01T00:00:00Z", ("posts/first.md", Post), ("posts/second.md", Post), ("events/meeting.md", Event));
        var other = FolderOf.Published("2026-01-01T09:00:00Z", ("events/meeting.md", Event), ("posts/second.md", Post), ("posts/first.md", Post));

        Assert.Equal(Contents(one), Contents(other));
        Assert.Equal(Validators(one), Validators(other));
    }

    [Theory]
    [InlineData("/atom.xml", "2025-03-03T23:00:00Z")]
    [InlineData("/posts/first/", "2025-03-03T23:00:00Z")]
    [InlineData("/", "2025-03-03T23:00:00Z")]
    [InlineData("/calendar.ics", "2001-01-01T00:00:00Z")]
    [InlineData("/style.css", "2001-01-01T00:00:00Z")]
    public void IsDatedByItsContent_AtFirst(string path, string modified) =>
        Assert.Equal(FolderOf.Moment(modified), FolderOf.Published("2026-01-01T00:00:00Z", ("posts/first.md", Post), ("events/meeting.md", Event)).Representations[path].LastModified);

    [Theory]
    [InlineData("/posts/a/", "2025-03-03T23:00:00Z")]
    [InlineData("/atom.xml", "2025-03-03T23:00:00Z")]
    public void IsNeverDatedLater_ThanItIsRendered(string path, string modified) =>
        Assert.Equal(
            FolderOf.Moment(modified),
            FolderOf.Published("2026-01-01T00:00:07.9Z", ("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\nupdated: 2030-01-01\n---\nA.\n")).Representations[path].LastModified);

    /// <summary>All of it was asked for before: what nobody asked for is made again, for it still holds what it would be made from.</summary>
    [Fact]
    public void TakesOver_WhatHasTheSameBytes()
    {
        var reading = FolderOf.Site(("posts/first.md", Post), ("events/meeting.md", Event));
        var before = Publication.Render(reading.Site, FolderOf.Moment("2026-01-01T00:00:00Z"), previous: null);
        Assert.NotEmpty(Validators(before).ToArray());
        var files = FolderOf.Files(("site.yaml", FolderOf.SiteYaml), ("posts/first.md", Post.Replace("Hello.", "Hello!", StringComparison.Ordinal)), ("events/meeting.md", Event));
        var after = Publication.Render(SiteReader.Read(files, FolderOf.Listening, reading).Site, FolderOf.Moment("2026-01-01T00:10:00.5Z"), before);

        Assert.Equal(
            ["/", "/archive/", "/archive/2025/", "/atom.xml", "/feed.json", "/posts/first/", "/rss.xml"],
            after.Representations.Values.Where(changed => !ReferenceEquals(changed, before.Representations[changed.Path])).Select(changed => changed.Path).Order(StringComparer.Ordinal));
        Assert.Equal(FolderOf.Moment("2026-01-01T00:10:00Z"), after.Representations["/atom.xml"].LastModified);
    }

    /// <summary>A hundred edits of an old post, while nobody asks for anything: little more is kept than the sixteen versions that a delta may be asked of.</summary>
    [Fact]
    public void LetsGoOfEarlierVersions_WhenOnePostIsEditedAgainAndAgain()
    {
        var versions = new List<WeakReference>();
        var last = EditOften(versions);

        GC.Collect();
        Assert.InRange(versions.Count(version => version.IsAlive), 1, 20);
        GC.KeepAlive(last);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Publication, SiteReading) EditOften(List<WeakReference> versions)
    {
        SiteReading? reading = null;
        Publication? publication = null;
        for (var edit = 0; edit < 100; edit++)
        {
            reading = FolderOf.Again(
                reading,
                ("site.yaml", FolderOf.SiteYaml + "feed: { entries: 1, archive: false }\nposts: { permalink: 'https://pages.example/{slug}/' }\n"),
                ("posts/first.md", Post),
                ("posts/old.md", string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Old\ndate: 2020-03-04\ntags: [old]\n---\nEdit {edit}.\n")));
            publication = Publication.Render(reading.Site, FolderOf.Moment("2026-01-01T00:00:00Z"), publication);
            versions.Add(new WeakReference(reading.Site.Posts.Single(post => post.Path == "posts/old.md")));
        }

        return (publication!, reading!);
    }

    /// <summary>Three changes and a withdrawal, some within one second, some while the clock was set back.</summary>
    [Theory]
    [InlineData(new[] { "2026-01-01T00:00:00.1Z", "2026-01-01T00:00:00.5Z", "2026-01-01T00:00:00.9Z" }, new[] { "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", "2026-01-01T00:00:02Z" })]
    [InlineData(new[] { "2026-01-01T00:00:10Z", "2026-01-01T00:00:05Z", "2026-01-01T00:01:00Z" }, new[] { "2026-01-01T00:00:10Z", "2026-01-01T00:00:11Z", "2026-01-01T00:01:00Z" })]
    public void MovesItsDateForward_WithEveryChange(string[] moments, string[] modified)
    {
        var publication = FolderOf.Published("2025-12-31T00:00:00Z", ("posts/first.md", Post));
        publication.RenderMain();
        var seen = new List<Instant>();
        foreach (var (moment, index) in moments.Select((moment, index) => (moment, index)))
        {
            (string, string)[] files = index == 1 ? [] : [("posts/first.md", Post.Replace("Hello.", "Hello at " + moment, StringComparison.Ordinal))];
            publication = Publication.Render(FolderOf.Site(files).Site, FolderOf.Moment(moment), publication);
            seen.Add(publication.Representations["/atom.xml"].LastModified);
        }

        Assert.Equal(modified.Select(FolderOf.Moment), seen);
    }

    [Theory]
    [InlineData("2026-01-01T11:00:29.999Z", 1)]
    [InlineData("2026-01-01T11:00:30Z", 2)]
    public void ShowsAScheduledPost_FromItsSecondOn(string now, int posts) =>
        Assert.Equal(posts, new SiteSnapshot(FolderOf.Site(("posts/first.md", Post), ("posts/later.md", LaterPost)).Site, FolderOf.Moment(now)).Posts.Length);

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T11:00:30Z")]
    [InlineData("2026-01-01T11:00:29.999Z", "2026-01-01T11:00:30Z")]
    [InlineData("2026-01-01T11:00:30Z", "2026-02-03T19:00:00Z")]
    [InlineData("2026-02-03T18:59:59Z", "2026-02-03T19:00:00Z")]
    [InlineData("2026-02-03T19:00:00Z", null)]
    public void LastsUntil_SomethingAppearsOrEnds(string now, string? until) =>
        Assert.Equal(until is null ? null : FolderOf.Moment(until), FolderOf.Published(now, ("posts/later.md", LaterPost), ("events/meeting.md", Event)).Until);

    [Fact]
    public void IsAsIfTheyWereNotWritten_WhileTheyAreDraftsOrScheduled()
    {
        var without = FolderOf.Published("2026-01-01T00:00:00Z", ("posts/first.md", Post));
        var with = FolderOf.Published("2026-01-01T00:00:00Z", ("posts/first.md", Post), ("posts/later.md", LaterPost), ("posts/draft.md", Draft), ("_drafts/other.md", Post));

        Assert.Equal(Contents(without), Contents(with));
        Assert.Equal(Validators(without), Validators(with));
    }

    [Fact]
    public void NamesAScheduledPostEverywhere_AtItsSecond()
    {
        var before = FolderOf.Published("2026-01-01T00:00:00Z", ("posts/first.md", Post), ("posts/later.md", LaterPost));
        Assert.NotEmpty(Validators(before).ToArray());
        var after = Publication.Render(before.Site, before.Until!.Value, before);

        Assert.Equal(
            [
                "/", "/archive/", "/archive/2025/", "/archive/2026/", "/atom.xml", "/feed.json", "/feeds.opml", "/feeds/", "/posts/first/", "/posts/later/",
                "/rss.xml", "/sitemap.xml", "/tags/sealed/", "/tags/sealed/atom.xml", "/tags/sealed/feed.json", "/tags/sealed/rss.xml",
            ],
            after.Representations.Values.Where(changed => !ReferenceEquals(changed, before.Representations.GetValueOrDefault(changed.Path))).Select(changed => changed.Path).Order(StringComparer.Ordinal));
        Assert.All(
            after.Representations.Values.Where(changed => changed.Path is "/" or "/atom.xml" or "/feed.json" or "/rss.xml"),
            changed => Assert.Equal(FolderOf.Moment("2026-01-01T11:00:30Z"), changed.LastModified));
    }

    private static IEnumerable<string> Contents(Publication publication) =>
        publication.Representations.Values.OrderBy(item => item.Path, StringComparer.Ordinal).Select(item => $"{item.Path} {item.MediaType.Name}\n{Encoding.UTF8.GetString(item.Identity.Span)}");

    private static IEnumerable<string> Validators(Publication publication) =>
        publication.Representations.Values.OrderBy(item => item.Path, StringComparer.Ordinal).Select(item => FormattableString.Invariant($"{item.Path} {item.OpaqueTag} {item.LastModified}"));
}
