using System.Globalization;
using System.Text;
using Feeds.Content;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Whatever bytes a file holds, reading it ends soon, in posts and diagnostics and never in an exception.</summary>
public sealed class ReaderFuzzTests
{
    private const int Deep = 100_000;

    private static readonly string[] Folders = ["posts", "events", "notes"];

    private static readonly string[] Endings = [".md", ".mdx", ".markdown", ".yaml"];

    private static readonly string[] Headers =
    [
        "---\ntitle: One thing\ndate: 2025-01-02T10:20:30+01:00\ntags: [a, b]\nauthor: { name: Ann, email: ann@club.example }\nimage: a.png\n---\n",
        "+++\ntitle = \"One\"\ndate = 2025-01-02\n[taxonomies]\ntags = [\"a\", \"b\"]\n[extra]\nx = { y = 1 }\n+++\n",
        "{\n  \"title\": \"One\",\n  \"date\": \"2025-01-02\",\n  \"tags\": [\"a\"]\n}\n\n",
        "Title: One\nDate: 2025-01-02 10:20\nTags: a, b\n\n",
        "<!--\n.. title: One\n.. date: 2025-01-02 10:20:30 UTC\n-->\n\n",
        "@def title = \"One\"\n@def published = Date(2025, 1, 2)\n\n",
        "export const meta = { title: 'One', date: '2025-01-02' }\n\n",
        "---\ntitle: An evening\nstart: 2025-01-02 18:30\nend: 2025-01-02 20:00\ntimezone: Asia/Tokyo\nlocation: { name: Hall, lat: 1, lon: 2 }\nduration: 2h\n---\n",
    ];

    private static readonly string[] Bodies =
    [
        "# A heading\n\n**Date**: 2 January 2025\n**Where**: [Hall](https://hall.example/)\n**Time**: 18:30 – 20:00\n",
        "Text *with* [a link](b.md), ![a picture](a.png \"title\") and `code`.[^1]\n\n[^1]: A note.\n\n<!-- more -->\n\n> a quote\n\n- a list\n  1. within\n",
        "| a | b |\n|---|---|\n| Where | Hall |\n\n<div onclick=\"x()\"><p>HTML</p><iframe src=\"https://www.youtube.com/embed/abcdefghijk\"></iframe></div>\n",
        "{{< youtube abcdefghijk >}} {% raw %}x{% endraw %} {{ page.x | y: 'z' }}\n\n:::note\nA note.\n:::\n\n!!! tip \"Tip\"\n    Inner.\n\n{: .lead}\n",
        "```html\n<b>code</b>\n```\n\n    indented\n\n$$\nx\n$$\n\n<Chart data={[1, {a: 2}]} />\n",
    ];

    private static readonly string[] Bits =
    [
        "---", "+++", "\n", "\n\n", ": ", "\"", "'", "[", "]", "{", "}", "#", "- ", "> ", "*", "**", "_", "`", "```", "|", "<", ">", "</", "<!--", "-->", "&", "&#0;",
        "%7B", "{{", "}}", "{%", "%}", "\\", "\t", "\0", "\u2028", "\uFEFF", "\uD83C", "🌱", "عربى", "!!", "&a ", "*a", "<<: ", "date: ", "title: ", "2025-13-99", "9999999999",
        "(", ")", "](", "![", "~~", "$$", ":::", "=", "\r\n", "\r", "../", "javascript:", "http://[", "@/", "//", "%", "<script>", "<p", "style=", "\u0001", "null", "~", "? ", "| ",
    ];

