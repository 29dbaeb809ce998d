using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Pages;
using Feeds.Publishing;
using Feeds.Web.Serving;
using NodaTime;

namespace Feeds.Web.Status;

/// <summary>Answers on the management address with the status page, its style and the health checks.</summary>
internal sealed class ManagementEndpoint(CurrentPublication current, PublicationLog publicationLog, PollStatistics polls, IClock clock)
{
    private const string Style = "/status.css";
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private readonly Instant started = clock.GetCurrentInstant();

    public Task AnswerAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Otherwise a page of another site could read this one in the operator's browser, under a name that it resolves to this machine.
        if (!ManagementHost.IsLoopback(context.Request.Host.Host.Trim('[', ']')))
        {
            const string text = "This page is available only under the name localhost.";
            return PlainResponses.TextAsync(context, StatusCodes.Status421MisdirectedRequest, text);
        }

        var path = context.Request.Path.Value;
        if (path is not (Addresses.Home or Style or Addresses.Live or Addresses.Ready))
            return PlainResponses.TextAsync(context, StatusCodes.Status404NotFound, "Not found.");

        if (!Method.IsRead(context.Request)) return PlainResponses.MethodsAsync(context);
        return path switch
        {
            Addresses.Home => BytesAsync(context, MediaType.Html, RenderPage()),
            Style => BytesAsync(context, MediaType.Css, Page.StatusStyle),
            _ => PlainResponses.HealthAsync(context, path, current),
        };
    }

    private ReadOnlyMemory<byte> RenderPage()
    {
        var (history, settings) = (publicationLog.History, current.Value?.Site.Settings);
        var (title, zone) = (settings?.Title ?? "Feeds", settings?.Zone ?? DateTimeZone.Utc);
        var status = new ServerStatus(
            title, zone, clock.GetCurrentInstant(), started, history.Publications, history.Diagnostics, history.Sources, history.Failure,
            polls.Feeds, polls.Calendars, polls.Subscribers());
        return Page.Render<StatusPage>(new() { [nameof(StatusPage.Status)] = status });
    }

    private static async Task BytesAsync(HttpContext context, MediaType mediaType, ReadOnlyMemory<byte> bytes)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentType = mediaType.Name;
        context.Response.ContentLength = bytes.Length;
        if (Method.IsGet(context.Request)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
