using Feeds.Text;
using Xunit;

namespace Feeds.Tests.Text;

/// <summary>Which words are taken for a mistyped one.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("strat", "start")]
    [InlineData("locaton", "location")]
    [InlineData("titel", "title")]
    [InlineData("tittle", "title")]
    [InlineData("summory", "summary")]
    [InlineData("star", "start")]
    [InlineData("starts", null)]
    [InlineData("smart", null)]
    [InlineData("tag", null)]
    [InlineData("data", null)]
    [InlineData("start", null)]
    [InlineData("noitacol", null)]
    public void FindsTheWord_ThatOneLetterMakesAnother(string word, string? meant) =>
        Assert.Equal(meant, Spelling.Nearest(word, ["start", "location", "title", "summary", "tags", "date"]));
}
