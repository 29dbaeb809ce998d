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
}
