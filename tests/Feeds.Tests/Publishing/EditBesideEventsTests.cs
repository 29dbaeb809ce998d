using Feeds.Content;
using Feeds.Identity.Format;
using Feeds.Publishing;
using Feeds.Tests.Content.Sources;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>What an edit of a post leaves of events from before is what would be published from nothing.</summary>
public sealed class EditBesideEventsTests
{
    private const int Steps = 30;
    private const string Post = "---\ntitle: One\ndate: 2025-01-02\ntags: [talks]\n---\nThe text.\n";
    private const string Meetup = "title: Meetup\nseries: Meetup\n";

    private static readonly (string Path, string Text)[] Events =
    [
        ("partner.ics", Brought.Calendar(
            "UID:a\nSUMMARY:Walk\nDTSTART:20260310T180000Z\nLOCATION:Mill",
            "UID:b\nSUMMARY:Choir\nDTSTART:20260105T180000Z\nRRULE:FREQ=WEEKLY\nLOCATION:Mill",
            "UID:c\nSUMMARY:Quiz\nDTSTART:20260401T160000Z")),
        ("events/all-day.md", "---\ntitle: Fair\nstart: 2026-02-10\nend: 2026-02-11\nseries: Fairs\n---\nCome.\n"),
        ("events/ahead.md", "---\ntitle: Ahead\nstart: 2027-12-01 18:00\nevery: month\ntags: [talks]\n---\nCome.\n"),
        ("events/double.md", "---\ntitle: Quiz\nstart: 2026-04-01 18:00\n---\nCome.\n"),
        ("events/expiring.md", "---\ntitle: Expiring\nstart: 2026-06-01 18:00\nexpires: 2026-02-15\n---\nCome.\n"),
        ("events/held.md", "---\ntitle: Held back\nstart: 2026-06-02 18:00\npublishDate: 2026-03-01\n---\nCome.\n"),
        ("events/plan.md", $"---\n{Meetup}start: 2026-01-21 18:30\nevery: third wednesday\nstatus: tentative\n---\nCome.\n"),
        ("events/planned.md", $"---\n{Meetup}start: 2026-03-18 18:30\npublishDate: 2026-02-20\n---\nCome.\n"),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("feed: { include: [posts, events] }\n")]
    [InlineData("language: en\nlanguages: [en, cs]\n")]
    public void IsTheSame_AsFromNothing(string settings)
    {
        var store = new LockStore("no-such-folder", state: null);
        var now = FolderOf.Moment("2026-01-01T00:00:00Z");
        var (edits, failures) = (0, new List<string>());
        SiteReading? reading = null;
        Publication? publication = null;
        for (var step = 0; step < Steps; step++, now += Duration.FromHours(step < Steps / 2 ? 46 : 342))
        {
            (string Path, string Text)[] files =
                [("site.yaml", FolderOf.SiteYaml + Brought.Settings + settings), ("posts/one.md", FormattableString.Invariant($"{Post}{step}\n")), .. At(step)];
            reading = FolderOf.Again(reading, store.DocumentAt, files);
            if (reading.Edit is not null) edits++;
            var site = store.UpdateLock(FolderOf.Read(reading, renamed => reading = renamed), now).Site;
            var next = Publication.Render(site, now, publication);
            var whole = Publication.Render(site, now, previous: null);
            if (!Validators(next).SequenceEqual(Validators(whole)) || next.Until != whole.Until) failures.Add(FormattableString.Invariant($"{now}"));
            publication = next;
        }

        Assert.Empty(failures);
        Assert.True(edits > Steps / 2);
    }

    // Two are removed, one of which calendars show as cancelled for a while, and another is edited.
    private static (string Path, string Text)[] At(int step) =>
    [
        .. Events.Where(file => step < 8 || file.Path != "events/all-day.md")
            .Where(file => step < 13 || file.Path != "events/double.md")
            .Select(file => step < 20 ? file : file with { Text = file.Text.Replace("Ahead", "Far ahead", StringComparison.Ordinal) }),
    ];

    private static IEnumerable<string> Validators(Publication publication) => publication.Representations.Values
        .OrderBy(item => item.Path, StringComparer.Ordinal)
        .Select(item => FormattableString.Invariant($"{item.Path} {item.OpaqueTag} {item.LastModified}"));
}
