using System.Text;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Reading a text takes as much longer as the text is longer, whatever it repeats.</summary>
public sealed class GrowthTests
{
    private const int Length = 8_000;
    private const int Longer = 8;

    // Twice as much may take two and a half times as long, and garbage collection adds to that; what grows with the square takes 64 times.
    private const double MaxGrowth = 24;

    private const int Attempts = 5;

    /// <summary>Below this the time is that of collecting garbage, and of nothing that grows.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    [Theory]
    // A value over many lines, of every kind, and what is left open.
    [InlineData("x: \"", "v\n", "\"")]
    [InlineData("x: \"", "v\n  ", "\"")]
    [InlineData("x: \"", "\n", "v\"")]
    [InlineData("x: \"", "\\\n  ", "\"")]
    [InlineData("x: \"", "v\n  ", "")]
    [InlineData("x: '", "v\n", "'")]
    [InlineData("x: '", "v\n  ", "'")]
    [InlineData("x: '", "v\n  ", "")]
    [InlineData("x: ", "v\n  ", "")]
    [InlineData("x: ", "v\n", "")]
    [InlineData("x: ", "a: ", "")]
    [InlineData("x: ", "word ", "")]
    [InlineData("x: |\n", "  v\n", "")]
    [InlineData("x: >\n", "  v\n", "")]
    [InlineData("x: >\n", "  v\n    w\n", "")]
    [InlineData("x: |\n", "\n", "  v")]
    [InlineData("x: |\n", "v\n", "")]
    [InlineData("", "x: |\n  v\n", "")]
    [InlineData("'", "v\n  ", "': a")]
    // Lists and maps.
    [InlineData("x: [", "a, ", "]")]
    [InlineData("x: [", "a, ", "")]
    [InlineData("x: [\n", "a,\n", "]")]
    [InlineData("x: [\n", "  a,\n", "")]
    [InlineData("x: {", "a№: b, ", "}")]
    [InlineData("x: {", "a: b, ", "}")]
    [InlineData("x: {", "a№: b, ", "")]
    [InlineData("x: ", "[", "")]
    [InlineData("x: ", "{a: ", "")]
    [InlineData("x:\n", "  - a\n", "")]
    [InlineData("x:\n", "- a\n", "")]
    [InlineData("x:\n", "  - a: b\n    c: d\n", "")]
    [InlineData("x:\n", "  k№: v\n", "")]
    [InlineData("x:\n", "- ", "")]
    [InlineData("", "k№: v\n", "")]
    [InlineData("", "k: v\n", "")]
    [InlineData("", "k:\n", "")]
    // Names, comments, tags, keys and what is none.
    [InlineData("a: &a v\nx: [", "*a, ", "]")]
    [InlineData("", "k№: &a№ v\n", "")]
    [InlineData("a: &a {b: c}\n", "k№:\n  <<: *a\n", "")]
    [InlineData("", "# a\n", "")]
    [InlineData("", "name: v # a\n", "")]
    [InlineData("", "x: !a v\n", "")]
    [InlineData("x: ", "!a ", "v")]
    [InlineData("", "? a№\n: b\n", "")]
    [InlineData("", "? ", "a")]
    [InlineData("x:\n", "\ta: b\n", "")]
    [InlineData("x:", "\t", "a")]
    [InlineData("", "a", ": b")]
    [InlineData("", "a ", ": b")]
    [InlineData("", ": ", "")]
    [InlineData("", "\n", "")]
    [InlineData("", "prose\n", "")]
    [InlineData("", "a: b\n...\n", "")]
    [InlineData("tags: ", "t№, ", "")]
    [InlineData("start: 2026-01-01\nevery: ", "monday and ", "tuesday")]
    [InlineData("start: 2026-01-01 ", "to 12:00 ", "")]
    public void IsLinear_InYaml(string before, string unit, string after)
    {
        const string Opening = "---\ntitle: A\ndate: 2025-01-02\n";
        (string, string)[] surroundings =
        [
            (Opening, "\n---\nText.\n"),
            (Opening, ""),
            (Opening + "broken: : [\n", "\n---\nText.\n"),
            ("Title: A\nDate: 2025-01-02\n", "\n\nText.\n"),
        ];
        foreach (var (opening, closing) in surroundings)
            IsLinear(opening + before, unit, after + closing);
    }

