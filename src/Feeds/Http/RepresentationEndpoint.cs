using System.Globalization;
using System.Runtime.InteropServices;
using Feeds.Model;
using Feeds.Publishing;
using NodaTime;

namespace Feeds.Http;

/// <summary>Answers requests from the current publication.</summary>
internal sealed class RepresentationEndpoint(CurrentPublication current, IClock clock)
{
    private const string AllowedMethods = "GET, HEAD, OPTIONS";
    private const string PagePolicy = "default-src 'none'; style-src 'self'; img-src * data:; media-src *; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A drawing opened by itself is a document that could run scripts.</summary>
    private const string DrawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static readonly Duration MaxAge = Duration.FromMinutes(5);
    private static readonly Duration MaxStale = Duration.FromMinutes(1);

    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path is Addresses.Live or Addresses.Ready)
        {
            await AnswerHealthAsync(context, path);
            return;
        }

        if (path.Length == 0)
        {
            // RFC 9110 §9.3.7: "OPTIONS *" asks about the server and has no path.
            AnswerMethods(context);
            return;
        }

        var publication = await current.GetAsync(context.RequestAborted);
        var below = PathBelow(publication.Site.Settings.Url, path);
        var found = publication.Find(path) ?? publication.Find(below);
        if (found is null && (Redirect(publication, path) ?? Redirect(publication, below)) is { } target) AnswerMoved(context, target);
        else if (found is null) await AnswerTextAsync(context, StatusCodes.Status404NotFound, "Not found.");
        else if (IsRead(context.Request.Method)) await AnswerAsync(context, found, publication);
        else AnswerMethods(context);
    }

    /// <summary>The rest of a path on a site that itself stands below a path: a proxy may take that off, or leave it.</summary>
    private static string PathBelow(Uri site, string path)
    {
        var root = Uri.UnescapeDataString(site.AbsolutePath).TrimEnd('/');
        return path == root || path.StartsWith(root + "/", StringComparison.Ordinal) ? path[root.Length..] : path;
    }

    /// <summary>Where a path leads now; without a host on this site, so that it holds wherever the site is looked at.</summary>
    private static string? Redirect(Publication publication, string path)
    {
        var settings = publication.Site.Settings;
        if (settings.Redirects.TryGetValue(path, out var target)) return settings.Href(settings.Address(target));
        if (publication.Intersections?.Canonical(path) is { } canonical) return settings.Href(settings.AddressOf(canonical));
        return publication.Representations.TryGetValue(path + "/", out var page) ? settings.Href(settings.AddressOf(page.Path)) : null;
    }

    private async Task AnswerAsync(HttpContext context, Representation representation, Publication publication)
    {
        var (request, response) = (context.Request, context.Response);
        var coding = representation.MediaType.Packing == Packing.Tight ? ContentCoding.Identity : ContentCoding.Negotiate(request.Headers.AcceptEncoding);
        var now = clock.GetCurrentInstant();
        response.Headers.ETag = $"\"{representation.OpaqueTag}{coding.TagSuffix}\"";
        // RFC 9110 §8.8.2.1: never later than the answer, even where two changes fell into one second.
        response.Headers.LastModified = Instant.Min(representation.LastModified, now).ToDateTimeUtc().ToString("r", CultureInfo.InvariantCulture);
        response.Headers.CacheControl = CacheControl(publication, now);
        response.Headers.Vary = representation.MediaType.IsFeed ? "Accept-Encoding, Sec-Fetch-Dest" : "Accept-Encoding";
        response.Headers.XContentTypeOptions = "nosniff";
        if (representation.MediaType == MediaType.Html) response.Headers.ContentSecurityPolicy = PagePolicy;
        else response.Headers.AccessControlAllowOrigin = "*";
        if (representation.Links is { } links) response.Headers.Link = ImmutableCollectionsMarshal.AsArray(links.Fields);
        if (representation.MediaType == MediaType.Svg) response.Headers.ContentSecurityPolicy = DrawingPolicy;
        if (ConditionalRequest.IsFresh(request.Headers, representation))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (Delta(request.Headers, representation) is { } delta)
        {
            await AnswerDeltaAsync(context, representation, delta);
            return;
        }

        var bytes = coding.Bytes(representation);
        response.ContentType = IsOpenedInBrowser(request.Headers) ? representation.MediaType.ForBrowser : representation.MediaType.Name;
        response.ContentLength = bytes.Length;
        if (coding.Name is not null) response.Headers.ContentEncoding = coding.Name;
        if (representation.MediaType == MediaType.Calendar) response.Headers.ContentDisposition = Disposition(representation.Path);
        if (HttpMethods.IsGet(request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    // Chromium shows Atom and RSS as bare source under their own names; only browsers say that they open a document.
    private static bool IsOpenedInBrowser(IHeaderDictionary request) => request["Sec-Fetch-Dest"] == "document";

    /// <summary>What is new since the version that a client has; null when it wants all, or has a version that is not known.</summary>
    private static ReadOnlyMemory<byte>? Delta(IHeaderDictionary request, Representation representation)
    {
        // RFC 3229 §10.5.3: a list like that of codings, in which a quality of 0 means "not this one".
        if (ContentCoding.Quality(request["A-IM"], "feed") is not > 0) return null;
        var tag = representation.EarlierTags.FirstOrDefault(tag => ConditionalRequest.Names(request.IfNoneMatch, tag));
        if (tag is null) return null;
        return representation.Since(tag);
    }

    private static async Task AnswerDeltaAsync(HttpContext context, Representation representation, ReadOnlyMemory<byte> delta)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status226IMUsed;
        response.Headers["IM"] = "feed";
        response.Headers.ETag = $"\"{representation.OpaqueTag}\"";
        // A cache that does not know RFC 3229 would take the part for the whole.
        response.Headers.CacheControl = "no-store";
        response.ContentType = representation.MediaType.Name;
        response.ContentLength = delta.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await response.Body.WriteAsync(delta, context.RequestAborted);
    }

    // No cache may send an answer past the moment at which the next post appears by itself, not even while it asks for a new one.
    private static string CacheControl(Publication publication, Instant now)
    {
        var left = publication.Until is { } until ? Duration.Max(Duration.Zero, until - now) : Duration.MaxValue;
        var fresh = Duration.Min(MaxAge, left);
        var stale = Duration.Min(MaxStale, left - fresh);
        return string.Create(CultureInfo.InvariantCulture, $"public, max-age={(long)fresh.TotalSeconds}, stale-while-revalidate={(long)stale.TotalSeconds}, stale-if-error=86400");
    }

    // RFC 6266 §5: the plain form for all, the encoded one for those that read it.
    private static string Disposition(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var ascii = string.Concat(name.Select(c => c is > ' ' and < '\u007F' and not ('"' or '\\') ? c : '_'));
        return ascii == name ? $"inline; filename=\"{name}\"" : $"inline; filename=\"{ascii}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
    }

    private async Task AnswerHealthAsync(HttpContext context, string path)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!IsRead(context.Request.Method)) AnswerMethods(context);
        else if (path == Addresses.Ready && current.Value is null) await AnswerTextAsync(context, StatusCodes.Status503ServiceUnavailable, "Not ready.");
        else await AnswerTextAsync(context, StatusCodes.Status200OK, "OK");
    }

    private static void AnswerMoved(HttpContext context, string target)
    {
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = target;
        context.Response.Headers.CacheControl = "public, max-age=86400";
        context.Response.ContentLength = 0;
    }

    private static void AnswerMethods(HttpContext context)
    {
        var response = context.Response;
        response.Headers.Allow = AllowedMethods;
        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.ContentLength = 0;
            return;
        }

        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlAllowMethods = AllowedMethods;
        response.Headers.AccessControlAllowHeaders = "If-None-Match, If-Modified-Since";
        response.Headers.AccessControlMaxAge = "86400";
    }

    private static async Task AnswerTextAsync(HttpContext context, int status, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text + "\n");
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
