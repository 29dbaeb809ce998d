using System.Collections.Immutable;
using Feeds.Content;
using Feeds.Content.Settings;
using Feeds.Model.Sources;
using Xunit;

namespace Feeds.Tests.Content.Sources;

/// <summary>The sources of <c>site.yaml</c>: their addresses and their mistakes.</summary>
public sealed class SourcesReaderTests
{
    [Theory]
    [InlineData("name: a, meetup: krug", "https://www.meetup.com/krug/events/ical/", "sources/a.ics")]
    [InlineData("name: a, luma: cal-abc", "https://api.lu.ma/ics/get?entity=calendar&id=cal-abc", "sources/a.ics")]
    [InlineData("name: a, google: abc@group.calendar.google.com", "https://calendar.google.com/calendar/ical/abc%40group.calendar.google.com/public/basic.ics", "sources/a.ics")]
    [InlineData("name: a, calendar: 'https://p.example/x.ics'", "https://p.example/x.ics", "sources/a.ics")]
    [InlineData("name: a, calendar: 'webcal://p.example/x.ics'", "https://p.example/x.ics", "sources/a.ics")]
    [InlineData("name: a, calendar: 'https://p.example/${SECRET}/x.ics'", "https://p.example/${SECRET}/x.ics", "sources/a.ics")]
    [InlineData("name: a, calendar: partner.ics", null, "partner.ics")]
    [InlineData("name: a, feed: 'https://p.example/feed'", "https://p.example/feed", "sources/a.xml")]
    [InlineData("name: a, feed: 'feed://p.example/feed'", "https://p.example/feed", "sources/a.xml")]
    [InlineData("name: a, feed: blogs/ada.rss", null, "blogs/ada.rss")]
    public void FindsTheAddress(string source, string? address, string file)
    {
        var read = Assert.Single(Read(source, new DiagnosticBag("site.yaml")));

        Assert.Equal((address, file), (read.Address, read.File));
    }

    [Theory]
    [InlineData("meetup: krug", "a source needs a name of small letters, digits and hyphens; write 'name: partner'")]
    [InlineData("name: Our Club, meetup: krug", "a source needs a name of small letters, digits and hyphens; write 'name: our-club'")]
    [InlineData("name: a", "the source 'a' does not say where it comes from; write one of 'calendar:', 'feed:', 'meetup:', 'luma:' and 'google:'")]
    [InlineData("name: a, meetup: b, luma: c", "the source 'a' comes from several places; write one of 'calendar:', 'feed:', 'meetup:', 'luma:' and 'google:'")]
    [InlineData("name: a, calendar: ../x.ics", "'calendar' (../x.ics) of the source 'a' is neither an address nor a file; write an address such as https://partner.example/calendar.ics, or a file such as partner.ics")]
    [InlineData("name: a, meetup: 'https://www.meetup.com/krug'", "'meetup' (https://www.meetup.com/krug) of the source 'a' is neither an address nor a file; write the group's name in the address of its page")]
    [InlineData("name: a, feed: x.ics", "'feed' (x.ics) of the source 'a' is neither an address nor a file; write an address such as https://blog.example/feed.xml, or a file such as blog.xml")]
    [InlineData("name: a, meetup: b, colour: c", "'sources.colour' is an unknown setting")]
    public void NamesTheMistake(string source, string expected)
    {
        var report = new DiagnosticBag("site.yaml");

        Read(source, report);

        Assert.Equal(expected, Assert.Single(report.Diagnostics).Message);
    }

    [Fact]
    public void RefusesTwoSources_OfOneName()
    {
        var report = new DiagnosticBag("site.yaml");

        Assert.Single(SettingsFile.Read("url: https://a.example/\nsources: [{ name: a, meetup: b }, { name: a, meetup: c }]\n", FolderOf.Listening, report).Sources);
        Assert.Equal("two sources have the name 'a'; write another for one of them", Assert.Single(report.Diagnostics).Message);
    }

    [Fact]
    public void ListsManySources_OnAPageOfTheirOwn()
    {
        var sources = Enumerable.Range(1, 40).Select(number => FormattableString.Invariant($"- {{ name: s{number}, calendar: s{number}.ics }}\n"));
        var reading = Brought.Site($"sources:\n{string.Concat(sources)}");

        Assert.Contains("All 40 sources", Brought.Published(reading, "/feeds/"), StringComparison.Ordinal);
        Assert.Contains("/sources/s1/calendar.ics", Brought.Published(reading, "/feeds/sources/"), StringComparison.Ordinal);
    }

    private static ImmutableArray<SourceSettings> Read(string source, DiagnosticBag report) =>
        SettingsFile.Read($"url: https://a.example/\nsources: [{{ {source} }}]\n", FolderOf.Listening, report).Sources;
}
