using System.Collections.Frozen;
using System.Text;
using Feeds.Model;
using Feeds.Publishing;
using Feeds.Publishing.Syndication;
using Feeds.Tests.Watching;
using Feeds.Web.WebSub;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>When a hub is told of a change, and what becomes of everyone else when it does not listen.</summary>
public sealed class HubTests : IAsyncLifetime
{
    private const string Post = "---\ntitle: Post\ndate: 2025-03-04\n---\nText.\n";
    private const string Event = "---\ntitle: Meetup\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\n---\nCome.\n";
    private const string Published = "Information: Published 1 post and 1 event";

    private static readonly string FeedsOfPosts = Form("/atom.xml", "/feed.json", "/rss.xml");

    private readonly ImpatientTime time = new();
    private readonly Watched site;
    private FakeHub? started;

    public HubTests() => site = new Watched { Time = time };

    private FakeHub Hub => started!;

    private string Told => $"Information: Hub {Hub.Address} was notified of 3 changed feeds";

    public async ValueTask InitializeAsync()
    {
        started = await FakeHub.StartAsync();
        WriteContent(site, Hub.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await Hub.DisposeAsync();
    }

    [Fact]
    public async Task IsToldOnce_WhenAPostChanges()
    {
        site.Start();
        Edit("One.");
        Assert.Equal(FeedsOfPosts, await Hub.ToldAsync());
        await site.LoggedAsync(Told);
        Edit("Two.");
        Assert.Equal(FeedsOfPosts, await Hub.ToldAsync());
        await site.LoggedAsync(Told);

        Assert.Equal(2, Hub.Count);
        Assert.Equal([Told, Told], HubLines());
    }

    [Fact]
    public async Task IsToldNothing_AtARestart()
    {
        site.Start();
        Edit("One.");
        await Hub.ToldAsync();
        await site.LoggedAsync(Told);
        await using var again = new Watched();
        WriteContent(again, Hub.Address);
        again.Start();
        again.Disk.Write("content/posts/a.md", Post + "One, two.\n");
        await again.LoggedAsync(Told);

        Assert.Equal(2, Hub.Count);
    }

    [Fact]
    public async Task IsToldNothing_WhenAFileIsTouched()
    {
        site.Disk.Write("content/posts/later.md", "---\ntitle: Later\ndate: 2027-01-01\n---\nLater.\n");
        site.Start();
        File.SetLastWriteTimeUtc(site.Disk.At("content/posts/a.md"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await site.LookedAsync();
        Edit("One.");
        await site.LoggedAsync(Told);

        Assert.Equal(1, Hub.Count);
    }

    [Fact]
    public async Task IsToldNothing_WhenOnlyTheCalendarChanged()
    {
        site.Start();
        await site.LoggedAsync(Published);
        var before = site.Publication;
        site.Disk.Write("content/site.yaml", $"{FolderOf.SiteYaml}hubs: [{Hub.Address}]\ncalendar: {{ name: Evenings }}\n");
        await site.LoggedAsync(Published);
        Assert.NotSame(before.Representations["/calendar.ics"], site.Publication.Representations["/calendar.ics"]);
        Assert.Equal([], HubPublisher.ChangedFeeds(before, site.Publication));
        Edit("One.");
        await site.LoggedAsync(Told);

        Assert.Equal(1, Hub.Count);
    }

    [Fact]
    public async Task IsTold_WhenAScheduledPostAppears()
    {
        site.Disk.Write("content/posts/later.md", "---\ntitle: Later\ndate: 2027-01-01T00:00:00Z\n---\nLater.\n");
        site.Start();
        site.Now = FolderOf.Moment("2027-01-01T00:00:00Z");

        Assert.Equal(FeedsOfPosts, await Hub.ToldAsync());
    }

    [Fact]
    public async Task IsAskedAgain_AfterTroubleThatMayPass()
    {
        Hub.Answer(500);
        Hub.Answer(429, "Retry-After", "77");
        Hub.Answer(503, "Retry-After", "Thu, 01 Jan 2037 00:00:00 GMT");
        Hub.Answers.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        site.Start();
        Edit("One.");
        await site.LoggedAsync(Told);

        Assert.Equal(5, Hub.Count);
        var pauses = time.Pauses.ToArray();
        Assert.Equal([TimeSpan.FromSeconds(77), TimeSpan.FromMinutes(10)], pauses[1..3]);
        Assert.Equal(4, pauses.Length);
        Assert.Equal([Told], HubLines());
    }

    [Fact]
    public async Task IsGivenUpAndLoggedOnce_WhileItIsGone()
    {
        var gone = FreeAddress.Next();
        var refused = $"Warning: Hub {gone} is given up until the next change of a feed: Connection refused ({gone.Authority})";
        WriteContent(site, gone);
        site.Start();
        Edit("One.");
        await site.LoggedAsync(refused);
        Assert.Equal(HubRequest.MaxRetries, time.Pauses.Count);

        Edit("Two.");
        await site.LoggedAsync(Published);
        await using var back = await FakeHub.StartAsync(gone);
        time.Now += HubRequest.Rest;
        Edit("Three.");
        await site.LoggedAsync($"Information: Hub {gone} was notified of 3 changed feeds");
        Assert.Single(HubLines(), line => line == refused);
    }

    [Fact]
    public async Task IsLoggedOnce_WhileItRefuses()
    {
        Hub.Answer(404);
        Hub.Answer(404);
        Hub.Answer(410);
        site.Start();
        foreach (var text in (string[])["One.", "Two.", "Three."])
        {
            Edit(text);
            await Hub.ToldAsync();
        }

        await site.LoggedAsync($"Warning: Hub {Hub.Address} refuses notifications of changed feeds: status 410");
        Assert.Equal([$"Warning: Hub {Hub.Address} refuses notifications of changed feeds: status 404", $"Warning: Hub {Hub.Address} refuses notifications of changed feeds: status 410"], HubLines());
        Assert.Empty(time.Pauses);
    }

    [Fact]
    public async Task DelaysNoPublication_WhileItHangs()
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Hub.Answers.Enqueue(context => HangAsync(context, aborted));
        site.Start();
        Edit("One.");
        await Hub.ToldAsync();
        foreach (var text in (string[])["Two.", "Three."])
        {
            Edit(text);
            while (site.BodyOf("a") != $"Text. {text}") await site.LoggedAsync(Published);
        }

        Assert.Equal(1, Hub.Count);
        Assert.False(aborted.Task.IsCompleted);
    }

    [Fact]
    public async Task IsHungUpOn_WhenTheServerStops()
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Hub.Answers.Enqueue(context => HangAsync(context, aborted));
        using (var publisher = new HubPublisher([Hub.Address.Host], time, site.Measured.Metrics, site))
        {
            publisher.Notify(Feeds("a1"), Feeds("a2"));
            await Hub.ToldAsync();
        }

        await aborted.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        Assert.Equal([], HubLines());
    }

    [Fact]
    public async Task IsGivenUp_WhenEveryAttemptRunsOut()
    {
        await using var other = new Watched { Time = new ImpatientTime(attemptsRunOut: true) };
        for (var attempt = 0; attempt <= HubRequest.MaxRetries; attempt++) Hub.Answers.Enqueue(context => HangAsync(context, new()));
        WriteContent(other, Hub.Address);
        other.Start();
        other.Disk.Write("content/posts/a.md", Post + "One.\n");

        await other.LoggedAsync($"Warning: Hub {Hub.Address} is given up until the next change of a feed: The operation didn't complete within the allowed timeout of '00:00:15'.");
    }

    [Fact]
    public async Task IsNotFollowed_WhereItLeads()
    {
        await using var other = await FakeHub.StartAsync();
        Hub.Answer(307, "Location", other.Address.AbsoluteUri);
        site.Start();
        Edit("One.");
        await site.LoggedAsync($"Warning: Hub {Hub.Address} refuses notifications of changed feeds: status 307");

        Assert.Equal((1, 0), (Hub.Count, other.Count));
    }

    [Fact]
    public async Task IsLeftAlone_OnceItIsNoLongerNamed()
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var other = await FakeHub.StartAsync();
        Hub.Answers.Enqueue(context => HangAsync(context, aborted));
        site.Start();
        Edit("One.");
        await Hub.ToldAsync();
        WriteSettings(site, other.Address);

        await aborted.Task.WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        Assert.Equal(Form("/atom.xml", "/events/atom.xml", "/events/feed.json", "/events/rss.xml", "/feed.json", "/rss.xml"), await other.ToldAsync());
        Assert.Equal(1, Hub.Count);
    }

