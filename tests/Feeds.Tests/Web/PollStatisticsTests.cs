using System.Globalization;
using Feeds.Model;
using Feeds.Publishing;
using Feeds.Web.Status;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>Polls, counted as they are answered.</summary>
public sealed class PollStatisticsTests
{
    private static readonly Publication Site = FolderOf.Published(
        "2026-01-01T00:00:00Z",
        ("posts/first.md", "---\ntitle: First\ndate: 2025-03-04\ntags: [one]\n---\nHello.\n"),
        ("events/meeting.md", "---\ntitle: A meeting\nstart: 2026-02-03 18:00\n---\nCome.\n"));

    [Fact]
    public async Task CountsPollsByKind_AsTheyWereAnswered()
    {
        await using var site = await ManagedSite.StartAsync(Site);
        // An answer is counted once it is sent, and before the next request of its connection is read.
        using var client = new HttpClient { BaseAddress = site.Public };
        await AskAsync(client, "GET", "/atom.xml", "Feedly/1.0 (42 subscribers)");
        await AskAsync(client, "GET", "/atom.xml", "Feedly/1.1 (43 subscribers)", "If-None-Match: *");
        await AskAsync(client, "GET", "/tags/one/atom.xml", "Feedly/1.1 (7 subscribers)", "If-None-Match: *");
        await AskAsync(client, "HEAD", "/rss.xml", "Inoreader/1.0 (99 subscribers)");
        await AskAsync(client, "GET", "/calendar.ics", "khal/0.11", "If-None-Match: *");
        await AskAsync(client, "GET", "/", "Feedly/1.0 (44 subscribers)");
        await AskAsync(client, "GET", "/nothing.xml", "Feedly/1.0 (44 subscribers)");
        await AskAsync(client, "POST", "/atom.xml", "Feedly/1.0 (44 subscribers)");
        await AskAsync(client, "GET", "/health/live", "");

        Assert.Equal((new PollCount(4, 2), new PollCount(1, 1)), (site.Polls.Feeds, site.Polls.Calendars));
        Assert.Equal([new SubscriberCount("Inoreader", 99), new SubscriberCount("Feedly", 50)], site.Polls.Subscribers());
    }

    [Fact]
    public void LosesNoPoll_WhenManyAskAtOnce()
    {
        var polls = new PollStatistics();
        Parallel.For(0, 100_000, _ => Poll(polls, "same/1"));

        Assert.Equal(new PollCount(100_000, 100_000), polls.Feeds);
    }

    [Fact]
    public void StaysSmall_UnderAFloodOfServices()
    {
        var polls = new PollStatistics();
        for (var number = 0; number < 5_000; number++) Poll(polls, string.Create(CultureInfo.InvariantCulture, $"Flood{number}/1.0 ({number} subscribers)"));
        Poll(polls, "Honest/1.0 (99999999 subscribers)");

        Assert.Equal((PollStatistics.MaxReports, new SubscriberCount("Honest", 99_999_999)), (polls.Subscribers().Length, polls.Subscribers()[0]));
    }

    private static void Poll(PollStatistics polls, string agent)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Headers.UserAgent = agent;
        polls.Count(context.Request, Site.Find("/atom.xml")!, StatusCodes.Status304NotModified);
    }

    private static async Task AskAsync(HttpClient client, string method, string path, string agent, string field = "X-Nothing: 1")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        Assert.True(request.Headers.TryAddWithoutValidation("User-Agent", agent));
        Assert.True(request.Headers.TryAddWithoutValidation(field.Split(": ")[0], field.Split(": ")[1]));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
