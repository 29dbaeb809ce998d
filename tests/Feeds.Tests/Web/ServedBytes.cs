using System.Collections.Frozen;
using System.Net.Http.Headers;
using System.Text;
using Feeds.Model;
using Feeds.Publishing;
using Feeds.Web;
using Feeds.Web.Serving;
using Microsoft.AspNetCore.Builder;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>A real server on a free port that serves a publication of bytes known in advance.</summary>
public sealed class ServedBytes : IAsyncLifetime
{
    /// <summary>The entity tag of <see cref="Text"/>: the first 16 octets of its SHA-256 as base64url.</summary>
    public const string Tag = "lPGfDBuJYmkNLS_q6gXVKg";

    public const string LastModified = "Sun, 06 Nov 1994 08:49:37 GMT";

    /// <summary>What every address but the odd ones below holds.</summary>
    public static readonly string Text = string.Concat(Enumerable.Repeat("<entry>Ahoj, světe</entry>\n", 20));

    private readonly CurrentPublication current = new();
    private WebApplication? app;
    private HttpClient? client;

    internal FixedClock Clock { get; } = new(Instant.FromUtc(2026, 1, 1, 0, 0));

    public HttpClient Client => client!;

    public async ValueTask InitializeAsync()
    {
        app = FeedsHost.Build("http://127.0.0.1:0", current, Clock);
        await app.StartAsync(TestContext.Current.CancellationToken);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = FeedsHost.ListeningAddress(app) };
        Publish(until: null);
    }

    /// <summary>Publishes the bytes, to be replaced at a moment.</summary>
    internal void Publish(Instant? until) => current.Swap(Publication(until));

    public async ValueTask DisposeAsync()
    {
        client!.Dispose();
        await app!.DisposeAsync();
    }

    /// <summary>Asks for an address with header fields written as <c>Name: value</c>.</summary>
    public async Task<Answer> AskAsync(string method, string path, params string[] fields)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var field in fields)
        {
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            Assert.True(request.Headers.TryAddWithoutValidation(field[..colon], field[(colon + 1)..].Trim()));
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    internal static Publication Publication(Instant? until)
    {
        var modified = Instant.FromUtc(1994, 11, 6, 8, 49, 37);
        Representation[] representations =
        [
            .. new (string Path, MediaType MediaType)[]
            {
                ("/", MediaType.Html), ("/atom.xml", MediaType.Atom), ("/rss.xml", MediaType.Rss), ("/feed.json", MediaType.JsonFeed),
                ("/calendar.ics", MediaType.Calendar), ("/style.css", MediaType.Css), ("/posts/česko a švýcarsko/", MediaType.Html), ("/events/setkání č. 1.ics", MediaType.Calendar),
            }.Select(page => new Representation(new RenderPlan(page.Path, page.MediaType, modified, [], () => Encoding.UTF8.GetBytes(Text)), Instant.MaxValue, before: null)),
        ];
        var settings = new SiteSettings
        {
            Title = "Bytes",
            Url = new Uri("https://bytes.example/"),
            Redirects = new Dictionary<string, string>(StringComparer.Ordinal) { ["/feed"] = "/atom.xml", ["/old"] = "https://elsewhere.example/new" }.ToFrozenDictionary(StringComparer.Ordinal),
        };
        return new Publication(new Site(settings, [], [], [], FrozenDictionary<string, SiteFile>.Empty, FrozenDictionary<string, DocumentIdentity>.Empty), representations.ToFrozenDictionary(representation => representation.Path, StringComparer.Ordinal), until);
    }
}

/// <summary>What came back: the status, the header fields but <c>Date</c> in order of name, and the body.</summary>
public sealed record Answer(int Status, string[] Fields, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The value of a field; null when it was not sent.</summary>
    public string? this[string name] => Fields.FirstOrDefault(field => field.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, FieldsOf(response), body);
    }

    private static string[] FieldsOf(HttpResponseMessage response) =>
        [.. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).Select(Field).Where(field => !field.StartsWith("Date:", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Field(KeyValuePair<string, HeaderStringValues> field) => $"{field.Key}: {field.Value}";
}
