using System.Globalization;
using System.Text;
using Feeds.Model.Names;

namespace Feeds.Web.Serving;

/// <summary>Answers that are not what is published: words for people, redirects, and what may be asked.</summary>
internal static class PlainResponses
{
    private const string AllowedMethods = "GET, HEAD, OPTIONS";

    public static void Moved(HttpContext context, string target)
    {
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = target;
        context.Response.Headers.CacheControl = "public, max-age=86400";
        context.Response.ContentLength = 0;
    }

    /// <summary>Sends on for now: which address it is depends on the settings of the site.</summary>
    public static void SeeInstead(HttpContext context, string target)
    {
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = target;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.ContentLength = 0;
    }

    public static void Methods(HttpContext context)
    {
        var response = context.Response;
        response.Headers.Allow = AllowedMethods;
        if (!Method.IsOptions(context.Request))
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

    /// <summary>429, until some seconds have passed (RFC 6585 §4).</summary>
    public static Task TooManyAsync(HttpContext context, int seconds)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        const string text =
            "Too often for what has not changed. Send If-None-Match with the ETag you were given: that may be as often as you like.";
        return TextAsync(context, StatusCodes.Status429TooManyRequests, text);
    }

    /// <summary>Whether the server runs, or is ready: whether something is published.</summary>
    public static Task HealthAsync(HttpContext context, string path, CurrentPublication current)
    {
        context.Response.Headers.CacheControl = "no-store";
        return path == Addresses.Ready && current.Value is null
            ? TextAsync(context, StatusCodes.Status503ServiceUnavailable, "Not ready.")
            : TextAsync(context, StatusCodes.Status200OK, "OK");
    }

    public static async Task TextAsync(HttpContext context, int status, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text + "\n");
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentLength = bytes.Length;
        if (!Method.IsHead(context.Request)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
