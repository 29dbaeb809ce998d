using Feeds.Web.Status;
using Microsoft.AspNetCore.HttpLogging;

namespace Feeds.Web.Telemetry;

/// <summary>Logs each request, to standard output or to W3C files in a folder.</summary>
/// <param name="target">A folder, or <see cref="StandardOutput"/>.</param>
internal sealed class AccessLog(string target) : IHttpLoggingInterceptor
{
    public const string StandardOutput = "-";

    // Of at most 10 MB each.
    private const int MaxFiles = 31;

    private const HttpLoggingFields Fields =
        HttpLoggingFields.RequestMethod | HttpLoggingFields.RequestPath | HttpLoggingFields.ResponseStatusCode | HttpLoggingFields.Duration;

    private const W3CLoggingFields FileFields =
        W3CLoggingFields.Date | W3CLoggingFields.Time | W3CLoggingFields.TimeTaken | W3CLoggingFields.ProtocolStatus
        | (W3CLoggingFields.Request & ~W3CLoggingFields.Cookie);

    public bool HasAddresses { get; init; }

    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be created.</exception>
    public void Configure(WebApplicationBuilder builder)
    {
        if (target == StandardOutput)
        {
            builder.Logging.AddFilter("Microsoft.AspNetCore.HttpLogging", LogLevel.Information);
            builder.Services.AddHttpLogging(options => (options.LoggingFields, options.CombineLogs) = (Fields, true));
            builder.Services.AddSingleton<IHttpLoggingInterceptor>(this);
            return;
        }

        var folder = Directory.CreateDirectory(target).FullName;
        builder.Services.AddW3CLogging(options =>
        {
            options.LogDirectory = folder;
            options.RetainedFileCountLimit = MaxFiles;
            options.LoggingFields = HasAddresses ? FileFields | W3CLoggingFields.ClientIpAddress : FileFields;
        });
    }

    public void Use(WebApplication app) => _ = target == StandardOutput ? app.UseHttpLogging() : app.UseW3CLogging();

    ValueTask IHttpLoggingInterceptor.OnRequestAsync(HttpLoggingInterceptorContext logContext)
    {
        var (connection, request) = (logContext.HttpContext.Connection, logContext.HttpContext.Request);
        if (HasAddresses) logContext.AddParameter("Client", connection.RemoteIpAddress);
        logContext.AddParameter("Query", UserAgent.Shown(request.QueryString.Value ?? "", UserAgent.MaxLength));
        logContext.AddParameter("User-Agent", UserAgent.Shown(request.Headers.UserAgent.ToString(), UserAgent.MaxLength));
        return ValueTask.CompletedTask;
    }

    ValueTask IHttpLoggingInterceptor.OnResponseAsync(HttpLoggingInterceptorContext logContext)
    {
        logContext.AddParameter("Content-Length", logContext.HttpContext.Response.ContentLength);
        return ValueTask.CompletedTask;
    }
}
