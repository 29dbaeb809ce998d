using System.Collections.Immutable;
using Feeds.Model.Sources;
using Feeds.Web.Serving;
using Feeds.Web.Status;
using NodaTime;

namespace Feeds.Web.Pulling;

/// <summary>Fetches the sources of a served site: at the start, when it names others, and again after each pause.</summary>
/// <param name="pulled">Is called after each time.</param>
internal sealed partial class ScheduledPull(
    SourcePuller puller, TimeSpan pause, CurrentPublication current, PublicationLog publicationLog, Action pulled, TimeProvider time,
    ILogger logger)
{
    private int? lastFailure;

    private ImmutableArray<SourceSettings> Sources => current.Value?.Site.Settings.Sources ?? [];

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var sources = Sources;
            await PullAsync(sources, cancellation);
            pulled();
            await WaitAsync(sources, cancellation);
        }
    }

    // What a server does wrong is in the records, and what the machine refuses may work the next time.
    private async Task PullAsync(ImmutableArray<SourceSettings> sources, CancellationToken cancellation)
    {
        try
        {
            await puller.PullAsync(sources, Instant.FromDateTimeOffset(time.GetUtcNow()), cancellation);
            lastFailure = null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (exception.HResult != lastFailure)
                LogFailure(exception.Message, exception is IOException or UnauthorizedAccessException ? null : exception);
            lastFailure = exception.HResult;
        }
    }

    private async Task WaitAsync(ImmutableArray<SourceSettings> known, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var due = Task.Delay(pause, time, waiting.Token);
        while (!due.IsCompleted)
        {
            // Asked for before the look at what is published, so that no change is missed.
            var change = publicationLog.NextChange;
            if (!Addresses(Sources).SequenceEqual(Addresses(known))) break;
            await Task.WhenAny(due, change);
        }

        cancellation.ThrowIfCancellationRequested();
        await waiting.CancelAsync();
    }

    private static IEnumerable<(string Name, string? Address)> Addresses(ImmutableArray<SourceSettings> sources) =>
        sources.Select(source => (source.Name, source.Address));

    [LoggerMessage(
        EventId = 16,
        Level = LogLevel.Warning,
        Message = "The sources cannot be written: {Problem} The last good ones stay; name a folder for them with --state")]
    private partial void LogFailure(string problem, Exception? exception);
}
