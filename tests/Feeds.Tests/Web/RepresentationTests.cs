using Feeds.Pages;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>What is sent for an address that exists, to GET and to HEAD.</summary>
public sealed class RepresentationTests(ServedBytes server) : IClassFixture<ServedBytes>
{
    private static readonly string Policy = $"Content-Security-Policy: default-src 'none'; script-src {Page.ScriptSource}; style-src 'self'; img-src * data:; media-src *; frame-src https://www.youtube-nocookie.com https://player.vimeo.com; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("/atom.xml", "application/atom+xml; charset=utf-8", "Accept-Encoding, Sec-Fetch-Dest")]
    [InlineData("/rss.xml", "application/rss+xml; charset=utf-8", "Accept-Encoding, Sec-Fetch-Dest")]
    [InlineData("/feed.json", "application/feed+json; charset=utf-8", "Accept-Encoding, Sec-Fetch-Dest")]
    [InlineData("/style.css", "text/css; charset=utf-8", "Accept-Encoding")]
    public async Task SendsAFeed_ToAnyOrigin(string path, string mediaType, string vary) => await AssertFields(path,
    [
        "Access-Control-Allow-Origin: *",
        "Cache-Control: public, max-age=300, stale-while-revalidate=60, stale-if-error=86400",
        "Content-Length: 560",
        $"Content-Type: {mediaType}",
        $"ETag: \"{ServedBytes.Tag}\"",
        "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT",
        $"Vary: {vary}",
        "X-Content-Type-Options: nosniff",
    ]);

    [Theory]
    [InlineData("/calendar.ics", "inline; filename=\"calendar.ics\"")]
    [InlineData("/events/setk%C3%A1n%C3%AD%20%C4%8D.%201.ics", "inline; filename=\"setk_n___._1.ics\"; filename*=UTF-8''setk%C3%A1n%C3%AD%20%C4%8D.%201.ics")]
    public async Task SendsACalendar_WithItsFileName(string path, string disposition) => await AssertFields(path,
    [
        "Access-Control-Allow-Origin: *",
        "Cache-Control: public, max-age=300, stale-while-revalidate=60, stale-if-error=86400",
        $"Content-Disposition: {disposition}",
        "Content-Length: 560",
        "Content-Type: text/calendar; charset=utf-8",
        $"ETag: \"{ServedBytes.Tag}\"",
        "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT",
        "Vary: Accept-Encoding",
        "X-Content-Type-Options: nosniff",
    ]);

    [Theory]
    [InlineData("/")]
    [InlineData("/?utm_source=a")]
    [InlineData("/posts/%C4%8Desko%20a%20%C5%A1v%C3%BDcarsko/")]
    [InlineData("/posts/%c4%8desko%20a%20%c5%a1v%c3%bdcarsko/")]
    public async Task SendsAPage_WithAPolicy(string path) => await AssertFields(path,
    [
        "Cache-Control: public, max-age=300, stale-while-revalidate=60, stale-if-error=86400",
        "Content-Length: 560",
        Policy,
        "Content-Type: text/html; charset=utf-8",
        $"ETag: \"{ServedBytes.Tag}\"",
        "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT",
        "Vary: Accept-Encoding",
        "X-Content-Type-Options: nosniff",
    ]);

    private async Task AssertFields(string path, string[] fields)
    {
        var get = await server.AskAsync("GET", path);
        var head = await server.AskAsync("HEAD", path);

        Assert.Equal(fields, get.Fields);
        Assert.Equal((200, ServedBytes.Text), (get.Status, get.Text));
        Assert.Equal(fields, head.Fields);
        Assert.Equal((200, ""), (head.Status, head.Text));
    }
}

/// <summary>How long caches may hold an answer when something is due to appear by itself.</summary>
public sealed class CacheLifetimeTests(ServedBytes server) : IClassFixture<ServedBytes>
{
    [Theory]
    [InlineData("2026-01-01T01:00:00Z", "public, max-age=300, stale-while-revalidate=60, stale-if-error=86400")]
    [InlineData("2026-01-01T00:06:00Z", "public, max-age=300, stale-while-revalidate=60, stale-if-error=86400")]
    [InlineData("2026-01-01T00:05:30Z", "public, max-age=300, stale-while-revalidate=30, stale-if-error=86400")]
    [InlineData("2026-01-01T00:05:00Z", "public, max-age=300, stale-while-revalidate=0, stale-if-error=86400")]
    [InlineData("2026-01-01T00:01:00.999Z", "public, max-age=60, stale-while-revalidate=0, stale-if-error=86400")]
    [InlineData("2026-01-01T00:00:00.999Z", "public, max-age=0, stale-while-revalidate=0, stale-if-error=86400")]
    [InlineData("2026-01-01T00:00:00Z", "public, max-age=0, stale-while-revalidate=0, stale-if-error=86400")]
    [InlineData("2025-12-31T23:00:00Z", "public, max-age=0, stale-while-revalidate=0, stale-if-error=86400")]
    public async Task EndsBeforeTheNextPost_WhenOneIsScheduled(string until, string expected)
    {
        server.Publish(NodaTime.Text.InstantPattern.ExtendedIso.Parse(until).Value);

        Assert.Equal(expected, (await server.AskAsync("GET", "/atom.xml"))["Cache-Control"]);
        Assert.Equal(expected, (await server.AskAsync("GET", "/atom.xml", $"If-None-Match: \"{ServedBytes.Tag}\""))["Cache-Control"]);
    }

    [Theory]
    [InlineData("2026-01-01T01:00:00Z", "public, max-age=10")]
    [InlineData("2026-01-01T00:00:07.999Z", "public, max-age=7")]
    [InlineData("2025-12-31T23:00:00Z", "public, max-age=0")]
    public async Task IsShort_WhereNothingIs(string until, string expected)
    {
        server.Publish(NodaTime.Text.InstantPattern.ExtendedIso.Parse(until).Value);

        Assert.Equal(expected, (await server.AskAsync("GET", "/posts/next/"))["Cache-Control"]);
    }

    [Fact]
    public async Task IsNeverLaterThanTheAnswer_WhenTheClockIsBehind()
    {
        server.Clock.Now = Instant.FromUtc(1990, 1, 1, 0, 0);
        var answer = await server.AskAsync("GET", "/atom.xml");
        server.Clock.Now = Instant.FromUtc(2026, 1, 1, 0, 0);

        Assert.Equal("Mon, 01 Jan 1990 00:00:00 GMT", answer["Last-Modified"]);
    }
}
