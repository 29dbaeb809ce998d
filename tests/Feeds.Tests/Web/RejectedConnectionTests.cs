using System.Net.Sockets;
using Feeds.Tests.Packaging;
using Feeds.Tests.Web.Hostile;
using Feeds.Web;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>More clients than there may be at once.</summary>
public sealed class RejectedConnectionTests(BuiltSource built)
{
    private const int OpenFiles = 400;
    private const int More = 60;

    [Fact]
    public async Task ClosesConnections_AboveTheLimit()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "prlimit is Linux's");
        using var disk = new TempFolder();
        disk.Write("content/site.yaml", FolderOf.SiteYaml);
        await using var server = await ServedProcess.StartAsync(
            await built.ProgramAsync(), disk, runner: ["prlimit", FormattableString.Invariant($"--nofile={OpenFiles}:{OpenFiles}")]);
        var allowed = KestrelLimits.Connections(OpenFiles);
        var clients = Enumerable.Range(0, allowed + More).Select(_ => new TcpClient(server.Address.Host, server.Address.Port)).ToArray();
        var statuses = await Task.WhenAll(clients.Select(StatusAsync));
        foreach (var client in clients) client.Dispose();
        var later = await LaterAsync(server.Address);

        // Which of them are refused is not said, and the first connection of the test may still count as one.
        Assert.InRange(statuses.Count(status => status == "HTTP/1.1 200 OK"), allowed - 1, allowed);
        Assert.All(statuses, status => Assert.True(status is null or "HTTP/1.1 200 OK", status));
        Assert.Equal("HTTP/1.1 200 OK", later);
        Assert.All(server.Log, line => Assert.StartsWith("info: ", line, StringComparison.Ordinal));
    }

    /// <summary>The first line of the answer, or null when the connection was closed without one.</summary>
    private static async Task<string?> StatusAsync(TcpClient client)
    {
        try
        {
            var stream = client.GetStream();
            await stream.WriteAsync("GET /health/ready HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            return await new StreamReader(stream).ReadLineAsync(TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The first answer to a new client: the server takes note of those that are gone in its own time.</summary>
    private static async Task<string?> LaterAsync(Uri address)
    {
        while (true)
        {
            using var client = new TcpClient(address.Host, address.Port);
            if (await StatusAsync(client) is { } status) return status;
        }
    }
}