    private static readonly Dictionary<string, Func<string>> Hostile = new(StringComparer.Ordinal)
    {
        ["YAML flow"] = () => "---\ntitle: A\ndate: 2025-01-02\nx: " + new string('[', Deep) + "\n---\nText.\n",
        ["YAML flow maps"] = () => "---\ntitle: A\ndate: 2025-01-02\nx: " + Many("{a: ", Deep) + "\n---\nText.\n",
        ["YAML blocks"] = () => "---\ntitle: A\ndate: 2025-01-02\nx:\n" + string.Concat(Enumerable.Range(1, 1000).Select(depth => new string(' ', depth) + "a:\n")) + "---\nText.\n",
        ["YAML items"] = () => "---\ntitle: A\ndate: 2025-01-02\nx:\n" + Many("- ", Deep) + "\n---\nText.\n",
        ["YAML anchors"] = () => "---\ntitle: A\ndate: 2025-01-02\na: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat("bcdefghij".Select(c => $"{c}: &{c} [" + string.Join(", ", Enumerable.Repeat($"*{(char)(c - 1)}", 9)) + "]\n")) + "---\nText.\n",
        ["YAML anchor of itself"] = () => "---\ntitle: A\ndate: 2025-01-02\na: &a [*a]\n---\nText.\n",
        ["YAML merge"] = () => "---\ntitle: A\ndate: 2025-01-02\na: &a\n  <<: *a\n---\nText.\n",
        ["YAML keys"] = () => "---\ntitle: A\ndate: 2025-01-02\n" + string.Concat(Enumerable.Range(0, 50_000).Select(n => string.Create(CultureInfo.InvariantCulture, $"k{n}: v\n"))) + "---\nText.\n",
        ["YAML names for a long text"] = () => "---\ntitle: A\ndate: 2025-01-02\na: &a " + Many("x ", 100_000) + "\ntags: [" + string.Join(",", Enumerable.Repeat("*a", 4_000)) + "]\n---\nText.\n",
        ["YAML names for a text"] = () => "---\ntitle: A\ndate: 2025-01-02\na: &a " + Many("x ", 20_000) + "\ntags: [" + string.Join(",", Enumerable.Repeat("*a", 4_000)) + "]\n---\nText.\n",
        ["YAML lines in quotes"] = () => "---\ntitle: A\ndate: 2025-01-02\nx: \"" + Many("v\n", Deep) + "\"\n---\nText.\n",
        ["JSON"] = () => "{\"title\": \"A\", \"date\": \"2025-01-02\",\n\"x\": " + new string('[', Deep),
        ["TOML"] = () => "+++\ntitle = \"A\"\ndate = 2025-01-02\nx = " + new string('[', Deep) + "\n+++\nText.\n",
        ["TOML tables"] = () => "+++\ntitle = \"A\"\ndate = 2025-01-02\nx = " + Many("{a = ", Deep) + "\n+++\nText.\n",
        ["TOML keys"] = () => "+++\ntitle = \"A\"\ndate = 2025-01-02\n" + Many("a.", Deep) + "a = 1\n+++\nText.\n",
        ["long key"] = () => "---\ntitle: A\ndate: 2025-01-02\n" + new string('a', 1_000_000) + new string(' ', 1_000_000) + "\n---\nText.\n",
        ["block quotes"] = () => Post(new string('>', Deep) + " Text.\n"),
        ["lists"] = () => Post(Many("- ", Deep) + "Text.\n"),
        ["indented lists"] = () => Post(string.Concat(Enumerable.Range(0, 400).Select(depth => new string(' ', 2 * depth) + "- a\n"))),
        ["emphasis"] = () => Post(Many("*a **a ", Deep) + "\n"),
        ["closed emphasis"] = () => Post(Many("*a _", 10_000) + "b" + Many("_ a*", 10_000) + "\n"),
        ["links"] = () => Post(new string('[', Deep) + "Text." + Many("](a)", Deep) + "\n"),
        ["images"] = () => Post(Many("![", Deep) + "Text." + Many("](a)", Deep) + "\n"),
        ["brackets"] = () => Post(new string('[', Deep) + "\n"),
        ["parentheses"] = () => Post("[a](" + new string('(', Deep) + "\n"),
        ["backquotes"] = () => Post(string.Concat(Enumerable.Range(1, 1500).Select(count => new string('`', count) + " ")) + "\n"),
        ["tables"] = () => Post(Many("a | ", 20_000) + "\n" + Many("--- | ", 20_000) + "\n" + Many("b | ", 20_000) + "\n"),
        ["pipes"] = () => Post(new string('|', Deep) + "\n"),
        ["references"] = () => Post(Many("[a]: b\n", 30_000) + Many("[a] ", 30_000)),
        ["footnotes"] = () => Post(Many("[^a] ", 10_000) + "\n\n[^a]: " + Many("[^a] ", 1000) + "\n"),
        ["HTML"] = () => Post(Many("<div>", Deep) + "Text.\n"),
        ["HTML marks"] = () => Post(string.Concat(Enumerable.Range(0, 20_000).Select(n => string.Create(CultureInfo.InvariantCulture, $"<b id={n}><p>"))) + "Text.\n"),
        ["HTML tables"] = () => Post(Many("<table><tr><td>", 30_000) + "Text.\n"),
        ["HTML that closes nothing"] = () => Post(Many("<div><table></div>", 30_000) + "Text.\n"),
        ["HTML in a paragraph"] = () => Post("Text. " + Many("<span>", Deep) + "\n"),
        ["angles"] = () => Post(new string('<', Deep) + "\n"),
        ["comments"] = () => Post(Many("<!-- ", Deep) + "\n"),
        ["entities"] = () => Post(Many("&amp", Deep) + "\n"),
        ["shortcodes"] = () => Post(Many("{{< a >}}\n", 20_000)),
        ["tags"] = () => Post(Many("{% if a %}", 20_000) + "\n"),
        ["braces"] = () => Post(new string('{', Deep) + "\n"),
        ["facts"] = () => Post(Many("**Date", Deep) + "\n" + "**Where" + new string(' ', Deep) + "\n|" + new string(' ', Deep) + "\n"),
        ["fact links"] = () => Post("**Where**: " + Many("[a](", 50_000) + "\n**Date**: 2 January 2025\n"),
        ["containers"] = () => Post(Many(":::note\n", 20_000)),
        ["notes"] = () => Post(string.Concat(Enumerable.Range(0, 500).Select(depth => new string(' ', 4 * depth) + "!!! note\n"))),
        ["headings"] = () => Post(Many("# a\n", 5_000)),
        ["equal headings"] = () => Post(Many("# a\n", Deep)),
        ["headings of HTML"] = () => Post(Many("<h1>a</h1>\n\n", Deep)),
        ["numbered items"] = () => Post(Many("1. a\n", Deep)),
        ["breaks"] = () => Post(Many("<br>", Deep)),
        ["paragraphs"] = () => Post(Many("a\n\n", Deep)),
        ["unknown elements"] = () => Post(Many("<xx>a</xx>", Deep)),
        ["empty comments"] = () => Post(Many("<!---->\n\n", Deep)),
        ["addresses"] = () => Post(Many("http://a.b ", Deep)),
        ["instructions"] = () => Post(Many("a <? ", Deep)),
        ["declarations"] = () => Post(Many("a <!A ", Deep)),
        ["one line"] = () => Post(Many("word ", 200_000)),
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void NeverThrows_WhateverTheBytes(int seed)
    {
        var random = new Random(seed);
        var files = Enumerable.Range(0, 1000)
            .Select(number => (Name(random, number), Mutated(random)))
            .ToArray();

        var reading = FolderOf.Bytes(files);

        foreach (var body in Published(reading)) Assert.DoesNotContain('\0', body.Html);
        Assert.All(reading.Diagnostics, diagnostic => Assert.NotEmpty(diagnostic.Message));
        // The same bytes a second time say the same.
        Assert.Equal(reading.Diagnostics, FolderOf.Bytes(files).Diagnostics);
    }

    [Fact]
    public void NeverThrows_WhenBytesAreNoise()
    {
        var random = new Random(5);
        var files = Enumerable.Range(0, 500).Select(number => (Name(random, number), Noise(random))).ToArray();

        Assert.All(Published(FolderOf.Bytes(files)), body => Assert.NotNull(body.Text));
    }

    public static TheoryData<string> HostileKinds => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(HostileKinds))]
    public void EndsSoon_HoweverHostileTheText(string kind)
    {
        Body[] published = [];
        // One file alone is read on this thread; what stands beside it is another test's matter.
        var bytes = Encoding.UTF8.GetBytes(Hostile[kind]());
        var time = ProcessorTime.Of(() => published = Published(FolderOf.Bytes(("posts/2025-01-02-a.md", bytes))));

        Assert.Single(published);
        Assert.True(time < TimeSpan.FromSeconds(60), $"{kind} took {time}");
    }

    private static Body[] Published(SiteReading reading) =>
        [.. reading.Site.Posts.Select(post => post.Body.Value), .. reading.Site.Events.Select(@event => @event.Body.Value)];

    private static string Post(string body) => "---\ntitle: A\n---\n" + body;

    private static string Many(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Name(Random random, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folders[random.Next(Folders.Length)]}/{number:0000}{Endings[random.Next(Endings.Length)]}");

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(400)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Mutated(Random random)
    {
        var text = new StringBuilder(Headers[random.Next(Headers.Length)] + Bodies[random.Next(Bodies.Length)]);
        for (var count = random.Next(1, 12); count > 0; count--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, random.Next(Math.Min(20, text.Length - at)));
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, random.Next(Math.Min(60, text.Length - at))));
                    break;
                default:
                    text.Insert(at, Bits[random.Next(Bits.Length)]);
                    break;
            }
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        for (var count = random.Next(3) - 1; count > 0; count--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(20) == 0 ? [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text.ToString())] : bytes;
    }
}
