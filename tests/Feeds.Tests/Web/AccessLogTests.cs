using System.Text;
using Feeds.Web.Status;
using Feeds.Web.Telemetry;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>The access log as a file: complete, and nobody's concern while it cannot be written.</summary>
public sealed class AccessLogTests : IDisposable
{
    private const string Day = "[01/Jan/2026:00:00:00 +0000]";

    private static readonly int Octets = Encoding.UTF8.GetByteCount(ServedBytes.Text);

    private readonly TempFolder disk = new();
    private readonly LoggedLines logger = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task WritesDownEachRequest_InTheirOrder()
    {
        using var measures = new FeedsMetrics(new PublicationLog());
        var log = new AccessLog(disk.At("access.log"), AddressForm.Short);
        await using (var server = await OnlookedServer.StartAsync(measures, log))
        {
            log.Start(logger);
            await server.AskAsync("GET", "/atom.xml", "User-Agent: Reader/1.0");
            await server.AskAsync("HEAD", "/rss.xml?a=b", "Referer: https://a.example/");
            await server.AskAsync("GET", "/feed.json", $"If-None-Match: \"{ServedBytes.Tag}\"");
            await server.AskAsync("GET", "/%22%0A", "X-Forwarded-For: 198.51.100.7");
            await server.AskAsync("POST", "/feed");
        }

        await log.DisposeAsync();

        Assert.Equal(
            [
                FormattableString.Invariant($"127.0.0.0 - - {Day} \"GET /atom.xml HTTP/1.1\" 200 {Octets} \"-\" \"Reader/1.0\""),
                $"127.0.0.0 - - {Day} \"HEAD /rss.xml?a=b HTTP/1.1\" 200 0 \"https://a.example/\" \"-\"",
                $"127.0.0.0 - - {Day} \"GET /feed.json HTTP/1.1\" 304 0 \"-\" \"-\"",
                $"127.0.0.0 - - {Day} \"GET /%22%0A HTTP/1.1\" 404 11 \"-\" \"-\"",
                $"127.0.0.0 - - {Day} \"POST /feed HTTP/1.1\" 308 0 \"-\" \"-\"",
            ],
            File.ReadAllLines(disk.At("access.log")));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(disk.At("access.log")) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite));
    }

    [Fact]
    public async Task GoesOnInANewFile_WhenTheOldOneIsMovedAway()
    {
        await using var log = new AccessLog(disk.At("access.log"), AddressForm.Short);
        log.Start(logger);
        log.Add("one\n"u8);
        await WrittenAsync("access.log", "one\n");
        File.Move(disk.At("access.log"), disk.At("access.log.1"));
        log.Add("two\n"u8);
        await WrittenAsync("access.log", "two\n");

        Assert.Equal("one\n", File.ReadAllText(disk.At("access.log.1")));
    }

    [Fact]
    public async Task DropsAndCounts_WhatDoesNotFit()
    {
        var log = new AccessLog(disk.At("access.log"), AddressForm.Short);
        var line = new byte[1024];
        line.AsSpan().Fill((byte)'a');
        line[^1] = (byte)'\n';
        for (var count = 0; count < (AccessLog.MaxOctets / line.Length) + 7; count++) log.Add(line);
        log.Start(logger);
        await log.DisposeAsync();

        Assert.Equal(AccessLog.MaxOctets, new FileInfo(disk.At("access.log")).Length);
        Assert.Equal("Warning: 7 lines of the access log were dropped: more requests than it could write", await logger.NextAsync());
    }

    [Fact]
    public async Task GoesOnAfterAFailure_OnALineOfItsOwn()
    {
        Directory.CreateDirectory(disk.At("logs"));
        await using var log = new AccessLog(disk.At("logs/access.log"), AddressForm.Short);
        log.Start(logger);
        Directory.Move(disk.At("logs"), disk.At("away"));
        log.Add("one\n"u8);
        log.Add("two\n"u8);
        Assert.Equal($"Warning: 2 lines of the access log were dropped: Could not find a part of the path '{disk.At("logs/access.log")}'.", await logger.NextAsync());
        Directory.Move(disk.At("away"), disk.At("logs"));
        log.Add("three\n"u8);

        await WrittenAsync("logs/access.log", "\nthree\n");
    }

    [Fact]
    public void IsRefused_WhereItCannotBeWritten() => Assert.Throws<DirectoryNotFoundException>(() => new AccessLog(disk.At("no/access.log"), AddressForm.Short));

    /// <summary>Returns once a file holds a text.</summary>
    private async Task WrittenAsync(string path, string text)
    {
        using var timeout = new CancellationTokenSource(Patience.Limit);
        while (!File.Exists(disk.At(path)) || File.ReadAllText(disk.At(path)) != text) await Task.Delay(10, timeout.Token);
    }
}
