using Feeds.Content.Markdown;
using Feeds.Tests.Content.Markdown;
using Feeds.Text;
using Xunit;

namespace Feeds.Tests.Text;

public sealed class ExcerptTests
{
    private static readonly string Chinese = "昨天 " + string.Concat(Enumerable.Repeat("我们去了山上看日出", 40));

    public static TheoryData<string, string> Cuts => new()
    {
        { string.Concat(Enumerable.Repeat("word ", 100)), string.Concat(Enumerable.Repeat("word ", 60)).TrimEnd() + "…" },
        { Chinese, Chinese[..299] + "…" },
        { new string('一', 280) + "，" + new string('二', 200), new string('一', 280) + "，…" },
        { "See https://x.example/" + new string('a', 400), "See https://x.example/" + new string('a', 277) + "…" },
        { new string('ก', 400), new string('ก', 299) + "…" },
        { string.Concat(Enumerable.Repeat("👩‍👩‍👧", 50)), string.Concat(Enumerable.Repeat("👩‍👩‍👧", 37)) + "…" },
        { string.Concat(Enumerable.Repeat("e\u0301", 200)), string.Concat(Enumerable.Repeat("e\u0301", 149)) + "…" },
        { new string('一', 250) + " " + new string('二', 200), new string('一', 250) + "…" },
        { new string('a', 300), new string('a', 300) },
        { "short", "short" },
    };

    [Theory]
    [MemberData(nameof(Cuts))]
    public void CutsNearTheEnd_AtABlankAMarkOrACharacter(string text, string expected) => Assert.Equal(expected, PlainText.Shortened(text));

    [Theory]
    [InlineData("昨天\n今天，\n明天", "昨天今天，明天")]
    [InlineData("これは\r\n一文です", "これは一文です")]
    [InlineData("วันนี้\nอากาศ", "วันนี้อากาศ")]
    [InlineData("昨天\nEnglish\n今天", "昨天 English 今天")]
    [InlineData("한국어\n문장", "한국어 문장")]
    [InlineData("one\ntwo", "one two")]
    [InlineData("昨天 今天", "昨天 今天")]
    public void JoinsLines_WithoutABlankWhereTheScriptHasNone(string text, string expected)
    {
        Assert.Equal(expected, PlainText.Joined(text));
        Assert.Equal(expected, RenderedText.Of(text).Text);
        Assert.Equal(expected, RenderedText.Of(text).Excerpt);
    }

    [Theory]
    [InlineData("See [`a`](/x) and **b**", "See a and b")]
    [InlineData("<b>Bold</b> &amp; <i>x</i>", "Bold & x")]
    [InlineData("[[note|The note]] and ==c==", "The note and c")]
    [InlineData("~~old~~ new", "old new")]
    [InlineData("[a]{.b} `c`{.d}", "a c")]
    [InlineData("![x](y.png) text", "text")]
    [InlineData("Formula $x_i$ ^name", "Formula $x_i$")]
    [InlineData("Use List<int> and snake_case_name", "Use List<int> and snake_case_name")]
    [InlineData("5 * 3 * 2 < 40 and a == b", "5 * 3 * 2 < 40 and a == b")]
    [InlineData("Where <script> goes; 3 < 5", "Where <script> goes; 3 < 5")]
    [InlineData("One<br>two <p>three <!-- four -->", "Onetwo three")]
    [InlineData("#1 in the list", "#1 in the list")]
    [InlineData("1. First * of all", "1. First * of all")]
    [InlineData("- not *a* list", "- not a list")]
    [InlineData("[Note]: moved", "[Note]: moved")]
    [InlineData("It costs $5 to $6 [sic]", "It costs $5 to $6 [sic]")]
    [InlineData("one\n\n  two *three*", "one two three")]
    [InlineData("C:\\temp\\x", "C:\\temp\\x")]
    public void ReadsSummaries_AsPlainText(string written, string expected) => Assert.Equal(expected, MarkdownBody.OneLine(written));
}