    [Fact]
    public async Task IsToldOfBothAtOnce_WhenTwoChangesComeMeanwhile()
    {
        using var publisher = new HubPublisher([Hub.Address.Host], time, site.Measured.Metrics, site);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Hub.Answers.Enqueue(_ => release.Task);
        publisher.Notify(Feeds("a1", "b1", "c1"), Feeds("a2", "b1", "c1"));
        Assert.Equal(Form("/a"), await Hub.ToldAsync());
        publisher.Notify(Feeds("a2", "b1", "c1"), Feeds("a2", "b2", "c1"));
        publisher.Notify(Feeds("a2", "b2", "c1"), Feeds("a2", "b3", "c2"));
        release.SetResult();

        Assert.Equal(Form("/b", "/c"), await Hub.ToldAsync());
        await site.LoggedAsync($"Information: Hub {Hub.Address} was notified of 2 changed feeds");
        Assert.Equal(2, Hub.Count);
    }

    [Fact]
    public async Task IsToldOfANewerChange_WithTheNextAttempt()
    {
        using var publisher = new HubPublisher([Hub.Address.Host], time, site.Measured.Metrics, site);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Hub.Answers.Enqueue(async context =>
        {
            await release.Task;
            context.Response.StatusCode = 500;
        });
        publisher.Notify(Feeds("a1", "b1"), Feeds("a2", "b1"));
        Assert.Equal(Form("/a"), await Hub.ToldAsync());
        publisher.Notify(Feeds("a2", "b1"), Feeds("a2", "b2"));
        release.SetResult();

        Assert.Equal(Form("/a", "/b"), await Hub.ToldAsync());
        await site.LoggedAsync($"Information: Hub {Hub.Address} was notified of 2 changed feeds");
        Assert.Equal(2, Hub.Count);
    }

