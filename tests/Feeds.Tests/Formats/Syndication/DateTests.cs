using System.Globalization;
using Feeds.Tests.Publishing;
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
    public void Writes_Dates_WithTheirOffset(string time, string rfc3339, string rfc822)
    {
        var published = Documents.Of($"title: T\ndate: {time}\n");

        Assert.Equal(rfc3339, published.Entry().Element(Documents.A + "published")!.Value);
        Assert.Equal(rfc3339, published.Entry().Element(Documents.A + "updated")!.Value);
        Assert.Equal(rfc822, published.Item().Element("pubDate")!.Value);
        Assert.Null(published.Item().Element(Documents.A + "updated"));
        var item = published.Json("/feed.json").GetProperty("items")[0];
        Assert.Equal(rfc3339, item.GetProperty("date_published").GetString());
        Assert.Equal(rfc3339, item.GetProperty("date_modified").GetString());
    }

    [Theory]
    [InlineData("UTC", "2026-03-14T12:00:00Z", "Sat, 14 Mar 2026 12:00:00 GMT")]
    [InlineData("Asia/Kathmandu", "2026-03-14T17:45:00+05:45", "Sat, 14 Mar 2026 12:00:00 GMT")]
    [InlineData("America/St_Johns", "2026-03-14T09:30:00-02:30", "Sat, 14 Mar 2026 09:30:00 -0230")]
    public void DatesTheFeed_InItsZone(string zone, string rfc3339, string rfc822)
    {
        var published = FolderOf.Published(
            "2026-06-01T00:00:00Z",
            ("site.yaml", $"title: T\nurl: https://club.example/\ntimezone: {zone}\n"),
            ("posts/a.md", "---\ntitle: T\ndate: 2026-03-14T12:00:00Z\n---\nx\n"));

        Assert.Equal(rfc3339, published.Atom("/atom.xml").Element(Documents.A + "updated")!.Value);
        Assert.Equal(rfc822, published.Rss("/rss.xml").Element("lastBuildDate")!.Value);
    }

    [Fact]
    public void TellsOfAnUpdate_InEveryFormat()
    {
        var published = Documents.Of("title: T\ndate: 2026-01-01T00:00:00Z\nupdated: 2026-03-15T12:00:00.25+11:00\n");

        Assert.Equal("2026-03-15T12:00:00.25+11:00", published.Entry().Element(Documents.A + "updated")!.Value);
        Assert.Equal("2026-03-15T12:00:00.25+11:00", published.Item().Element(Documents.A + "updated")!.Value);
        Assert.Equal("2026-03-15T12:00:00.25+11:00", published.Json("/feed.json").GetProperty("items")[0].GetProperty("date_modified").GetString());
    }

    [Fact]
    public void Writes_EnglishNames_InEveryCulture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign();
            var published = Documents.Of("title: T\ndate: 2026-03-14T12:00:00+11:00\n");

            Assert.Equal("Sat, 14 Mar 2026 12:00:00 +1100", published.Item().Element("pubDate")!.Value);
            Assert.Equal("2026-03-14T12:00:00+11:00", published.Entry().Element(Documents.A + "published")!.Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

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
