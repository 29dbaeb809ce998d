using Feeds.Content.Dates;
using NodaTime.Text;
using Xunit;

namespace Feeds.Tests.Content.Dates;

public sealed class FileDateTests
{
    [Theory]
    [InlineData("2024-11-13-x", "2024-11-13", "x")]
    [InlineData("2016-10-1-x", "2016-10-01", "x")]
    [InlineData("2016-1-1-x", "2016-01-01", "x")]
    [InlineData("20180403_x", "2018-04-03", "x")]
    [InlineData("20180403-1", "2018-04-03", "1")]
    [InlineData("2018_04_03 x y", "2018-04-03", "x y")]
    [InlineData("2018.04.03.x", "2018-04-03", "x")]
    [InlineData("2018-12-01-2018-12-01-x", "2018-12-01", "x")]
    [InlineData("2018-12-01-20181201-x", "2018-12-01", "x")]
    [InlineData("2018-12-01-2018-12-03-x", "2018-12-01", "2018-12-03-x")]
    [InlineData("2024-11-13", "2024-11-13", "2024-11-13")]
    [InlineData("2024-11-13-", "2024-11-13", "2024-11-13-")]
    [InlineData("blog/2024-11-13-x", "2024-11-13", "x")]
    [InlineData("2014/12/12/2013-01-02-x", "2013-01-02", "x")]
    [InlineData("2014/12/12/x", "2014-12-12", "x")]
    [InlineData("/2014/12/12/x", "2014-12-12", "x")]
    [InlineData("2014/1/2/x", "2014-01-02", "x")]
    [InlineData("blog/2014/12/12/x", "2014-12-12", "x")]
    [InlineData("2014/12/12/x/index", "2014-12-12", "index")]
    public void ReadsDateAndSlug_OfName(string path, string expectedDate, string expectedSlug)
    {
        Assert.True(FileDate.TryRead(path, out var date, out var slug));
        Assert.Equal((expectedDate, expectedSlug), (LocalDatePattern.Iso.Format(date), slug));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("x", "x")]
    [InlineData("x-2024-11-13", "x-2024-11-13")]
    [InlineData("2024", "2024")]
    [InlineData("2024-11", "2024-11")]
    [InlineData("2024-11-", "2024-11-")]
    [InlineData("2024-11-x", "2024-11-x")]
    [InlineData("2024-11_13-x", "2024-11_13-x")]
    [InlineData("2024-11-131-x", "2024-11-131-x")]
    [InlineData("2024-11-13x", "2024-11-13x")]
    [InlineData("2024-02-30-x", "2024-02-30-x")]
    [InlineData("2024-13-01-x", "2024-13-01-x")]
    [InlineData("0000-01-01-x", "0000-01-01-x")]
    [InlineData("12345678-x", "12345678-x")]
    [InlineData("20180403123456-x", "20180403123456-x")]
    [InlineData("blog/2018/09/x", "x")]
    [InlineData("2018/02/30/x", "x")]
    [InlineData("a/2018/02/03/b/x", "x")]
    public void FindsNoDate_WhenNameHasNone(string path, string expectedSlug)
    {
        Assert.False(FileDate.TryRead(path, out _, out var slug));
        Assert.Equal(expectedSlug, slug);
    }
}
