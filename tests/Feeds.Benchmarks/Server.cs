using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Feeds.Benchmarks;

/// <summary>A server in a process of its own, on a free port.</summary>
internal sealed class Server : IDisposable
{
    /// <summary>Enough for the start of the largest site on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(1);

    private readonly HttpClient http = new();
    private readonly Process process;

    /// <summary>Starts it, and waits for its first good answer.</summary>
    /// <param name="arguments">What the program is told, from the address to listen at.</param>
    /// <param name="path">What it is asked for.</param>
    public Server(string program, Func<string, string[]> arguments, string path)
    {
        http.BaseAddress = new Uri(FormattableString.Invariant($"http://127.0.0.1:{FreePort()}/"));
        var watch = Stopwatch.StartNew();
        process = Programs.Start(program, arguments(http.BaseAddress.AbsoluteUri));
        Wait(() => Answers(path));
        TimeToAnswer = watch.Elapsed;
    }

    /// <summary>From the start of the process to the end of the first good answer.</summary>
    public TimeSpan TimeToAnswer { get; }

    public Uri Address => http.BaseAddress!;

    /// <summary>What it takes of the machine's memory now.</summary>
    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024.0 * 1024.0);
        }
    }

    /// <summary>What tells whether an answer is another than before.</summary>
    public string? EntityTag(string path)
    {
        using var response = http.Send(new HttpRequestMessage(HttpMethod.Head, path));
        return response.Headers.ETag?.Tag;
    }

    /// <summary>The same, of the form under gzip.</summary>
    public string GzipTag(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "gzip" } } };
        using var response = http.Send(request);
        return response.Headers.ETag!.ToString();
    }

    public string Read(string path) => http.GetStringAsync(new Uri(path, UriKind.Relative)).GetAwaiter().GetResult();

    /// <summary>Looks again and again until a condition holds.</summary>
    /// <exception cref="TimeoutException">It does not come to hold.</exception>
    public static void Wait(Func<bool> condition)
    {
        for (var watch = Stopwatch.StartNew(); !condition(); Thread.Sleep(BetweenLooks))
        {
            if (watch.Elapsed > Patience) throw new TimeoutException("The server did not come to answer as it should.");
        }
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        http.Dispose();
    }

    private bool Answers(string path)
    {
        try
        {
            using var response = http.Send(new HttpRequestMessage(HttpMethod.Get, path));
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
