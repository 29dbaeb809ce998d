using Feeds.Content;
using Feeds.Content.Markdown;
using Feeds.Model;
using Feeds.Tests.Content.Visibility;
using Xunit;

namespace Feeds.Tests.Content.Markdown;

public sealed class ObsidianCommentsTests
{
    [Theory]
    [InlineData("a %%secret%% b", "a  b")]
    [InlineData("a%% b", "a%% b")]
    [InlineData("100%% sure and 5%% more", "100%% sure and 5%% more")]
    [InlineData("%%secret%%\nb", "\nb")]
    [InlineData("a\n\n%%\nsecret\n\nsecret\n%%\n\nb", "a\n\n\n\n\n\n\n\nb")]
    [InlineData("a %%secret\nsecret%% b", "a \n b")]
    [InlineData("%%secret%% b %%secret%%", " b ")]
    [InlineData("%%secret\n\n# b %%", "\n\n")]
    [InlineData("%%%secret%% b", " b")]
    [InlineData("a %%%% b", "a %%%% b")]
    [InlineData("a %%%%%%%% b", "a %%%%%%%% b")]
    [InlineData("`%%` a `%%`", "`%%` a `%%`")]
    [InlineData("```\n%% matlab\n```\na", "```\n%% matlab\n```\na")]
    [InlineData("~~~\n%%a%%\n~~~\n%%secret%%", "~~~\n%%a%%\n~~~\n")]
    [InlineData("a\n\n    %% code\n\nb", "a\n\n    %% code\n\nb")]
    [InlineData("\\%% a \\%%", "\\%% a \\%%")]
    [InlineData("a % b % c", "a % b % c")]
    [InlineData("- a %%secret%%\n- b", "- a \n- b")]
    [InlineData("%%\n```\nsecret\n```\n%%\nb", "\n\n\n\n\nb")]
    [InlineData("(%%secret%%)", "()")]
    public void LeavesNothingOfAComment_ButItsLines(string markdown, string expected)
    {
        var report = new DiagnosticBag("a.md");
        Assert.Equal(expected, ObsidianComments.Remove(markdown, 1, "a.md", report));
        Assert.Empty(report.Diagnostics);
    }

    [Theory]
    [InlineData("a %% secret\n\nsecret", "a \n\n", 1)]
    [InlineData("a %%secret%% b\n\n%%\nsecret", "a  b\n\n\n", 3)]
    [InlineData("a\n%%\nsecret\n%%\nsecret\n%%\nsecret", "a\n\n\n\n\n\n", 2)]
    [InlineData("a %% secret 100%% sure, secret %% b", "a ", 1)]
    [InlineData("%%\n```\nsecret\n%%\nsecret", "\n\n\n\n", 1)]
    public void LeavesOutAllThatMayBeAComment_WhenOneHasNoEnd(string markdown, string expected, int line)
    {
        var report = new DiagnosticBag("a.md");
        Assert.Equal(expected, ObsidianComments.Remove(markdown, 1, "a.md", report));
        Assert.Equal(("a.md", line), Assert.Single(report.Diagnostics) is { Severity: Severity.Warning } warning ? (warning.Path, warning.Line) : default);
    }

    [Theory]
    [InlineData("Text.\n\n%%\nzebra\n\n**Where**: Zebra Hall\n%%\n\nMore %%zebra%% text.\n")]
    [InlineData("%%zebra%%\n\n# Heading %%zebra%%\n\nText.\n")]
    [InlineData("A text of one line %%zebra\n\n![zebra](zebra.png) [zebra](zebra.md)%% <!--more-->\n")]
    [InlineData("%% {{< youtube zebra >}} %%\n\nText.\n")]
    public void IsInNoByte_InsideAComment(string body)
    {
        Assert.Empty(HeldBack.Found(("posts/2024-03-11-a.md", $"---\ndate: 2024-03-11\n---\n{body}")));
        Assert.Empty(HeldBack.Found(("events/a.md", $"---\nstart: 2027-01-01T18:00\nduration: 1h\n---\n{body}")));
    }
}
