using System.Collections.Immutable;
using Feeds.Formats.Syndication;
using Feeds.Formats.Syndication.Podcasts;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>A feed made from a seed, beside what a reader must see in each of its entries.</summary>
internal sealed class GeneratedFeed
{
    // What is put in, and what must come out.
    private static readonly ImmutableArray<(string Raw, string Seen)> Fragments =
    [
        ("plain words", "plain words"),
        ("<b>bold</b>", "<b>bold</b>"),
        (" & &amp; &#65; &nbsp; ", " & &amp; &#65; &nbsp; "),
        ("\"double\" 'single'", "\"double\" 'single'"),
        ("]]>", "]]>"),
        ("<![CDATA[x]]>", "<![CDATA[x]]>"),
        ("<!-- x -->", "<!-- x -->"),
        ("<?xml version='1.0'?>", "<?xml version='1.0'?>"),
        ("x\u0000\u0001\u0008y", "xy"),
        ("x\u000B\u000C\u001F\u007Fy", "xy"),
        ("x\uD800y", "xy"),
        ("x\uDFFFy", "xy"),
        ("x\uFFFE\uFFFFy", "xy"),
        ("x\r\ny\rz\nw", "x\ny\nz\nw"),
        ("x\ty", "x\ty"),
        ("日本語 ünïcödé \u202Ertl\u202C", "日本語 ünïcödé \u202Ertl\u202C"),
        ("\U0001F41D\U0001F468\u200D\U0001F469", "\U0001F41D\U0001F468\u200D\U0001F469"),
        ("\u2028\u2029\u0085\u00A0x", "\u2028\u2029\u00A0x"),
        ("\\ \\u0041 \\n / %20 {}", "\\ \\u0041 \\n / %20 {}"),
        ("  ", "  "),
    ];

    private static readonly ImmutableArray<string> Names = ["a", "b", "c", "d", "e"];

    private const long Octets = 12_345;

    private readonly Random random;

    public GeneratedFeed(int seed)
    {
        random = new Random(seed);
        var (title, _) = Text();
        var (feedAuthors, seenFeedAuthors) = Several(1);
        var entries = ImmutableArray.CreateBuilder<Entry>();
        var seen = ImmutableArray.CreateBuilder<ObservedEntry>();
        foreach (var name in Names.Take(random.Next(Names.Length + 1)))
            Add(name, seenFeedAuthors, entries, seen);

        Feed = Samples.Empty with { Title = title, Authors = Persons(feedAuthors), Links = Links(), Entries = entries.ToImmutable() };
        Expected = seen.ToImmutable();
    }

    public Feed Feed { get; }

    public ImmutableArray<ObservedEntry> Expected { get; }

    private void Add(
        string name, ImmutableArray<string> feedAuthors, ImmutableArray<Entry>.Builder entries, ImmutableArray<ObservedEntry>.Builder seen)
    {
        var (id, seenId) = Text();
        var (title, seenTitle) = Text();
        var (content, seenContent) = Text();
        var (summary, _) = Text();
        var (authors, seenAuthors) = Several(0);
        var (terms, seenTerms) = Several(0);
        var published = Time();
        var updated = random.Next(2) == 0 ? published : Time();
        var image = random.Next(2) == 0 ? null : new Uri($"https://a.example/{name}.png?a=1&b=2");
        var files = Enumerable.Range(0, random.Next(3)).Select(i => new Uri($"https://a.example/{name}{(char)('0' + i)}.mp3")).ToImmutableArray();
        var language = random.Next(2) == 0 ? null : "pt-BR";
        entries.Add(new Entry
        {
            Id = $"tag:a.example,2026:{name}{id}",
            Title = title,
            Link = new Uri($"https://a.example/{name}/?a=1&b='x'"),
            Published = published,
            Updated = updated,
            Authors = Persons(authors),
            Categories = [.. terms.Select(term => new Category(term))],
            Summary = random.Next(2) == 0 ? null : summary,
            Content = content,
            Image = image is null ? null : new Image(image, summary),
            Enclosures = [.. files.Select(file => new Enclosure(file, "audio/mpeg", Octets, title, TimeSpan.FromSeconds(90)))],
            Episode = random.Next(2) == 0 ? null : new Episode { Number = 1, Chapters = image },
            Language = language,
        });
        seen.Add(new ObservedEntry(
            $"tag:a.example,2026:{name}{seenId}",
            seenTitle,
            $"https://a.example/{name}/?a=1&b='x'",
            published,
            updated,
            string.Join('|', seenAuthors.IsEmpty ? feedAuthors : seenAuthors),
            string.Join('|', seenTerms),
            seenContent,
            image?.AbsoluteUri,
            files.IsEmpty ? null : $"{files[0].AbsoluteUri} audio/mpeg 12345",
            language));
    }

    private ImmutableArray<Link> Links() =>
        [.. Names.Take(random.Next(Names.Length + 1)).Select(name => new Link(new Uri($"https://hub.example/{name}"), "hub")),
            .. Names.Take(random.Next(2)).Select(name => new Link(new Uri($"https://a.example/{name}"), "next", Title: Text().Raw))];

    private DateTimeOffset Time() =>
        new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(random.Next(-12 * 4, 14 * 4) * 15)).AddSeconds(random.Next());

    private (string Raw, string Seen) Text()
    {
        // Never empty: optional text that is empty is not written.
        var text = (Raw: "-", Seen: "-");
        for (var i = random.Next(6); i > 0; i--)
        {
            var (raw, seen) = Fragments[random.Next(Fragments.Length)];
            text = (text.Raw + raw, text.Seen + seen);
        }

        return text;
    }

    private (ImmutableArray<string> Raw, ImmutableArray<string> Seen) Several(int least)
    {
        var texts = Enumerable.Range(0, least + random.Next(3)).Select(_ => Text()).ToImmutableArray();
        return ([.. texts.Select(text => text.Raw)], [.. texts.Select(text => text.Seen)]);
    }

    private static ImmutableArray<Person> Persons(ImmutableArray<string> names) => [.. names.Select(person => new Person(person))];
}
