using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>What of a lock has to be on disk before anything is sent: names and counts, which would be made otherwise; stamps would only be given again.</summary>
public sealed class LockNamesTests
{
    private const string Post = "---\ntitle: A\ndate: 2025-03-04\n---\nText.\n";
    private const string Event = "---\ntitle: E\nstart: 2026-03-04 18:00\n---\nText.\n";

    [Theory]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\nAnother text.\n", true)]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\ntags: [new]\n---\nText.\n", true)]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\nslug: elsewhere\n---\nText.\n", false)]
    [InlineData("posts/new.md", "---\ntitle: New\ndate: 2025-03-05\n---\nText.\n", false)]
    [InlineData("events/e.md", "---\ntitle: E\nstart: 2026-03-04 18:00\n---\nAnother text.\n", true)]
    [InlineData("events/e.md", "---\ntitle: E\nstart: 2026-03-04 19:00\n---\nText.\n", false)]
    [InlineData("events/e.md", "---\ntitle: E\nstart: 2026-03-04 18:00\nstatus: cancelled\n---\nText.\n", false)]
    public void AreTheSame_WhereOnlyStampsChange(string path, string text, bool areSame)
    {
        var site = new RecordedSite();
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["posts/a.md"] = Post, ["events/e.md"] = Event };
        var before = site.At("2026-01-01T00:00:00Z", Files(files)).Lock;
        files[path] = text;
        var after = site.At("2026-01-02T00:00:00Z", Files(files)).Lock;

        Assert.False(before.SameAs(after));
        Assert.Equal(areSame, before.NamesSameAs(after));
    }

    [Fact]
    public void AreOthers_WhereADocumentWent()
    {
        var site = new RecordedSite();
        var before = site.At("2026-01-01T00:00:00Z", ("posts/a.md", Post), ("events/e.md", Event)).Lock;

        Assert.False(before.NamesSameAs(site.At("2026-01-02T00:00:00Z", ("posts/a.md", Post)).Lock));
    }

    private static (string, string)[] Files(Dictionary<string, string> files) => [.. files.Select(file => (file.Key, file.Value))];
}
