using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Security.Authentication;
using System.Text;
using Feeds.Web.WebSub;
using NodaTime;

namespace Feeds.Web.Pulling;

/// <summary>Fetches files of others over HTTP, from public addresses alone.</summary>
internal sealed class SourceClient : IDisposable
{
    public const int MaxBytes = 5 * 1024 * 1024;

    private const int MaxRedirects = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient client;
    private readonly TimeSpan patience;

    /// <param name="isAllowed">The addresses that may be connected to; null for public ones.</param>
    /// <param name="patience">How long a file may take; null for 15 seconds.</param>
    public SourceClient(Func<IPAddress, bool>? isAllowed = null, TimeSpan? patience = null)
    {
        this.patience = patience ?? Patience;
        client = new HttpClient(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            // Each redirect is checked.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ConnectCallback = (context, cancellation) =>
                CheckedConnection.ConnectAsync(context, (_, address) => (isAllowed ?? PublicAddress.Is)(address), _ => "", cancellation),
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            // RFC 9110 §8.8.3: an entity tag may have any octet above ASCII, and goes back as it came.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            UseCookies = false,
            // It would connect where nothing is checked.
            UseProxy = false,
        })
        {
            DefaultRequestHeaders =
            {
                { "User-Agent", UserAgent },
                { "Accept", "text/calendar, application/atom+xml, application/rss+xml, */*;q=0.5" },
            },
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    private static string UserAgent => $"Feeds/{Assembly.GetExecutingAssembly().GetName().Version?.ToString(2)}";

    /// <param name="known">What the server said of the file that is there; null when there is none.</param>
    /// <param name="now">From when a date in <c>Retry-After</c> counts.</param>
    public async Task<Fetched> GetAsync(Uri address, Validators? known, Instant now, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            return await FollowAsync(address, known, now, limit.Token);
        }
        catch (HttpRequestException exception)
        {
            // The message of the outer exception says nothing of these.
            var cause = exception.InnerException is NotPublicException or AuthenticationException ? exception.InnerException : exception;
            return Fetched.Failed(cause.Message);
        }
        catch (IOException exception)
        {
            return Fetched.Failed(exception.Message);
        }
        catch (InvalidDataException)
        {
            return Fetched.Failed("it is not compressed as it says");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Fetched.Failed(FormattableString.Invariant($"it was not there after {patience.TotalSeconds:0} seconds"));
        }
    }

    private async Task<Fetched> FollowAsync(Uri address, Validators? known, Instant now, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (known?.ETag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            if (known?.Modified is { } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var wait = WaitOf(response.Headers.RetryAfter, now);
            if (IsRedirect(response.StatusCode) && response.Headers.Location is { } location)
            {
                if (!Uri.TryCreate(address, location, out var next) || next.Scheme is not ("http" or "https"))
                    return Fetched.Failed("it leads to an address that is not of the web");
                if (address.Scheme == "https" && next.Scheme == "http") return Fetched.Failed("it leads from https to http");
                address = next;
                continue;
            }

            if (response.StatusCode == HttpStatusCode.NotModified && known is not null) return new Fetched(null, known, null, wait);
            if (response.StatusCode != HttpStatusCode.OK)
                return Fetched.Failed(FormattableString.Invariant($"the server answers {(int)response.StatusCode}")) with { Wait = wait };
            if (await ReadAsync(response.Content, cancellation) is not { } body)
                return Fetched.Failed(FormattableString.Invariant($"it is larger than {MaxBytes / 1024 / 1024} MiB"));
            return new Fetched(body, Validators.Of(response), null, wait);
        }

        return Fetched.Failed(FormattableString.Invariant($"it leads on more than {MaxRedirects} times"));
    }

    /// <summary>Null when it is too large.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > MaxBytes) return null;
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var length)
        {
            if (body.Length + length > MaxBytes) return null;
            body.Write(buffer, 0, length);
        }

        return body.ToArray();
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    // RFC 9110 §10.2.3: a number of seconds, or a date.
    private static TimeSpan? WaitOf(RetryConditionHeaderValue? retryAfter, Instant now) =>
        retryAfter?.Delta ?? retryAfter?.Date - now.ToDateTimeOffset();

    public void Dispose() => client.Dispose();
}

/// <summary>What a server says of a file, so that it is sent again only after a change.</summary>
internal sealed record Validators(string? ETag, string? Modified)
{
    public static Validators Of(HttpResponseMessage response) =>
        new(Header(response.Headers, "ETag"), Header(response.Content.Headers, "Last-Modified"));

    private static string? Header(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}

/// <summary>The outcome of fetching a file.</summary>
/// <param name="Body">Null when it did not change, or was not fetched.</param>
/// <param name="Problem">Why it was not fetched; null when it was.</param>
/// <param name="Wait">How long the server asks to wait before the next request.</param>
internal sealed record Fetched(byte[]? Body, Validators? Validators, string? Problem, TimeSpan? Wait)
{
    public static Fetched Failed(string problem) => new(null, null, problem, null);
}
