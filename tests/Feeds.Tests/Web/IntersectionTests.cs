using System.Globalization;
using System.Runtime.CompilerServices;
using Feeds.Publishing;
using Feeds.Tests.Publishing;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>Feeds of the posts that bear several terms at once.</summary>
public sealed class IntersectionTests : IAsyncLifetime
{
    private ServedFeeds? server;

    private ServedFeeds Server => server!;

    public async ValueTask InitializeAsync() => server = await ServedFeeds.StartAsync(
        Published.Post("a", "2025-01-01", "tags: [django, python]\ncategory: news\n"),
        Published.Post("b", "2025-01-02", "tags: [django]\ncategory: news\nauthors: [Ada, Bob]\n"),
        Published.Post("c", "2025-01-03", "tags: [Python, Django, C++]\ncategories: [news, talks]\nauthors: [Ada, Bob]\n"),
        Published.Post("d", "2025-01-04", "tags: [python, e, čeština]\n"),
        Published.Post("draft", "2025-01-05", "tags: [django, python]\ndraft: true\n"));

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Theory]
    [InlineData("/tags/django+python/", "c a")]
    [InlineData("/tags/django%2Bpython/", "c a")]
    [InlineData("/tags/django%2bpython/", "c a")]
    [InlineData("/tags/c-plus-plus+python/", "c")]
    [InlineData("/tags/c-plus-plus+django+python/", "c")]
    [InlineData("/tags/e+python/", "d")]
    [InlineData("/tags/e+%C4%8De%C5%A1tina/", "d")]
    [InlineData("/tags/c-plus-plus+e/", "")]
    [InlineData("/categories/news+talks/", "c")]
    [InlineData("/authors/ada+bob/", "c b")]
    public async Task HoldsThePosts_ThatBearAllTerms(string folder, string titles)
    {
        foreach (var file in Published.Files)
        {
            var answer = await Server.AskAsync("GET", folder + file);
            Assert.Equal(200, answer.Status);
            Assert.Equal(titles, string.Join(' ', Published.TitlesOf(file, answer.Body)));
            Assert.Equal(304, (await Server.AskAsync("HEAD", folder + file, $"If-None-Match: {answer["ETag"]}")).Status);
        }
    }

    [Theory]
    [InlineData("/tags/python+django/atom.xml", "/tags/django%2Bpython/atom.xml")]
    [InlineData("/tags/python%2Bdjango/rss.xml", "/tags/django%2Bpython/rss.xml")]
    [InlineData("/tags/django+python+django/feed.json", "/tags/django%2Bpython/feed.json")]
    [InlineData("/tags/django+django/atom.xml", "/tags/django/atom.xml")]
    [InlineData("/tags/%C4%8De%C5%A1tina+e/atom.xml", "/tags/e%2B%C4%8De%C5%A1tina/atom.xml")]
    [InlineData("/authors/bob+ada/atom.xml", "/authors/ada%2Bbob/atom.xml")]
    public async Task LeadsToItsOneAddress_InAnotherOrder(string path, string target)
    {
        foreach (var method in (string[])["GET", "HEAD"])
        {
            var answer = await Server.AskAsync(method, path);
            Assert.Equal((308, target), (answer.Status, answer["Location"]));
        }

        Assert.Equal(200, (await Server.AskAsync("GET", target)).Status);
    }

    [Theory]
    [InlineData("/tags/django+unknown/atom.xml")]
    [InlineData("/tags/unknown+django/atom.xml")]
    [InlineData("/tags/django+/atom.xml")]
    [InlineData("/tags/+/atom.xml")]
    [InlineData("/tags/Django+python/atom.xml")]
    [InlineData("/tags/ada+bob/atom.xml")]
    [InlineData("/posts/django+python/atom.xml")]
    [InlineData("/tags/django+python/")]
    [InlineData("/tags/django+python/index.html")]
    [InlineData("/tags/django+python")]
    [InlineData("/x/tags/django+python/atom.xml")]
    [InlineData("/tags/a+b+c+d+e/atom.xml")]
    [InlineData("/tags/c-plus-plus+django+e+python+%C4%8De%C5%A1tina/atom.xml")]
    public async Task IsNotFound_WhereThereIsNoSuchFeed(string path) => Assert.Equal(404, (await Server.AskAsync("GET", path)).Status);

    [Fact]
    public async Task SaysItsOwnAddress_InItsBytesAndFields()
    {
        var answer = await Server.AskAsync("GET", "/tags/django+python/feed.json");

        Assert.Equal("<https://club.example/tags/django%2Bpython/feed.json>; rel=\"self\"", answer["Link"]);
        var feed = System.Text.Json.JsonElement.Parse(answer.Body);
        Assert.Equal("https://club.example/tags/django%2Bpython/feed.json", feed.GetProperty("feed_url").GetString());
        Assert.Equal("Compiler Club: Django + Python", feed.GetProperty("title").GetString());
    }

    [Fact]
    public async Task IsModified_WhenOnlyAnOldPostChanged()
    {
        (string Path, string Text) rare = Published.Post("rare", "1999-01-01", "tags: [one, rare]\n");
        (string, string)[] newer = [.. Enumerable.Range(10, 21).Select(day => Published.Post(day.ToString("'p'00", CultureInfo.InvariantCulture), day.ToString("'2025-01-'00", CultureInfo.InvariantCulture)))];
        await using var changing = await ServedFeeds.StartAsync([rare, .. newer]);
        var before = await changing.AskAsync("GET", "/tags/one+rare/atom.xml");
        changing.Publish([(rare.Path, rare.Text + "More.\n"), .. newer]);
        var after = await changing.AskAsync("GET", "/tags/one+rare/atom.xml", $"If-Modified-Since: {before["Last-Modified"]}");

        Assert.Equal((200, 200), (before.Status, after.Status));
        Assert.NotEqual(before["ETag"], after["ETag"]);
        Assert.Equal((await changing.AskAsync("GET", "/atom.xml"))["Last-Modified"], before["Last-Modified"]);
    }

    [Fact]
    public async Task KeepsAFewOnly_WhenThousandsAreAskedFor()
    {
        var names = Enumerable.Range(10, 40).Select(number => number.ToString("'t'00", CultureInfo.InvariantCulture)).ToArray();
        await using var many = await ServedFeeds.StartAsync(Published.Post("a", "2025-01-01", $"tags: [{string.Join(", ", names)}]\n"));
        var asked = Ask(many.Publication, names);
        GC.Collect();

        Assert.Equal(2340, asked.Length);
        Assert.InRange(asked.Count(representation => representation.IsAlive), 1, 256);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] Ask(Publication publication, string[] names) =>
    [
        .. from one in names
           from other in names
           where string.CompareOrdinal(one, other) < 0
           from file in Published.Files
           select new WeakReference(publication.Find($"/tags/{one}+{other}/{file}")!),
    ];
}
