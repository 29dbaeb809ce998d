using System.Text;
using Feeds.Content.Files;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Which files of a folder are content, and what is said of those that cannot be read.</summary>
public sealed class ContentFolderTests : IDisposable
{
    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public void HoldsTextFiles_InOrderOfPath()
    {
        foreach (var path in (string[])["b.md", "a/z.md", "a.md", "é.md", "a/a.markdown", "Z.MD", "c/d/e/f.mdx", "site.yaml"]) disk.Write(path, path);

        Assert.Equal(["Z.MD", "a.md", "a/a.markdown", "a/z.md", "b.md", "c/d/e/f.mdx", "site.yaml", "é.md"], Paths());
    }

    [Theory]
    [InlineData(".hidden.md")]
    [InlineData(".git/a.md")]
    [InlineData(".obsidian/notes/a.md")]
    [InlineData("posts/.drafts/a.md")]
    [InlineData("node_modules/package/README.md")]
    [InlineData("theme/node_modules/package/README.md")]
    [InlineData("a.txt")]
    [InlineData("a.md.orig")]
    [InlineData("a.md~")]
    [InlineData("photo.jpg")]
    [InlineData("md")]
    public void LeavesOut_WhatIsNoContent(string path)
    {
        disk.Write("content/a.md", "a");
        disk.Write("content/" + path, "b");

        Assert.Equal(["a.md"], Paths("content"));
    }

    /// <summary>What build wrote, wherever it was told to write.</summary>
    [Theory]
    [InlineData("public")]
    [InlineData("posts/site")]
    [InlineData("_site")]
    public void LeavesOut_WhatBuildWrote(string folder)
    {
        disk.Write("content/a.md", "a");
        disk.Write("content/posts/b.md", "b");
        disk.Write($"content/{folder}/.feeds-files", "index.html\n");
        foreach (var file in (string[])["c.md", "deeper/d.md", "photo.jpg"]) disk.Write($"content/{folder}/{file}", "of the output");
        Link("content/by-link", folder);

        Assert.Equal(["a.md", "posts/b.md"], Paths("content"));
        Assert.Empty(ContentFolder.Read(disk.At("content"), previous: null).Assets);
    }

    [Theory]
    [InlineData(".feeds-files", "the list of the content folder itself")]
    [InlineData("posts/feeds-files", "another name")]
    [InlineData("posts/.feeds-files.bak", "another name")]
    [InlineData("posts/.feeds-files/a.md", "a folder of that name")]
    public void Reads_WhatIsBesideAList_ThatIsNone(string path, string text)
    {
        disk.Write("content/posts/b.md", "b");
        disk.Write("content/" + path, text);

        Assert.Equal(["posts/b.md"], Paths("content"));
    }

    [Fact]
    public void Throws_WhenThereIsNoFolder()
    {
        disk.Write("a-file", "text");

        Assert.Equal($"no content folder at {disk.At("missing")}", Assert.Throws<DirectoryNotFoundException>(() => ContentFolder.Read(disk.At("missing"), previous: null)).Message);
        Assert.Equal($"no content folder at {disk.At("a-file")}", Assert.Throws<DirectoryNotFoundException>(() => ContentFolder.Read(disk.At("a-file"), previous: null)).Message);
    }

