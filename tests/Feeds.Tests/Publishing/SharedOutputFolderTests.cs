using System.Runtime.CompilerServices;
using System.Text;
using Feeds.Publishing;
using Feeds.Publishing.Output;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>An output folder in which another generator writes, too: nothing of it is replaced or deleted.</summary>
public sealed class SharedOutputFolderTests : IDisposable
{
    private const string Now = "2026-01-01T00:00:00Z";
    private const string Theirs = "written by another generator";

    private const string Elsewhere = """
        posts: { permalink: "https://notes.example/posts/{slug}/" }
        events: { permalink: "https://notes.example/events/{slug}/" }

        """;

    private static readonly string[] OfOthers = ["404.html", "favicon.ico", "index.html", "robots.txt", "sitemap.xml", "style.css"];

    private readonly TempFolder output = new();

    public void Dispose() => output.Dispose();

    [Theory]
    [InlineData("404.html")]
    [InlineData("favicon.ico")]
    [InlineData("favicon.svg")]
    [InlineData("index.html")]
    [InlineData("robots.txt")]
    [InlineData("sitemap.xml")]
    [InlineData("style.css")]
    [InlineData("feed.css")]
    [InlineData("archive/index.html")]
    [InlineData("events/index.html")]
    [InlineData("events/meeting/index.html")]
    [InlineData("posts/first/index.html")]
    [InlineData("posts/first/index.html/a folder")]
    [InlineData("style.css/a folder")]
    [InlineData("posts", "posts/first/index.html")]
    public void LeavesOutAPage_WhereOthersPutSomething(string theirs, string? ours = null)
    {
        output.Write(theirs, Theirs);
        ours ??= theirs.Replace("/a folder", "", StringComparison.Ordinal);

        for (var time = 1; time <= 2; time++)
        {
            Assert.Equal([ours], Write(Site("Hello.")).LeftOut);
            Assert.Equal(Theirs, Text(theirs));
            Assert.DoesNotContain("  " + ours, File.ReadAllText(output.At(".feeds-files")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("atom.xml")]
    [InlineData("rss.xml")]
    [InlineData("feed.json")]
    [InlineData("feeds.opml")]
    [InlineData("calendar.ics")]
    [InlineData("calendar.google.ics")]
    [InlineData("calendar.json")]
    [InlineData("calendar/2026.ics")]
    [InlineData("events/meeting.ics")]
    [InlineData("events/atom.xml")]
    [InlineData("atom.xml.gz")]
    [InlineData("calendar.ics.br")]
    [InlineData("atom.xml/a folder", "atom.xml")]
    [InlineData("calendar", "calendar/2026.ics")]
    public void WritesNothing_WhereOthersPutAFeedOrCalendar(string theirs, string? ours = null)
    {
        output.Write(theirs, Theirs);
        var before = Contents();

        var exception = Assert.Throws<IOException>(() => Write(Site("Hello."), OutputForms.Precompressed));
        Assert.Equal(
            $"nothing was written: {output.Root} contains {ours ?? theirs}{(theirs == "calendar" ? ", calendar/2026.ics.br, calendar/2026.ics.gz" : "")}, which 'feeds build' did not write, or which was changed since; "
            + "move these files away, or run it with --force to replace them",
            exception.Message);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public void NamesTen_WhereManyFeedsAreOfOthers()
    {
        var site = Site("Hello.", tags: "a, b, c, d");
        foreach (var tag in (string[])["a", "b", "c", "d"])
        {
            foreach (var file in (string[])["atom.xml", "feed.json", "rss.xml"]) output.Write($"tags/{tag}/{file}", Theirs);
        }

        Assert.Contains("/rss.xml, tags/d/atom.xml and 2 more, which", Assert.Throws<IOException>(() => Write(site)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("atom.xml")]
    [InlineData("index.html.gz")]
    public void TakesOver_WhatHasItsBytesAlready(string path)
    {
        using var model = new TempFolder();
        OutputFolder.Write(model.At("out"), Site("Hello."), OutputForms.Precompressed);
        output.Write(path, File.ReadAllBytes(model.At("out/" + path)));

        Assert.Empty(Write(Site("Hello."), OutputForms.Precompressed).LeftOut);
        Assert.Empty(Write(Site("Changed."), OutputForms.Precompressed).LeftOut);
    }

    /// <summary>A site of both: another generator's home and files, and its own pages and feeds.</summary>
    [Fact]
    public void ReplacesAll_WhereItIsForced_AndNothingElseFromThenOn()
    {
        foreach (var path in (string[])[.. OfOthers, "atom.xml", "about/index.html", "CNAME"]) output.Write(path, Theirs);
        Assert.Empty(Write(Site("Hello."), OutputForms.Plain, OverwriteMode.All).LeftOut);
        Assert.All([.. OfOthers, "atom.xml"], path => Assert.NotEqual(Theirs, Text(path)));
        Assert.All(["about/index.html", "CNAME"], path => Assert.Equal(Theirs, Text(path)));

        output.Write("index.html", Theirs);
        Assert.Equal(["index.html"], Write(Site("Changed.")).LeftOut);
        Assert.All(["index.html", "about/index.html", "CNAME"], path => Assert.Equal(Theirs, Text(path)));
        Assert.Contains("Changed.", Text("atom.xml"), StringComparison.Ordinal);
    }

    /// <summary>A page was written once, then somebody edits it or another generator writes there.</summary>
    [Theory]
    [InlineData("posts/first/index.html")]
    [InlineData("index.html")]
    public void KeepsWhatWasChanged_WhereItIsWantedOrNot(string path)
    {
        Write(Site("Hello."));
        var ours = Text(path);
        output.Write(path, Theirs);

        Assert.Equal([path], Write(Site("Changed.")).LeftOut);
        Assert.Equal(Theirs, Text(path));
        // Where the edit is undone, it is as if it had never been.
        output.Write(path, ours);
        Assert.Empty(Write(Site("Changed.")).LeftOut);
        Assert.NotEqual(ours, Text(path));

        output.Write(path, Theirs);
        Assert.Empty(Write(Site("Hello.", yaml: Elsewhere)).LeftOut);
        Assert.Equal(Theirs, Text(path));
        Assert.Equal([path], output.Files().Where(file => file is "index.html" or "posts/first/index.html"));
    }

    [Fact]
    public void WritesNothing_WhereAFeedOfItsOwnWasChanged()
    {
        Write(Site("Hello."));
        output.Write("rss.xml", Theirs);
        var before = Contents();

        Assert.Throws<IOException>(() => Write(Site("Changed.")));
        Assert.Equal(before, Contents());
    }

    [Fact]
    public void LeavesOutThePackedFormsToo_OfAPageThatIsLeftOut()
    {
        Write(Site("Hello."), OutputForms.Precompressed);
        output.Write("index.html", Theirs);
        var result = Write(Site("Changed."), OutputForms.Precompressed);

        Assert.Equal(["index.html"], result.LeftOut);
        Assert.Equal(["index.html"], output.Files().Where(file => file.StartsWith("index.html", StringComparison.Ordinal)));
        Assert.Equal(output.Files().Length - 2, result.Files);
    }

    [Fact]
    public void LeavesOutAPackedFormAlone_WhereOthersPutOne()
    {
        output.Write("index.html.gz", Theirs);

        Assert.Equal(["index.html.gz"], Write(Site("Hello."), OutputForms.Precompressed).LeftOut);
        Assert.Equal(Theirs, Text("index.html.gz"));
        Assert.Equal(["index.html", "index.html.br", "index.html.gz"], output.Files().Where(file => file.StartsWith("index.html", StringComparison.Ordinal)));
    }

    [Fact]
    public void CollidesWithNothing_WhereThePagesAreElsewhere()
    {
        foreach (var path in (string[])[.. OfOthers, "subscribe/index.html", "feed.css", "events/index.html", "archive/index.html"]) output.Write(path, Theirs);

        Assert.Empty(Write(Site("Hello.", yaml: Elsewhere), OutputForms.Precompressed).LeftOut);
        Assert.All([.. OfOthers, "subscribe/index.html", "feed.css"], path => Assert.Equal(Theirs, Text(path)));
    }

    /// <summary>The folder as a version without hashes left it: what its list names may be replaced and deleted.</summary>
    [Fact]
    public void IsUpgraded_FromAListWithoutHashes()
    {
        Write(Site("Written by an earlier version."));
        UseListWithoutHashes();
        output.Write("CNAME", Theirs);

        Assert.Empty(Write(Site("Hello.")).LeftOut);
        Assert.Contains("Hello.", Text("posts/first/index.html"), StringComparison.Ordinal);
        Assert.All(File.ReadLines(output.At(".feeds-files")), line => Assert.Matches("^[0-9a-f]{32}  [^ ]+$", line));
        Assert.Equal(29, File.ReadLines(output.At(".feeds-files")).Count());

        UseListWithoutHashes();
        Write(FolderOf.Published(Now));
        Assert.DoesNotContain("posts/first/index.html", output.Files());
        Assert.Contains("CNAME", output.Files());
    }

    [Fact]
    public void DeletesNothing_ThatWasWrittenAfterAListWithoutHashes()
    {
        Write(Site("Hello."));
        UseListWithoutHashes();
        output.Write("index.html", Theirs);
        File.SetLastWriteTimeUtc(output.At("index.html"), File.GetLastWriteTimeUtc(output.At(".feeds-files")) + TimeSpan.FromMinutes(1));
        Write(Site("Hello.", yaml: Elsewhere));

        Assert.Equal(Theirs, Text("index.html"));
        Assert.DoesNotContain("404.html", output.Files());
    }

    /// <summary>A list that somebody else wrote leads to nothing outside the folder.</summary>
    [Theory]
    [InlineData("../keep.txt")]
    [InlineData("00000000000000000000000000000000  ../keep.txt")]
    [InlineData("posts/../../keep.txt")]
    public void DeletesNothingOutside_WhateverTheListSays(string line)
    {
        output.Write("keep.txt", Theirs);
        output.Write("out/.feeds-files", line + "\n");
        OutputFolder.Write(output.At("out"), Site("Hello."), OutputForms.Plain);

        Assert.Equal(Theirs, Text("keep.txt"));
    }

    [Fact]
    public void TurnsAFileIntoAFolder_AndBack()
    {
        Write(Site("Hello.", permalink: "/first.html/"));
        Assert.Empty(Write(Site("Hello.", permalink: "/first.html")).LeftOut);
        Assert.True(File.Exists(output.At("first.html")));

        Assert.Empty(Write(Site("Hello.", permalink: "/first.html/")).LeftOut);
        Assert.True(File.Exists(output.At("first.html/index.html")));
    }

    private static Publication Site(string text, string permalink = "/posts/first/", string yaml = "", string tags = "") => FolderOf.Published(
        Now,
        ("site.yaml", FolderOf.SiteYaml + yaml),
        ("posts/first.md", $"---\ntitle: First\ndate: 2025-03-04\npermalink: {permalink}\ntags: [{tags}]\n---\n{text}\n"),
        ("events/meeting.md", "---\ntitle: A meeting\nstart: 2026-02-03 18:00\n---\nCome.\n"));

    private OutputResult Write(Publication publication, OutputForms forms = OutputForms.Plain, OverwriteMode overwrite = OverwriteMode.Own) =>
        OutputFolder.Write(output.Root, publication, forms, overwrite);

    private void UseListWithoutHashes([CallerFilePath] string here = "") =>
        output.Write(".feeds-files", File.ReadAllBytes(Path.Join(Path.GetDirectoryName(here), "golden", "feeds-files-without-hashes.txt")));

    private string Text(string path) => File.ReadAllText(output.At(path), Encoding.UTF8);

    private string[] Contents() => [.. output.Files().Select(file => $"{file}\n{Text(file)}")];
}
