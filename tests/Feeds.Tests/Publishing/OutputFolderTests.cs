using System.Text;
using Feeds.Publishing;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>A publication written as files: all of it, or nothing.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private static readonly string[] AllFiles =
    [
        ".feeds-files", "atom.xml", "calendar.google.ics", "calendar.ics", "calendar.json", "calendar.outlook.ics", "calendar/2026.ics", "events/atom.xml", "events/feed.json", "events/meeting.ics", "events/meeting/index.html", "events/rss.xml", "feed.css", "feed.json",
        "feeds.opml", "feeds/index.html", "index.html", "posts/first/index.html", "rss.xml", "style.css",
    ];

    private readonly TempFolder output = new();

    public void Dispose() => output.Dispose();

    [Fact]
    public void HoldsTheBytesThatAreServed_ForEveryAddress()
    {
        var site = Site("Hello.");
        OutputFolder.Write(output.Root, site);

        Assert.Equal(AllFiles, output.Files());
        Assert.All(site.Representations.Values, item => Assert.Equal(item.Identity.ToArray(), File.ReadAllBytes(output.At(FileOf(item.Path)))));
        Assert.All(site.Representations.Values, item => Assert.Equal(item.LastModified.ToDateTimeUtc(), File.GetLastWriteTimeUtc(output.At(FileOf(item.Path)))));
    }

    [Fact]
    public void MakesTheFolder_WhenItIsMissing()
    {
        OutputFolder.Write(output.At("deep/below"), Site("Hello."));

        Assert.Equal(AllFiles.Select(file => "deep/below/" + file), output.Files());
    }

    [Fact]
    public void HasOnlyTheNew_WhenWrittenAgain()
    {
        OutputFolder.Write(output.Root, Site("Hello."));
        OutputFolder.Write(output.Root, FolderOf.Published("2026-01-01T00:00:00Z", ("posts/second.md", "---\ntitle: Second\ndate: 2025-03-05\n---\nHello.\n")));

        Assert.Equal([".feeds-files", "atom.xml", "calendar.google.ics", "calendar.ics", "calendar.json", "calendar.outlook.ics", "feed.css", "feed.json", "feeds.opml", "feeds/index.html", "index.html", "posts/second/index.html", "rss.xml", "style.css"], output.Files());
        Assert.False(Directory.Exists(output.At("events")));
    }

    [Fact]
    public void KeepsWhatOthersPutThere_WhenWrittenAgain()
    {
        OutputFolder.Write(output.Root, Site("Hello."));
        output.Write("CNAME", "club.example");
        output.Write("posts/first/photo.jpg", "a photo");
        OutputFolder.Write(output.Root, FolderOf.Published("2026-01-01T00:00:00Z"));

        Assert.Equal([".feeds-files", "CNAME", "atom.xml", "calendar.google.ics", "calendar.ics", "calendar.json", "calendar.outlook.ics", "feed.css", "feed.json", "feeds.opml", "feeds/index.html", "index.html", "posts/first/photo.jpg", "rss.xml", "style.css"], output.Files());
    }

    [Fact]
    public void ReplacesAFileByAFolder_WhenItsAddressEndsInASlash()
    {
        OutputFolder.Write(output.Root, Site("Hello.", permalink: "/first"));
        OutputFolder.Write(output.Root, Site("Hello.", permalink: "/first/"));
        Assert.True(File.Exists(output.At("first/index.html")));

        OutputFolder.Write(output.Root, Site("Hello.", permalink: "/first"));
        Assert.True(File.Exists(output.At("first.html")));
    }

    /// <summary>A folder stands where a file must go, or a file where a folder must.</summary>
    [Theory]
    [InlineData("atom.xml/keep.txt")]
    [InlineData("style.css/keep.txt")]
    [InlineData(".feeds-files/keep.txt")]
    [InlineData("posts/first/index.html/keep.txt")]
    [InlineData("events")]
    public void IsAsItWas_WhenAFileCannotBePut(string obstacle)
    {
        OutputFolder.Write(output.Root, FolderOf.Published("2026-01-01T00:00:00Z", ("posts/old.md", "---\ntitle: Old\ndate: 2025-03-05\n---\nOld.\n")));
        if (File.Exists(output.At(obstacle.Split("/keep", 2)[0]))) File.Delete(output.At(obstacle.Split("/keep", 2)[0]));
        output.Write(obstacle, "in the way");
        var before = Contents();

        Assert.ThrowsAny<IOException>(() => OutputFolder.Write(output.Root, Site("Hello.")));
        Assert.Equal(before, Contents());
    }

    [Fact]
    public void IsAsItWas_WhenAFileStandsInItsPlace()
    {
        output.Write("out", "a file");

        Assert.ThrowsAny<IOException>(() => OutputFolder.Write(output.At("out"), Site("Hello.")));
        Assert.Equal(["out"], output.Files());
    }

    [Fact]
    public void IsAsItWas_WhenItCannotBeWrittenTo()
    {
        OutputFolder.Write(output.Root, Site("Hello."));
        var before = Contents();
        output.Allow("", UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.ThrowsAny<SystemException>(() => Unprivileged.Run(() => OutputFolder.Write(output.Root, Site("Changed."))));
        Assert.Equal(before, Contents());
        output.Allow("", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static Publication Site(string text, string permalink = "/posts/first/") => FolderOf.Published(
        "2026-01-01T00:00:00Z",
        ("posts/first.md", $"---\ntitle: First\ndate: 2025-03-04\npermalink: {permalink}\n---\n{text}\n"),
        ("events/meeting.md", "---\ntitle: A meeting\nstart: 2026-02-03 18:00\n---\nCome.\n"));

    private static string FileOf(string path) => path switch
    {
        "/" => "index.html",
        "/feeds/" => "feeds/index.html",
        "/posts/first/" => "posts/first/index.html",
        "/events/meeting/" => "events/meeting/index.html",
        _ => path[1..],
    };

    private string[] Contents() => [.. output.Files().Select(file => $"{file}\n{File.ReadAllText(output.At(file), Encoding.UTF8)}")];
}
