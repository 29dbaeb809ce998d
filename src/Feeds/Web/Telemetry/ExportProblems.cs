using System.Diagnostics.Tracing;

namespace Feeds.Web.Telemetry;

/// <summary>Logs why metrics could not be sent, which the library reports only to listeners of its events.</summary>
internal sealed partial class ExportProblems(ILogger logger) : EventListener
{
    // Reported for every meter that is not sent, which is not a problem.
    private const string NotAsked = "MetricInstrumentIgnored";

    private string? lastProblem;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name.StartsWith("OpenTelemetry-", StringComparison.Ordinal)) EnableEvents(eventSource, EventLevel.Warning);
    }

    // A problem that persists is logged once.
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == NotAsked) return;
        var words = (eventData.Payload ?? new([])).Prepend(eventData.EventName);
        var problem = string.Join(' ', words.Select(word => word?.ToString()?.Split('\n')[0].TrimEnd()));
        if (Interlocked.Exchange(ref lastProblem, problem) != problem) LogProblem(problem);
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "Metrics may not be sent: {Problem}")]
    private partial void LogProblem(string problem);
}
