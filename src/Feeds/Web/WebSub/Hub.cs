using System.Collections.Immutable;
using System.Threading.Channels;
using Feeds.Web.Telemetry;

namespace Feeds.Web.WebSub;

/// <summary>One hub, and the background work that notifies it of changed feeds, one request at a time.</summary>
internal sealed partial class Hub : IDisposable
{
    private readonly Channel<ImmutableSortedSet<string>> waiting = Channel.CreateBounded<ImmutableSortedSet<string>>(1);
    private readonly CancellationTokenSource stopping = new();
    private readonly Uri address;
    private readonly HubRequest request;
    private readonly FeedsMetrics metrics;
    private readonly ILogger logger;
    private ImmutableSortedSet<string> pending = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    private string? lastProblem;

    public Hub(Uri address, HubRequest request, FeedsMetrics metrics, ILogger logger)
    {
        this.address = address;
        this.request = request;
        this.metrics = metrics;
        this.logger = logger;
        _ = RunAsync(stopping.Token);
    }

    /// <summary>Called by one thread at a time.</summary>
    public void Notify(ImmutableSortedSet<string> changed)
    {
        // Joined with what still waits, so that there is never more than one set.
        if (waiting.Reader.TryRead(out var earlier)) changed = changed.Union(earlier);
        waiting.Writer.TryWrite(changed);
    }

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            pending = pending.Union(await waiting.Reader.ReadAsync(stop));
            var answer = await request.PostAsync(Form, stop);
            metrics.HubNotified(address, answer);
            Log(answer);
            // A hub that was given up is notified with the next change.
            if (!answer.IsPassing) pending = pending.Clear();
        }
    }

    private FormUrlEncodedContent Form()
    {
        // With what changed since the last attempt.
        if (waiting.Reader.TryRead(out var newer)) pending = pending.Union(newer);
        var feeds = pending.SelectMany(feed => new KeyValuePair<string, string>[] { new("hub.url", feed), new("hub.topic", feed) });
        return new([new("hub.mode", "publish"), .. feeds]);
    }

    // A hub that keeps failing is logged once, not at every change.
    private void Log(HubAnswer answer)
    {
        var problem = answer switch
        {
            { IsAcceptance: true } => null,
            { IsPassing: true } => "given up",
            _ => answer.Words,
        };
        if (problem is null) LogAccepted(address, pending.Count);
        else if (problem == lastProblem) return;
        else if (answer.IsPassing) LogGivenUp(address, answer.Words);
        else if (answer.IsForbidden) LogForbidden(address, answer.Words);
        else LogRefused(address, answer.Words);
        lastProblem = problem;
    }

    [LoggerMessage(EventId = 6, Level = LogLevel.Information, Message = "Hub {Hub} was notified of {Feeds} changed feeds")]
    private partial void LogAccepted(Uri hub, int feeds);

    [LoggerMessage(EventId = 7, Level = LogLevel.Warning, Message = "Hub {Hub} refuses notifications of changed feeds: {Answer}")]
    private partial void LogRefused(Uri hub, string answer);

    [LoggerMessage(EventId = 8, Level = LogLevel.Warning, Message = "Hub {Hub} is given up until the next change of a feed: {Problem}")]
    private partial void LogGivenUp(Uri hub, string problem);

    [LoggerMessage(EventId = 12, Level = LogLevel.Warning, Message = "Hub {Hub} is not notified: {Problem}")]
    private partial void LogForbidden(Uri hub, string problem);
}
