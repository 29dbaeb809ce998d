using Feeds.Model.Names;
using Feeds.Tests.Identity;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>Readers see nothing new when only where and how something is written changed.</summary>
public sealed class IdentityInteropTests : IDisposable
{
    private const string A = "---\ntitle: About ants\ndate: 2025-03-04\ntags: [insects]\n---\nAnts.\n";
    private const string B = "---\ntitle: About bees\ndate: 2025-03-05\n---\nBees.\n";

    private readonly TempFolder home = new();

    public static TheoryData<string, string, (string, string)[]> Edits =>
    [
        .. Each("rename", ("posts/ants.md", A), ("blog/bees.md", B)),
        .. Each("slug", ("posts/a.md", A.Replace("title", "slug: other\ntitle", StringComparison.Ordinal)), ("posts/b.md", B)),
        .. Each("title", ("posts/a.md", A.Replace("About ants", "Ants, again", StringComparison.Ordinal)), ("posts/b.md", B)),
        .. Each("date", ("posts/a.md", A.Replace("2025-03-04", "2024-12-04", StringComparison.Ordinal)), ("posts/b.md", B)),
        .. Each("domain", ("site.yaml", FolderOf.SiteYaml.Replace("https://club", "https://society", StringComparison.Ordinal)), ("posts/a.md", A), ("posts/b.md", B)),
        .. Each("indent", ("posts/a.md", "---\ntitle:    'About ants'\ntags:\n    - insects\nlayout: post\ndate:    2025-03-04\n---\n\nAnts.\n\n"), ("posts/b.md", B)),
        .. Each("restart", ("posts/a.md", A), ("posts/b.md", B)),
    ];

    public void Dispose() => home.Dispose();

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Newsboat_HasNothingNew_After(string edit, string path, (string, string)[] files)
    {
        var site = new RecordedSite().At("2026-01-01T00:00:00Z", ("posts/a.md", A), ("posts/b.md", B));
        await using var server = await SiteServer.StartAsync(site.Publication, StrangeSite.Now);
        var first = await ForeignProgram.Newsboat.ReadAsync<NewsboatCache>(home, server.Address(path));
        server.Swap(new RecordedSite { Text = site.Text }.At("2026-01-02T00:00:00Z", files).Publication);
        var second = await ForeignProgram.Newsboat.ReadAsync<NewsboatCache>(home, server.Address(path));

        Assert.Equal((edit, "2 unread articles"), (edit, first.Said));
        Assert.Equal((edit, first.Said), (edit, second.Said));
        Assert.Equal(first.Items.Select(item => item.Id).Order(StringComparer.Ordinal), second.Items.Select(item => item.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Feedparser_HasNothingNew_After(string edit, string path, (string, string)[] files)
    {
        var site = new RecordedSite().At("2026-01-01T00:00:00Z", ("posts/a.md", A), ("posts/b.md", B));
        await using var server = await SiteServer.StartAsync(site.Publication, StrangeSite.Now);
        var first = await ForeignProgram.Feedparser.ReadAsync<ParsedFeed>(home, server.Address(path));
        server.Swap(new RecordedSite { Text = site.Text }.At("2026-01-02T00:00:00Z", files).Publication);
        var second = await ForeignProgram.Feedparser.ReadAsync<ParsedFeed>(home, server.Address(path));

        Assert.Null(second.Problem);
        Assert.Equal((edit, Ids(first)), (edit, Ids(second)));
    }

    private static string Ids(ParsedFeed feed) => string.Join(' ', feed.Entries.Select(entry => entry.Id).Order(StringComparer.Ordinal));

    private static IEnumerable<TheoryDataRow<string, string, (string, string)[]>> Each(string edit, params (string, string)[] files) =>
        new[] { Addresses.Atom, Addresses.Rss }.Select(path => new TheoryDataRow<string, string, (string, string)[]>(edit, path, files));
}