    [Theory]
    [InlineData("x = \"\"\"", "v\n", "\"\"\"")]
    [InlineData("x = \"\"\"", "v\n", "")]
    [InlineData("x = '''", "v\n", "")]
    [InlineData("", "x№ = \"\"\"v\n", "")]
    [InlineData("x = \"\"\"", "\\\n", "")]
    [InlineData("x = \"", "\\q", "\"")]
    [InlineData("", "x = \"a\n", "")]
    [InlineData("x = [", "1, ", "]")]
    [InlineData("x = [", "1 ", "]")]
    [InlineData("x = [\n", "1,\n", "")]
    [InlineData("x = [\n", "\"a\"\n", "]")]
    [InlineData("", "x№ = [1,\n", "")]
    [InlineData("x = ", "[", "")]
    [InlineData("x = [", "{a = 1}, ", "]")]
    [InlineData("x = {", "a№ = 1, ", "}")]
    [InlineData("x = {", "a№ = 1,\n", "")]
    [InlineData("", "x№ = {a = 1,\n", "")]
    [InlineData("", "[t№]\na = 1\n", "")]
    [InlineData("", "[t]\n", "")]
    [InlineData("", "[[t]]\na = 1\n", "")]
    [InlineData("", "[t\n", "")]
    [InlineData("", "a.b.c№ = 1\n", "")]
    [InlineData("", "a.", "b = 1")]
    [InlineData("", "k№ = 1\n", "")]
    [InlineData("", "k = 1\n", "")]
    [InlineData("", "k: 1\n", "")]
    [InlineData("", "k = some words\n", "")]
    [InlineData("", "# a\n", "")]
    [InlineData("", "]\n", "")]
    public void IsLinear_InToml(string before, string unit, string after) =>
        IsLinear("+++\ntitle = \"A\"\ndate = 2025-01-02\n" + before, unit, after + "\n+++\nText.\n");

    [Theory]
    [InlineData("{\"title\": \"A\", \"date\": \"2025-01-02\", \"x\": [", "1,\n", "1]}\n\nText.\n")]
    [InlineData("{\"title\": \"A\", \"date\": \"2025-01-02\", \"x\": [", "1,\n", "")]
    [InlineData("{\"title\": \"A\", \"date\": \"2025-01-02\",\n", "\"a№\": 1,\n", "\"z\": 1}\n\nText.\n")]
    [InlineData("{\"title\": \"A\", \"date\": \"2025-01-02\",\n", "\"a\": 1,\n", "\"z\": 1}\n\nText.\n")]
    [InlineData("{\"title\": \"A\", \"date\": \"2025-01-02\", \"x\": {", "\"a№\": {\"b\": [1]},\n", "\"z\": 1}}\n\nText.\n")]
    [InlineData("{\"title\": \"A\", \"date\": \"2025-01-02\", \"x\": \"", "v\n", "\"}\n\nText.\n")]
    [InlineData("<!--\n.. title: A\n.. date: 2025-01-02\n", ".. k№: v\n", "-->\n\nText.\n")]
    [InlineData("<!--\n.. title: A\n.. date: 2025-01-02\n", ".. k№: v\n", "")]
    [InlineData("@def title = \"A\"\n@def published = Date(2025, 1, 2)\n", "@def k№ = \"v\"\n", "\nText.\n")]
    [InlineData("@def title = \"A\"\n@def published = Date(2025, 1, 2)\n", "@def k = \"v\n", "\nText.\n")]
    [InlineData("export const meta = { title: 'A', date: '2025-01-02',\n", "  k№: 'v',\n", "}\n\nText.\n")]
    [InlineData("export const meta = { title: 'A', date: '2025-01-02',\n", "  k№: 'v',\n", "")]
    [InlineData("", "---\n", "")]
    [InlineData("", "---\nprose\n", "")]
    [InlineData("", "\n", "---\ntitle: A\ndate: 2025-01-02\n---\nText.\n")]
    public void IsLinear_InOtherHeaders(string before, string unit, string after) => IsLinear(before, unit, after);

