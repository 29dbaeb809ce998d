using Feeds.Publishing;
using Feeds.Publishing.Output;
using Feeds.Tests.Web;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>What is written as files, as nginx and Caddy send it set up by <c>src/deploy</c>.</summary>
public sealed class StaticHostTests : IDisposable
{
    private readonly TempFolder home = new();
    private readonly Publication publication = StrangeSite.Named("sample").Publication;

    public StaticHostTests() => OutputFolder.Write(home.At("site"), publication, OutputForms.Precompressed);

    public void Dispose() => home.Dispose();

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task SendsTheBytesThatServeSends_InEveryForm(string program)
    {
        await using var host = await HostAsync(program);
        foreach (var item in publication.Representations.Values)
        {
            var identity = await AskAsync(host, item.Path, "identity");
            Assert.Equal((200, null, item.MediaType.Name), (identity.Status, identity["Content-Encoding"], identity["Content-Type"]));
            Assert.Equal(item.Identity.ToArray(), identity.Body);
            if (item.MediaType.Compressible == Compressible.No) continue;
            await AssertPacked(host, item, "gzip", item.Gzip);
            await AssertPacked(host, item, "br", item.Brotli);
        }
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task Answers304_ToItsOwnValidators(string program)
    {
        await using var host = await HostAsync(program);
        foreach (var item in publication.Representations.Values)
        {
            foreach (var coding in (string[])["identity", "gzip", "br"])
            {
                var answer = await AskAsync(host, item.Path, coding);

                Assert.Equal(Representation.HttpDate(item.LastModified), answer["Last-Modified"]);
                Assert.Equal("public, max-age=300, stale-while-revalidate=60, stale-if-error=86400", answer["Cache-Control"]);
                Assert.Equal(("nosniff", "*"), (answer["X-Content-Type-Options"], answer["Access-Control-Allow-Origin"]));
                Assert.Equal(304, (await AskAsync(host, item.Path, coding, ("If-None-Match", answer["ETag"]!))).Status);
                Assert.Equal(304, (await AskAsync(host, item.Path, coding, ("If-Modified-Since", answer["Last-Modified"]!))).Status);
            }
        }
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task HidesTheListOfFiles(string program)
    {
        await using var host = await HostAsync(program);

        Assert.Equal(404, (await AskAsync(host, "/.feeds-files", "identity")).Status);
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("caddy")]
    public async Task ShowsThePageForWhatIsNotThere(string program)
    {
        await using var host = await HostAsync(program);
        var answer = await AskAsync(host, "/no/such/page", "identity");

        Assert.Equal((404, "text/html; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        Assert.Equal(publication.Find("/404.html")!.Identity.ToArray(), answer.Body);
    }

    private Task<StaticHost> HostAsync(string program) =>
        program == "nginx" ? StaticHost.NginxAsync(home, home.At("site")) : StaticHost.CaddyAsync(home, home.At("site"));

    private static async Task AssertPacked(StaticHost host, Representation item, string coding, ReadOnlyMemory<byte> bytes)
    {
        // A form that is not smaller is not written.
        if (bytes.Length >= item.Identity.Length) return;
        var packed = await AskAsync(host, item.Path, coding);
        Assert.Equal((200, coding, item.MediaType.Name, "Accept-Encoding"), (packed.Status, packed["Content-Encoding"], packed["Content-Type"], packed["Vary"]));
        Assert.Equal(bytes.ToArray(), packed.Body);
    }

    private static async Task<Answer> AskAsync(StaticHost host, string path, string coding, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        foreach (var (name, value) in fields.Prepend(("Accept-Encoding", coding))) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }
}
