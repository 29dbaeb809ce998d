using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations.Cluster;

/// <summary>One of several servers of the same content, with a copy and a state of its own, always at one address.</summary>
internal sealed class EqualServer : IDisposable
{
    /// <summary>Enough to begin another restart before the end.</summary>
    public static readonly TimeSpan TimeToRestart = TimeSpan.FromSeconds(6);

    private readonly HttpClient http = new();
    private readonly FeedsProgram feeds;
    private readonly Editions editions;
    private readonly TempFolder disk;
    private readonly string folder;
    private Process? process;

    public EqualServer(FeedsProgram feeds, Editions editions, TempFolder disk, string folder)
    {
        (this.feeds, this.editions, this.disk, this.folder) = (feeds, editions, disk, folder);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
        Follow(editions.Number);
    }

    public Uri Address { get; }

    /// <summary>Starts it, and returns once it is ready.</summary>
    public void Start()
    {
        process = Programs.Start("dotnet", feeds.Location, "serve", disk.At($"{folder}/current"), "--state", disk.At($"{folder}/state"), "--urls", Address.GetLeftPart(UriPartial.Authority));
        Server.Wait(() => Reads("/health/ready", "OK"));
    }

    /// <summary>Ends it as service managers do.</summary>
    /// <exception cref="InvalidOperationException">It did not end well.</exception>
    public void Stop()
    {
        Programs.Run("kill", "-TERM", process!.Id.ToString(CultureInfo.InvariantCulture));
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException(FormattableString.Invariant($"The server ended with {process.ExitCode}."));
        process.Dispose();
        process = null;
    }

    /// <summary>Gives it an edition whole, by a link.</summary>
    public void Follow(int edition)
    {
        var name = edition.ToString(CultureInfo.InvariantCulture);
        editions.CopyTo($"{folder}/{name}");
        File.CreateSymbolicLink(disk.At($"{folder}/next"), name);
        Programs.Run("mv", "-T", disk.At($"{folder}/next"), disk.At($"{folder}/current"));
    }

    /// <summary>Whether it answers with a text that holds these words.</summary>
    public bool Reads(string path, string words)
    {
        try
        {
            using var response = http.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path)));
            using var text = new StreamReader(response.Content.ReadAsStream());
            return response.IsSuccessStatusCode && text.ReadToEnd().Contains(words, StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>What it says of all that readers ask for.</summary>
    public HashSet<Validators> Tags() => [.. Readers.Paths.SelectMany(path => Readers.Codings.Select(coding => Ask(path, coding)))];

    public void Dispose()
    {
        process?.Kill(entireProcessTree: true);
        process?.WaitForExit();
        process?.Dispose();
        http.Dispose();
    }

    private Validators Ask(string path, string coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(Address, path));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        using var response = http.Send(request);
        return Validators.Of(path, response);
    }
}
