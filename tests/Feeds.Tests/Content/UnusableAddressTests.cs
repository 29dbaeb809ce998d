using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Addresses that no server could be asked for, or no disk could keep.</summary>
public sealed class UnusableAddressTests
{
    [Theory]
    [InlineData(300, 1)]
    [InlineData(5, 400)]
    public void IsReported_AndNotTaken(int letters, int parts)
    {
        var address = string.Concat(Enumerable.Repeat($"/{new string('a', letters)}", parts));
        var reading = FolderOf.Site(("posts/2025-01-02-a.md", $"---\ntitle: A\npermalink: {address}/\n---\nText.\n"));

        Assert.Equal(["posts/2025-01-02-a.md:3: error: 'permalink' is too long for an address; write a path such as /a/"], reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal("/posts/a/", reading.Site.Posts.Single().PagePath);
    }

    [Theory]
    [InlineData("/atom.xml/")]
    [InlineData("/events/a.ics/b/")]
    [InlineData("//club.example/")]
    [InlineData("/a//b/")]
    public void IsReported_WhereAFileStands(string address)
    {
        var reading = FolderOf.Site(("posts/2025-01-02-a.md", $"---\ntitle: A\npermalink: {address}\n---\nText.\n"));

        Assert.Equal([$"posts/2025-01-02-a.md:3: error: 'permalink' ({address}) is below a file name, or has an empty part; write a path such as /a/"], reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal("/posts/a/", reading.Site.Posts.Single().PagePath);
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("atom.xml")]
    [InlineData("a.ics")]
    public void IsReported_WhereASlugHasTheNameOfAFile(string slug)
    {
        var start = "start: 2026-01-05 10:00\nduration: PT1H\n---\n";
        var reading = FolderOf.Site(("events/a.md", $"---\ntitle: A\n{start}"), ("events/b.md", $"---\ntitle: B\nslug: {slug}\n{start}"));

        var instead = $"/events/{slug.Replace('.', '-')}/";
        Assert.Equal(
            [$"events/b.md: warning: its address (/events/{slug}/) would be below a file name, so it is {instead}; write another 'slug:'"],
            reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal(instead, reading.Site.Events.Single(@event => @event.Path == "events/b.md").PagePath);
    }
}
