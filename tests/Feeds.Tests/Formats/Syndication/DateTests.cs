using System.Globalization;
using Xunit;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>How the formats spell an instant.</summary>
public sealed class DateTests
{
    [Theory]
    [InlineData("2026-03-14T12:00:00+11:00", "2026-03-14T12:00:00+11:00", "Sat, 14 Mar 2026 12:00:00 +1100")]
    [InlineData("2026-03-01T09:05:07+00:00", "2026-03-01T09:05:07Z", "Sun, 01 Mar 2026 09:05:07 GMT")]
    [InlineData("2026-01-31T23:59:59-03:30", "2026-01-31T23:59:59-03:30", "Sat, 31 Jan 2026 23:59:59 -0330")]
    [InlineData("1999-12-31T00:00:00+05:45", "1999-12-31T00:00:00+05:45", "Thu, 30 Dec 1999 18:15:00 GMT")]
    [InlineData("2024-02-29T06:07:08.5+00:00", "2024-02-29T06:07:08.5Z", "Thu, 29 Feb 2024 06:07:08 GMT")]
    [InlineData("2024-02-29T06:07:08.0000001+01:00", "2024-02-29T06:07:08.0000001+01:00", "Thu, 29 Feb 2024 06:07:08 +0100")]
    [InlineData("0987-06-05T04:03:02+00:00", "0987-06-05T04:03:02Z", "Tue, 05 Jun 0987 04:03:02 GMT")]
    public void Writes_Dates_WithTheirOffset(string time, string rfc3339, string rfc822)
    {
        var instant = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
        var feed = Samples.With(Samples.Entry("a") with { Published = instant, Updated = instant }) with { Updated = instant };

        var atom = Documents.Atom(feed);
        Assert.Equal(rfc3339, atom.Element(Documents.A + "updated")!.Value);
        Assert.Equal(rfc3339, atom.Element(Documents.A + "entry")!.Element(Documents.A + "published")!.Value);
        Assert.Equal(rfc3339, atom.Element(Documents.A + "entry")!.Element(Documents.A + "updated")!.Value);

        var rss = Documents.Rss(feed);
        Assert.Equal(rfc822, rss.Element("lastBuildDate")!.Value);
        Assert.Equal(rfc822, rss.Element("item")!.Element("pubDate")!.Value);
        Assert.Null(rss.Element("item")!.Element(Documents.A + "updated"));

        var item = Documents.Json(feed).GetProperty("items")[0];
        Assert.Equal(rfc3339, item.GetProperty("date_published").GetString());
        Assert.Equal(rfc3339, item.GetProperty("date_modified").GetString());
    }

    [Fact]
    public void Writes_EnglishNames_InEveryCulture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign();
            var item = Documents.Rss(Samples.With(Samples.Entry("a"))).Element("item")!;
            Assert.Equal("Sat, 14 Mar 2026 12:00:00 +1100", item.Element("pubDate")!.Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(60, "1")]
    [InlineData(61, "2")]
    [InlineData(3600, "60")]
    [InlineData(31_536_000, "525600")]
    public void Writes_TimeToLive_InWholeMinutes(int seconds, string expected) =>
        Assert.Equal(expected, Documents.Rss(Samples.Empty with { TimeToLive = TimeSpan.FromSeconds(seconds) }).Element("ttl")!.Value);

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    public void Leaves_TimeToLive_WhenNotPositive(int seconds) =>
        Assert.Null(Documents.Rss(Samples.Empty with { TimeToLive = TimeSpan.FromSeconds(seconds) }).Element("ttl"));

    private static CultureInfo Foreign()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.AbbreviatedDayNames = ["x", "x", "x", "x", "x", "x", "x"];
        culture.DateTimeFormat.AbbreviatedMonthNames = ["y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "y", "y", ""];
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.DateSeparator = ".";
        return culture;
    }
}