    [Fact]
    public void RefusesLinks_ThatLeadOut()
    {
        disk.Write("secret.md", "secret");
        disk.Write("secrets/a.md", "secret");
        disk.Write("content-of-others/a.md", "secret");
        disk.Write("content/a.md", "a");
        Link("content/absolute.md", disk.At("secret.md"));
        Link("content/relative.md", "../secret.md");
        Link("content/folder", "../secrets");
        Link("content/neighbour", "../content-of-others");
        Link("content/step.md", "relative.md");
        Link("content/parent", "..");

        var reading = ContentFolder.Read(disk.At("content"), previous: null);

        Assert.Equal(["a.md"], reading.Files.Select(file => file.Path));
        Assert.Equal(
            new[] { ("absolute.md", "secret.md"), ("folder", "secrets"), ("neighbour", "content-of-others"), ("parent", ""), ("relative.md", "secret.md"), ("step.md", "secret.md") }
                .Select(link => $"{link.Item1}: error: this symbolic link leads out of the content folder (to {Path.TrimEndingDirectorySeparator(disk.At(link.Item2))}); put the file itself here"),
            reading.Diagnostics.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SaysTheSame_WhateverTheOrderOfTheDisk()
    {
        foreach (var name in (string[])["c", "a", "d", "b"]) Link($"content/{name}.md", disk.Root);

        Assert.Equal(["a.md", "b.md", "c.md", "d.md"], ContentFolder.Read(disk.At("content"), previous: null).Diagnostics.Select(diagnostic => diagnostic.Path));
    }

    [Fact]
    public void FollowsLinks_ThatStayInside()
    {
        disk.Write("content/posts/a.md", "a");
        Link("content/b.md", "posts/a.md");
        Link("content/notes", "posts");
        Link("content/via-dots.md", "../content/posts/a.md");
        Link("content/nowhere.md", "posts/missing.md");

        Assert.Equal(["b.md", "notes/a.md", "posts/a.md", "via-dots.md"], Paths("content"));
    }

    [Fact]
    public void FollowsTheFolderItself_WhenItIsALink()
    {
        disk.Write("rev1/posts/a.md", "a");
        Link("content", "rev1");

        Assert.Equal(["posts/a.md"], Paths("content"));
    }

    [Fact]
    public void Ends_WhenLinksMakeARing()
    {
        disk.Write("content/posts/a.md", "a");
        Link("content/posts/self", ".");
        Link("content/posts/up", "..");

        Assert.Equal(["posts/a.md"], Paths("content"));
    }

    [Fact]
    public void ReportsAFile_ThatLinksToItself()
    {
        disk.Write("a.md", "a");
        Link("ping.md", "pong.md");
        Link("pong.md", "ping.md");

        Assert.Equal([("a.md", true), ("ping.md", false), ("pong.md", false)], ContentFolder.Read(disk.Root, previous: null).Files.Select(file => (file.Path, file.Problem is null)));
    }

    [Fact]
    public void RefusesAFile_ThatIsTooLarge()
    {
        disk.Write("large.md", new byte[9 * 1024 * 1024]);
        disk.Write("largest.md", Enumerable.Repeat((byte)'a', 8 * 1024 * 1024).ToArray());

        Assert.Equal(
            ["large.md: the file is 9 MiB; a text of at most 8 MiB is read", "largest.md: "],
            ContentFolder.Read(disk.Root, previous: null).Files.Select(file => $"{file.Path}: {file.Problem}"));
    }

    /// <summary>Neither its length nor its date tells that it can be read now.</summary>
    [Fact]
    public void ReadsAPictureAgain_ThatCouldNotBeRead()
    {
        if (OperatingSystem.IsWindows()) return;
        disk.Write("photo.png", "photo");
        disk.Allow("photo.png", UnixFileMode.None);
        var before = ContentFolder.Read(disk.Root, previous: null);
        Assert.True(Unprivileged.Run(() => before.Assets[0].File.Bytes.Value.IsEmpty));
        Assert.True(Unprivileged.Run(() => ContentFolder.Read(disk.Root, before)).SameAs(before));
        disk.Allow("photo.png", UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var after = ContentFolder.Read(disk.Root, before);

        Assert.False(after.SameAs(before));
        Assert.Equal("photo"u8.ToArray(), after.Assets[0].File.Bytes.Value.ToArray());
    }

    [Fact]
    public void ReportsAFile_ThatMayNotBeRead()
    {
        disk.Write("a.md", "a");
        disk.Write("secret.md", "b");
        disk.Write("folder/c.md", "c");
        disk.Allow("secret.md", UnixFileMode.None);
        disk.Allow("folder", UnixFileMode.None);
        var reading = Unprivileged.Run(() => ContentFolder.Read(disk.Root, previous: null));
        disk.Allow("folder", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal(["a.md: ", "secret.md: the file cannot be read: permission denied"], reading.Files.Select(file => $"{file.Path}: {file.Problem}"));
        Assert.Equal(["folder: error: this folder cannot be read: permission denied"], reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    /// <summary>A lock stops everyone, root too.</summary>
    [Fact]
    public void ReportsAFile_ThatIsLocked()
    {
        disk.Write("a.md", "a");
        disk.Write("locked.md", "b");
        FolderReading locked;
        using (File.Open(disk.At("locked.md"), FileMode.Open, FileAccess.ReadWrite, FileShare.None)) locked = ContentFolder.Read(disk.Root, previous: null);

        Assert.Equal(
            ["a.md: ", $"locked.md: the file cannot be read: The process cannot access the file '{disk.At("locked.md")}' because it is being used by another process."],
            locked.Files.Select(file => $"{file.Path}: {file.Problem}"));
        Assert.Equal(["a.md: ", "locked.md: "], ContentFolder.Read(disk.Root, locked).Files.Select(file => $"{file.Path}: {file.Problem}"));
    }

    [Fact]
    public void TakesOver_WhatHasTheSameStamp()
    {
        disk.Write("a.md", "a");
        disk.Write("b.md", "b");
        var before = ContentFolder.Read(disk.Root, previous: null);
        disk.Write("b.md", "changed");
        var after = ContentFolder.Read(disk.Root, before);

        Assert.Same(before.Files[0], after.Files[0]);
        Assert.Equal("changed", Encoding.UTF8.GetString(after.Files[1].Content.Unpacked()));
    }

    [Fact]
    public void GivesTheSameHash_WhenAFileIsTouched()
    {
        disk.Write("a.md", "a");
        var before = ContentFolder.Read(disk.Root, previous: null);
        File.SetLastWriteTimeUtc(disk.At("a.md"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var after = ContentFolder.Read(disk.Root, before);

        Assert.NotSame(before.Files[0], after.Files[0]);
        Assert.Equal(before.Files[0].Hash, after.Files[0].Hash);
    }

    private string[] Paths(string folder = "")
    {
        var reading = ContentFolder.Read(disk.At(folder), previous: null);
        Assert.Empty(reading.Diagnostics);
        return [.. reading.Files.Select(file => file.Path)];
    }

    private void Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(disk.At(path))!);
        File.CreateSymbolicLink(disk.At(path), target);
    }
}
