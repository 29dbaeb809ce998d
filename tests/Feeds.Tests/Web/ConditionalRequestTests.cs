using Xunit;

namespace Feeds.Tests.Web;

/// <summary>Conditional requests (RFC 9110 §13), each for GET and for HEAD.</summary>
public sealed class ConditionalRequestTests(ServedBytes server) : IClassFixture<ServedBytes>
{
    private const string Tag = ServedBytes.Tag;

    /// <summary>RFC 9110 §13.1.2.</summary>
    [Theory]
    [InlineData($"\"{Tag}\"", 304)]
    [InlineData($"W/\"{Tag}\"", 304)]
    [InlineData($"\"{Tag}-gzip\"", 304)]
    [InlineData($"\"{Tag}-br\"", 304)]
    [InlineData($"W/\"{Tag}-gzip\"", 304)]
    [InlineData($"\"{Tag};gzip\"", 304)]
    [InlineData($"\"{Tag}\"-gzip", 304)]
    [InlineData($"\"{Tag}-gzip-gzip\"", 304)]
    [InlineData($"\"other\", \"{Tag}\"", 304)]
    [InlineData($"\"other\",\"{Tag}\"", 304)]
    [InlineData($", ,\"other\" , W/\"{Tag}-br\",", 304)]
    [InlineData($"\"with, comma\", \"{Tag}\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"other\"", 200)]
    [InlineData("W/\"other\"", 200)]
    [InlineData("\"other\", \"third\"", 200)]
    [InlineData($"\"{Tag}-zstd\"", 200)]
    [InlineData($"\"{Tag}x\"", 200)]
    [InlineData($"\"x{Tag}\"", 200)]
    [InlineData("\"\"", 200)]
    [InlineData("\"*\"", 200)]
    [InlineData(Tag, 200)]
    [InlineData($"\"{Tag}", 200)]
    [InlineData($"{Tag}\"", 200)]
    [InlineData("W/", 200)]
    [InlineData("", 200)]
    public async Task AnswersIfNoneMatch_ByItsTags(string tags, int status) => await AssertStatus(status, $"If-None-Match: {tags}");

    [Fact]
    public async Task AnswersIfNoneMatch_WhenItIsSentOnSeveralLines() =>
        await AssertStatus(304, "If-None-Match: \"other\"", $"If-None-Match: \"{Tag}\"");

    /// <summary>RFC 9110 §13.1.3; the representation was last modified on Sun, 06 Nov 1994 08:49:37 GMT.</summary>
    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT", 304)]
    [InlineData("Sun, 06 Nov 1994 08:49:38 GMT", 304)]
    [InlineData("Sat, 01 Jan 2000 00:00:00 GMT", 304)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 304)]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", 304)]
    [InlineData("Sun Nov  6 08:49:37 1994", 304)]
    [InlineData("Wed Nov 16 08:49:37 1994", 304)]
    [InlineData("Sun, 06 Nov 1994 08:49:36 GMT", 200)]
    [InlineData("Sunday, 06-Nov-94 08:49:36 GMT", 200)]
    [InlineData("Sun Nov  6 08:49:36 1994", 200)]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", 200)]
    [InlineData("Sun, 06 Nov 2094 08:49:37 +0000", 200)]
    [InlineData("2094-11-06T08:49:37Z", 200)]
    [InlineData("4000000000", 200)]
    [InlineData("yesterday", 200)]
    [InlineData("0", 200)]
    [InlineData("", 200)]
    public async Task AnswersIfModifiedSince_ByItsDate(string date, int status) => await AssertStatus(status, $"If-Modified-Since: {date}");

    /// <summary>RFC 9110 §13.2.2: where both are sent, the tag alone decides.</summary>
    [Theory]
    [InlineData($"\"{Tag}\"", "Thu, 01 Jan 1970 00:00:00 GMT", 304)]
    [InlineData($"W/\"{Tag}-gzip\"", "Sun, 06 Nov 1994 08:49:36 GMT", 304)]
    [InlineData($"\"{Tag}\"", "yesterday", 304)]
    [InlineData("\"other\"", "Sun, 06 Nov 1994 08:49:37 GMT", 200)]
    [InlineData("\"other\"", "Sat, 01 Jan 2000 00:00:00 GMT", 200)]
    [InlineData("other", "Sun, 06 Nov 1994 08:49:37 GMT", 200)]
    public async Task PassesOverIfModifiedSince_WhenIfNoneMatchIsThere(string tags, string date, int status) =>
        await AssertStatus(status, $"If-None-Match: {tags}", $"If-Modified-Since: {date}");

    /// <summary>RFC 9110 §13.1.1, §13.1.4, §14.2: nothing here can be changed or had in parts, so these ask for nothing.</summary>
    [Theory]
    [InlineData("Range: bytes=0-9")]
    [InlineData("If-Range: \"other\"")]
    [InlineData("Cache-Control: no-cache")]
    [InlineData("Pragma: no-cache")]
    public async Task AnswersInFull_WhenAFieldAsksForWhatIsNotOffered(string field) => await AssertStatus(200, field);

    /// <summary>RFC 9110 §15.4.5, and no Content-Encoding, on which httplib2 fails.</summary>
    [Theory]
    [InlineData("identity", "")]
    [InlineData("gzip", "-gzip")]
    [InlineData("br", "-br")]
    public async Task RepeatsItsValidators_WhenNothingIsNew(string coding, string suffix)
    {
        foreach (var method in (string[])["GET", "HEAD"])
        {
            var answer = await server.AskAsync(method, "/atom.xml", $"Accept-Encoding: {coding}", $"If-None-Match: \"{Tag}{suffix}\"");

            Assert.Equal(
                [
                    "Access-Control-Allow-Origin: *",
                    "Cache-Control: public, max-age=300, stale-while-revalidate=60, stale-if-error=86400",
                    $"ETag: \"{Tag}{suffix}\"",
                    "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT",
                    "Vary: Accept-Encoding, Sec-Fetch-Dest",
                    "X-Content-Type-Options: nosniff",
                ],
                answer.Fields);
            Assert.Equal(304, answer.Status);
            Assert.Empty(answer.Body);
        }
    }

    private async Task AssertStatus(int status, params string[] fields)
    {
        Assert.Equal(status, (await server.AskAsync("GET", "/atom.xml", fields)).Status);
        Assert.Equal(status, (await server.AskAsync("HEAD", "/atom.xml", fields)).Status);
    }
}
