using Feeds.Web.Status;
using Feeds.Web.Telemetry;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>The access log as files in a folder.</summary>
public sealed class AccessLogTests : IDisposable
{
    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData(false, "#Fields: date time cs-method cs-uri-stem cs-uri-query sc-status time-taken cs-version cs-host cs(User-Agent) cs(Referer)")]
    [InlineData(true, "#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status time-taken cs-version cs-host cs(User-Agent) cs(Referer)")]
    public async Task LogsEachRequest_WithAddressesOnlyWhereTheyAreAskedFor(bool hasAddresses, string fields)
    {
        var log = new AccessLog(disk.At("logs")) { HasAddresses = hasAddresses };
        using var metrics = new FeedsMetrics(new PublicationLog());
        await using var server = await ObservedServer.StartAsync(metrics, log);
        await server.AskAsync("GET", "/%0Anothing?a=b", "User-Agent: Reader/1.0");
        using var timeout = new CancellationTokenSource(Patience.Limit);
        string[] lines;
        while ((lines = [.. disk.Files().SelectMany(file => Read(disk.At(file)))]).Length < 4) await Task.Delay(50, timeout.Token);

        Assert.Equal(fields, lines[2]);
        Assert.Contains($"{(hasAddresses ? " 127.0.0.1" : "")} GET /%0Anothing ?a=b 404 ", lines[3], StringComparison.Ordinal);
        Assert.Equal(hasAddresses, lines[3].Contains(" 127.0.0.1 GET", StringComparison.Ordinal));
        Assert.EndsWith(" Reader/1.0 -", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsRefused_WhereItsFolderIsAFile()
    {
        using var metrics = new FeedsMetrics(new PublicationLog());
        disk.Write("access.log", "");

        await Assert.ThrowsAsync<IOException>(() => ObservedServer.StartAsync(metrics, new AccessLog(disk.At("access.log"))));
    }

    private static string[] Read(string path)
    {
        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
