using Feeds.Text;
using Xunit;

namespace Feeds.Tests.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("  a \n\t b  ", "a b")]
    [InlineData("Fish &amp; chips &#8211; &copy;", "Fish & chips – ©")]
    [InlineData("a\u00A0b", "a b")]
    [InlineData("&nosuch; & <b>", "&nosuch; & <b>")]
    [InlineData(" ", "")]
    public void IsOneLine_WithoutEntities(string text, string expected) => Assert.Equal(expected, PlainText.OneLine(text));

    [Fact]
    public void IsCut_BetweenWords()
    {
        var words = string.Join(' ', Enumerable.Repeat("words", 60));

        Assert.Equal(359, words.Length);
        Assert.Equal(string.Join(' ', Enumerable.Repeat("words", 50)) + "…", PlainText.Shortened(words));
    }

    [Fact]
    public void IsCut_BetweenCharactersWhereThereAreNoBlanks()
    {
        Assert.Equal(new string('語', 299) + "…", PlainText.Shortened(new string('語', 400)));
        Assert.Equal("x" + string.Concat(Enumerable.Repeat("🌱", 149)) + "…", PlainText.Shortened("x" + string.Concat(Enumerable.Repeat("🌱", 200))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void IsNothing_WhenThereIsNoText(string? text) => Assert.Null(PlainText.Shortened(text));
}
