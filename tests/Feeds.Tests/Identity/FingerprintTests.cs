using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>Of every property of a post and an event it is settled whether a change of it is one that subscribers see.</summary>
public sealed class FingerprintTests
{
    private const string Post = "---\ntitle: A\ndate: 2025-03-04\n---\nHello.\n";
    private const string Meeting = "---\ntitle: A meeting\nstart: 2026-02-05 18:00\nend: 2026-02-05 20:00\nlocation: Library\n---\nCome.\n";
    private const string Weekly = "---\ntitle: Weekly\nstart: 2026-02-05 18:00\nevery: thursday\nlocation: Library\n---\nCome.\n";

    /// <summary>A property, and a change of front matter by which it alone changes; none where it is no fact.</summary>
    private static readonly (string Name, string From, string To)[] PostFacts =
    [
        ("Title", "title: A", "title: B"), ("Published", "2025-03-04", "2025-03-05"), ("Revised", "title", "updated: 2025-04-01\ntitle"), ("Expires", "title", "expiryDate: 2027-01-01\ntitle"),
        ("IsFeatured", "title", "featured: true\ntitle"), ("Authors", "title", "author: Ann\ntitle"), ("Categories", "title", "categories: [c]\ntitle"), ("Tags", "title", "tags: [t]\ntitle"),
        ("Summary", "title", "summary: S\ntitle"), ("Image", "title", "image: https://elsewhere.example/i.png\ntitle"), ("Files", "title", "image: i.png\ntitle"), ("Language", "title", "lang: cs\ntitle"),
        ("Recording", "title", "audio: https://elsewhere.example/a.mp3\ntitle"), ("Episode", "title", "audio: https://elsewhere.example/a.mp3\nepisode: 2\ntitle"), ("Body", "Hello", "Good day"),
    ];

    private static readonly (string Name, string From, string To)[] EventFacts =
    [
        ("Title", "title: A", "title: B"), ("Span", "18:00", "18:30"), ("Dated", "title", "updated: 2025-04-01\ntitle"), ("Announced", "title", "publishedAt: 2025-04-01\nupdated: 2025-05-01\ntitle"),
        ("Place", "Library", "Town Hall"), ("Announcement", "title", "link: https://elsewhere.example/\ntitle"), ("Online", "title", "online: https://elsewhere.example/\ntitle"),
        ("Status", "title", "status: postponed\ntitle"), ("WrittenSequence", "title", "sequence: 7\ntitle"), ("Organizer", "title", "organizer: { name: Ann, email: ann@elsewhere.example }\ntitle"),
        ("HasMovedOnline", "title", "status: moved online\ntitle"), ("Language", "title", "lang: cs\ntitle"),
        ("Series", "title", "series: S\ntitle"), ("Categories", "title", "categories: [c]\ntitle"), ("Tags", "title", "tags: [t]\ntitle"), ("Summary", "title", "summary: S\ntitle"),
        ("Image", "title", "image: https://elsewhere.example/i.png\ntitle"), ("Files", "title", "image: i.png\ntitle"), ("Body", "Come", "Do come"),
        ("Recurrence", "title", "every: thursday\ntitle"), ("Overrides", "title", "every: thursday\noverrides: [{ date: 2026-02-12, title: Other }]\ntitle"),
    ];

    /// <summary>What names it or says where it is, is remembered by itself; 'planned' and 'Occurrence' say which date it is, 'Appears' and 'Expires' whether anybody sees it, 'TranslationKey' which others say the same, 'IsEndAssumed' whether the end of another may be taken, and 'Origin' who wrote it.</summary>
    private static readonly string[] NoFacts = ["Path", "Link", "PagePath", "PageOfDates", "CalendarPath", "Wanted", "Source", "Planned", "Occurrence", "Appears", "Expires", "TranslationKey", "IsEndAssumed", "Origin"];

    /// <summary>What only tells of others.</summary>
    private static readonly string[] Derived = ["Terms", "MainLink", "FirstDay", "IsMoved", "Updated", "PlaceLines", "PlaceText"];

    public static TheoryData<string, string, string> Posts => [.. PostFacts.Select(fact => new TheoryDataRow<string, string, string>(fact.Name, fact.From, fact.To))];

    public static TheoryData<string, string, string> Events => [.. EventFacts.Select(fact => new TheoryDataRow<string, string, string>(fact.Name, fact.From, fact.To))];

    [Fact]
    public void SettlesEveryProperty()
    {
        Assert.Equal([], typeof(Post).GetProperties().Select(property => property.Name).Except(PostFacts.Select(fact => fact.Name)).Except(NoFacts).Except(Derived));
        Assert.Equal([], typeof(Event).GetProperties().Select(property => property.Name).Except(EventFacts.Select(fact => fact.Name)).Except(NoFacts).Except(Derived));
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public void Differs_WhenAPostSaysAnother(string name, string from, string to) =>
        Assert.True(FactsOf("posts/a.md", Post) != FactsOf("posts/a.md", Post.Replace(from, to, StringComparison.Ordinal)), name);

    [Theory]
    [MemberData(nameof(Events))]
    public void Differs_WhenAnEventSaysAnother(string name, string from, string to) =>
        Assert.True(FactsOf("events/m.md", Meeting) != FactsOf("events/m.md", Meeting.Replace(from, to, StringComparison.Ordinal)), name);

    /// <summary>How an event that comes back is changed, and whether it is moved by that.</summary>
    [Theory]
    [InlineData("every: thursday", "every: other thursday", 1)]
    [InlineData("every: thursday", "every: thursday except 2026-02-12", 1)]
    [InlineData("location", "overrides: [{ date: 2026-02-12, status: cancelled }]\nlocation", 1)]
    [InlineData("location", "overrides: [{ date: 2026-02-12, time: 19:00 }]\nlocation", 1)]
    [InlineData("location", "overrides: [{ date: 2026-02-12, place: Hall }]\nlocation", 1)]
    [InlineData("location", "overrides: [{ date: 2026-02-12, title: Once }]\nlocation", 1)]
    [InlineData("location", "sequence: 7\nlocation", 7)]
    public void CountsWhatMovesASeries(string from, string to, int sequence)
    {
        var site = new RecordedSite().At("2026-01-01T00:00:00Z", ("events/w.md", Weekly)).At("2026-01-02T00:00:00Z", ("events/w.md", Weekly.Replace(from, to, StringComparison.Ordinal)));
        var changed = site.Identity("events/w.md");

        Assert.Equal((sequence, FolderOf.Moment("2026-01-02T00:00:00Z")), (changed.Sequence, changed.Changed));
    }

    [Fact]
    public void StaysAsItWas_WhenNothingIsWrittenDifferently() => Assert.Equal(FactsOf("events/w.md", Weekly), FactsOf("events/other.md", Weekly + "\n\n"));

    private static string FactsOf(string path, string text)
    {
        var site = FolderOf.Site((path, text)).Site;
        return (site.Posts.IsEmpty ? Fingerprint.Of(site.Events[0], site.Settings) : Fingerprint.Of(site.Posts[0], site)).Facts;
    }
}
