using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Threading.Channels;
using Feeds.Web.Status;
using Feeds.Web.Telemetry;

namespace Feeds.Tests.Web;

/// <summary>Listens to what one server is measured by, and not to those of other tests.</summary>
internal sealed class Measured : IDisposable
{
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly MeterListener listener = new();
    private readonly Thread maker = Thread.CurrentThread;
    private bool isMaking;

    public Measured(PublicationLog publicationLog)
    {
        listener.InstrumentPublished = Published;
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        // How long something took is other each time; that it took time is not.
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value > 0 ? "some" : value, tags));
        listener.Start();
        isMaking = true;
        Metrics = new FeedsMetrics(publicationLog);
        isMaking = false;
    }

    public FeedsMetrics Metrics { get; }

    /// <summary>All that was measured: name, value and unit, and the tags in order of name.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>The names and units of all instruments.</summary>
    public List<string> Instruments { get; } = [];

    /// <summary>What is measured next.</summary>
    public async Task<string> NextAsync() => await lines.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    /// <summary>Has those instruments looked at that speak only when they are asked.</summary>
    public void Observe() => listener.RecordObservableInstruments();

    public void Dispose()
    {
        listener.Dispose();
        Metrics.Dispose();
    }

    // Instruments are made on the thread that makes their owner: those of others are made on other threads, or at another time.
    private void Published(Instrument instrument, MeterListener all)
    {
        if (!isMaking || Thread.CurrentThread != maker) return;
        Instruments.Add($"{instrument.Name} {instrument.Unit}");
        all.EnableMeasurementEvents(instrument);
    }

    private void Add(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var words = tags.ToArray().Select(tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}")).Order(StringComparer.Ordinal);
        var line = string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {value} {instrument.Unit} {string.Join(' ', words)}").TrimEnd();
        Lines.Enqueue(line);
        lines.Writer.TryWrite(line);
    }
}
