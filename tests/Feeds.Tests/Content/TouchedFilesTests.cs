using Feeds.Content.Files;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Files that are read again by name: what comes of it is what a look at all would have found.</summary>
public sealed class TouchedFilesTests : IDisposable
{
    private readonly TempFolder disk = new();
    private readonly FolderReading before;

    public TouchedFilesTests()
    {
        foreach (var path in (string[])["posts/a.md", "posts/b.md", "posts/photo.png", "site.yaml"]) disk.Write("content/" + path, path);
        before = ContentFolder.Read(disk.At("content"), previous: null);
    }

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData("posts/a.md")]
    [InlineData("posts/photo.png")]
    [InlineData("posts/first-of-all.md")]
    [InlineData("posts/last-of-all.jpg")]
    [InlineData("A.md")]
    [InlineData("posts/.a.md.swp")]
    [InlineData(".git/index.md")]
    [InlineData("posts/node_modules/a.md")]
    [InlineData("feeds.lock")]
    public void IsAsAllWouldBeRead(string written)
    {
        disk.Write("content/" + written, "another text");
        var all = ContentFolder.Read(disk.At("content"), before);
        var touched = Touched(written, written)!;

        Assert.Equal(all.Files.Select(file => (file.Path, file.Stamp, file.Hash)), touched.Files.Select(file => (file.Path, file.Stamp, file.Hash)));
        Assert.Equal(all.Others.Select(other => (other.File.Path, other.Stamp)), touched.Others.Select(other => (other.File.Path, other.Stamp)));
    }

    /// <summary>A server that watches looks at no output, and reads all once where a folder becomes one or is one no more.</summary>
    [Fact]
    public void LeavesOut_WhatBuildWrote()
    {
        disk.Write("content/public/.feeds-files", "index.html\n");
        disk.Write("content/public/index.html", "a page");
        disk.Write("content/public/posts/c.md", "of the output");
        Assert.Same(before, Touched("public/.feeds-files", "public/index.html", "public/posts/c.md", "public/.feeds-new/index.html"));

        disk.Write("content/posts/.feeds-files", "index.html\n");
        Assert.Null(Touched("posts/.feeds-files"));
        File.Delete(disk.At("content/public/.feeds-files"));
        Assert.Null(Touched("public/.feeds-files"));
    }

    [Fact]
    public void IsTheSame_WhereNothingChanged() => Assert.Same(before, Touched("posts/a.md", "posts/photo.png", "feeds.lock"));

    [Fact]
    public void LeavesToALookAtAll_WhatWent()
    {
        File.Delete(disk.At("content/posts/b.md"));

        Assert.Null(Touched("posts/b.md"));
    }

    [Fact]
    public void LeavesToALookAtAll_ACheckoutOfManyFiles() => Assert.Null(Touched([.. Enumerable.Range(0, 101).Select(number => FormattableString.Invariant($"posts/{number}.md"))]));

    [Fact]
    public void LeavesToALookAtAll_WhatIsAFolder()
    {
        disk.Write("content/posts/new/c.md", "c");

        Assert.Null(Touched("posts/new"));
    }

    [Fact]
    public void LeavesToALookAtAll_WhatIsALink()
    {
        File.CreateSymbolicLink(disk.At("content/posts/link.md"), disk.At("content/posts/a.md"));

        Assert.Null(Touched("posts/link.md"));
    }

    [Fact]
    public void LeavesToALookAtAll_WhatLiesElsewhere() => Assert.Null(TouchedFiles.Read(disk.At("content"), before, [disk.At("other/posts/a.md")]));

    private FolderReading? Touched(params string[] paths) => TouchedFiles.Read(disk.At("content"), before, [.. paths.Select(path => disk.At("content/" + path))]);
}
