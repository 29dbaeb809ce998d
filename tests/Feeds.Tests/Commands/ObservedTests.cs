using System.Text.Json;
using Feeds.Tests.Packaging;
using Feeds.Web.Telemetry;
using Xunit;

namespace Feeds.Tests.Commands;

/// <summary>What an operator's tools see of the program: metrics, its log and the access log.</summary>
public sealed class ObservedTests(BuiltSource built) : IDisposable
{
    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData("", false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=", false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318", true)]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://collector:4318/v1/metrics", true)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://collector:4318/v1/traces", false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318 OTEL_SDK_DISABLED=TRUE", false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318 OTEL_SDK_DISABLED=yes", true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318 OTEL_METRICS_EXPORTER=none", false)]
    [InlineData("OTEL_METRICS_EXPORTER=console,otlp", true)]
    [InlineData("OTEL_SERVICE_NAME=club", false)]
    public void SendsMetrics_WhenTheUsualVariablesSaySo(string variables, bool isWanted)
    {
        var set = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

        Assert.Equal(isWanted, MetricsExport.IsWanted(set.GetValueOrDefault));
    }

    [Fact]
    public async Task SendsItsMetrics_ToAReceiver()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var serving = await ServingProcess.StartAsync(
            await built.ProgramAsync(),
            disk,
            "",
            ("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.Address.AbsoluteUri),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("OTEL_SERVICE_NAME", "club"),
            ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=test"));
        await serving.Client.GetStringAsync("/atom.xml", TestContext.Current.CancellationToken);
        byte[] request;
        string[] own;
        do
        {
            request = await receiver.NextAsync();
            own = [.. OtlpReceiver.Instruments(request).Where(name => name.StartsWith("Feeds: ", StringComparison.Ordinal) || name.Contains(": http.server.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        }
        while (own.Length < 6);

        Assert.Equal(
            [
                "Feeds: feeds.diagnostics {diagnostic}", "Feeds: feeds.lock.writes {write}", "Feeds: feeds.publication.duration s", "Feeds: http.server.response.body.size By",
                "Microsoft.AspNetCore.Hosting: http.server.active_requests {request}", "Microsoft.AspNetCore.Hosting: http.server.request.duration s",
            ],
            own);
        Assert.Equal(["deployment.environment.name=test", "service.name=club", "service.version=0.2.0"], OtlpReceiver.Resource(request).Where(IsOfTheService).Order(StringComparer.Ordinal));
        Assert.Equal((0, ""), (await serving.StopAsync()) is var (code, _, errors) ? (code, errors) : default);
    }

    [Fact]
    public async Task SaysOnce_WhenNobodyTakesTheMetrics()
    {
        await using var serving = await ServingProcess.StartAsync(
            await built.ProgramAsync(), disk, "", ("OTEL_EXPORTER_OTLP_ENDPOINT", FreeAddress.Next().AbsoluteUri), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "100"));
        for (var request = 0; request < 10; request++) await serving.Client.GetStringAsync("/atom.xml", TestContext.Current.CancellationToken);
        var (_, output, _) = await serving.StopAsync();

        Assert.Single(output.Split('\n'), line => line.StartsWith("warn: feeds[10] Metrics may not be sent: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("http://127.0.0.1:9/", true)]
    public async Task LoadsNothingOfTelemetry_UnlessItIsWanted(string endpoint, bool isLoaded)
    {
        if (!OperatingSystem.IsLinux()) SkipIfMissing.EndsTheTest("This needs Linux, which tells what a process has loaded.");
        await using var serving = await ServingProcess.StartAsync(await built.ProgramAsync(), disk, "", ("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint));
        await serving.Client.GetStringAsync("/atom.xml", TestContext.Current.CancellationToken);
        var loaded = File.ReadLines(FormattableString.Invariant($"/proc/{serving.Id}/maps")).Where(line => line.EndsWith(".dll", StringComparison.Ordinal)).Select(line => Path.GetFileName(line)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal((true, isLoaded, isLoaded), (loaded.Contains("feeds.dll"), loaded.Contains("OpenTelemetry.dll"), loaded.Contains("OpenTelemetry.Exporter.OpenTelemetryProtocol.dll")));
    }

    [Fact]
    public async Task LogsInJson_WhenTheUsualSettingSaysSo()
    {
        await using var serving = await ServingProcess.StartAsync(await built.ProgramAsync(), disk, "--management-urls http://127.0.0.1:0", ("Logging__Console__FormatterName", "json"));
        var (_, output, _) = await serving.StopAsync();
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Message").GetString());

        Assert.Equal(["Published 1 post and 0 events", $"Serving content at {serving.Client.BaseAddress}"], lines);
    }

    [Theory]
    [InlineData("--access-log -", "")]
    [InlineData("--access-log - --access-log-addresses", "Client: 127.0.0.1 ")]
    public async Task LogsRequests_OnStandardOutput(string options, string client)
    {
        await using var serving = await ServingProcess.StartAsync(await built.ProgramAsync(), disk, options);
        var length = (await serving.Client.GetByteArrayAsync("/atom.xml?a=b", TestContext.Current.CancellationToken)).Length;
        var (code, output, errors) = await serving.StopAsync();
        var line = output.Split('\n')[^2];

        Assert.Equal((0, ""), (code, errors));
        Assert.EndsWith(
            FormattableString.Invariant($" {client}Query: ?a=b User-Agent:  Method: GET PathBase:  Path: /atom.xml Content-Length: {length} StatusCode: 200 "),
            line[..line.IndexOf("Duration: ", StringComparison.Ordinal)],
            StringComparison.Ordinal);
    }

    private static bool IsOfTheService(string attribute) => attribute.Split('=')[0] is "service.name" or "service.version" or "deployment.environment.name";
}
