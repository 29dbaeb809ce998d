using System.Globalization;
using System.Text;
using Feeds.Content;
using Feeds.Identity.Format;
using Feeds.Publishing;
using Feeds.Tests.Content.Sources;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>An edit is read and recorded without the rest of the site, with the same result.</summary>
public sealed class EditTests
{
    private const int Histories = 20;
    private const int Steps = 30;
    private const string Settings = FolderOf.SiteYaml;
    private const string First = "---\ntitle: One\ndate: 2025-01-02\n---\nThe first text.\n";
    private const string Second = "---\ntitle: Two\ndate: 2025-02-03\n---\nThe second text.\n";
    private const string Meetup = "---\ntitle: Meetup\nstart: 2026-05-06 18:00\nend: 2026-05-06 20:00\nlocation: Café\n---\nCome.\n";

    private static readonly (string Path, string Text)[] Files =
        [("site.yaml", Settings), ("posts/a.md", First), ("posts/b.md", Second), ("events/m.md", Meetup)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void IsTheSame_AsReadingAndRecordingAll(bool hasSource)
    {
        var results = Enumerable.Range(1, Histories).AsParallel().Select(seed => Replay(seed, hasSource)).ToArray();

        Assert.Empty(results.Select(result => result.Failure).OfType<string>().Take(3));
        Assert.True(results.Sum(result => result.Edits) > Histories * Steps / (hasSource ? 20 : 10));
    }

    [Theory]
    [InlineData("posts/a.md", "One", "Eins")]
    [InlineData("posts/a.md", "first text", "last word")]
    [InlineData("posts/a.md", "title: One", "title: One\ntags: [new]")]
    [InlineData("posts/a.md", "title: One", "title: One\nauthor: Ann")]
    [InlineData("posts/a.md", "title: One", "title: One\nexpires: 2030-01-01")]
    [InlineData("posts/a.md", "The first text.", "")]
    [InlineData("events/m.md", "Meetup", "Great meetup")]
    [InlineData("events/m.md", "Café", "Library")]
    [InlineData("events/m.md", "title: Meetup", "title: Meetup\nstatus: cancelled")]
    public void IsAnEdit_WhenNamesAndDatesStay(string path, string from, string to) => Assert.True(IsEdit(path, from, to));

    [Theory]
    [InlineData("posts/a.md", "2025-01-02", "2025-01-03")]
    [InlineData("posts/a.md", "title: One", "title: One\nslug: other")]
    [InlineData("posts/a.md", "title: One", "title: One\nid: other")]
    [InlineData("posts/a.md", "title: One", "title: One\nupdated: 2025-03-04")]
    [InlineData("posts/a.md", "title: One", "title: One\ncanonical: https://elsewhere.example/")]
    [InlineData("posts/a.md", "title: One", "title: One\ndraft: true")]
    [InlineData("posts/a.md", "title: One", "title: [One")]
    [InlineData("posts/a.md", "title: One", "title: One\nupdated: someday")]
    [InlineData("posts/a.md", First, "")]
    [InlineData("events/m.md", "18:00", "19:00")]
    [InlineData("events/m.md", "title: Meetup", "title: Meetup\nseries: Monthly")]
    [InlineData("events/m.md", "title: Meetup", "title: Meetup\nevery: thursday")]
    [InlineData("site.yaml", "Compiler Club", "Other Club")]
    public void IsNoEdit_WhenMoreMayChange(string path, string from, string to) => Assert.False(IsEdit(path, from, to));

    [Theory]
    [InlineData(true, "posts/a.md", "first text", "last word")]
    [InlineData(false, "events/m.md", "Meetup", "Great meetup")]
    [InlineData(false, "partner.ics", "SUMMARY:Walk", "SUMMARY:Long walk")]
    [InlineData(false, "partner.ics", "DTSTART", "X-DTSTART")]
    [InlineData(false, "sources/.pulled.json", "{}", "{ }")]
    public void IsAnEdit_OfAPostBesideSources(bool isEdit, string path, string from, string to)
    {
        (string Path, string Text)[] files = [.. Files[1..], .. WithSource([Files[0]], "UID:a\nSUMMARY:Walk\nDTSTART:20260310T180000Z"), ("sources/.pulled.json", "{}")];
        var edited = files.Select(file => file.Path == path ? (path, file.Text.Replace(from, to, StringComparison.Ordinal)) : file).ToArray();

        Assert.NotEqual(files, edited);
        Assert.Equal(isEdit, FolderOf.Again(FolderOf.Site(files), edited).Edit is not null);
    }

    [Fact]
    public void IsNoEdit_WhenAFileComesOrGoes()
    {
        var reading = FolderOf.Site(Files);

        Assert.Null(FolderOf.Again(reading, [.. Files, ("posts/c.md", "---\ntitle: Three\ndate: 2025-03-04\n---\nText.\n")]).Edit);
        Assert.Null(FolderOf.Again(reading, Files[..^1]).Edit);
    }

    [Fact]
    public void UpdatesAnotherPost_WhoseDateHasCome()
    {
        (string Path, string Text)[] files = [.. Files[..1], ("posts/a.md", First.Replace("title", "updated: 2026-03-04\ntitle", StringComparison.Ordinal)), .. Files[2..]];
        var store = new LockStore("no-such-folder", state: null);
        var reading = FolderOf.Site(files);
        store.UpdateLock(FolderOf.Read(reading, renamed => reading = renamed), FolderOf.Moment("2026-01-01T00:00:00Z"));
        var edited = FolderOf.Again(reading, [.. files.Select(file => file with { Text = file.Text.Replace("second", "other", StringComparison.Ordinal) })]);
        Assert.NotNull(edited.Edit);

        var site = store.UpdateLock(FolderOf.Read(edited), FolderOf.Moment("2026-05-01T00:00:00Z")).Site;

        Assert.Equal(FolderOf.Moment("2026-03-03T23:00:00Z"), site.Identities["posts/a.md"].Updated);
    }

    private static bool IsEdit(string path, string from, string to)
    {
        var edited = Files.Select(file => file.Path == path ? (path, file.Text.Replace(from, to, StringComparison.Ordinal)) : file).ToArray();
        Assert.NotEqual(Files, edited);
        return FolderOf.Again(FolderOf.Site(Files), edited).Edit is not null;
    }

    /// <param name="hasSource">Whether the events of a source come and go beside what the authors do.</param>
    private static (int Edits, string? Failure) Replay(int seed, bool hasSource)
    {
        var content = new EditedContent(new Random(seed));
        var remote = Enumerable.Range(0, 8).ToHashSet();
        var store = new LockStore("no-such-folder", state: null);
        var now = FolderOf.Moment("2026-01-01T00:00:00Z");
        var (text, log, edits) = ("", new List<string>(), 0);
        SiteReading? reading = null;
        Publication? publication = null;
        for (var step = 0; step < Steps; step++)
        {
            if (step > 0) log.Add(hasSource && content.Random.Next(6) == 0 ? Toggle(remote, content.Random.Next(8)) : content.Edit());
            now += Duration.FromMilliseconds(content.Random.Next(100, 100_000_000));
            var files = hasSource ? WithSource(content.Files, [.. remote.Order().Select(Lines)]) : content.Files;
            reading = FolderOf.Again(reading, store.DocumentAt, files);
            if (reading.Edit is not null) edits++;
            var identified = store.UpdateLock(FolderOf.Read(reading, renamed => reading = renamed), now);
            publication = Publication.Render(identified.Site, now, publication);

            var whole = new RecordedSite { Text = text }.At(now, files);
            text = Encoding.UTF8.GetString(LockBytes.Of(identified.Lock));
            if (text != whole.Text) return Failed("lock");
            if (!Validators(publication).SequenceEqual(Validators(whole.Publication))) return Failed("publication");
        }

        return (edits, null);

        (int Edits, string? Failure) Failed(string what) =>
            (edits, string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {string.Join(", ", log)}: another {what}"));
    }

    private static (string Path, string Text)[] WithSource((string Path, string Text)[] files, params string[] events) =>
        [.. files.Select(file => file.Path == "site.yaml" ? file with { Text = file.Text + Brought.Settings } : file), (Brought.Path, Brought.Calendar(events))];

    private static string Toggle(HashSet<int> numbers, int number)
    {
        if (!numbers.Remove(number)) numbers.Add(number);
        return string.Create(CultureInfo.InvariantCulture, $"source {number}");
    }

    // Some are over, some will be before the end of the history, and some are the doubles of the events of authors.
    private static string Lines(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"UID:{number}\nSUMMARY:Title of {number}\nDTSTART:{(number % 3 == 0 ? "202601" : "202603")}{1 + (3 * number):00}T170000Z");

    private static IEnumerable<string> Validators(Publication publication) => publication.Representations.Values
        .OrderBy(item => item.Path, StringComparer.Ordinal)
        .Select(item => $"{item.Path} {item.OpaqueTag}");
}
