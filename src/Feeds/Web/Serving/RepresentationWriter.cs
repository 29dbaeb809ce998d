using Feeds.Model.Names;
using Feeds.Pages;
using Feeds.Pages.Posts;
using Feeds.Publishing;
using NodaTime;

namespace Feeds.Web.Serving;

/// <summary>Answers a GET or HEAD for a representation, whose bytes are ready except at its first request.</summary>
internal sealed class RepresentationWriter(IClock clock, FairUse fairUse)
{
    private static readonly string PagePolicy =
        $"default-src 'none'; script-src {Page.ScriptSource}; style-src 'self'; img-src * data:; media-src *; " +
        $"frame-src {Player.Sources}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    // A drawing opened by itself is a document that could run scripts.
    private const string DrawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private readonly SingleFlight firstUse = new();

    public Task WriteAsync(HttpContext context, Representation representation, Instant? until) => representation.IsRendered
        ? WriteRenderedAsync(context, representation, until)
        : WriteOnceRenderedAsync(context, representation, until);

    /// <summary>404 or 410: a page for a browser, a line for a program.</summary>
    public async Task WriteNothingAsync(HttpContext context, int status, string text, Publication publication)
    {
        var (headers, now) = (context.Response.Headers, clock.GetCurrentInstant());
        headers.CacheControl = CacheControl.OfNothing(publication.Until, now);
        headers.Vary = "Accept";
        context.Response.StatusCode = status;
        if (!publication.Representations.TryGetValue(Addresses.NotFound, out var page)
            || ContentCoding.Quality(context.Request.Headers.Accept, "text/html") is not > 0)
        {
            await PlainResponses.TextAsync(context, status, text);
            return;
        }

        var bytes = await firstUse.BytesAsync(page, ContentCoding.Identity).WaitAsync(context.RequestAborted);
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = PagePolicy;
        context.Response.ContentType = page.MediaType.Name;
        context.Response.ContentLength = bytes.Length;
        if (!Method.IsHead(context.Request)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private async Task WriteOnceRenderedAsync(HttpContext context, Representation representation, Instant? until)
    {
        await firstUse.BytesAsync(representation, ContentCoding.Identity).WaitAsync(context.RequestAborted);
        await WriteRenderedAsync(context, representation, until);
    }

    private Task WriteRenderedAsync(HttpContext context, Representation representation, Instant? until)
    {
        var (request, response, mediaType) = (context.Request, context.Response, representation.MediaType);
        var now = clock.GetCurrentInstant();
        if (fairUse.SecondsToWait(context, representation, now) is { } seconds) return PlainResponses.TooManyAsync(context, seconds);
        var coding = mediaType.Compressible == Compressible.No
            ? ContentCoding.Identity
            : ContentCoding.Negotiate(request.Headers.AcceptEncoding);
        var headers = response.Headers;
        headers.ETag = coding.Tag(representation);
        // RFC 9110 §8.8.2.1: never later than the answer, even where two changes fell into one second.
        headers.LastModified = representation.LastModified <= now ? representation.LastModifiedDate : Representation.HttpDate(now);
        headers.CacheControl = CacheControl.Until(until, now);
        headers.Vary = mediaType.IsFeed ? "Accept-Encoding, Sec-Fetch-Dest" : "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        if (mediaType == MediaType.Html) headers.ContentSecurityPolicy = PagePolicy;
        else headers.AccessControlAllowOrigin = "*";
        if (representation.Links is { } links) headers.Link = links.Fields;
        if (mediaType == MediaType.Svg) headers.ContentSecurityPolicy = DrawingPolicy;
        if (ConditionalRequest.IsFresh(request.Headers, representation))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        if (Delta(request.Headers, representation) is { } delta) return WriteDeltaAsync(context, representation, delta);
        return coding.IsReady(representation)
            ? WriteBytesAsync(context, representation, coding, coding.Bytes(representation))
            : WriteOnceMadeAsync(context, representation, coding);
    }

    private async Task WriteOnceMadeAsync(HttpContext context, Representation representation, ContentCoding coding)
    {
        var bytes = await firstUse.BytesAsync(representation, coding).WaitAsync(context.RequestAborted);
        await WriteBytesAsync(context, representation, coding, bytes);
    }

    private static Task WriteBytesAsync(
        HttpContext context, Representation representation, ContentCoding coding, ReadOnlyMemory<byte> bytes)
    {
        var (response, mediaType) = (context.Response, representation.MediaType);
        // Chromium shows Atom and RSS as bare source under their own names; only browsers say that they open a document.
        var isOpenedInBrowser = context.Request.Headers["Sec-Fetch-Dest"] == "document";
        response.ContentType = isOpenedInBrowser ? mediaType.ForBrowser : mediaType.Name;
        response.ContentLength = bytes.Length;
        if (coding.Name is not null) response.Headers.ContentEncoding = coding.Name;
        if (mediaType == MediaType.Calendar) response.Headers.ContentDisposition = Disposition(representation.Path);
        return BodyAsync(context, bytes);
    }

    /// <summary>What is new since the version that a client has; null when it wants all, or its version is unknown.</summary>
    private static ReadOnlyMemory<byte>? Delta(IHeaderDictionary request, Representation representation)
    {
        // RFC 3229 §10.5.3: a list like that of codings, in which a quality of 0 means "not this one".
        if (ContentCoding.Quality(request["A-IM"], "feed") is not > 0) return null;
        var tag = representation.EarlierTags.FirstOrDefault(tag => ConditionalRequest.Names(request.IfNoneMatch, tag));
        if (tag is null) return null;
        return representation.Since(tag);
    }

    private static Task WriteDeltaAsync(HttpContext context, Representation representation, ReadOnlyMemory<byte> delta)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status226IMUsed;
        response.Headers["IM"] = "feed";
        response.Headers.ETag = representation.Tags.Identity;
        // A cache that does not know RFC 3229 would take the part for the whole.
        response.Headers.CacheControl = "no-store";
        response.ContentType = representation.MediaType.Name;
        response.ContentLength = delta.Length;
        return BodyAsync(context, delta);
    }

    private static Task BodyAsync(HttpContext context, ReadOnlyMemory<byte> bytes) =>
        Method.IsGet(context.Request) ? BodyWriter.SendAsync(context, bytes) : Task.CompletedTask;

    // RFC 6266 §5: the plain form for all, the encoded one for those that read it.
    private static string Disposition(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var ascii = string.Concat(name.Select(c => c is > ' ' and < '\u007F' and not ('"' or '\\') ? c : '_'));
        var plain = $"inline; filename=\"{ascii}\"";
        return ascii == name ? plain : $"{plain}; filename*=UTF-8''{Uri.EscapeDataString(name)}";
    }
}
