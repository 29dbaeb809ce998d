using System.Globalization;
using Feeds.Model;
using Feeds.Publishing;
using Feeds.Web.Status;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>Who polls, counted as it is answered.</summary>
public sealed class PollStatisticsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly Publication Site = FolderOf.Published(
        "2026-01-01T00:00:00Z",
        ("posts/first.md", "---\ntitle: First\ndate: 2025-03-04\ntags: [one]\n---\nHello.\n"),
        ("events/meeting.md", "---\ntitle: A meeting\nstart: 2026-02-03 18:00\n---\nCome.\n"));

    [Fact]
    public async Task CountsPollsByProgram_AsTheyWereAnswered()
    {
        await using var site = await OwnedSite.StartAsync(Site);
        var (atom, calendar) = (Site.Find("/atom.xml")!, Site.Find("/calendar.ics")!);
        await AskAsync(site, "GET", "/atom.xml", "Feedly/1.0 (42 subscribers)");
        await AskAsync(site, "GET", "/atom.xml", "Feedly/1.1 (43 subscribers)", ("If-None-Match", "*"));
        await AskAsync(site, "GET", "/tags/one/atom.xml", "Feedly/1.1 (7 subscribers)", ("If-None-Match", "*"));
        await AskAsync(site, "HEAD", "/atom.xml", "Feedly/1.1 (43 subscribers)");
        await AskAsync(site, "GET", "/calendar.ics", "khal/0.11", ("If-None-Match", $"\"{calendar.OpaqueTag}\""), ("Accept-Encoding", "identity"));
        await AskAsync(site, "GET", "/", "Feedly/1.0 (42 subscribers)");
        await AskAsync(site, "GET", "/nothing.xml", "Feedly/1.0 (42 subscribers)");
        await AskAsync(site, "POST", "/atom.xml", "Feedly/1.0 (42 subscribers)");

        Assert.Equal(
            [
                new ReaderCount("Feedly", 50, 4, 2, atom.Identity.Length, atom.Identity.Length + Site.Find("/tags/one/atom.xml")!.Identity.Length, Now),
                new ReaderCount("khal", null, 1, 1, 0, calendar.Identity.Length, Now),
            ],
            site.Audience.Readers());
    }

    [Fact]
    public async Task CountsThePackedForm_WhereThatWouldHaveBeenSent()
    {
        await using var site = await OwnedSite.StartAsync(Site);
        await AskAsync(site, "GET", "/rss.xml", "a", ("Accept-Encoding", "gzip"));
        await AskAsync(site, "GET", "/rss.xml", "a", ("Accept-Encoding", "gzip"), ("If-None-Match", "*"));

        Assert.Equal([new ReaderCount("a", null, 2, 1, Site.Find("/rss.xml")!.Gzip.Length, Site.Find("/rss.xml")!.Gzip.Length, Now)], site.Audience.Readers());
    }

    [Fact]
    public async Task RemembersWhatServicesLastAskedFor_EachPathOnce()
    {
        const string google = "Google-Calendar-Importer";
        await using var site = await OwnedSite.StartAsync(Site);
        await AskAsync(site, "GET", "/calendar.google.ics", google);
        await AskAsync(site, "GET", "/calendar.google.ics", google, ("If-None-Match", "*"));
        await AskAsync(site, "GET", "/old/calendar.ics", google);
        await AskAsync(site, "GET", "/calendar.ics", "iOS/26.0 (24A123) dataaccessd/1.0");
        await AskAsync(site, "GET", "/calendar.outlook.ics", "Microsoft Exchange/15.20 (Windows NT 10.0; Win64; x64)");
        await AskAsync(site, "GET", "/old/calendar.ics", "Mozilla/5.0");

        Assert.Equal(
            ["Apple Calendar /calendar.ics 200", "Google Calendar /calendar.google.ics 304", "Google Calendar /old/calendar.ics 404", "Outlook /calendar.outlook.ics 200"],
            site.Audience.Fetches.Select(fetch => FormattableString.Invariant($"{fetch.Service} {fetch.Path} {fetch.Status}")).Order(StringComparer.Ordinal));

        for (var number = 0; number < 100; number++) await AskAsync(site, "GET", string.Create(CultureInfo.InvariantCulture, $"/{number}%E2%80%AE{new string('x', 200)}"), google);
        Assert.Equal(CalendarServiceFetches.MaxPaths, site.Audience.Fetches.Count(fetch => fetch.Service == UserAgent.Google));
        Assert.All(site.Audience.Fetches, fetch => Assert.InRange(fetch.Path.Length, 1, 120));
    }

    [Fact]
    public void LosesNoPoll_WhenManyAskAtOnce()
    {
        var audience = new PollStatistics();
        Parallel.For(0, 100_000, number => Poll(audience, "same/1." + (number % 20).ToString(CultureInfo.InvariantCulture)));

        Assert.Equal([new ReaderCount("same", null, 100_000, 100_000, 0, 200_000, Now)], audience.Readers());
    }

    [Fact]
    public void StaysSmall_UnderAFloodOfNames()
    {
        var audience = new PollStatistics();
        for (var poll = 0; poll < 50; poll++) Poll(audience, "Honest/1.0");
        for (var number = 0; number < 10_000; number++) Poll(audience, string.Create(CultureInfo.InvariantCulture, $"Flood{number}/1.0 ({new string('x', 500)})"));
        for (var number = 0; number < 10_000; number++) Poll(audience, string.Create(CultureInfo.InvariantCulture, $"Honest/1.{number} ({number} subscribers)"));
        var readers = audience.Readers();

        Assert.Equal((PollStatistics.MaxReaders + 1, "Honest", 10_050), (readers.Length, readers[0].Name, readers[0].Polls));
        Assert.Equal(("all others", 20_050), (readers[^1].Name, readers.Sum(reader => reader.Polls)));
    }

    private static void Poll(PollStatistics audience, string agent)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.UserAgent = agent;
        audience.Count(context.Request, Site.Find("/atom.xml")!, new Answered(304, Sent: 0, Saved: 2), Now);
    }

    private static async Task AskAsync(OwnedSite site, string method, string path, string agent, params (string Name, string Value)[] fields)
    {
        using var client = new HttpClient { BaseAddress = site.Public };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in fields.Prepend(("User-Agent", agent))) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
