using System.Collections.Immutable;
using Feeds.Formats.Syndication;
using Feeds.Formats.Syndication.Podcasts;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>The feeds that the tests write.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.FromHours(11));

    public static readonly Feed Empty = new()
    {
        Id = "tag:sydjango.example,2024:/",
        Title = "SyDjango",
        Link = new Uri("https://sydjango.example/"),
        Updated = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Entries = [],
    };

    public static readonly Feed Minimal = Empty with { Updated = Noon, Entries = [Entry("hello") with { Content = "<p>Hello.</p>" }] };

    public static readonly Feed Complete = new()
    {
        Id = "tag:sydjango.example,2024:/",
        Title = "SyDjango",
        Link = new Uri("https://sydjango.example/"),
        Updated = Noon.AddHours(1),
        Description = "Django meetups in Sydney",
        Language = "en-AU",
        Authors = [new Person("SyDjango", "hi@sydjango.example", new Uri("https://sydjango.example/about/")), new Person("Robin Ünal")],
        Rights = "CC BY 4.0",
        Icon = new Uri("https://sydjango.example/icon.png"),
        Logo = new Uri("https://sydjango.example/logo.svg"),
        Generator = "Feeds",
        TimeToLive = TimeSpan.FromSeconds(3601),
        Stylesheet = new Uri("https://sydjango.example/feed.css?a=1&b=2"),
        Banner = new Banner(
            "SyDjango",
            "This is a feed: put its address into a feed reader & read on.",
            [
                new BannerLink(new Uri("https://sydjango.example/"), "Home"),
                new BannerLink(new Uri("https://sydjango.example/feeds/?a=1&b=2"), "All <feeds>"),
            ]),
        Links =
        [
            new Link(new Uri("https://hub.example/"), "hub"),
            new Link(new Uri("https://sydjango.example/archive/2/"), "next", Title: "Older"),
        ],
        Entries = [Recording, Note],
    };

    public static readonly Feed Nasty = Empty with
    {
        Title = "Use <b> & \"c\" ]]> \u0001in a title",
        Updated = Noon,
        Description = "Tea & cake; 3 < 5; 'AT&T'; &lt;",
        Language = "en",
        Authors = [new Person("Zoë \"Z\" O'Neil & <Sons>", "zoe@sydjango.example", new Uri("https://sydjango.example/zoë?a=1&b=2"))],
        Rights = "© 2026\r\n& after",
        Entries =
        [
            Entry("nasty") with
            {
                Title = "How <script> & &copy; work: \U0001F41D\uD83D ]]> \uFFFF\u0000'\"",
                Link = new Uri("https://sydjango.example/posts/naïve path/?a=1&b=<2>"),
                Categories = [new Category("C# & <F#>", new Uri("https://sydjango.example/tags/?a=1&b=2"))],
                Summary = "Where <script> goes; 3 < 5; Tea & cake; AT&T; &lt; stays",
                Content = "<p>1 &lt; 2 &amp;&amp; <code>]]&gt;</code>\r\n\u000B\U0001F41D</p>",
                Image = new Image(new Uri("https://sydjango.example/a&b.png"), "Two <dogs> & a \"cat\""),
                Links = [new Link(new Uri("https://elsewhere.example/?a=1&b=2"), "related", "text/html", "A \"quoted\" & <angled>\ttitle")],
            },
        ],
    };

    public static readonly Feed Archive = Minimal with
    {
        Language = "en",
        History = FeedHistory.Archive,
        Links =
        [
            new Link(new Uri("https://sydjango.example/"), "current"),
            new Link(new Uri("https://sydjango.example/archive/1"), "prev-archive"),
            new Link(new Uri("https://sydjango.example/archive/3"), "next-archive"),
        ],
    };

    public static readonly Feed Radio = Empty with
    {
        Title = "Radio SyDjango",
        Description = "Talks & music",
        Updated = Noon,
        Language = "en",
        Authors = [new Person("Ana Lima")],
        Podcast = new Podcast
        {
            Explicit = false,
            Categories = [new PodcastCategory("Society & Culture", "Documentary"), new PodcastCategory("Technology"), new PodcastCategory("Cooking")],
            Owner = new Person("SyDjango", "hi@sydjango.example"),
            Image = new Uri("https://sydjango.example/cover.jpg"),
            Type = PodcastType.Serial,
            Id = new Guid("917393e3-1b1e-5cef-ace4-edaa54e1f810"),
            Locked = true,
            Funding = [new Funding(new Uri("https://sydjango.example/give/?a=1&b=2"), "Give & take")],
        },
        Entries =
        [
            Entry("second") with
            {
                Content = "<p>More.</p>",
                Enclosures =
                [
                    new Enclosure(new Uri("https://sydjango.example/2.mp3"), "audio/mpeg", 12_345, "The talk", TimeSpan.FromSeconds(3599.6)),
                    new Enclosure(new Uri("https://sydjango.example/2.pdf"), "application/pdf", 0),
                ],
                BannerImage = new Uri("https://sydjango.example/wide.png"),
                Image = new Image(new Uri("https://sydjango.example/2.png"), "The stage", "image/png"),
                Episode = new Episode
                {
                    Number = 2,
                    Season = 1,
                    Type = EpisodeType.Bonus,
                    Explicit = true,
                    Image = new Uri("https://sydjango.example/2.jpg"),
                    Transcripts = [new Transcript(new Uri("https://sydjango.example/2.vtt"), "text/vtt", "en"), new Transcript(new Uri("https://sydjango.example/2.srt"), "application/x-subrip")],
                    Chapters = new Uri("https://sydjango.example/2.chapters.json"),
                    Speakers = [new Speaker("Bo & Co", "guest", new Uri("https://bo.example/"), new Uri("https://bo.example/me.jpg")), new Speaker("Ana Lima")],
                },
            },
            Entry("first") with
            {
                Content = "<p>Hello.</p>",
                Enclosures = [new Enclosure(new Uri("https://sydjango.example/1.mp3"), "audio/mpeg", 1)],
                Episode = new Episode { Number = 1, Type = EpisodeType.Full },
            },
        ],
    };

    public static readonly Opml Subscriptions = new(
        "Feeds of SyDjango & friends",
        [
            new Outline
            {
                Text = "SyDjango",
                FeedUrl = new Uri("https://sydjango.example/atom.xml?a=1&b=2"),
                PageUrl = new Uri("https://sydjango.example/"),
                Description = "Django meetups in Sydney",
                Language = "en-AU",
            },
            new Outline
            {
                Text = "Tags <all>",
                Outlines = [new Outline { Text = "C#", FeedUrl = new Uri("https://sydjango.example/tags/c%23/atom.xml") }],
            },
        ],
        Noon);

    private static Entry Recording => Entry("recording") with
    {
        Title = "Talk: async views",
        Updated = Noon.AddMinutes(30),
        Authors = [new Person("Ana Lima", Uri: new Uri("https://ana.example/")), new Person("Bo Chen")],
        Categories = [new Category("django", new Uri("https://sydjango.example/tags/")), new Category("日本語")],
        Summary = "What changed, and what it costs.",
        Content = "<p>All of it, with <em>markup</em> &amp; a\n<a href=\"https://sydjango.example/\">link</a>.</p>",
        Image = new Image(new Uri("https://sydjango.example/talk.jpg"), "Ana on the stage"),
        Enclosures =
        [
            new Enclosure(new Uri("https://sydjango.example/talk.mp3"), "audio/mpeg", 12_345_678_901),
            new Enclosure(new Uri("https://sydjango.example/slides.pdf"), "application/pdf", 4096),
        ],
        Language = "pt-BR",
        Links = [new Link(new Uri("https://code.example/async"), "related", "text/html", "The code")],
    };

    private static Entry Note => Entry("note") with
    {
        Id = "https://sydjango.example/posts/note/",
        Title = "Doors open at six",
        Published = new DateTimeOffset(2026, 3, 1, 9, 5, 7, TimeSpan.Zero),
        Updated = new DateTimeOffset(2026, 3, 1, 9, 5, 7, TimeSpan.Zero),
        Content = "<p>Bring a friend.</p>",
    };

    public static Entry Entry(string slug) => new()
    {
        Id = $"tag:sydjango.example,2026:/posts/{slug}",
        Title = "A title",
        Link = new Uri($"https://sydjango.example/posts/{slug}/"),
        Published = Noon,
        Updated = Noon,
    };

    public static Feed With(params ImmutableArray<Entry> entries) => Empty with { Entries = entries };
}
