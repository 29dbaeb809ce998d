using Feeds.Content;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>What <c>check</c> says of a site in which no single file is wrong, on 1 January 2025.</summary>
public sealed class SiteChecksTests
{
    [Theory]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2025-01-02\n---\n![a](a.png)\n", "posts/a.md:5: warning: there is no file for 'a.png'; put it at posts/a.png, or correct the address")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2025-01-02\nimage: a.png\n---\n", "posts/a.md:4: warning: there is no file for 'a.png'; put it at posts/a.png, or correct the address")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2025-01-02\n---\n[a](../b.md)\n", "posts/a.md:5: warning: there is no file for '../b.md'; put it at b.md, or correct the address")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2028-01-02\n---\n", "posts/a.md:1: warning: it appears only on 2028-01-02, years from now")]
    [InlineData("events/a.md", "---\ntitle: A\nstart: 2025-01-02 18:30\nend: 2025-01-02 20:00\n---\n", "events/a.md:1: warning: it has neither a place nor an online address; write 'location:' or 'online:'")]
    [InlineData("events/a.md", "---\ntitle: A\nlocation: Hall\nstart: 2028-01-02 18:30\nend: 2028-01-02 20:00\n---\n", "events/a.md:1: warning: it takes place only years from now")]
    [InlineData("posts/z.md", "---\ntitle: Z\ndate: 2025-01-01 18:30\n---\n", "posts/z.md:1: warning: it is published at the same moment as posts/there.md, so readers may show the two in either order; write another time")]
    public void Tells_WhatSubscribersWouldNotice(string path, string text, string expected) => Assert.Equal([expected], Advice(path, text));

    [Theory]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2025-01-02\n---\n![a](/img/a.png) [b](/elsewhere/) [c](https://c.example/c.png) [d](#d) [e](sub/) [f](there.md) [g](f.html)\n")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2025-01-02\npermalink: https://elsewhere.example/a\n---\n![a](a.png)\n")]
    [InlineData("posts/z.md", "---\ntitle: Z\ndate: 2025-01-01\n---\n")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2027-12-01\n---\n")]
    [InlineData("events/a.md", "---\ntitle: A\nstart: 2025-01-02 18:30\nend: 2025-01-02 20:00\nonline: https://meet.example/\n---\n")]
    [InlineData("events/a.md", "---\ntitle: A\nstart: 2025-01-02 18:30\nend: 2025-01-02 20:00\nstatus: cancelled\n---\n")]
    public void SaysNothing_WhenAllIsWell(string path, string text) => Assert.Empty(Advice(path, text));

    [Theory]
    [InlineData("icon: icon.png\n", "icon.png")]
    [InlineData("icon: ./img/icon.svg\n", "./img/icon.svg", "img/icon.svg")]
    [InlineData("podcast: { image: cover.jpg }\n", "cover.jpg")]
    public void TellsWhichFile_ASettingNamesInVain(string settings, string written, string? path = null)
    {
        var expected = $"site.yaml:4: warning: there is no file for '{written}'; put it at {path ?? written}, or correct the address";

        Assert.Equal([expected], Advice("posts/a.md", Post, settings));
    }

    [Theory]
    [InlineData("icon: posts/a.md\n")]
    [InlineData("icon: /icon.png\n")]
    [InlineData("icon: https://elsewhere.example/icon.png\n")]
    [InlineData("icon: https://club.example/icon.png\n")]
    [InlineData("icon: icon.png\nposts: { permalink: 'https://elsewhere.example/{slug}/' }\n")]
    [InlineData("icon: \n")]
    public void SaysNothing_OfAFileThatIsThereOrElsewhere(string settings) => Assert.Empty(Advice("posts/a.md", Post, settings));

    private const string Post = "---\ntitle: A\ndate: 2025-01-02\n---\n";

    private static string[] Advice(string path, string text, string settings = "")
    {
        (string, string) there = ("posts/there.md", "---\ntitle: There\ndate: 2025-01-01 18:30\n---\n");
        var folder = FolderOf.Files(("site.yaml", FolderOf.SiteYaml + settings), there, (path, text));
        var reading = SiteReader.Read(folder, FolderOf.Listening, previous: null);
        Assert.Empty(reading.Diagnostics);
        return [.. SiteChecks.Read(reading.Site, folder, FolderOf.Moment("2025-01-01T00:00:00Z"), () => { }).Select(diagnostic => diagnostic.ToString())];
    }
}
