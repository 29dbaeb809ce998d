using Feeds.Content;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content.Sources;

/// <summary>Which events of sources are there already, and who keeps what.</summary>
public sealed class SourceDoublesTests
{
    private const string Settings = "sources:\n- { name: one, calendar: one.ics }\n- { name: two, calendar: two.ics }\n";

    [Theory]
    [InlineData("UID:x\nSUMMARY:A\nDTSTART:20260210T180000Z", "UID:x\nSUMMARY:A\nDTSTART:20260211T180000Z", "UID")]
    [InlineData("UID:x\nSUMMARY:A\nDTSTART:20260210T180000Z", "UID:x\nSUMMARY:B\nDTSTART:20260211T180000Z", null)]
    [InlineData("UID:x\nSUMMARY:A\nURL:https://a.example/1\nDTSTART:20260210T180000Z", "UID:y\nSUMMARY:B\nURL:https://www.a.example/1/?utm_source=x\nDTSTART:20260211T180000Z", "link")]
    [InlineData("UID:x\nSUMMARY:Ruby night\nDTSTART:20260210T180000Z", "UID:y\nSUMMARY:Krug: Ruby night #4\nDTSTART;TZID=Europe/Prague:20260210T190000", "start and title")]
    [InlineData("UID:x\nSUMMARY:Ruby night\nLOCATION:Hall\nDTSTART:20260210T180000Z", "UID:y\nSUMMARY:Ruby night\nLOCATION:Hall\\, Main Street\nDTSTART:20260210T180000Z", "start and title")]
    [InlineData("UID:x\nSUMMARY:Ruby night\nLOCATION:Hall\nDTSTART:20260210T180000Z", "UID:y\nSUMMARY:Ruby night\nLOCATION:Castle\nDTSTART:20260210T180000Z", null)]
    [InlineData("UID:x\nSUMMARY:Ruby night\nLOCATION:Hall\nDTSTART:20260210T180000Z", "UID:y\nSUMMARY:Ruby night\nURL:https://b.example/1\nDTSTART:20260210T180000Z", "start and title")]
    [InlineData("UID:x\nSUMMARY:Ruby night\nDTSTART:20260210T180000Z", "UID:y\nSUMMARY:Go night\nDTSTART:20260210T180000Z", null)]
    [InlineData("UID:x\nSUMMARY:Ruby night\nSTATUS:CANCELLED\nDTSTART:20260210T180000Z", "UID:y\nSUMMARY:Ruby night\nDTSTART:20260210T180000Z", null)]
    [InlineData("UID:x\nSUMMARY:Ruby night\nDTSTART;VALUE=DATE:20260210", "UID:y\nSUMMARY:Ruby night\nDTSTART;VALUE=DATE:20260210", "start and title")]
    public void ShowsOnce_WhatTwoSourcesHave(string one, string two, string? sign)
    {
        var read = Read(("one.ics", Brought.Calendar(one)), ("two.ics", Brought.Calendar(two)));

        Assert.Equal(sign is null ? 2 : 1, read.Site.Events.Length);
        Assert.Single(Brought.Values(read, "/sources/one/calendar.ics", "UID"));
        Assert.Single(Brought.Values(read, "/sources/two/calendar.ics", "UID"));
        var notes = read.Diagnostics.Where(diagnostic => diagnostic.Kind == "double").Select(diagnostic => diagnostic.ToString());
        Assert.Equal(sign is null ? [] : [$"two.ics:3: note: \"{Title(two)}\" has the {sign} of one.ics:3, so only /sources/two/calendar.ics shows it"], notes);
    }

    [Fact]
    public void PrefixesTheUid_OfAnotherEvent()
    {
        var read = Read(("one.ics", Brought.Calendar("UID:1\nSUMMARY:A\nDTSTART:20260210T180000Z")), ("two.ics", Brought.Calendar("UID:1\nSUMMARY:B\nDTSTART:20260310T180000Z")));

        Assert.Equal(["1", "two-1"], Brought.Values(read, "/calendar.ics", "UID"));
        Assert.DoesNotContain(read.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
    }

    [Fact]
    public void KeepsEveryEvent_WithTheLinkOfTheGroup()
    {
        var read = Read(("one.ics", Brought.Calendar(
            "UID:1\nSUMMARY:A\nURL:https://club.example/\nDTSTART:20260210T180000Z", "UID:2\nSUMMARY:B\nURL:https://club.example/\nDTSTART:20260310T180000Z")));

        Assert.Equal(2, read.Site.Events.Length);
    }

    [Fact]
    public void PrefersTheAuthorsEvent_AndTakesWhatItLacks()
    {
        var read = Read(
            ("events/a.md", "---\ntitle: Ours\nstart: 2026-02-10 18:00\nend: 2026-02-10 20:00\nlink: https://partner.example/1\n---\nText.\n"),
            ("one.ics", Brought.Calendar("UID:1\nSUMMARY:Theirs\nURL:https://partner.example/1\nLOCATION:Hall\nDTSTART:20260210T173000Z")));

        var @event = Assert.Single(read.Site.Events);
        Assert.Equal(("Ours", "Hall"), (@event.Title, @event.Place?.Name));
        Assert.Equal(["Theirs"], Brought.Values(read, "/sources/one/calendar.ics", "SUMMARY"));
    }

    [Fact]
    public void ShowsOnce_WhatTheAuthorsSeriesPlans()
    {
        var read = Read(
            ("events/a.md", "---\ntitle: Ruby night\nstart: 2026-01-06 18:00\nend: 2026-01-06 20:00\nevery: tuesday\n---\nText.\n"),
            ("one.ics", Brought.Calendar("UID:1\nSUMMARY:Ruby night\nDTSTART:20260210T170000Z", "UID:2\nSUMMARY:Ruby night\nDTSTART:20260211T170000Z")));

        Assert.Equal(2, read.Site.Events.Length);
    }

    [Fact]
    public void PublishesTheSameBytes_WhenOnlyStampsChanged()
    {
        const string Event = "UID:1\nSUMMARY:A\nDTSTART:20260210T180000Z";
        var before = Read(("one.ics", Brought.Calendar($"{Event}\nDTSTAMP:20260101T000000Z\nSEQUENCE:1")));

        var after = FolderOf.Again(before, ("site.yaml", FolderOf.SiteYaml + Settings), ("one.ics", Brought.Calendar($"{Event}\nDTSTAMP:20260102T000000Z\nSEQUENCE:7")));

        Assert.Same(before.Site.Events[0], after.Site.Events[0]);
        Assert.Equal(Brought.Published(before, "/calendar.ics"), Brought.Published(after, "/calendar.ics"));
    }

    [Fact]
    public void SaysWhereAnEventIsFrom_OnItsPage()
    {
        var read = Brought.Site("sources: [{ name: krug, meetup: krug }]\n", ("sources/krug.ics", Brought.Calendar("UID:1\nSUMMARY:A\nDTSTART:20260210T180000Z")));

        Assert.Contains("<dt>From</dt>", Brought.Published(read, "/events/a/"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://www.meetup.com/krug/\">krug</a>", Brought.Published(read, "/events/a/"), StringComparison.Ordinal);
    }

    private static SiteReading Read(params (string Path, string Text)[] files) => Brought.Site(Settings, files);

    private static string Title(string lines) => lines.Split("SUMMARY:")[1].Split('\n')[0];
}
