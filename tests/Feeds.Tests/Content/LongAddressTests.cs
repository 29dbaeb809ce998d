using Xunit;

namespace Feeds.Tests.Content;

/// <summary>An address that no server could be asked for, and no disk could keep.</summary>
public sealed class LongAddressTests
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
}
