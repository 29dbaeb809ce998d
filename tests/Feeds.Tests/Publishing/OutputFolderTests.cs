using System.Collections.Frozen;
using System.Text;
using Feeds.Publishing;
using Feeds.Publishing.Output;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>A publication written as files: all of it, or nothing.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private static readonly string[] AllFiles =
    [
        ".feeds-files", "404.html", "archive/2025/index.html", "archive/index.html", "atom.xml", "calendar.google.ics", "calendar.ics", "calendar.json", "calendar.outlook.ics", "calendar/2026.ics",
        "calendar/2026/index.html", "events/atom.xml", "events/feed.json", "events/index.html", "events/meeting.ics", "events/meeting/index.html", "events/rss.xml", "favicon.ico", "favicon.svg", "feed.css",
        "feed.json", "feeds.opml", "feeds/index.html", "index.html", "posts/first/index.html", "robots.txt", "rss.xml", "sitemap.xml", "style.css", "subscribe/index.html",
    ];

    private static readonly string[] NotSmaller = ["favicon.ico.br", "favicon.ico.gz", "robots.txt.gz"];

    private static readonly string[] CompressedFiles =
    [
        .. AllFiles.SelectMany(file => file == ".feeds-files" ? [file] : (string[])[file, file + ".gz", file + ".br"])
            .Except(NotSmaller, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private readonly TempFolder output = new();

    public void Dispose() => output.Dispose();

    [Fact]
    public void HoldsTheBytesThatAreServed_ForEveryAddress()
    {
        var site = Site("Hello.");
        OutputFolder.Write(output.Root, site, OutputForms.Plain);

        Assert.Equal(AllFiles, output.Files());
        Assert.All(site.Representations.Values, item => Assert.Equal(item.Identity.ToArray(), File.ReadAllBytes(output.At(FileOf(item.Path)))));
        Assert.All(site.Representations.Values, item => Assert.Equal(item.LastModified.ToDateTimeUtc(), File.GetLastWriteTimeUtc(output.At(FileOf(item.Path)))));
    }

    [Fact]
    public void HoldsTheCompressedBytesThatAreServed_WhereTheyAreSmaller()
    {
        var site = Site(string.Concat(Enumerable.Repeat("Hello again. ", 50)));
        Assert.Equal(CompressedFiles.Length - 1, OutputFolder.Write(output.Root, site, OutputForms.Precompressed).Files);

        Assert.Equal(CompressedFiles, output.Files());
        var withGzip = site.Representations.Values.Where(item => item.Path is not ("/favicon.ico" or "/robots.txt"));
        Assert.All(withGzip, item => Assert.Equal(item.Gzip.ToArray(), File.ReadAllBytes(output.At(FileOf(item.Path) + ".gz"))));
        var withBrotli = site.Representations.Values.Where(item => item.Path != "/favicon.ico");
        Assert.All(withBrotli, item => Assert.Equal(item.Brotli.ToArray(), File.ReadAllBytes(output.At(FileOf(item.Path) + ".br"))));
        Assert.All(withGzip, item =>
            Assert.Equal(item.LastModified.ToDateTimeUtc(), File.GetLastWriteTimeUtc(output.At(FileOf(item.Path) + ".gz"))));
    }

    [Theory]
    [InlineData("x.svg", new[] { ".feeds-files", "x.svg" })]
    [InlineData("x.png", new[] { ".feeds-files", "x.png" })]
    public void HoldsNothingCompressed_WhereThatIsNotSmaller(string path, string[] files)
    {
        // What no coding makes smaller, in a format that is worth a try and in one that is not.
        var text = path == "x.png" ? new string('x', 1000) : "x";
        var representation = new Representation(new RenderPlan("/" + path, MediaType.OfFile(path)!, FolderOf.Moment("2025-01-01T00:00:00Z"), [], () => Encoding.UTF8.GetBytes(text)), FolderOf.Moment("2026-01-01T00:00:00Z"), before: null);
        var site = Site("Hello.") with { Representations = new Dictionary<string, Representation>(StringComparer.Ordinal) { ["/" + path] = representation }.ToFrozenDictionary(StringComparer.Ordinal) };
        OutputFolder.Write(output.Root, site, OutputForms.Precompressed);

        Assert.Equal(files, output.Files());
    }

    [Fact]
    public void TakesThePackedAway_WithTheirFile()
    {
        OutputFolder.Write(output.Root, Site("Hello."), OutputForms.Precompressed);
        OutputFolder.Write(output.Root, Site("Hello.", permalink: "/elsewhere/"), OutputForms.Precompressed);
        Assert.Equal([], output.Files().Where(file => file.StartsWith("posts/", StringComparison.Ordinal)));

        OutputFolder.Write(output.Root, Site("Hello."), OutputForms.Plain);
        Assert.Equal(AllFiles, output.Files());
    }

    [Fact]
    public void KeepsWhatIsThere_WhenNothingChanged()
    {
        OutputFolder.Write(output.Root, Site("Hello."), OutputForms.Precompressed);
        var before = Contents();
        var written = output.Files().Where(file => file != ".feeds-files").Select(file => new FileInfo(output.At(file)).CreationTimeUtc).ToArray();
        OutputFolder.Write(output.Root, Site("Hello."), OutputForms.Precompressed);

        Assert.Equal(before, Contents());
        Assert.Equal(written, output.Files().Where(file => file != ".feeds-files").Select(file => new FileInfo(output.At(file)).CreationTimeUtc));
    }

    [Fact]
    public void MakesTheFolder_WhenItIsMissing()
    {
        OutputFolder.Write(output.At("deep/below"), Site("Hello."), OutputForms.Plain);

        Assert.Equal(AllFiles.Select(file => "deep/below/" + file), output.Files());
    }

    [Fact]
    public void HasOnlyTheNew_WhenWrittenAgain()
    {
        OutputFolder.Write(output.Root, Site("Hello."), OutputForms.Plain);
        OutputFolder.Write(output.Root, FolderOf.Published("2026-01-01T00:00:00Z", ("posts/second.md", "---\ntitle: Second\ndate: 2025-03-05\n---\nHello.\n")), OutputForms.Plain);

        Assert.Equal([".feeds-files", "404.html", "archive/2025/index.html", "archive/index.html", "atom.xml", "calendar.google.ics", "calendar.ics", "calendar.json", "calendar.outlook.ics", "events/index.html", "favicon.ico", "favicon.svg", "feed.css", "feed.json", "feeds.opml", "feeds/index.html", "index.html", "posts/second/index.html", "robots.txt", "rss.xml", "sitemap.xml", "style.css", "subscribe/index.html"], output.Files());
        Assert.False(Directory.Exists(output.At("calendar")));
    }

    [Fact]
    public void KeepsWhatOthersPutThere_WhenWrittenAgain()
    {
        OutputFolder.Write(output.Root, Site("Hello."), OutputForms.Plain);
        output.Write("CNAME", "club.example");
        output.Write("posts/first/photo.jpg", "a photo");
        OutputFolder.Write(output.Root, FolderOf.Published("2026-01-01T00:00:00Z"), OutputForms.Plain);

        Assert.Equal([".feeds-files", "404.html", "CNAME", "atom.xml", "calendar.google.ics", "calendar.ics", "calendar.json", "calendar.outlook.ics", "events/index.html", "favicon.ico", "favicon.svg", "feed.css", "feed.json", "feeds.opml", "feeds/index.html", "index.html", "posts/first/photo.jpg", "robots.txt", "rss.xml", "sitemap.xml", "style.css", "subscribe/index.html"], output.Files());
    }

    [Fact]
    public void ReplacesAFileByAFolder_WhenItsAddressEndsInASlash()
    {
        OutputFolder.Write(output.Root, Site("Hello.", permalink: "/first"), OutputForms.Plain);
        OutputFolder.Write(output.Root, Site("Hello.", permalink: "/first/"), OutputForms.Plain);
        Assert.True(File.Exists(output.At("first/index.html")));

        OutputFolder.Write(output.Root, Site("Hello.", permalink: "/first"), OutputForms.Plain);
        Assert.True(File.Exists(output.At("first.html")));
    }

    /// <summary>A folder stands where a file must go, or a file where a folder must.</summary>
    [Theory]
    [InlineData("atom.xml/keep.txt")]
    [InlineData(".feeds-files/keep.txt")]
    [InlineData("calendar")]
    public void IsAsItWas_WhenAFileCannotBePut(string obstacle)
    {
        OutputFolder.Write(output.Root, FolderOf.Published("2026-01-01T00:00:00Z", ("posts/old.md", "---\ntitle: Old\ndate: 2025-03-05\n---\nOld.\n")), OutputForms.Plain);
        if (File.Exists(output.At(obstacle.Split("/keep", 2)[0]))) File.Delete(output.At(obstacle.Split("/keep", 2)[0]));
        output.Write(obstacle, "in the way");
        var before = Contents();

        Assert.ThrowsAny<IOException>(() => OutputFolder.Write(output.Root, Site("Hello."), OutputForms.Plain));
        Assert.Equal(before, Contents());
    }

    [Fact]
    public void IsAsItWas_WhenAFileStandsInItsPlace()
    {
        output.Write("out", "a file");

        Assert.ThrowsAny<IOException>(() => OutputFolder.Write(output.At("out"), Site("Hello."), OutputForms.Plain));
        Assert.Equal(["out"], output.Files());
    }

    [Fact]
    public void IsAsItWas_WhenItCannotBeWrittenTo()
    {
        OutputFolder.Write(output.Root, Site("Hello."), OutputForms.Plain);
        var before = Contents();
        output.Allow("", UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.ThrowsAny<SystemException>(() => Unprivileged.Run(() => OutputFolder.Write(output.Root, Site("Changed."), OutputForms.Plain)));
        Assert.Equal(before, Contents());
        output.Allow("", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static Publication Site(string text, string permalink = "/posts/first/") => FolderOf.Published(
        "2026-01-01T00:00:00Z",
        ("posts/first.md", $"---\ntitle: First\ndate: 2025-03-04\npermalink: {permalink}\n---\n{text}\n"),
        ("events/meeting.md", "---\ntitle: A meeting\nstart: 2026-02-03 18:00\n---\nCome.\n"));

    private static string FileOf(string path) => path switch
    {
        [.., '/'] => path[1..] + "index.html",
        _ => path[1..],
    };

    private string[] Contents() => [.. output.Files().Select(file => $"{file}\n{File.ReadAllText(output.At(file), Encoding.UTF8)}")];
}