    [Theory]
    [InlineData("", "*a ", "")]
    [InlineData("", "*a\n", "")]
    [InlineData("", "  *a\n", "")]
    [InlineData("", "> *a\n", "")]
    [InlineData("", "1*a\n", "")]
    [InlineData("", "*a*\n", "")]
    [InlineData("", "**a _b ~~c\n", "")]
    [InlineData("", "snake_case ", "")]
    [InlineData("", "[", "")]
    [InlineData("", "]", "")]
    [InlineData("a\n", "  [\n", "")]
    [InlineData("", "![", "")]
    [InlineData("", "[a](", "")]
    [InlineData("", "[a](b\n", "")]
    [InlineData("", "[a]: b\n\n", "[a]")]
    [InlineData("", "[a№]: b\n\n", "[a1]")]
    [InlineData("", "[^a№]: b\n\n", "[^a1]")]
    [InlineData("", "[^a] ", "\n\n[^a]: b\n")]
    [InlineData("", "`a ", "")]
    [InlineData("", "``a` ", "")]
    [InlineData("", "`a`\n", "")]
    [InlineData("", "```\na\n```\n", "")]
    [InlineData("```\n", "a\n", "")]
    [InlineData("", "> ", "")]
    [InlineData("", "> a\n", "")]
    [InlineData("", "> [!NOTE]\n> a\n\n", "")]
    [InlineData("", "- ", "")]
    [InlineData("", "- a\n", "")]
    [InlineData("", "1. a\n\n", "")]
    [InlineData("", "- [ ] a\n", "")]
    [InlineData("", "    a\n", "")]
    [InlineData("", "# a\n", "")]
    [InlineData("", "a\n=\n", "")]
    [InlineData("", "a\n:   b\n\n", "")]
    [InlineData("", "---\n", "")]
    [InlineData("", "word ", "")]
    [InlineData("", "a\n\n", "")]
    [InlineData("", "a\\\n", "")]
    [InlineData("", "&amp;", "")]
    [InlineData("", "http://a.b\n", "")]
    [InlineData("", "<https://a.b>\n\n", "")]
    [InlineData("http://a.b/", "(", "")]
    [InlineData("", "$$\na\n$$\n", "")]
    [InlineData("", "| a\n", "")]
    [InlineData("a|b\n-|-\n", "c|d\n", "")]
    // HTML, closed, open and in comments.
    [InlineData("", "<div>\n\n", "")]
    [InlineData("", "<div></div>\n\n", "")]
    [InlineData("", "<b>a</b> ", "")]
    [InlineData("", "<p>a", "")]
    [InlineData("", "<a b=\"", "")]
    [InlineData("", "</div>\n\n", "")]
    [InlineData("", "<!--", "")]
    [InlineData("", "<!-- a -->\n\n", "")]
    [InlineData("<!--\n", "a\n", "")]
    [InlineData("", "<table><tr><td>", "")]
    [InlineData("", "<script>\n\n", "")]
    [InlineData("", "<br>", "")]
    [InlineData("<p ", "a№=b ", ">")]
    // What generators of sites add, and what a body says of an event.
    [InlineData("", "a {: .b}\n", "")]
    [InlineData("", "{:", "")]
    [InlineData("", ":::note\n", "")]
    [InlineData("", "::: note\na\n:::\n", "")]
    [InlineData("", "!!! note\n    a\n", "")]
    [InlineData("", "{{< a >}}\n", "")]
    [InlineData("", "{{< a ", "")]
    [InlineData("", "{{ a | b: 'c' }} ", "")]
    [InlineData("", "{{ 'a ", "")]
    [InlineData("", "{% if a %}", "")]
    [InlineData("", "{% if a %}a{% endif %}\n", "")]
    [InlineData("", "{% raw %}", "")]
    [InlineData("", "{% highlight a %}", "")]
    [InlineData("", "{{< figure src=\"a.png\" caption=\"b\" >}}\n", "")]
    [InlineData("", "{{< details >}}\n", "")]
    [InlineData("", "<Chart data={[1]} />\n", "")]
    [InlineData("", "<Tabs>\n\n", "")]
    [InlineData("", "<A b={", "")]
    [InlineData("", "{a}", "")]
    [InlineData("", "{/*", "")]
    [InlineData("", "export const a = {\n\n", "")]
    [InlineData("", "**Where**: a\n\n", "")]
    [InlineData("", "**Date", "")]
    [InlineData("**Where**: ", "[a](", "")]
    [InlineData("| Where | a |\n|-|-|\n", "| Date | b |\n", "")]
    public void IsLinear_InBodies(string before, string unit, string after)
    {
        foreach (var path in (ReadOnlySpan<string>)["posts/a.md", "posts/a.mdx"])
            IsLinear("---\ntitle: A\ndate: 2025-01-02\n---\n" + before, unit, after, path);
    }

    private static void IsLinear(string before, string unit, string after, string path = "posts/2025-01-02-a.md")
    {
        var count = Length / unit.Length;
        var (small, large) = (before + Many(unit, count) + after, before + Many(unit, count * Longer) + after);
        // The first one may compile what it needs; of several, the least is the time that it takes.
        var (least, most) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var attempt = 0; attempt < Attempts && (attempt == 0 || (most > Short && most > least * MaxGrowth)); attempt++)
        {
            most = Min(most, ProcessorTime.Of(() => Read(path, large)));
            if (most > Short) least = Min(least, ProcessorTime.Of(() => Read(path, small)));
        }

        Assert.True(
            most <= Short || most <= least * MaxGrowth,
            $"{before}{unit}{unit}…{after} takes {most}, and an eighth of it {least}");
    }

    private static void Read(string path, string text)
    {
        var site = FolderOf.Site((path, text)).Site;
        foreach (var post in site.Posts) Assert.NotNull(post.Body.Value.Html);
        foreach (var @event in site.Events) Assert.NotNull(@event.Body.Value.Html);
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>A unit again and again, with a number of its own in the place of <c>№</c>.</summary>
    private static string Many(string unit, int count)
    {
        var text = new StringBuilder();
        for (var number = 0; number < count; number++)
            text.Append(unit.Replace("№", FormattableString.Invariant($"{number}"), StringComparison.Ordinal));
        return text.ToString();
    }
}
