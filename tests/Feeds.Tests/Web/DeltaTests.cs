using System.Globalization;
using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>Answers with only what is new to a client that says which version it has (RFC 3229, <c>feed</c>).</summary>
public sealed class DeltaTests
{
    private static readonly (string, string) A = Published.Post("a", "2025-01-01", "tags: [one]\n");
    private static readonly (string, string) B = Published.Post("b", "2025-01-02", "tags: [one]\n");
    private static readonly (string, string) C = Published.Post("c", "2025-01-03", "tags: [one]\n");
    private static readonly (string, string) ChangedA = (A.Item1, A.Item2 + "Changed.\n");

    public static TheoryData<string> Paths => ["/atom.xml", "/rss.xml", "/feed.json", "/tags/one/atom.xml", "/tags/one/rss.xml", "/tags/one/feed.json"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task HoldsOnlyWhatIsNew_SinceTheVersionBefore(string path)
    {
        await using var server = await ServedFeeds.StartAsync(A, B);
        var before = await server.AskAsync("GET", path);
        server.Publish(A, B, C);
        var now = await server.AskAsync("GET", path);
        var delta = await server.AskAsync("GET", path, "A-IM: feed", $"If-None-Match: {before["ETag"]}");

        Assert.Equal((200, 200, 226), (before.Status, now.Status, delta.Status));
        Assert.Equal(["c"], Published.TitlesOf(path, delta.Body));
        Assert.Equal(["c", "b", "a"], Published.TitlesOf(path, now.Body));
        Assert.Equal((now["ETag"], "feed", "no-store", now["Content-Type"], now["Vary"]), (delta["ETag"], delta["IM"], delta["Cache-Control"], delta["Content-Type"], delta["Vary"]));
        Assert.NotEqual(before["ETag"], now["ETag"]);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task HoldsWhatChanged_WithWhatIsNew(string path)
    {
        await using var server = await ServedFeeds.StartAsync(A, B);
        var before = await server.AskAsync("GET", path);
        server.Publish(ChangedA, B, C);

        Assert.Equal(["c", "a"], Published.TitlesOf(path, (await server.AskAsync("GET", path, "A-IM: feed", $"If-None-Match: {before["ETag"]}")).Body));
    }

    /// <summary>Which requests get a part; <c>{0}</c> is the tag of the version before, without its quotes, <c>{1}</c> that of this one.</summary>
    [Theory]
    [InlineData("A-IM: feed", "If-None-Match: \"{0}\"", 226)]
    [InlineData("A-IM: FEED", "If-None-Match: \"{0}\"", 226)]
    [InlineData("A-IM: vcdiff, feed;q=0.5, gzip", "If-None-Match: \"{0}\"", 226)]
    [InlineData("A-IM: feed", "If-None-Match: W/\"{0}\"", 226)]
    [InlineData("A-IM: feed", "If-None-Match: \"{0}-gzip\"", 226)]
    [InlineData("A-IM: feed", "If-None-Match: \"other\", W/\"{0}-br\"", 226)]
    [InlineData("A-IM: feed", "If-None-Match: \"other\"", 200)]
    [InlineData("A-IM: feed", "If-None-Match: \"{0}x\"", 200)]
    [InlineData("A-IM: feed", "If-None-Match: {0}", 200)]
    [InlineData("A-IM: feed", "Accept: */*", 200)]
    [InlineData("A-IM: feed;q=0", "If-None-Match: \"{0}\"", 200)]
    [InlineData("A-IM: vcdiff", "If-None-Match: \"{0}\"", 200)]
    [InlineData("A-IM: feeds", "If-None-Match: \"{0}\"", 200)]
    [InlineData("Accept: */*", "If-None-Match: \"{0}\"", 200)]
    [InlineData("A-IM: feed", "If-None-Match: \"{1}\"", 304)]
    [InlineData("A-IM: feed", "If-None-Match: \"{0}\", \"{1}\"", 304)]
    [InlineData("A-IM: feed", "If-None-Match: *", 304)]
    public async Task IsSent_WhenItIsAskedForByAKnownTag(string manipulation, string condition, int status)
    {
        await using var server = await ServedFeeds.StartAsync(A, B);
        var before = await server.AskAsync("GET", "/atom.xml");
        server.Publish(A, B, C);
        var now = await server.AskAsync("GET", "/atom.xml");
        var field = string.Format(CultureInfo.InvariantCulture, condition, before["ETag"]!.Trim('"'), now["ETag"]!.Trim('"'));

        foreach (var method in (string[])["GET", "HEAD"])
        {
            var answer = await server.AskAsync(method, "/atom.xml", manipulation, field);
            Assert.Equal((status, now["ETag"]), (answer.Status, answer["ETag"]));
            Assert.Equal(status == 226 ? "feed" : null, answer["IM"]);
            if (method == "HEAD") Assert.Empty(answer.Body);
            else if (status == 200) Assert.Equal(now.Body, answer.Body);
        }
    }

    [Fact]
    public async Task IsNotSent_ForWhatIsNoFeed()
    {
        await using var server = await ServedFeeds.StartAsync(A, B);
        var before = await server.AskAsync("GET", "/");
        server.Publish(A, B, C);

        Assert.Equal(200, (await server.AskAsync("GET", "/", "A-IM: feed", $"If-None-Match: {before["ETag"]}")).Status);
    }

    [Fact]
    public async Task IsEmpty_WhenAPostWasOnlyTakenAway()
    {
        await using var server = await ServedFeeds.StartAsync(A, B, C);
        var before = await server.AskAsync("GET", "/feed.json");
        server.Publish(A, B);
        var delta = await server.AskAsync("GET", "/feed.json", "A-IM: feed", $"If-None-Match: {before["ETag"]}");

        Assert.Equal(226, delta.Status);
        Assert.Empty(Published.TitlesOf("/feed.json", delta.Body));
    }

    [Fact]
    public async Task SpansSeveralVersions_ThatNobodyAskedFor()
    {
        await using var server = await ServedFeeds.StartAsync(A);
        var before = await server.AskAsync("GET", "/atom.xml");
        server.Publish(A, B);
        server.Publish(A, B, C);

        Assert.Equal(["c", "b"], Published.TitlesOf("/atom.xml", (await server.AskAsync("GET", "/atom.xml", "A-IM: feed", $"If-None-Match: {before["ETag"]}")).Body));
    }

    [Fact]
    public async Task IsForgotten_AfterSixteenNewerVersions()
    {
        await using var server = await ServedFeeds.StartAsync(A);
        var tags = new List<string>();
        for (var version = 0; version <= 17; version++)
        {
            server.Publish(A, (B.Item1, B.Item2 + string.Create(CultureInfo.InvariantCulture, $"Version {version}.\n")));
            tags.Add((await server.AskAsync("GET", "/atom.xml"))["ETag"]!);
        }

        Assert.Equal(18, tags.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(200, (await server.AskAsync("GET", "/atom.xml", "A-IM: feed", $"If-None-Match: {tags[0]}")).Status);
        foreach (var tag in tags[1..17])
        {
            var delta = await server.AskAsync("GET", "/atom.xml", "A-IM: feed", $"If-None-Match: {tag}");
            Assert.Equal(226, delta.Status);
            Assert.Equal(["b"], Published.TitlesOf("/atom.xml", delta.Body));
        }
    }
}
