using System.Net.Http.Headers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Feeds.Web.WebSub;

/// <summary>A request to one hub, repeated with growing pauses, and given up for a while after too many failures.</summary>
internal sealed class HubRequest
{
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Even when <c>Retry-After</c> asks for more.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    public const int MaxRetries = 5;

    /// <summary>How long nothing is sent to a hub after more failures in a row than <see cref="MaxRetries"/>.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private readonly Uri hub;
    private readonly HttpClient client;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline<HubAnswer> pipeline;

    public HubRequest(Uri hub, HttpClient client, TimeProvider time)
    {
        this.hub = hub;
        this.client = client;
        this.time = time;
        var failure = new PredicateBuilder<HubAnswer>()
            .Handle<HttpRequestException>().Handle<TimeoutRejectedException>().Handle<OperationCanceledException>()
            .HandleResult(answer => answer.IsPassing);
        pipeline = new ResiliencePipelineBuilder<HubAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HubAnswer>
            {
                ShouldHandle = failure,
                MaxRetryAttempts = MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(2),
                UseJitter = true,
                MaxDelay = LongestPause,
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Pause),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HubAnswer>
            {
                ShouldHandle = failure,
                FailureRatio = 1,
                MinimumThroughput = MaxRetries + 1,
                SamplingDuration = TimeSpan.FromMinutes(10),
                BreakDuration = Rest,
            })
            .AddTimeout(AttemptTimeout)
            .Build();
    }

    /// <summary>Returns the outcome of the last attempt.</summary>
    /// <param name="content">Makes the body of each attempt.</param>
    public async Task<HubAnswer> PostAsync(Func<HttpContent> content, CancellationToken cancellation)
    {
        try
        {
            return await pipeline.ExecuteAsync(token => AttemptAsync(content, token), cancellation);
        }
        catch (Exception exception) when (exception is HttpRequestException or ExecutionRejectedException
            || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new HubAnswer(Status: null, exception.Message);
        }
    }

    private async ValueTask<HubAnswer> AttemptAsync(Func<HttpContent> content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, hub) { Content = content() };
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var status = (int)response.StatusCode;
            return new HubAnswer(status, FormattableString.Invariant($"status {status}"), Pause(response.Headers.RetryAfter));
        }
        catch (HttpRequestException exception) when (exception.InnerException is NotPublicException forbidden)
        {
            return new HubAnswer(Status: null, forbidden.Message) { IsForbidden = true };
        }
    }

    // RFC 9110 §10.2.3: a number of seconds, or a date.
    private TimeSpan? Pause(RetryConditionHeaderValue? retryAfter)
    {
        var asked = retryAfter?.Delta ?? retryAfter?.Date - time.GetUtcNow();
        if (asked is not { } pause || pause <= TimeSpan.Zero) return null;
        return pause < LongestPause ? pause : LongestPause;
    }
}

/// <summary>The outcome of notifying a hub.</summary>
/// <param name="Status">Null when there was no answer.</param>
/// <param name="Words">The answer, or why there was none, for people.</param>
/// <param name="Pause">From <c>Retry-After</c>.</param>
internal sealed record HubAnswer(int? Status, string Words, TimeSpan? Pause = null)
{
    /// <summary>Whether nothing was sent, because of where the hub is.</summary>
    public bool IsForbidden { get; init; }

    public bool IsAcceptance => Status is >= 200 and < 300;

    /// <summary>Whether another attempt may succeed.</summary>
    public bool IsPassing => !IsForbidden && Status is null or StatusCodes.Status429TooManyRequests or >= 500;
}
