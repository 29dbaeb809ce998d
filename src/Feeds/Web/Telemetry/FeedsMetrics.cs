using System.Collections.Frozen;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Feeds.Model;
using Feeds.Model.Sources;
using Feeds.Publishing;
using Feeds.Web.Status;
using Feeds.Web.WebSub;
using Microsoft.AspNetCore.Http.Features;

namespace Feeds.Web.Telemetry;

/// <summary>The metrics of the server, under OpenTelemetry's names; while nobody listens, nothing is measured.</summary>
internal sealed class FeedsMetrics : IDisposable
{
    public const string MeterName = "Feeds";

    private const string KindKey = "feeds.representation.kind";
    private const string ErrorKey = "error.type";

    private static readonly FrozenSet<string> KnownMethods =
        FrozenSet.Create(StringComparer.Ordinal, "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");
    private static readonly InstrumentAdvice<long> Octets =
        new() { HistogramBucketBoundaries = [0, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216] };
    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };

    private readonly Meter meter = new(MeterName);
    private readonly Histogram<long> bodies;
    private readonly Histogram<double> publications;
    private readonly Counter<long> pings;
    private readonly Counter<long> writes;

    // Each status is boxed once.
    private readonly object?[] statuses = new object?[600];

    public FeedsMetrics(PublicationLog publicationLog)
    {
        const string bodySize = "Size of the bodies sent; the count is that of the answered requests.";
        bodies = meter.CreateHistogram("http.server.response.body.size", "By", bodySize, tags: null, Octets);
        const string duration = "How long publications took, and looks at the content that failed.";
        publications = meter.CreateHistogram("feeds.publication.duration", "s", duration, tags: null, Seconds);
        pings = meter.CreateCounter<long>("feeds.hub.pings", "{ping}", "Notifications of hubs about changed feeds.");
        writes = meter.CreateCounter<long>("feeds.lock.writes", "{write}", "How often feeds.lock was written, or could not be.");
        const string wrong = "Errors and warnings of the published content.";
        meter.CreateObservableUpDownCounter("feeds.diagnostics", () => Diagnostics(publicationLog), "{diagnostic}", wrong);
        const string entries = "Events and posts that each source brings in.";
        meter.CreateObservableUpDownCounter(
            "feeds.source.entries", () => OfSources(publicationLog, source => source.Count), "{entry}", entries);
        const string problems = "1 for each source with which something is wrong, 0 for the others.";
        meter.CreateObservableUpDownCounter(
            "feeds.source.problems", () => OfSources(publicationLog, source => source.Problem is null ? 0 : 1), "{problem}", problems);
        const string fetched = "When each source was last fetched whole, in seconds since 1970.";
        meter.CreateObservableGauge(
            "feeds.source.last_fetched", () => OfSources(publicationLog, source => source.Good?.ToUnixTimeSeconds()), "s", fetched);
    }

    public bool AreTaken => bodies.Enabled;

    /// <param name="mediaType">Null for an answer that is not a representation.</param>
    public void Answered(HttpContext context, MediaType? mediaType, int status, long sent)
    {
        var kind = KindOf(mediaType);
        var method = KnownMethods.TryGetValue(context.Request.Method, out var known) ? known : "_OTHER";
        var tags = new TagList
        {
            { KindKey, kind },
            { "http.request.method", method },
            { "http.response.status_code", statuses[status] ??= status },
            { "url.scheme", "http" },
        };
        bodies.Record(sent, tags);
        context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new(KindKey, kind));
    }

    public void Published(PublicationNote note) =>
        publications.Record(note.Took.TotalSeconds, Tag("feeds.publication.reason", note.Reason.ToString().ToLowerInvariant()));

    public void Failed(Exception exception, TimeSpan took) => publications.Record(took.TotalSeconds, Error(exception));

    public void HubNotified(Uri hub, HubAnswer answer)
    {
        var tags = new TagList { { "server.address", hub.Host }, { "server.port", hub.Port } };
        if (answer.Status is { } status) tags.Add("http.response.status_code", status);
        if (!answer.IsAcceptance) tags.Add(ErrorKey, answer.Status?.ToString(CultureInfo.InvariantCulture) ?? "unreachable");
        pings.Add(1, tags);
    }

    public void LockWritten() => writes.Add(1);

    public void LockNotWritten(Exception exception) => writes.Add(1, Error(exception));

    public void Dispose() => meter.Dispose();

    private static Measurement<int>[] Diagnostics(PublicationLog publicationLog)
    {
        var found = publicationLog.History.Diagnostics;
        var errors = found.Count(diagnostic => diagnostic.Severity == Severity.Error);
        return [Measured(errors, "error"), Measured(found.Length - errors, "warning")];

        static Measurement<int> Measured(int count, string severity) => new(count, Tag("feeds.diagnostic.severity", severity));
    }

    private static IEnumerable<Measurement<long>> OfSources(PublicationLog publicationLog, Func<SourceStatus, long?> valueOf) =>
        from source in publicationLog.History.Sources
        let value = valueOf(source)
        where value is not null
        select new Measurement<long>(value.Value, Tag("feeds.source.name", source.Source.Name));

    private static KeyValuePair<string, object?> Error(Exception exception) => Tag(ErrorKey, exception.GetType().FullName);

    private static KeyValuePair<string, object?> Tag(string key, string? value) => new(key, value);

    private static string KindOf(MediaType? mediaType) => mediaType switch
    {
        null => "other",
        { IsFeed: true } => "feed",
        { IsPolled: true } => "calendar",
        _ => mediaType == MediaType.Html ? "page" : "file",
    };
}
