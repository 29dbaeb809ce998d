using Feeds.Publishing;
using Feeds.Web.Serving;
using Feeds.Web.Telemetry;

namespace Feeds.Web.Status;

/// <summary>Reports each answer to the metrics and the status page once it is sent; while nobody looks at them, nothing is done.</summary>
/// <param name="polls">Null where there is no status page.</param>
internal sealed class RequestObserver(FeedsMetrics metrics, PollStatistics? polls = null)
{
    // As nginx logs it for a client that did not wait for its answer.
    private const int StatusClientClosedRequest = 499;

    public bool IsActive => polls is not null || metrics.AreTaken;

    /// <param name="found">What the request asked for; null where that is not published.</param>
    public async Task ObserveAsync(Task answering, HttpContext context, Representation? found)
    {
        await answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Record(context, found, answering.IsCompletedSuccessfully ? context.Response.StatusCode : FailureOf(context));
        await answering;
    }

    public async Task ObserveAsync(Task<Representation?> answering, HttpContext context)
    {
        await ((Task)answering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ObserveAsync(answering, context, answering.IsCompletedSuccessfully ? await answering : null);
    }

    private static int FailureOf(HttpContext context) =>
        context.RequestAborted.IsCancellationRequested ? StatusClientClosedRequest : StatusCodes.Status500InternalServerError;

    private void Record(HttpContext context, Representation? found, int status)
    {
        var isSent = status < StatusClientClosedRequest && !Method.IsHead(context.Request);
        if (metrics.AreTaken) metrics.Answered(context, found?.MediaType, status, isSent ? context.Response.ContentLength ?? 0 : 0);
        if (found is not null) polls?.Count(context.Request, found, status);
    }
}
