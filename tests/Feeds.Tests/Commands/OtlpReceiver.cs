using System.Text;
using System.Threading.Channels;
using Feeds.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Feeds.Tests.Commands;

/// <summary>Takes metrics by OTLP over HTTP, and reads of them what a test asks for.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly Channel<byte[]> requests = Channel.CreateUnbounded<byte[]>();
    private readonly WebApplication app;

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(TakeAsync);
    }

    public Uri Address => FeedsHost.ListeningAddress(app);

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>The next request.</summary>
    public async Task<byte[]> NextAsync() => await requests.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    /// <summary>The meters' names, and behind each the names and units of its instruments (ExportMetricsServiceRequest, resource_metrics 1, scope_metrics 2).</summary>
    public static IEnumerable<string> Instruments(byte[] request) =>
        from resource in Fields(request, 1)
        from scope in Fields(resource, 2)
        from metric in Fields(scope, 2)
        select $"{Text(Fields(scope, 1).Single(), 1)}: {Text(metric, 1)} {Text(metric, 3)}".TrimEnd();

    /// <summary>The attributes of whom the metrics are of, those with a text.</summary>
    public static IEnumerable<string> Resource(byte[] request) =>
        from resource in Fields(request, 1)
        from attribute in Fields(Fields(resource, 1).Single(), 1)
        select $"{Text(attribute, 1)}={Text(Fields(attribute, 2).Single(), 1)}";

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (context.Request is { Method: "POST", Path.Value: "/v1/metrics", ContentType: "application/x-protobuf" }) requests.Writer.TryWrite(body.ToArray());
        else context.Response.StatusCode = 404;
    }

    private static string Text(byte[] message, int number) => Encoding.UTF8.GetString(Fields(message, number).FirstOrDefault([]));

    /// <summary>The length-delimited fields of a number in a Protocol Buffers message.</summary>
    private static List<byte[]> Fields(byte[] message, int number)
    {
        var fields = new List<byte[]>();
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var value = (key & 7) is 0 or 2 ? (int)Varint(message, ref at) : 0;
            var length = (key & 7) switch
            {
                0 => 0,
                1 => 8,
                2 => value,
                5 => 4,
                _ => throw new InvalidDataException($"field of type {key & 7}"),
            };
            if (key >> 3 == (ulong)number && (key & 7) == 2) fields.Add(message[at..(at + length)]);
            at += length;
        }

        return fields;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var octet = message[at++];
            value |= (ulong)(octet & 0x7F) << shift;
            if (octet < 0x80) return value;
        }
    }
}
