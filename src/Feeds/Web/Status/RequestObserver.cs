using Feeds.Publishing;
using Feeds.Web.Telemetry;
using NodaTime;

namespace Feeds.Web.Status;

/// <summary>Those who are told of each answer once it is sent, the meter and the access log; while neither listens, nothing is done for them.</summary>
/// <param name="log">Null where none is kept.</param>
internal sealed class RequestObserver(FeedsMetrics measures, AccessLog? log, IClock clock)
{
    /// <summary>What other servers write for a client that did not wait for its answer.</summary>
    private const int StatusClientClosedRequest = 499;

    public bool AreThere => log is not null || measures.AreTaken;

    /// <summary>Tells of an answer when it is sent.</summary>
    /// <param name="found">What the request asked for; null where that is not known or not published.</param>
    public Task AfterAsync(Task answering, HttpContext context, Representation? found)
    {
        if (!answering.IsCompletedSuccessfully) return AfterAllAsync(answering, context, found);
        Tell(context, found, context.Response.StatusCode);
        return answering;
    }

    /// <summary>As above, where what is asked for is known only in the end.</summary>
    public async Task AfterAsync(Task<Representation?> answering, HttpContext context)
    {
        await ((Task)answering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await AfterAsync(answering, context, answering.IsCompletedSuccessfully ? await answering : null);
    }

    private async Task AfterAllAsync(Task answering, HttpContext context, Representation? found)
    {
        await answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Tell(context, found, answering.IsCompletedSuccessfully ? context.Response.StatusCode : FailureOf(context));
        await answering;
    }

    private static int FailureOf(HttpContext context) => context.RequestAborted.IsCancellationRequested ? StatusClientClosedRequest : StatusCodes.Status500InternalServerError;

    private void Tell(HttpContext context, Representation? found, int status)
    {
        var isSent = status < StatusClientClosedRequest && !HttpMethods.IsHead(context.Request.Method);
        var sent = isSent ? context.Response.ContentLength ?? 0 : 0;
        if (measures.AreTaken) measures.Answered(context, found?.MediaType, status, sent);
        log?.Add(context, status, sent, clock.GetCurrentInstant());
    }
}
