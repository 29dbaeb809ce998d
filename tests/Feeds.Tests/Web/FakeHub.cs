using System.Collections.Concurrent;
using System.Threading.Channels;
using Feeds.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>A hub on loopback that remembers what it is sent, and accepts it unless told to answer otherwise.</summary>
internal sealed class FakeHub : IAsyncDisposable
{
    private readonly Channel<string> requests = Channel.CreateUnbounded<string>();
    private readonly WebApplication app;
    private int count;

    private FakeHub(Uri address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address.AbsoluteUri);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public Uri Address => FeedsHost.ListeningAddress(app);

    /// <summary>How many requests came.</summary>
    public int Count => count;

    /// <summary>What the next requests get; when there is none left, 202.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Answers { get; } = new();

    /// <summary>A hub that listens.</summary>
    /// <param name="address">Where; null for a free port.</param>
    public static async Task<FakeHub> StartAsync(Uri? address = null)
    {
        var hub = new FakeHub(address ?? new Uri("http://127.0.0.1:0"));
        await hub.app.StartAsync(TestContext.Current.CancellationToken);
        return hub;
    }

    /// <summary>Answers the next request with a status and a field.</summary>
    public void Answer(int status, string field = "X-Hub", string value = "") => Answers.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers[field] = value;
        return Task.CompletedTask;
    });

    /// <summary>The next request: its method, media type and form.</summary>
    public async Task<string> ToldAsync() => await requests.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Limit);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref count);
        using var body = new StreamReader(context.Request.Body);
        var form = await body.ReadToEndAsync(context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        Answers.TryDequeue(out var answer);
        requests.Writer.TryWrite($"{context.Request.Method} {context.Request.ContentType} {form}");
        if (answer is not null) await answer(context);
    }
}
