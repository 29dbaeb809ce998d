using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Feeds.Web.Telemetry;

/// <summary>Sends metrics by OTLP to where the <c>OTEL_…</c> variables say; without them nothing of it is loaded.</summary>
internal sealed class MetricsExport(ILogger logger) : IDisposable
{
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    private readonly ExportProblems problems = new(logger);
    private readonly MeterProvider provider = Provider();

    /// <summary>Whether the variables name an endpoint or this exporter, and do not disable it.</summary>
    public static bool IsWanted(Func<string, string?> variable)
    {
        if (string.Equals(variable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase)) return false;
        return variable("OTEL_METRICS_EXPORTER") is { Length: > 0 } exporters
            ? exporters.Split(',', StringSplitOptions.TrimEntries).Contains("otlp", StringComparer.Ordinal)
            : Endpoints.Any(name => !string.IsNullOrEmpty(variable(name)));
    }

    /// <summary>Sends the rest.</summary>
    public void Dispose()
    {
        provider.Dispose();
        problems.Dispose();
    }

    private static MeterProvider Provider() => Sdk.CreateMeterProviderBuilder()
        // Last, so that the operator's variables win.
        .SetResourceBuilder(
            ResourceBuilder.CreateEmpty().AddTelemetrySdk().AddService("feeds", serviceVersion: Version).AddEnvironmentVariableDetector())
        .AddMeter(FeedsMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
        .AddMeter("System.Net.Http", "System.Runtime")
        .AddOtlpExporter()
        .Build();

    private static string? Version =>
        typeof(MetricsExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
