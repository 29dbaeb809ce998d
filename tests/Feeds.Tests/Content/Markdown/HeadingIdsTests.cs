using Feeds.Content.Markdown;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Xunit;

namespace Feeds.Tests.Content.Markdown;

/// <summary>Headings have the ids that Markdig gives them, in less time.</summary>
public sealed class HeadingIdsTests
{
    [Theory]
    [InlineData("# a\n# a\n# a-1\n# a\n# a-1\n")]
    [InlineData("# \n#\n# !?\n# section\n")]
    [InlineData("# A *b* [c](d) `e` <i>f</i> ![g](h) &amp; Ünï 名前\nText\n====\nText\n----\n")]
    [InlineData("> # a\n\n- # a\n\n# a\n")]
    public void AreThoseOfMarkdig(string markdown)
    {
        var theirs = new MarkdownPipelineBuilder().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();
        var ours = new MarkdownPipelineBuilder().Use<HeadingIds>().Build();

        Assert.Equal(Markdig.Markdown.ToHtml(markdown, theirs), Markdig.Markdown.ToHtml(markdown, ours));
    }
}
