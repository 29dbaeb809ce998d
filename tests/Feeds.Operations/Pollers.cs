using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Feeds.Benchmarks;

namespace Feeds.Operations;

/// <summary>Subscribers that poll a feed as feed readers do: at their own intervals, some at the full hour, most with what they have.</summary>
internal sealed partial class Pollers
{
    // Of all polls that servers report, 56 to 77 % are answered with 304.
    private const double WithValidator = 0.7;
    private const double AtTheHour = 0.2;

    private static readonly TimeSpan Wave = TimeSpan.FromSeconds(20);
    private static readonly (double Share, double Minutes)[] Intervals = [(0.1, 15), (0.35, 30), (0.85, 60), (1, 24 * 60)];

    private readonly Uri server;
    private readonly (TimeSpan At, bool HasValidator)[] polls;
    private readonly ConcurrentQueue<double> times = [];
    private long unchanged;
    private long bytes;
    private long failures;
    private volatile string tag = "\"none\"";

    public Pollers(Uri server, int subscribers, TimeSpan lasting, Random random)
    {
        this.server = server;
        var hour = lasting / 2;
        var all = new List<(TimeSpan At, bool HasValidator)>();
        for (var number = 0; number < subscribers; number++)
        {
            var share = random.NextDouble();
            var minutes = Intervals.First(interval => share <= interval.Share).Minutes;
            var hasValidator = random.NextDouble() < WithValidator;
            if (random.NextDouble() < AtTheHour && minutes <= 60) all.Add((hour + (Wave * random.NextDouble()), hasValidator));
            else if (random.NextDouble() < lasting.TotalMinutes / minutes) all.Add((lasting * random.NextDouble(), hasValidator));
        }

        polls = [.. all.OrderBy(poll => poll.At)];
    }

    public long Answers => times.Count;

    public long Unchanged => unchanged;

    public long Bytes => bytes;

    public long Failures => failures;

    public int Busiest => polls.CountBy(poll => (int)poll.At.TotalSeconds).Max(second => second.Value);

    public double Milliseconds(double share) => Quantile.Of(times, share);

    public async Task RunAsync()
    {
        var watch = Stopwatch.StartNew();
        var running = new List<Task>();
        foreach (var (at, hasValidator) in polls)
        {
            if (at - watch.Elapsed is { Ticks: > TimeSpan.TicksPerMillisecond } ahead) await Task.Delay(ahead);
            running.Add(Task.Run(() => PollAsync(hasValidator)));
        }

        await Task.WhenAll(running);
    }

    private async Task PollAsync(bool hasValidator)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Host, server.Port);
            await using var stream = client.GetStream();
            var condition = hasValidator ? $"If-None-Match: {tag}\r\n" : "";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"GET /atom.xml HTTP/1.1\r\nHost: {server.Authority}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n{condition}\r\n"));
            using var answer = new MemoryStream();
            await stream.CopyToAsync(answer);
            times.Enqueue(watch.Elapsed.TotalMilliseconds);
            Interlocked.Add(ref bytes, answer.Length);
            var head = Encoding.Latin1.GetString(answer.GetBuffer(), 0, (int)Math.Min(answer.Length, 2000));
            if (head.StartsWith("HTTP/1.1 304", StringComparison.Ordinal)) Interlocked.Increment(ref unchanged);
            else if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) Interlocked.Increment(ref failures);
            if (Tag().Match(head) is { Success: true } found) tag = found.Groups["tag"].Value;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            Interlocked.Increment(ref failures);
        }
    }

    [GeneratedRegex("\r\nETag: (?<tag>[^\r]+)\r", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
