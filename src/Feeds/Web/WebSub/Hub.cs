using System.Collections.Immutable;
using System.Threading.Channels;
using Feeds.Web.Telemetry;

namespace Feeds.Web.WebSub;

/// <summary>One hub, and the background work that tells it what changed, one request at a time.</summary>
internal sealed partial class Hub : IDisposable
{
    private readonly Channel<ImmutableSortedSet<string>> waiting = Channel.CreateBounded<ImmutableSortedSet<string>>(1);
    private readonly CancellationTokenSource stopping = new();
    private readonly Uri address;
    private readonly HubRequest request;
    private readonly FeedsMetrics measures;
    private readonly ILogger logger;
    private ImmutableSortedSet<string> untold = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    private string? lastProblem;

    public Hub(Uri address, HubRequest request, FeedsMetrics measures, ILogger logger)
    {
        this.address = address;
        this.request = request;
        this.measures = measures;
        this.logger = logger;
        _ = RunAsync(stopping.Token);
    }

    /// <summary>Lets the hub know that feeds changed, as soon as it listens; called by one thread at a time.</summary>
    public void Tell(ImmutableSortedSet<string> changed)
    {
        // What still waits is replaced by both together, so there is never more than one.
        if (waiting.Reader.TryRead(out var earlier)) changed = changed.Union(earlier);
        waiting.Writer.TryWrite(changed);
    }

    /// <summary>Stops what is under way.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            untold = untold.Union(await waiting.Reader.ReadAsync(stop));
            var answer = await request.PostAsync(Form, stop);
            measures.Told(address, answer);
            Log(answer);
            // A hub that was given up hears of it with the next change.
            if (!answer.IsPassing) untold = untold.Clear();
        }
    }

    private FormUrlEncodedContent Form()
    {
        // What changed since the last attempt goes along with this one.
        if (waiting.Reader.TryRead(out var newer)) untold = untold.Union(newer);
        return new([new("hub.mode", "publish"), .. untold.SelectMany(feed => new KeyValuePair<string, string>[] { new("hub.url", feed), new("hub.topic", feed) })]);
    }

    // A hub that stays in trouble is told of once, not at every change.
    private void Log(HubAnswer answer)
    {
        var problem = answer switch
        {
            { IsAcceptance: true } => null,
            { IsPassing: true } => "given up",
            _ => answer.Words,
        };
        if (problem is null) LogAccepted(address, untold.Count);
        else if (problem == lastProblem) return;
        else if (answer.IsPassing) LogGivenUp(address, answer.Words);
        else if (answer.IsForbidden) LogForbidden(address, answer.Words);
        else LogRefused(address, answer.Words);
        lastProblem = problem;
    }

    [LoggerMessage(EventId = 6, Level = LogLevel.Information, Message = "Hub {Hub} was told of {Feeds} changed feeds")]
    private partial void LogAccepted(Uri hub, int feeds);

    [LoggerMessage(EventId = 7, Level = LogLevel.Warning, Message = "Hub {Hub} refuses to be told of changed feeds: {Answer}")]
    private partial void LogRefused(Uri hub, string answer);

    [LoggerMessage(EventId = 8, Level = LogLevel.Warning, Message = "Hub {Hub} is given up until the next change of a feed: {Problem}")]
    private partial void LogGivenUp(Uri hub, string problem);

    [LoggerMessage(EventId = 12, Level = LogLevel.Warning, Message = "Hub {Hub} is told nothing: {Problem}")]
    private partial void LogForbidden(Uri hub, string problem);
}
