using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Feeds.Content;
using Feeds.Publishing;
using Feeds.Tests.Formats.Syndication;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>The three formats say the same of every post and event of a site, whatever its author wrote.</summary>
public sealed class FormatAgreementTests
{
    private static readonly ImmutableArray<string> Words =
    [
        "plain words", "<b>bold</b>", "a < b > c", "R&D", "&amp;", "&lt;i&gt;", "&#65;", "\"double\"", "'single'", "]]>", "<![CDATA[x]]>", "<!-- x -->", "x\u0001\u000By", "x\uFFFEy",
        "日本語", "ünïcödé", "\u05E9\u05DC\u05D5\u05DD \u200F(12)", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\u00A0x\u2028y", "tab\there", "C++", "C#", ".NET", "100%", "a/b", "\\n \\u0041", "  two  blanks  ",
    ];

    private static readonly ImmutableArray<string> Bodies =
    [
        "Plain text.", "**Bold** and `code <b>` and [a link](../other/ \"title & more\").", "<p onclick=\"alert(1)\">HTML <a href=\"#here\">here</a> <img src=\"/a b.png\" alt=\"]]>\"></p>",
        "<script>alert(1)</script>Left.", "<iframe src=\"https://www.youtube.com/embed/abc\" title=\"A film\"></iframe>", "```\n<![CDATA[ x ]]> &amp; </p>\n```", "| a | b |\n| - | - |\n| 1 | <2 |",
        "<div><b>never closed", "</div></p>", "&nbsp;&copy;&unknown; & < >", "<svg><path d=\"M0 0\"/></svg> <math><mi>x</mi></math>", "\U0001F41D \u202Ertl\u202C \u0002 \uFFFF", "![](https://a.example/p.png)",
    ];

    [Fact]
    public void Formats_Agree_OnEveryEntryOfEveryFeed() => Assert.All(Enumerable.Range(0, 60), seed =>
    {
        var published = Generated(seed);
        var folders = published.Representations.Values.Where(item => item.MediaType == MediaType.Atom).Select(item => item.Path[..^"atom.xml".Length]).Order(StringComparer.Ordinal).ToArray();

        Assert.Contains("/", folders);
        Assert.All(folders, folder =>
        {
            var atom = ObservedEntry.InAtom(published.Atom(folder + "atom.xml")).Select(Comparable).ToArray();
            Assert.Equal(atom, ObservedEntry.InRss(published.Rss(folder + "rss.xml")).Select(Comparable));
            Assert.Equal(atom, ObservedEntry.InJson(published.Json(folder + "feed.json")).Select(Comparable));
            Assert.Equal(atom.Length, atom.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count());
        });
    });

    [Fact]
    public void Feeds_Agree_OnAnEntryThatSeveralHold() => Assert.All(Enumerable.Range(0, 20), seed =>
    {
        var published = Generated(seed);
        var entries = published.Representations.Values.Where(item => item.MediaType == MediaType.Atom).SelectMany(item => ObservedEntry.InAtom(published.Atom(item.Path)));

        Assert.All(entries.GroupBy(entry => entry.Id, StringComparer.Ordinal), same => Assert.Single(same.Distinct()));
    });

    [Fact]
    public void Bytes_AreTheSame_EveryTime() => Assert.All(Enumerable.Range(0, 5), seed =>
    {
        var again = Generated(seed);
        Assert.All(Generated(seed).Representations.Values, item => Assert.Equal(item.OpaqueTag, again.Find(item.Path)!.OpaqueTag));
    });

    // A language is given only where it differs from the feed's, and RSS has no fractions of a second.
    private static ObservedEntry Comparable(ObservedEntry entry) => entry.ToTheSecond() with { Language = null };

    private static Publication Generated(int seed)
    {
        var random = new Random(seed);
        var settings = $"title: {Quoted(Text(random))}\nurl: https://club.example/{(seed % 2 == 0 ? "" : "a b/")}\ntimezone: Europe/Prague\n"
            + (random.Next(2) == 0 ? "" : $"author: {Quoted(Text(random))}\n")
            + $"feed: {{ entries: {Number(random.Next(1, 6))}, include: [posts{(random.Next(2) == 0 ? "" : ", events")}] }}\n";
        var posts = Enumerable.Range(0, random.Next(12)).Select(number => (Path: $"posts/{Number(number)}.md", Text: Post(random)));
        var events = Enumerable.Range(0, random.Next(4)).Select(number => (Path: $"events/{Number(number)}.md", Text: Event(random)));
        var reading = SiteReader.Read(FolderOf.Files([("site.yaml", settings), .. posts, .. events]), FolderOf.Listening, previous: null);
        return Publication.Render(reading.Site, FolderOf.Moment("2026-01-01T00:00:00Z"), previous: null);
    }

    private static string Post(Random random)
    {
        var front = new StringBuilder($"title: {Quoted(Text(random))}\ndate: {Moment(random)}\n");
        if (random.Next(2) == 0) front.Append(CultureInfo.InvariantCulture, $"updated: {Moment(random)}\n");
        if (random.Next(2) == 0) front.Append(CultureInfo.InvariantCulture, $"summary: {Quoted(Text(random))}\n");
        if (random.Next(2) == 0) front.Append(CultureInfo.InvariantCulture, $"authors: {List(random)}\n");
        if (random.Next(2) == 0) front.Append(CultureInfo.InvariantCulture, $"tags: {List(random)}\n");
        if (random.Next(2) == 0) front.Append(CultureInfo.InvariantCulture, $"categories: {List(random)}\n");
        if (random.Next(3) == 0) front.Append("featured: true\n");
        if (random.Next(3) == 0) front.Append("image: https://a.example/p.png?a=1&b=2\n");
        return $"---\n{front}---\n{Body(random)}\n";
    }

    private static string Event(Random random) =>
        $"---\ntitle: {Quoted(Text(random))}\nstart: 2026-02-0{Number(random.Next(1, 9))} 18:00\nduration: PT2H\nlocation: {Quoted(Text(random))}\npublishedAt: {Moment(random)}\nstatus: {(random.Next(2) == 0 ? "cancelled" : "confirmed")}\ntags: {List(random)}\n---\n{Body(random)}\n";

    private static string Body(Random random) => string.Join("\n\n", [.. random.GetItems<string>(Bodies.AsSpan(), random.Next(4)), "The end."]);

    private static string Text(Random random) => string.Join(' ', random.GetItems<string>(Words.AsSpan(), random.Next(1, 4)));

    private static string List(Random random) => $"[{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Quoted(Text(random))))}]";

    // JSON strings are YAML strings too.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static string Moment(Random random) => new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(13_000_000)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
