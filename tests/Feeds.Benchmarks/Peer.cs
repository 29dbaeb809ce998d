using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Feeds.Benchmarks;

/// <summary>The least of web programs: what they can do at best that do more.</summary>
internal static class Peer
{
    private const string Tag = "\"lPGfDBuJYmkNLS_q6gXVKg-gzip\"";

    public static string Location => typeof(Peer).Assembly.Location;

    /// <summary>What <c>dotnet new web</c> writes.</summary>
    public static void Greet(string address)
    {
        var app = WebApplication.CreateBuilder().Build();
        app.MapGet("/", () => "Hello World!");
        app.Run(address);
    }

    /// <summary>A handler that has one answer ready, with the fields that Feeds sends, and says 304 to those who have it.</summary>
    /// <param name="file">What it answers, under gzip.</param>
    public static void Answer(string address, string file)
    {
        var bytes = File.ReadAllBytes(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Run(context =>
        {
            var (request, response) = (context.Request, context.Response);
            response.Headers.ETag = Tag;
            response.Headers.LastModified = "Sun, 06 Nov 1994 08:49:37 GMT";
            response.Headers.CacheControl = "public, max-age=300, stale-while-revalidate=60, stale-if-error=86400";
            response.Headers.Vary = "Accept-Encoding, Sec-Fetch-Dest";
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.AccessControlAllowOrigin = "*";
            response.Headers.Link = "<https://example.org/atom.xml>; rel=\"self\"";
            if (request.Headers.IfNoneMatch == Tag)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            response.ContentType = "application/atom+xml; charset=utf-8";
            response.ContentLength = bytes.Length;
            response.Headers.ContentEncoding = "gzip";
            return response.Body.WriteAsync(bytes, 0, bytes.Length);
        });
        app.Run(address);
    }
}
