using System.Runtime.CompilerServices;
using System.Text;
using Feeds.Identity.Format;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>A site whose lock version 0.1.0 wrote: what the program now reads otherwise is no news to subscribers.</summary>
public sealed class UpgradeTests
{
    private const string Now = "2026-12-01T00:00:00Z";

    private static readonly LockData Before = Read(Text("feeds.lock"));

    /// <summary>What became of each document: its state, and how often it was rescheduled.</summary>
    public static TheoryData<string, string, int> Documents => new()
    {
        { "events/2026-10-10-tasting.md", "same", 0 },
        { "events/new-year.md", "same", 1 },
        { "events/other-day.md", "same", 1 },
        { "events/past.md", "same", 0 },
        { "events/secret.md", "forgotten", 0 },
        { "events/weekly.md", "same", 0 },
        { "posts/2025-01-01-notes.md", "same", 0 },
        { "posts/later.md", "same", 0 },
        { "posts/locked.md", "forgotten", 0 },
        { "posts/plain.md", "same", 0 },
        { "posts/recap.md", "post", 0 },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void IsNoNews(string path, string state, int sequence)
    {
        var after = Upgraded().Lock;
        var (old, now) = (Before.Records[path], after.Records.Single(record => record.Path == path));

        Assert.Equal((old.Id, old.Uid, old.Address), (now.Id, now.Uid, now.Address));
        Assert.Equal(sequence, now.Sequence);
        Assert.Equal(state is "forgotten", now.IsForgotten);
        Assert.Equal(state is "forgotten", now.Removed is not null);
        Assert.Null(now.Withdrawn);
        if (state is not "forgotten") Assert.Equal(old.Updated ?? old.Changed, now.Updated ?? now.Changed);
        // A calendar takes another time only under a newer stamp.
        if (state is "same") Assert.Equal(sequence > 0, now.Changed > old.Changed);
    }

    [Fact]
    public void CancelsNothing_AndBringsWhatWasDropped()
    {
        var site = Upgraded();
        var calendar = Encoding.UTF8.GetString(site.Publication.Representations["/calendar.ics"].Identity.Span);

        Assert.DoesNotContain("CANCELLED", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Prague:20261231T200000\r\nDTEND;TZID=Europe/Prague:20270101T000000\r\n", calendar, StringComparison.Ordinal);
        Assert.Empty(site.Current.Removed);
        Assert.Equal(["/events/2026-11-10-tasting/", "/events/one/", "/events/two/", "/posts/2025-02-01-notes/"], site.Lock.Records.Where(record => !Before.Records.ContainsKey(record.Path)).Select(record => record.Address));
    }

    [Fact]
    public void GivesTheEntryOfAList_TheUidOfTheOneEventThatTheFileWas()
    {
        var (old, now) = (Before.Records["events/list.yaml"], Upgraded().Of("events/list.yaml#2027-03-02-two"));

        Assert.Equal((old.Id, old.Uid, 0), (now.Id, now.Uid, now.Sequence));
        Assert.Contains("/events/list/", now.Earlier.Items);
    }

    [Fact]
    public void IsDone_AfterOneTime()
    {
        var site = Upgraded();
        var text = site.Text;

        Assert.Equal(text, site.Restart().At("2026-12-02T00:00:00Z", Files()).Text);
        Assert.Equal([], site.Changes);
    }

    private static RecordedSite Upgraded() => new RecordedSite { Text = Text("feeds.lock") }.At(Now, Files());

    private static (string Path, string Text)[] Files() =>
        [.. Directory.GetFiles(Folder(), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder(), file)).Where(path => path != "feeds.lock").Select(path => (path, Text(path)))];

    private static LockData Read(string text) => new(LockParser.Read(Encoding.UTF8.GetBytes(text)).Lock.Records.ToDictionary(record => record.Path, StringComparer.Ordinal));

    private static string Text(string path) => File.ReadAllText(Path.Join(Folder(), path));

    private static string Folder([CallerFilePath] string here = "") => Path.Join(Path.GetDirectoryName(here), "golden", "v1");

    private sealed record LockData(Dictionary<string, LockRecord> Records);
}
