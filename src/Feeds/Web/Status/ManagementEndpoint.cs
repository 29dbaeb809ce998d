using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Publishing;
using Feeds.Publishing.Html;
using Feeds.Web.Serving;
using NodaTime;

namespace Feeds.Web.Status;

/// <summary>Answers the owner: one page, its style and the health checks, and nothing of what is published.</summary>
internal sealed class ManagementEndpoint(CurrentPublication current, PublicationLog journal, PollStatistics audience, IClock clock)
{
    private const string Style = "/owner.css";
    private const string Policy = "default-src 'none'; style-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private readonly Instant started = clock.GetCurrentInstant();

    public Task AnswerAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // A page of another site could else read this one in the owner's browser, under a name that it lets lead to this machine.
        if (!ManagementHost.IsLoopback(context.Request.Host.Host.Trim('[', ']'))) return PlainResponses.TextAsync(context, StatusCodes.Status421MisdirectedRequest, "This is for the owner alone, by the name localhost.");
        var path = context.Request.Path.Value;
        if (path is not (Addresses.Home or Style or Addresses.Live or Addresses.Ready)) return PlainResponses.TextAsync(context, StatusCodes.Status404NotFound, "Not found.");
        if (!Method.IsRead(context.Request)) return NamesMethods(context);
        return path switch
        {
            Addresses.Home => BytesAsync(context, StatusPage.MediaType, StatusPage.Render(View())),
            Style => BytesAsync(context, StatusPage.StyleType, StatusPage.Style),
            _ => PlainResponses.HealthAsync(context, path, current),
        };
    }

    private ServerStatus View()
    {
        var (page, publication) = (journal.Page, current.Value);
        return new ServerStatus(
            publication?.Site.Settings.Title ?? "Feeds",
            publication?.Site.Settings.Zone ?? DateTimeZone.Utc,
            clock.GetCurrentInstant(),
            started,
            page.Publications,
            page.Diagnostics,
            page.Failure,
            audience.Readers(),
            audience.Fetches,
            publication is null ? [] : StatusPage.Largest(publication),
            publication?.Representations.Count ?? 0,
            publication?.Representations.Values.Count(item => item.IsRendered) ?? 0);
    }

    private static Task NamesMethods(HttpContext context)
    {
        PlainResponses.Methods(context);
        return Task.CompletedTask;
    }

    private static async Task BytesAsync(HttpContext context, MediaType mediaType, ReadOnlyMemory<byte> bytes)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentType = mediaType.Name;
        context.Response.ContentLength = bytes.Length;
        if (Method.IsGet(context.Request)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
