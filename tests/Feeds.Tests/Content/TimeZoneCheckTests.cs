using Feeds.Content;
using Feeds.Content.Events;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Publishing;
using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>What is said to a site that names no time zone.</summary>
public sealed class TimeZoneCheckTests
{
    private const string NoZone = "title: Club\nurl: https://club.example/\n";

    [Fact]
    public void ProposesAZone_OnceASite()
    {
        var files = FolderOf.Files(("site.yaml", NoZone), Event("a", "start: 2026-05-01 18:30"), Event("b", "start: 2026-05-02 18:30"));

        Assert.Equal(
            ["site.yaml: warning: there is no 'timezone:', so the events that name no zone (2, such as events/a.md) are in UTC; write 'timezone: Asia/Tokyo', the zone of this machine, or another"],
            Said(files, "Asia/Tokyo"));
        Assert.Equal(
            ["site.yaml: warning: there is no 'timezone:', so the events that name no zone (2, such as events/a.md) are in UTC; write the zone of their clocks, such as 'timezone: Europe/Prague'"],
            Said(files, zone: null));
    }

    [Fact]
    public void ChangesNoByte_WhateverIsProposed()
    {
        var files = FolderOf.Files(("site.yaml", NoZone), Event("a", "start: 2026-05-01 18:30"));
        Assert.Equal(Calendar(files, "Asia/Tokyo"), Calendar(files, zone: null));
        Assert.DoesNotContain("Tokyo", Calendar(files, "Asia/Tokyo"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NoZone, "start: 2026-05-01T18:30:00Z")]
    [InlineData(NoZone, "start: 2026-05-01T18:30:00+02:00")]
    [InlineData(NoZone, "start: 2026-05-01 18:30 UTC")]
    [InlineData(NoZone, "start: 2026-05-01 18:30\ntimezone: Europe/Prague")]
    [InlineData(NoZone, "start: 2026-05-01\nallDay: true")]
    [InlineData(NoZone, "start: 2026-05-01 18:30\ndraft: true")]
    [InlineData(NoZone + "timezone: UTC\n", "start: 2026-05-01 18:30")]
    [InlineData(NoZone + "timezone: Asia/Tokyo\n", "start: 2026-05-01 18:30")]
    [InlineData(NoZone + "timezone: Nowhere\n", "start: 2026-05-01 18:30")]
    public void SaysNothing_WhereNoEventNeedsOne(string settings, string lines) =>
        Assert.DoesNotContain("no 'timezone:'", string.Concat(Said(FolderOf.Files(("site.yaml", settings), Event("a", lines)), "Asia/Tokyo")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Europe/Prague", "Europe/Prague")]
    [InlineData("Tokyo Standard Time", "Asia/Tokyo")]
    [InlineData("UTC", null)]
    [InlineData("Etc/UTC", null)]
    [InlineData("GMT", null)]
    [InlineData("Local", null)]
    public void IsThatOfTheMachine_WherePlacesUseIt(string id, string? name) => Assert.Equal(name, MachineZone.NameOf(id));

    private static (string, string) Event(string name, string lines) => ($"events/{name}.md", $"---\ntitle: A\nlocation: Hall\nduration: 1h\n{lines}\n---\n");

    private static string[] Said(FolderReading files, string? zone) => [.. SiteReader.Read(files, FolderOf.Listening, previous: null, zone: zone).Diagnostics.Select(diagnostic => diagnostic.ToString())];

    private static string Calendar(FolderReading files, string? zone) =>
        Publication.Render(SiteReader.Read(files, FolderOf.Listening, previous: null, zone: zone).Site, FolderOf.Moment("2026-01-01T00:00:00Z"), previous: null).Text("/calendar.ics");
}
