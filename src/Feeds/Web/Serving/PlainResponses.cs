using System.Globalization;
using System.Text;
using Feeds.Model.Names;

namespace Feeds.Web.Serving;

/// <summary>Answers that are not representations: redirects, allowed methods, health, and lines of text.</summary>
internal static class PlainResponses
{
    private const string AllowedMethods = "GET, HEAD, OPTIONS";

    public static Task MovedAsync(HttpContext context, string target) =>
        RedirectAsync(context, StatusCodes.Status308PermanentRedirect, target, "public, max-age=86400");

    /// <summary>A temporary redirect, because the address depends on the settings of the site.</summary>
    public static Task SeeInsteadAsync(HttpContext context, string target) =>
        RedirectAsync(context, StatusCodes.Status307TemporaryRedirect, target, "no-cache");

    public static Task MethodsAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.Allow = AllowedMethods;
        if (!Method.IsOptions(context.Request))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.ContentLength = 0;
            return Task.CompletedTask;
        }

        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlAllowMethods = AllowedMethods;
        response.Headers.AccessControlAllowHeaders = "If-None-Match, If-Modified-Since";
        response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
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

    /// <summary>Whether the server runs, or is ready, which means that something is published.</summary>
    public static Task HealthAsync(HttpContext context, string path, CurrentPublication current)
    {
        context.Response.Headers.CacheControl = "no-store";
        return path == Addresses.Ready && current.Value is null
            ? TextAsync(context, StatusCodes.Status503ServiceUnavailable, "Not ready.")
            : TextAsync(context, StatusCodes.Status200OK, "OK");
    }

    private static Task RedirectAsync(HttpContext context, int status, string target, string cacheControl)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = target;
        context.Response.Headers.CacheControl = cacheControl;
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
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
