using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Feeds.Benchmarks;

namespace Feeds.Operations.Faults;

/// <summary>A server at one address that is stopped, killed and started again.</summary>
/// <param name="command">The program and its words, but for the address.</param>
internal sealed class Serving(ImmutableArray<string> command) : IDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(20);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = LongestEnd };
    private Process? process;

    public Uri Address { get; } = new(FormattableString.Invariant($"http://127.0.0.1:{FreePort()}/"));

    public int Id => process!.Id;

    /// <summary>Starts it, and waits until it is ready.</summary>
    public void Start()
    {
        process = Programs.Start(command[0], [.. command[1..], "--urls", Address.GetLeftPart(UriPartial.Authority)]);
        Server.Wait(() => process.HasExited || IsReady());
        if (process.HasExited) throw new InvalidOperationException($"{string.Join(' ', command)} ended by itself.");
    }

    /// <summary>Ends it as a loss of power would.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>Ends it as service managers do.</summary>
    public void Stop()
    {
        Programs.Run("kill", "-TERM", FormattableString.Invariant($"{Id}"));
        if (!process!.WaitForExit(LongestEnd)) throw new InvalidOperationException("It does not end when it is told to.");
        process.Dispose();
    }

    /// <summary>The entity tag of each address.</summary>
    public IEnumerable<string?> Tags(ImmutableArray<Asked> asked) => [.. asked.Select(page =>
    {
        using var response = http.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(Address, page.Path)));
        return response.Headers.ETag?.Tag;
    })];

    public string Read(string path) => http.GetStringAsync(new Uri(Address, path)).GetAwaiter().GetResult();

    public void Dispose()
    {
        Kill();
        http.Dispose();
    }

    private bool IsReady()
    {
        try
        {
            using var response = http.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "/health/ready")));
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
