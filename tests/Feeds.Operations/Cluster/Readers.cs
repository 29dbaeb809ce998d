using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Feeds.Operations.Cluster;

/// <summary>Readers that poll a site at a steady rate, and look closely at each answer.</summary>
internal sealed class Readers(Uri address, Sightings seen)
{
    private const int PerSecond = 200;
    private const int AtOnce = 100;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What is asked for, of every kind: what an edit changes, and what it leaves as it is.</summary>
    public static readonly ImmutableArray<string> Paths =
    [
        "/", "/atom.xml", "/rss.xml", "/feed.json", "/events/atom.xml", "/calendar.ics", "/calendar.google.ics", "/calendar.json", "/events/plan.ics", "/events/plan/", "/posts/plan/",
        "/tags/plan/atom.xml", "/posts/post-00003/", "/feeds.opml", "/sitemap.xml", "/archive/", "/archive/1/atom.xml", "/subscribe/", "/style.css",
    ];

    public static readonly ImmutableArray<string> Codings = ["identity", "gzip", "br"];

    private readonly ConcurrentDictionary<(string Path, string Coding), (string Tag, string Date)> kept = new();
    private readonly Random random = new(20_240_221);

    /// <summary>Polls for so long; returns once the last answer is there.</summary>
    public async Task ReadAsync(TimeSpan length)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address, Timeout = Patience };
        using var room = new SemaphoreSlim(AtOnce);
        using var timer = new PeriodicTimer(Tick);
        var (watch, all) = (Stopwatch.StartNew(), length.TotalSeconds * PerSecond);
        for (var sent = 0; sent < all;)
        {
            for (var due = Math.Min(all, watch.Elapsed.TotalSeconds * PerSecond); sent < due; sent++)
            {
                await room.WaitAsync();
                _ = PollAsync(http, room, sent);
            }

            await timer.WaitForNextTickAsync();
        }

        for (var free = 0; free < AtOnce; free++) await room.WaitAsync();
    }

    private async Task PollAsync(HttpClient http, SemaphoreSlim room, int number)
    {
        var (path, coding, least) = (Paths[random.Next(Paths.Length)], Codings[random.Next(Codings.Length)], seen.Edition);
        // Some caches are passed by so: what they keep is not all that is tried.
        var query = random.Next(3) == 0 ? string.Create(CultureInfo.InvariantCulture, $"?{number}") : "";
        using var request = new HttpRequestMessage(HttpMethod.Get, path + query);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        var condition = Condition(request, path, coding);
        seen.Asked();
        try
        {
            using var response = await http.SendAsync(request);
            var problem = response.StatusCode == HttpStatusCode.NotModified ? Check304(response, condition) : await CheckAsync(response, path, coding, condition, least);
            if (problem is not null) seen.Failed($"{path}{query} ({coding}): {problem}");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
        {
            seen.Failed($"{path}{query} ({coding}): {exception.Message}");
        }
        finally
        {
            room.Release();
        }
    }

    /// <summary>Makes most of the requests conditional, by the tag or by the date.</summary>
    /// <returns>The tag that was sent; empty for a date, null for neither.</returns>
    private string? Condition(HttpRequestMessage request, string path, string coding)
    {
        var kind = random.Next(10);
        if (kind < 4 || !kept.TryGetValue((path, coding), out var validators)) return null;
        if (kind < 9) request.Headers.TryAddWithoutValidation("If-None-Match", validators.Tag);
        else request.Headers.TryAddWithoutValidation("If-Modified-Since", validators.Date);
        return kind < 9 ? validators.Tag : "";
    }

    private string? Check304(HttpResponseMessage response, string? condition)
    {
        seen.Unchanged();
        if (condition is null) return "304 for nothing";
        var tag = response.Headers.ETag?.ToString();
        return condition.Length > 0 && tag != condition ? $"304 names {tag}, asked with {condition}" : null;
    }

    private async Task<string?> CheckAsync(HttpResponseMessage response, string path, string coding, string? condition, int least)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (response.StatusCode != HttpStatusCode.OK) return FormattableString.Invariant($"status {(int)response.StatusCode}");
        if (response.Headers.ETag?.ToString() is not { } tag || response.Content.Headers.LastModified is not { } date) return "no validators";
        kept[(path, coding)] = (tag, date.ToString("r", CultureInfo.InvariantCulture));
        var text = Unpack(bytes, response.Content.Headers.ContentEncoding.FirstOrDefault());
        var edition = Editions.NumberIn(Encoding.UTF8.GetString(text));
        seen.Saw(Validators.Of(path, response), edition, tag, Hash(bytes), Hash(text));
        if (tag == condition) return $"sent in full to who has {tag}";
        return edition < least ? FormattableString.Invariant($"edition {edition} after {least}") : null;
    }

    private static byte[] Unpack(byte[] bytes, string? coding)
    {
        using var unpacked = new MemoryStream();
        using var packed = new MemoryStream(bytes);
        using Stream stream = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
