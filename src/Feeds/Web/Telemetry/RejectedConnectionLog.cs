using System.Diagnostics.Metrics;

namespace Feeds.Web.Telemetry;

/// <summary>Says that clients are refused because too many are connected: at once, and then once a minute as long as it lasts. The server's own word for each would fill the log.</summary>
internal sealed partial class RejectedConnectionLog : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly MeterListener listener = new();
    private readonly ILogger logger;
    private readonly TimeProvider time;
    private readonly Lock turn = new();
    private long refused;
    private long? said;

    public RejectedConnectionLog(TimeProvider time, ILogger logger)
    {
        (this.time, this.logger) = (time, logger);
        listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "Microsoft.AspNetCore.Server.Kestrel", Name: "kestrel.rejected_connections" }) listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, amount, _, _) => Count(amount));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    /// <summary>So many more were refused.</summary>
    public void Count(long amount)
    {
        lock (turn)
        {
            refused += amount;
            if (said is { } last && time.GetElapsedTime(last) < Pause) return;
            said = time.GetTimestamp();
            LogRefused(refused, KestrelLimits.Connections(FileDescriptorLimit.Limit));
            refused = 0;
        }
    }

    [LoggerMessage(EventId = 11, Level = LogLevel.Warning, Message = "Refused {Refused} connections: there are {Connections} already, which is all that are taken at once")]
    private partial void LogRefused(long refused, int connections);
}
