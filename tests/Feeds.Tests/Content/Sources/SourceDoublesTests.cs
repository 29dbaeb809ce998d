using Feeds.Content;
using Feeds.Model;
using Feeds.Tests.Identity;
using Feeds.Tests.Publishing;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Content.Sources;

/// <summary>Which events of sources are there already, and who keeps what.</summary>
public sealed class SourceDoublesTests
{
    private const string Settings = "sources:\n- { name: one, calendar: one.ics }\n- { name: two, calendar: two.ics }\n";
    private const string Weekly = "UID:x\nSUMMARY:Ruby night\nDTSTART:20260210T180000Z\nRRULE:FREQ=WEEKLY;COUNT=3";
    private const string Moved = "\nEND:VEVENT\nBEGIN:VEVENT\nUID:x\nSUMMARY:Ruby night\nRECURRENCE-ID:20260217T180000Z\nDTSTART:20260218T180000Z";

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

    [Theory]
    [InlineData(Weekly, "UID:y\nSUMMARY:Ruby night\nDTSTART:20260217T180000Z", "one 10, one 17, one 24")]
    [InlineData(Weekly, "UID:y\nSUMMARY:Ruby night\nDTSTART:20260217T190000Z", "one 10, one 17, two 17, one 24")]
    [InlineData(Weekly, "UID:x\nSUMMARY:Anna on types\nDTSTART:20260217T180000Z", "one 10, one 17, one 24")]
    [InlineData(Weekly, "UID:x\nSUMMARY:Ruby night\nDTSTART:20260226T180000Z", "one 10, one 17, one 24, two 26")]
    [InlineData(Weekly + "\nLOCATION:Hall", "UID:y\nSUMMARY:Ruby night\nLOCATION:Castle\nDTSTART:20260217T180000Z", "one 10, one 17, two 17, one 24")]
    [InlineData(Weekly + "\nEXDATE:20260210T180000Z", "UID:y\nSUMMARY:Ruby night\nDTSTART:20260210T180000Z", "two 10, one 17, one 24")]
    [InlineData(Weekly + Moved, "UID:y\nSUMMARY:Ruby night\nDTSTART:20260217T180000Z", "one 10, one 18, one 24")]
    [InlineData(Weekly + Moved, "UID:y\nSUMMARY:Ruby night\nDTSTART:20260218T180000Z", "one 10, one 18, one 24")]
    [InlineData("UID:y\nSUMMARY:Ruby night!\nDTSTART:20260217T180000Z", Weekly, "two 10, one 17, two 24")]
    [InlineData("UID:y\nSUMMARY:Ruby night\nDTSTART:20260217T190000Z", Weekly, "two 10, one 17, two 17, two 24")]
    [InlineData("UID:x\nSUMMARY:Anna on types\nDTSTART:20260210T180000Z", Weekly, "one 10, two 17, two 24")]
    [InlineData("UID:y\nSUMMARY:Anna on types\nURL:https://a.example/1\nDTSTART:20260224T180000Z", Weekly + "\nURL:https://a.example/1", "two 10, two 17, one 24")]
    [InlineData("UID:y\nSUMMARY:Ruby night\nURL:https://a.example/1\nDTSTART:20260225T180000Z", Weekly + "\nURL:https://a.example/1", "two 10, two 17, two 24, one 25")]
    [InlineData("UID:y\nSUMMARY:Ruby night\nDTSTART:20260218T180000Z", Weekly + Moved, "two 10, one 18, two 24")]
    [InlineData("UID:y\nSUMMARY:Ruby night\nDTSTART:20260217T180000Z", Weekly + "\nRDATE:20260226T180000Z,20260227T180000Z", "two 10, one 17, two 24, two 26, two 27")]
    [InlineData("UID:y\nSUMMARY:Ruby night\nDTSTART:20260217T180000Z", "UID:x\nSUMMARY:Ruby night\nDTSTART:20260217T180000Z\nRRULE:FREQ=DAILY;COUNT=1", "one 17")]
    public void ShowsEachDateOnce_OfASeriesAndSingleEvents(string one, string two, string expected)
    {
        var read = Read(("one.ics", Brought.Calendar(one)), ("two.ics", Brought.Calendar(two)));

        var dates = read.Site.Events.SelectMany(@event => @event.Recurrence is null ? [@event] : @event.OccurrencesFrom(@event.FirstDay))
            .OrderBy(date => date.FirstDay).ThenBy(date => date.Path, StringComparer.Ordinal)
            .Select(date => FormattableString.Invariant($"{date.Origin!.Source} {date.FirstDay.Day}"));
        Assert.Equal(expected, string.Join(", ", dates));
        Assert.Empty(Brought.Values(read, "/sources/two/calendar.ics", "EXDATE"));
    }

    [Fact]
    public void SaysWhichDates_OthersShow()
    {
        var read = Read(
            ("events/a.md", "---\ntitle: Ruby night 2\nstart: 2026-02-17 19:00\nend: 2026-02-17 20:00\nlocation: Mill\n---\nText.\n"), ("one.ics", Brought.Calendar(Weekly)));

        Assert.Equal(
            ["one.ics:3: note: \"Ruby night\" on 2026-02-17 has the start and title of events/a.md, so only /sources/one/calendar.ics shows it"],
            read.Diagnostics.Where(diagnostic => diagnostic.Kind == "double").Select(diagnostic => diagnostic.ToString()));
        Assert.Equal(["20260217T180000Z"], Brought.Values(read, "/calendar.ics", "EXDATE"));
    }

    [Fact]
    public void ShowsTheDateAgain_WhenTheSingleEventGoes()
    {
        const string Single = "UID:y\nSUMMARY:Ruby night\nDTSTART:20260217T180000Z";
        var start = FolderOf.Moment("2026-01-01T00:00:00Z");
        (string, string)[] Both(string one) => [("site.yaml", FolderOf.SiteYaml + Settings), ("one.ics", Brought.Calendar(one)), ("two.ics", Brought.Calendar(Weekly))];
        var site = new RecordedSite().At(start, Both(Single));

        site.At(start + Duration.FromHours(1), Both(Single.Replace("Ruby", "Go", StringComparison.Ordinal)));

        Assert.DoesNotContain("EXDATE", site.Publication.Text("/calendar.ics"), StringComparison.Ordinal);
        Assert.Equal((1, "x"), (site.Identity("two.ics#x").Sequence, site.Identity("two.ics#x").Uid));
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