    [Fact]
    public async Task IsSentNothingForAWhile_OnceItFailedThroughout()
    {
        using var client = new HttpClient();
        var request = new HubRequest(Hub.Address, client, time);
        for (var attempt = 0; attempt <= HubRequest.MaxRetries; attempt++) Hub.Answer(503);
        var stop = TestContext.Current.CancellationToken;

        Assert.Equal(new HubAnswer(503, "status 503"), await request.PostAsync(() => new StringContent(""), stop));
        Assert.Equal(HubRequest.MaxRetries + 1, Hub.Count);
        Assert.True((await request.PostAsync(() => new StringContent(""), stop)).IsPassing);
        Assert.Equal(HubRequest.MaxRetries + 1, Hub.Count);
        time.Now += HubRequest.Rest;
        Assert.Equal(new HubAnswer(202, "status 202"), await request.PostAsync(() => new StringContent(""), stop));
        Assert.Equal(HubRequest.MaxRetries + 2, Hub.Count);
    }

    /// <summary>Which feeds count as changed; a publication is written as the texts of its feeds, each at the address of its first letter.</summary>
    [Theory]
    [InlineData("a1 b1", "a1 b1", "")]
    [InlineData("a1 b1", "a2 b1", "https://club.example/a")]
    [InlineData("a1 b1", "b2 a2", "https://club.example/a https://club.example/b")]
    [InlineData("a1", "a1 b1", "https://club.example/b")]
    [InlineData("a1 b1", "a1", "")]
    [InlineData("", "č1", "https://club.example/%C4%8D")]
    public void Changes_AreOtherBytesAndNewAddresses(string before, string now, string changed)
    {
        static string[] Texts(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Texts(changed), HubPublisher.ChangedFeeds(Feeds(Texts(before)), Feeds(Texts(now))));
    }

    private static Task HangAsync(Microsoft.AspNetCore.Http.HttpContext context, TaskCompletionSource aborted)
    {
        context.RequestAborted.Register(aborted.SetResult);
        return aborted.Task;
    }

    /// <summary>What a hub is sent when the feeds at these paths changed.</summary>
    private static string Form(params string[] paths) =>
        "POST application/x-www-form-urlencoded hub.mode=publish" + string.Concat(paths.Select(path => Uri.EscapeDataString("https://club.example" + path)).Select(address => $"&hub.url={address}&hub.topic={address}"));

    private static void WriteContent(Watched site, Uri hub)
    {
        WriteSettings(site, hub);
        site.Disk.Write("content/posts/a.md", Post);
        site.Disk.Write("content/events/e.md", Event);
    }

    private static void WriteSettings(Watched site, Uri hub) => site.Disk.Write("content/site.yaml", $"{FolderOf.SiteYaml}hubs: [{hub}]\n");

    private void Edit(string text) => site.Disk.Write("content/posts/a.md", $"{Post}{text}\n");

    private string[] HubLines() => [.. site.Log.Where(line => line.Contains(" Hub ", StringComparison.Ordinal))];

    private Publication Feeds(params string[] texts)
    {
        var settings = new SiteSettings { Title = "Club", Url = new Uri("https://club.example/"), Hubs = [Hub.Address] };
        var representations = texts
            .Select(text => new RenderPlan("/" + text[0], MediaType.Atom, Instant.FromUtc(2026, 1, 1, 0, 0), [], () => Encoding.UTF8.GetBytes(text)) { Links = new FeedLinks("/" + text[0], settings) })
            .Select(rendering => new Representation(rendering, Instant.MaxValue, before: null));
        return new Publication(new Site(settings, [], [], [], FrozenDictionary<string, SiteFile>.Empty, FrozenDictionary<string, DocumentIdentity>.Empty), representations.ToFrozenDictionary(representation => representation.Path, StringComparer.Ordinal), Until: null);
    }
}
