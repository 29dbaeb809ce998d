using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Feeds.Model;
using Feeds.Pages;
using Feeds.Web.Serving;
using Feeds.Web.Status;

namespace Feeds.Web.Live;

/// <summary>Adds a script to pages while they are sent, which reloads them after a publication and shows errors of the content.</summary>
/// <param name="stopping">Ends the connections of open pages, for which a stop would wait.</param>
internal sealed class LivePreview(PublicationLog log, CancellationToken stopping)
{
    private const string EventsPath = "/.live";

    private static readonly string Script = Encoding.UTF8.GetString(Page.Resource("live.js"));

    private static readonly string ScriptSource = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}'";

    /// <summary>Answers a request as <paramref name="next"/> does, but with nothing for caches and with the script in pages.</summary>
    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path == EventsPath)
        {
            await SendEventsAsync(context);
            return;
        }

        var (request, response) = (context.Request.Headers, context.Response);
        // So every answer is whole and not compressed.
        foreach (var name in (string[])["Accept-Encoding", "If-None-Match", "If-Modified-Since", "A-IM"]) request.Remove(name);
        // Read before the page is found: a page of an earlier version than it says would not reload.
        var version = Version(log.History);
        ReadOnlyMemory<byte> added = default;
        response.OnStarting(() =>
        {
            added = Change(response, version);
            return Task.CompletedTask;
        });
        await next(context);
        if (!Method.IsHead(context.Request)) await response.Body.WriteAsync(added, context.RequestAborted);
    }

    /// <returns>What follows the body; empty except for a page.</returns>
    private static ReadOnlyMemory<byte> Change(HttpResponse response, string version)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.ETag = default;
        headers.LastModified = default;
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is not true) return default;
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.ToString()
            .Replace("script-src", $"connect-src 'self'; script-src {ScriptSource}", StringComparison.Ordinal);
        var added = Page.Render<ScriptElement>(new()
        {
            [nameof(ScriptElement.Text)] = Script,
            [nameof(ScriptElement.Version)] = version,
        });
        response.ContentLength += added.Length;
        return added;
    }

    private async Task SendEventsAsync(HttpContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            var events = EventsAsync(context.Request.QueryString.Value ?? "", ended.Token);
            await SseFormatter.WriteAsync(events, context.Response.Body, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The page was closed, or the server stops.
        }
    }

    /// <param name="query">The version of the open page, after a question mark.</param>
    private async IAsyncEnumerable<SseItem<string>> EventsAsync(string query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var change = log.NextChange;
            var history = log.History;
            if (query != "?" + Version(history))
            {
                yield return new SseItem<string>("", "reload");
                yield break;
            }

            yield return new SseItem<string>(ErrorsOf(history), "errors");
            await change.WaitAsync(cancellation);
        }
    }

    // Times differ between runs of the server, so a page that was open before a restart reloads.
    private static string Version(PublicationHistory history) => history.Publications is [var newest, ..]
        ? newest.At.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture)
        : "";

    private static string ErrorsOf(PublicationHistory history)
    {
        var errors = history.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => $"{diagnostic}");
        return string.Join('\n', errors.Prepend(history.Failure).OfType<string>());
    }
}
