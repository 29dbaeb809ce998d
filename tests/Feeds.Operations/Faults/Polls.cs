using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Feeds.Operations.Faults;

/// <summary>Clients that poll all the while, each on a connection of its own, conditionally and not, and judge every answer.</summary>
internal sealed class Polls : IDisposable
{
    private const int Connections = 8;
    private const int WrongKept = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(20);

    private readonly Uri address;
    private readonly ImmutableArray<Asked> asked;
    private readonly ConcurrentDictionary<(string Path, string Tag), string> bodies = new();
    private readonly Dictionary<string, Dictionary<string, int>> names = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> wrong = new();
    private readonly Thread[] threads;
    private long answers;
    private long refused;
    private volatile bool isStopped;

    public Polls(Uri address, ImmutableArray<Asked> asked)
    {
        (this.address, this.asked) = (address, asked);
        threads = [.. Enumerable.Range(0, Connections).Select(number => new Thread(() => Poll(number)))];
        foreach (var thread in threads) thread.Start();
    }

    /// <summary>Whether connections may fail now, because the server is being started again.</summary>
    public volatile bool MayBeRefused;

    public long Answers => Interlocked.Read(ref answers);

    public long Refused => Interlocked.Read(ref refused);

    public int Wrong => wrong.Count;

    /// <summary>The first of the wrong answers.</summary>
    public IEnumerable<string> WrongSamples => wrong.Take(WrongKept);

    /// <summary>Counts something as wrong that is no answer of its own.</summary>
    public void Blame(string problem) => wrong.Enqueue(problem);

    /// <summary>Returns once so many more answers came, or no more come.</summary>
    public void Await(int more)
    {
        var goal = Answers + more;
        for (var waited = TimeSpan.Zero; Answers < goal && waited < LongestAnswer; waited += Pause) Thread.Sleep(Pause);
    }

    public void Dispose()
    {
        isStopped = true;
        foreach (var thread in threads) thread.Join();
    }

    private void Poll(int number)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseProxy = false }) { BaseAddress = address, Timeout = LongestAnswer };
        var tags = new Dictionary<string, EntityTagHeaderValue>(StringComparer.Ordinal);
        for (var turn = number; !isStopped; turn++)
        {
            var page = asked[turn % asked.Length];
            using var request = new HttpRequestMessage(HttpMethod.Get, page.Path);
            if (number % 2 == 1) request.Headers.AcceptEncoding.ParseAdd("gzip");
            // Each comes back to an address with and without what it was given.
            if (turn / asked.Length % 3 != 0 && tags.TryGetValue(page.Path, out var tag)) request.Headers.IfNoneMatch.Add(tag);
            Ask(http, request, page, tags);
            Thread.Sleep(Pause);
        }
    }

    private void Ask(HttpClient http, HttpRequestMessage request, Asked page, Dictionary<string, EntityTagHeaderValue> tags)
    {
        var mayBeRefused = MayBeRefused;
        try
        {
            using var response = http.Send(request);
            using var stream = new MemoryStream();
            response.Content.CopyTo(stream, context: null, CancellationToken.None);
            Interlocked.Increment(ref answers);
            if (Judge(request, page, response, stream.ToArray()) is { } problem) wrong.Enqueue(FormattableString.Invariant($"{request.RequestUri}: {(int)response.StatusCode}: {problem}"));
            if (response.Headers.ETag is { } tag) tags[page.Path] = tag;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
        {
            if (mayBeRefused || MayBeRefused) Interlocked.Increment(ref refused);
            else wrong.Enqueue($"{request.RequestUri}: {exception.Message} {exception.InnerException?.Message}");
        }
    }

    private string? Judge(HttpRequestMessage request, Asked page, HttpResponseMessage response, byte[] body)
    {
        if (!page.IsThere) return response.StatusCode == HttpStatusCode.NotFound ? null : "not 404";
        if (response.StatusCode == HttpStatusCode.NotModified) return request.Headers.IfNoneMatch.Any(tag => tag.Tag == response.Headers.ETag?.Tag) ? null : "not what the client has";
        if (response.StatusCode != HttpStatusCode.OK) return "neither 200 nor 304";
        if (response.Headers.ETag?.Tag is not { } sent || response.Content.Headers.LastModified is null) return "no validators";
        if (body.Length == 0) return "nothing in it";
        var hash = Convert.ToHexString(SHA256.HashData(body));
        if (bodies.GetOrAdd((page.Path, sent), hash) != hash) return $"another body under {sent}";
        return response.Content.Headers.ContentEncoding.Count == 0 ? JudgeNames(page.Path, Names.In(Encoding.UTF8.GetString(body))) : null;
    }

    private string? JudgeNames(string path, Dictionary<string, int> now)
    {
        lock (names)
        {
            var before = names.GetValueOrDefault(path, []);
            names[path] = now;
            return Names.Lost(before, now) is { } lost ? $"{lost} is lost or went back" : null;
        }
    }
}
