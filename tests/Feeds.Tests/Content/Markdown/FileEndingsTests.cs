using Feeds.Content.Files;
using Feeds.Publishing;
using Xunit;

namespace Feeds.Tests.Content.Markdown;

/// <summary>Which Markdown is rendered to know the files that it refers to.</summary>
public sealed class FileEndingsTests
{
    [Fact]
    public void AreThose_OfAllFilesThatArePublished() =>
        Assert.Equal(MediaType.FileExtensions.Order(StringComparer.Ordinal), FileExtensions.All.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("", false)]
    [InlineData("Mr. Smith wrote 3.5 pages. See https://example.org/a.html", false)]
    [InlineData("![A](a.png)", true)]
    [InlineData("![A](a.PNG)", true)]
    [InlineData("[a]: slides.pdf", true)]
    [InlineData("![A](a%2Epng)", true)]
    [InlineData("![A](a.p%6Eg)", true)]
    [InlineData("![A](a&#46;png)", true)]
    [InlineData("![A](a&period;png)", true)]
    [InlineData("![A](a\\.png)", true)]
    public void AreInAText_ThatMayReferToAFile(string markdown, bool expected) => Assert.Equal(expected, FileExtensions.AreIn(markdown));

    [Theory]
    [InlineData("", false)]
    [InlineData("Words with *marks*, `code` and https://a.example/a.png (1).", false)]
    [InlineData("[a](https://a.example/a.png) and [b](http://a.example/b.docx \"B\").", false)]
    [InlineData("- [ ] a\n- [x] b\n\n[a] (b.png) [c]\\(d.png)", false)]
    [InlineData("![](https://a.example/a.png)", true)]
    [InlineData("[a](a.docx)", true)]
    [InlineData("[a](<a b.docx>)", true)]
    [InlineData("[a](https://a.example/) [b](/b.docx)", true)]
    [InlineData("[a](httpd.docx)", true)]
    [InlineData("[a][b]\n\n[b]: b.docx", true)]
    [InlineData("[[a.docx]]", true)]
    [InlineData("<img alt=a>", true)]
    public void MayBeLinked_WhereAPictureOrAnAddressOnThisSiteMayBe(string markdown, bool expected)
    {
        Assert.Equal(expected, FileExtensions.MayBeLinkedIn(markdown));
        var body = RenderedText.Of(markdown);
        Assert.True(expected || (body.Files.IsEmpty && body.LostImages == 0));
    }
}
