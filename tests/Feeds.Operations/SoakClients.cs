using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Feeds.Benchmarks;

namespace Feeds.Operations;

/// <summary>Connections that ask for what they have again and again, each in its own time, and a crawler that looks at all there is.</summary>
internal sealed partial class SoakClients(Uri server, int connections, TimeSpan between)
{
    private static readonly string[] Feeds = ["/atom.xml", "/rss.xml", "/feed.json", "/calendar.ics", "/archive/1/atom.xml", "/feeds.opml"];

    private readonly ConcurrentQueue<double> times = [];
    private readonly ConcurrentQueue<string> wrong = [];
    private long answers;

    public long Answers => answers;

    public long Unchanged => times.Count;

    public IReadOnlyCollection<string> Wrong => wrong;

    /// <summary>The time of an answer that nothing has changed, at a share of them.</summary>
    public double Milliseconds(double share) => Quantile.Of(times, share);

    public Task RunAsync(CancellationToken cancellation) => Task.WhenAll(Enumerable.Range(0, connections).Select(number => PollAsync(number, cancellation)));

    /// <summary>Looks at every address that a page, the site map or the list of feeds names, and begins again.</summary>
    public async Task CrawlAsync(TimeSpan pause, CancellationToken cancellation)
    {
        using var client = Connection();
        using var timer = new PeriodicTimer(pause);
        while (!cancellation.IsCancellationRequested)
        {
            var known = new HashSet<string>(["/", "/sitemap.xml", "/feeds.opml", "/feeds/"], StringComparer.Ordinal);
            var ahead = new Queue<string>(known);
            while (ahead.TryDequeue(out var path) && await SoakedSite.NextAsync(timer, cancellation))
            {
                var (_, text) = await AskAsync(client, path, null, HttpStatusCode.OK);
                // The lines of a calendar are folded: an address in one may not be whole.
                if (path.EndsWith(".ics", StringComparison.Ordinal)) continue;
                foreach (Match match in Link().Matches(text))
                {
                    if (Uri.TryCreate(new Uri("https://example.org" + path), WebUtility.HtmlDecode(match.Groups["address"].Value), out var found) && found.Host is "example.org" && known.Add(found.AbsolutePath)) ahead.Enqueue(found.AbsolutePath);
                }
            }
        }
    }

    private async Task PollAsync(int number, CancellationToken cancellation)
    {
        var path = Feeds[number % Feeds.Length];
        var tag = (EntityTagHeaderValue?)null;
        // Spread over the first turn, so that they do not come as one.
        await Task.Delay(between * number / connections, CancellationToken.None);
        using var client = Connection();
        using var timer = new PeriodicTimer(between);
        while (await SoakedSite.NextAsync(timer, cancellation)) (tag, _) = await AskAsync(client, path, tag, HttpStatusCode.OK, HttpStatusCode.NotModified);
    }

    /// <summary>One connection that is kept: a client that holds many takes the one used last, and few would be all there are.</summary>
    private HttpClient Connection() => new(new SocketsHttpHandler { MaxConnectionsPerServer = 1, AllowAutoRedirect = false, PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = server };

    private async Task<(EntityTagHeaderValue? Tag, string Text)> AskAsync(HttpClient client, string path, EntityTagHeaderValue? known, params HttpStatusCode[] right)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        var watch = Stopwatch.StartNew();
        Interlocked.Increment(ref answers);
        try
        {
            using var response = await client.SendAsync(request, CancellationToken.None);
            var text = await response.Content.ReadAsStringAsync(CancellationToken.None);
            var isUnchanged = response.StatusCode == HttpStatusCode.NotModified;
            if (isUnchanged) times.Enqueue(watch.Elapsed.TotalMilliseconds);
            if (!right.Contains(response.StatusCode) || isUnchanged != (known is not null && response.Headers.ETag?.Tag == known.Tag) || text.Length == 0 != isUnchanged) wrong.Enqueue(FormattableString.Invariant($"{path}: {(int)response.StatusCode}, {response.Headers.ETag} for {known}, {text.Length} characters"));
            return (response.Headers.ETag, text);
        }
        catch (HttpRequestException exception)
        {
            wrong.Enqueue($"{path}: {exception.Message}");
            return (known, "");
        }
    }

    [GeneratedRegex("""(?:href|xmlUrl)="(?<address>[^"]+)"|<loc>(?<address>[^<]+)</loc>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();
}
