using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Feeds.Model;
using Feeds.Publishing;
using Feeds.Tests.Formats.Syndication;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Publishing.Languages;

/// <summary>A site in two languages: each has its own feeds, calendars and pages, which lead to each other.</summary>
public sealed partial class BilingualSiteTests
{
    private const string Now = "2026-11-30T12:00:00Z";
    private const string Site = "title: Klub\nurl: https://club.example/\nlanguage: cs\nlanguages: [cs, en]\ntimezone: Europe/Prague\n";

    /// <summary>How site generators lay out translations, each with a post in both languages and one in each alone.</summary>
    private static readonly Dictionary<string, (string Path, string Text)[]> Shapes = new(StringComparer.Ordinal)
    {
        ["Hugo by name"] =
        [
            Post("content/posts/walk.md", "Procházka"), Post("content/posts/walk.en.md", "Walk"),
            Post("content/posts/jen.cs.md", "Jen česky"), Post("content/posts/only/index.en.md", "Only English"),
        ],
        ["Hugo by folder"] =
        [
            Post("content/cs/posts/walk.md", "Procházka"), Post("content/en/posts/walk.md", "Walk"),
            Post("content/cs/posts/jen.md", "Jen česky"), Post("content/en/posts/only.md", "Only English"),
        ],
        ["Zola"] =
        [
            Post("content/blog/walk/index.md", "Procházka"), Post("content/blog/walk/index.en.md", "Walk"),
            Post("content/blog/jen.md", "Jen česky"), Post("content/blog/only.en.md", "Only English"),
        ],
        ["Jekyll polyglot"] =
        [
            Post("_posts/cs/2026-11-01-walk.md", "Procházka", "lang: cs\n"), Post("_posts/en/2026-11-01-walk.md", "Walk", "lang: en\n"),
            Post("_posts/cs/2026-11-01-jen.md", "Jen česky", "lang: cs\n"), Post("_posts/en/2026-11-01-only.md", "Only English", "lang: en\n"),
        ],
        ["Jekyll, with the main language outside"] =
        [
            Post("_posts/2026-11-01-walk.md", "Procházka", "lang: cs\n"), Post("_posts/en/2026-11-01-walk.md", "Walk", "lang: en\n"),
            Post("_posts/2026-11-01-jen.md", "Jen česky", "lang: cs\n"), Post("_posts/en/2026-11-01-only.md", "Only English", "lang: en\n"),
        ],
        ["Docusaurus"] =
        [
            Post("blog/2026-11-01-walk.md", "Procházka"), Post("i18n/en/docusaurus-plugin-content-blog/2026-11-01-walk.md", "Walk"),
            Post("blog/2026-11-01-jen.md", "Jen česky"), Post("i18n/en/docusaurus-plugin-content-blog/only/index.mdx", "Only English"),
        ],
        ["Docusaurus in a folder"] =
        [
            Post("website/blog/walk/index.md", "Procházka"),
            Post("website/i18n/en/docusaurus-plugin-content-blog/walk/index.md", "Walk"),
            Post("website/blog/jen.md", "Jen česky"), Post("website/i18n/en/docusaurus-plugin-content-blog/only.md", "Only English"),
        ],
        ["Eleventy"] =
        [
            Post("src/posts/walk.md", "Procházka"), Post("src/en/posts/walk.md", "Walk"),
            Post("src/posts/jen.md", "Jen česky"), Post("src/en/posts/only.md", "Only English"),
        ],
        ["Astro, with the main language outside"] =
        [
            Post("src/content/blog/walk.md", "Procházka"), Post("src/content/blog/en/walk.md", "Walk"),
            Post("src/content/blog/jen.md", "Jen česky"), Post("src/content/blog/en/only.md", "Only English"),
        ],
        ["Astro"] =
        [
            Post("src/content/blog/cs/walk.md", "Procházka"), Post("src/content/blog/en/walk.md", "Walk"),
            Post("src/content/blog/cs/jen.md", "Jen česky"), Post("src/content/blog/en/only.md", "Only English"),
        ],
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void HoldsOneLanguage_InEachFeed(string shape)
    {
        var site = Published(Shapes[shape]);

        Assert.All(["atom.xml", "rss.xml", "feed.json"], file => Assert.Equal(
            ("Jen česky|Procházka", "Only English|Walk"), (Titles(site, "/" + file), Titles(site, "/en/" + file))));
        Assert.Equal(("cs", "en"), (Language(site, "/atom.xml"), Language(site, "/en/atom.xml")));
        Assert.Equal("https://club.example/en/atom.xml", Link(site, "/atom.xml", "en"));
        Assert.Equal("https://club.example/atom.xml", Link(site, "/en/atom.xml", "cs"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HasNoLinkTwice_AndAPageForEach(string shape)
    {
        var site = Published(Shapes[shape]);

        string[] links = [.. new[] { "/atom.xml", "/en/atom.xml" }.SelectMany(feed => site.Atom(feed).Elements(Documents.A + "entry"))
            .Select(entry => entry.Elements(Documents.A + "link").First(link => link.Attribute("rel")?.Value is null or "alternate").Attribute("href")!.Value)];
        Assert.Equal(4, links.Distinct(StringComparer.Ordinal).Count());
        Assert.All(links, link => Assert.NotNull(site.Find(new Uri(link).AbsolutePath)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LeadsFromATranslation_ToTheOther(string shape)
    {
        var site = Published(Shapes[shape]);

        var walks = site.Representations.Values.Where(page => page.Path.EndsWith("walk/", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, walks.Length);
        Assert.All(walks, page => Assert.Equal("cs en", string.Join(' ', HrefLang().Matches(site.Text(page.Path)).Select(match => match.Groups["language"].Value))));
        var alone = site.Representations.Values.Single(page => page.Path.EndsWith("only/", StringComparison.Ordinal));
        Assert.Empty(HrefLang().Matches(site.Text(alone.Path)));
        Assert.Contains("<html lang=\"en\"", site.Text(alone.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void HasAnEventOnce_InTheWordsOfEachCalendar()
    {
        var site = Published(
            Event("events/walk.md", "Procházka", "status: cancelled\n"), Event("events/walk.en.md", "Walk", "status: cancelled\n"),
            Event("events/jen.md", "Jen česky"), Event("events/only.en.md", "Only English"));

        var (czech, english) = (Calendar(site, "/calendar.ics"), Calendar(site, "/en/calendar.ics"));
        Assert.Equal(["Jen česky", "Only English", "Procházka"], czech.Select(one => one.Summary).Order(StringComparer.Ordinal));
        Assert.Equal(["Jen česky", "Only English", "Walk"], english.Select(one => one.Summary).Order(StringComparer.Ordinal));
        Assert.Equal(czech.Select(one => one.Uid).Order(StringComparer.Ordinal), english.Select(one => one.Uid).Order(StringComparer.Ordinal));
        Assert.Contains("SUMMARY:[ZRUŠENO] Procházka", site.Text("/calendar.google.ics"), StringComparison.Ordinal);
        Assert.Contains("SUMMARY:[CANCELLED] Walk", site.Text("/en/calendar.google.ics"), StringComparison.Ordinal);
        Assert.Contains("UID:" + czech.Single(one => one.Summary == "Procházka").Uid, site.Text("/en/events/walk.ics"), StringComparison.Ordinal);
        Assert.Contains("Tato akce byla zrušena.", Html(site, "/events/walk/"), StringComparison.Ordinal);
        Assert.Contains("This event has been cancelled.", Html(site, "/en/events/walk/"), StringComparison.Ordinal);
        // It is listed in Czech too, but its own page is in its own language.
        Assert.Contains("Sign up or read more", Html(site, "/en/events/only/"), StringComparison.Ordinal);
    }

    [Fact]
    public void HasATitle_InEachLanguage()
    {
        var text = Site.Replace("title: Klub", "title: { cs: Klub, EN: Club }\ndescription: { cs: Popis }\ncalendar: { name: { cs: Akce, en: Events } }", StringComparison.Ordinal);
        var site = FolderOf.Published(Now, [Event("events/walk.md", "Procházka"), ("site.yaml", text)]);

        Assert.All([("", "Klub", "Akce"), ("/en", "Club", "Events")], one =>
        {
            var (folder, title, calendar) = one;
            Assert.Equal(title, site.Atom($"{folder}/atom.xml").Element(Documents.A + "title")!.Value);
            Assert.Contains($"<title>{title}</title>", Html(site, $"{folder}/"), StringComparison.Ordinal);
            Assert.Contains($"\r\nX-WR-CALNAME:{calendar}\r\n", site.Text($"{folder}/calendar.ics"), StringComparison.Ordinal);
            // Where there is no translation, the text is that of the main language.
            Assert.Equal("Popis", site.Atom($"{folder}/atom.xml").Element(Documents.A + "subtitle")!.Value);
        });
    }

    [Fact]
    public void WarnsOfATitle_InAnotherLanguage()
    {
        var read = FolderOf.Site(("site.yaml", "title: { cs: Klub, de: Verein }\nurl: https://club.example/\nlanguage: cs\ntimezone: UTC\n"), Event("events/walk.md", "Procházka"));

        Assert.Equal("Klub", read.Site.Settings.Title);
        Assert.Equal(
            "site.yaml:1: warning: 'title' has a text in 'de', which is not in 'languages'; add it there, or take the text out",
            Assert.Single(read.Diagnostics, diagnostic => diagnostic.Path == "site.yaml").ToString());
    }

    [Fact]
    public void HasEachList_InEachLanguage()
    {
        var site = Published([.. Shapes["Hugo by name"], Event("content/events/walk.md", "Procházka", "tags: [lucerny]\n"), Event("content/events/walk.en.md", "Walk", "tags: [lanterns]\n")]);

        Assert.All(
            ["/", "/feeds/", "/subscribe/", "/events/", "/archive/", "/feeds.opml", "/calendar.json", "/events/atom.xml", "/calendar/2026.ics"],
            path => Assert.True(site.Find(path) is not null && site.Find("/en" + path) is not null, path));
        Assert.Contains("Příští akce", Html(site, "/"), StringComparison.Ordinal);
        Assert.Contains("Next event", Html(site, "/en/"), StringComparison.Ordinal);
        Assert.True(site.Find("/tags/lucerny/") is not null && site.Find("/en/tags/lucerny/") is null && site.Find("/en/tags/lanterns/calendar.ics") is not null);
        Assert.Contains("hreflang=\"en\" href=\"https://club.example/en/\"", site.Text("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("<loc>https://club.example/en/posts/walk/</loc>", site.Text("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Empty(site.Representations.Keys.Where(path => path.StartsWith("/en/en/", StringComparison.Ordinal)));
    }

    // Each link of each page leads to something that is published.
    [Fact]
    public void LeadsNowhere_FromNoPage()
    {
        var site = Published(
            [.. Shapes["Hugo by name"], Event("content/events/walk.md", "Procházka"), Event("content/events/walk.en.md", "Walk"), Event("content/events/jen.md", "Jen"),
                ("content/about.md", "---\ntitle: O nás\nnav: 1\n---\nText.\n"), ("content/about.en.md", "---\ntitle: About\nnav: 1\n---\nText.\n")]);

        var lost = from page in site.Representations.Values
                   where page.MediaType == MediaType.Html
                   from match in Local().Matches(site.Text(page.Path))
                   let target = Uri.UnescapeDataString(match.Groups["path"].Value)
                   where site.Find(target) is null
                   select $"{page.Path} -> {target}";
        Assert.Empty(lost);
        Assert.DoesNotContain(">About<", Html(site, "/"), StringComparison.Ordinal);
        Assert.Contains(">About<", Html(site, "/en/"), StringComparison.Ordinal);
    }

    [Fact]
    public void HasFeedsOfSeveralTags_InEachLanguage()
    {
        var site = Published(Post("posts/walk.md", "Procházka", "tags: [a, b]\n"), Post("posts/walk.en.md", "Walk", "tags: [a, b]\n"));

        Assert.Equal(("Procházka", "Walk"), (Titles(site, "/tags/a+b/atom.xml"), Titles(site, "/en/tags/a+b/atom.xml")));
        Assert.Equal("/en/tags/a+b/atom.xml", site.Canonical("/en/tags/b+a/atom.xml"));
    }

    // What the lock knows of an event that was removed does not say that it was a translation.
    [Fact]
    public void CancelsNothing_WhenATranslationIsRemoved()
    {
        (string, string)[] files = [Event("events/walk.md", "Procházka"), ("site.yaml", Site)];
        var reading = FolderOf.Site(files);
        var gone = FolderOf.Site([.. files, Event("events/walk.en.md", "Walk")]).Site.Events.Single(one => one.Title == "Walk");
        var identity = new DocumentIdentity("urn:x") { Uid = "gone", Announced = FolderOf.Moment(Now), Changed = FolderOf.Moment(Now), Updated = FolderOf.Moment(Now) };
        var lost = gone with { TranslationKey = null, Status = EventState.Cancelled };
        var removed = new RemovedDocument("urn:x", DocumentKind.Event, FolderOf.Moment(Now) - Duration.FromDays(1), [], new CancelledEvent(lost, identity));
        var history = new SiteHistory(FolderOf.Moment(Now), FolderOf.Moment(Now), FolderOf.Moment(Now)) { Removed = [removed] };

        var site = Publication.Render(reading.Site with { History = history }, FolderOf.Moment(Now), previous: null);

        Assert.Single(Calendar(site, "/calendar.ics"));
        Assert.Single(Calendar(site, "/en/calendar.ics"));
    }

    [Fact]
    public void KnowsATranslation_ByItsKey()
    {
        var site = Published(Post("posts/prochazka.md", "Procházka", "translationKey: walk\n"), Post("posts/walk.en.md", "Walk", "translationKey: walk\n"));

        Assert.Contains("hreflang=\"cs\" href=\"https://club.example/posts/prochazka/\"", site.Text("/en/posts/walk/"), StringComparison.Ordinal);
    }

    [Fact]
    public void StaysTheSame_WhenNothingChanged()
    {
        var files = Shapes["Hugo by name"].Append(("site.yaml", Site)).ToArray();
        var reading = FolderOf.Site(files);
        var first = Publication.Render(reading.Site, FolderOf.Moment(Now), previous: null);

        var second = Publication.Render(FolderOf.Again(reading, files).Site, FolderOf.Moment(Now), first);

        Assert.All(second.Representations, page => Assert.Equal(first.Representations[page.Key].OpaqueTag, page.Value.OpaqueTag));
        Assert.All(first.Languages.Zip(second.Languages), pair => Assert.Same(pair.First, pair.Second));
    }

    private static Publication Published(params (string Path, string Text)[] files) => FolderOf.Published(Now, [.. files, ("site.yaml", Site)]);

    private static (string Path, string Text) Post(string path, string title, string more = "") =>
        (path, $"---\ntitle: {title}\ndate: 2026-11-01\n{more}---\nText.\n");

    private static (string Path, string Text) Event(string path, string title, string more = "") =>
        (path, $"---\ntitle: {title}\nstart: 2026-12-10 18:00\nlink: https://meet.example/\n{more}---\nText.\n");

    private static string Html(Publication site, string path) => WebUtility.HtmlDecode(site.Text(path));

    private static string Titles(Publication site, string path) => string.Join('|', Feeds.Tests.Publishing.Published.TitlesOf(path, site.Find(path)!.Identity).Order(StringComparer.Ordinal));

    private static string? Language(Publication site, string path) => site.Atom(path).Attribute(XNamespace.Xml + "lang")?.Value;

    private static string? Link(Publication site, string path, string language) =>
        site.Atom(path).Elements(Documents.A + "link").SingleOrDefault(link => link.Attribute("hreflang")?.Value == language)?.Attribute("href")?.Value;

    private static ImmutableArray<(string Uid, string Summary)> Calendar(Publication site, string path) =>
        [.. Ical.Net.Calendar.Load(site.Text(path))!.Events.Select(one => (one.Uid!, one.Summary!))];

    [GeneratedRegex("<link rel=\"alternate\" hreflang=\"(?<language>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HrefLang();

    [GeneratedRegex("(?:href|src)=\"(?<path>/[^\"#?]*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Local();
}
