using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>Pages as programs read them that know microformats.</summary>
public sealed class MicroformatsInteropTests
{
    [Fact]
    public async Task AreAnEventAndAnEntry()
    {
        var published = FolderOf.Published(
            "2026-01-01T00:00:00Z",
            ("authors.yml", "ana: { name: Ana Silva, url: https://ana.example/ }\n"),
            ("posts/first.md", "---\ntitle: A first post\ndate: 2025-03-04 10:00\nupdated: 2025-03-05 11:00\nauthor: ana\ntags: [one]\ncategory: Two\n---\nHello.\n"),
            ("events/meeting.md", "---\ntitle: A meeting\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\nlocation: { name: Library, address: Main Street 1, lat: 50.5, lon: 14.25 }\norganizer: Ana <ana@club.example>\ntags: [one]\n---\nCome.\n"));
        using var home = new TempFolder();
        home.Write("event.html", published.Text("/events/meeting/"));
        home.Write("post.html", published.Text("/posts/first/"));

        var pages = await ForeignProgram.Microformats.ReadAsync<string[][]>(home, home.At("event.html"), home.At("post.html"));

        Assert.Equal(
            [
                "h-event\ncategory: one\ncontent: Come.\nend: 2026-02-03T20:00:00+01:00\nlocation: Library\nname: A meeting\norganizer: Ana\nstart: 2026-02-03T18:00:00+01:00\nurl: https://club.example/events/meeting/",
            ],
            pages[0]);
        Assert.Equal(
            [
                "h-entry\nauthor: Ana Silva\ncategory: Two, one\ncontent: Hello.\nname: A first post\npublished: 2025-03-04T10:00:00+01:00\nupdated: 2025-03-05T11:00:00+01:00\nurl: https://club.example/posts/first/",
            ],
            pages[1]);
    }

    [Fact]
    public async Task AreEventsAndEntries_InLists()
    {
        var published = FolderOf.Published(
            "2026-01-01T00:00:00Z",
            ("posts/first.md", "---\ntitle: A first post\ndate: 2025-03-04 10:00\ntags: [one]\n---\nHello.\n"),
            ("events/weekly.md", "---\ntitle: A meeting\nstart: 2026-02-03 18:00\nduration: 2h\nevery: tuesday, 2 times\nlocation: Library\ntags: [one]\n---\nCome.\n"));
        using var home = new TempFolder();
        home.Write("tag.html", published.Text("/tags/one/"));
        home.Write("event.html", published.Text("/events/weekly/"));

        var pages = await ForeignProgram.Microformats.ReadAsync<string[][]>(home, home.At("tag.html"), home.At("event.html"));

        Assert.Equal(
            [
                "h-event\nend: 2026-02-03T20:00:00+01:00\nlocation: Library\nname: A meeting\nstart: 2026-02-03T18:00:00+01:00\nurl: https://club.example/events/weekly/",
                "h-event\nend: 2026-02-10T20:00:00+01:00\nlocation: Library\nname: A meeting\nstart: 2026-02-10T18:00:00+01:00\nurl: https://club.example/events/weekly/",
                "h-feed",
            ],
            pages[0]);
        Assert.Equal(
            [
                "h-event\ncategory: one\ncontent: Come.\nend: 2026-02-03T20:00:00+01:00, 2026-02-10T20:00:00+01:00\nlocation: Library\nname: A meeting\nstart: 2026-02-03T18:00:00+01:00, 2026-02-10T18:00:00+01:00\nurl: https://club.example/events/weekly/",
            ],
            pages[1]);
    }
}
