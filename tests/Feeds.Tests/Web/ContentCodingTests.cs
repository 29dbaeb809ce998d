using System.IO.Compression;
using System.Text;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>The form in which a representation is sent (RFC 9110 §12.5.3), each for GET and for HEAD.</summary>
public sealed class ContentCodingTests(ServedBytes server) : IClassFixture<ServedBytes>
{
    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip,br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("*", "br")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("gzip;q=0.5, br;q=1.0", "br")]
    [InlineData("gzip; q=0.8 , br ; q=0.7", "gzip")]
    [InlineData("gzip;Q=0.8, br;Q=0.9", "br")]
    [InlineData("gzip, *;q=0", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("gzip;q=0, *;q=0.1", "br")]
    [InlineData("gzip;q=0.001", "gzip")]
    [InlineData("identity;q=0.5, gzip;q=1.0", "gzip")]
    [InlineData("identity, gzip", "gzip")]
    [InlineData("identity;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData("identity;q=1.0, gzip;q=0.5", null)]
    [InlineData("gzip;q=0", null)]
    [InlineData("gzip;q=0.000, br;q=0", null)]
    [InlineData("br;q=0, gzip;q=0, *", null)]
    [InlineData("*;q=0", null)]
    [InlineData("deflate", null)]
    [InlineData("zstd, compress", null)]
    [InlineData("gzipped", null)]
    [InlineData("gzip;q=nonsense", null)]
    [InlineData("", null)]
    public async Task SendsTheForm_ThatIsLikedBest(string accepted, string? coding)
    {
        foreach (var method in (string[])["GET", "HEAD"])
        {
            Assert.Equal(coding, (await server.AskAsync(method, "/atom.xml", $"Accept-Encoding: {accepted}"))["Content-Encoding"]);
        }
    }

    [Fact]
    public async Task SendsTheForm_WhenItIsAskedForOnSeveralLines() =>
        Assert.Equal("gzip", (await server.AskAsync("GET", "/atom.xml", "Accept-Encoding: deflate", "Accept-Encoding: gzip"))["Content-Encoding"]);

    [Theory]
    [InlineData("identity", "")]
    [InlineData("gzip", "-gzip")]
    [InlineData("br", "-br")]
    public async Task NamesTheForm_InItsTag(string coding, string suffix)
    {
        foreach (var method in (string[])["GET", "HEAD"])
        {
            var answer = await server.AskAsync(method, "/atom.xml", $"Accept-Encoding: {coding}");

            Assert.Equal($"\"{ServedBytes.Tag}{suffix}\"", answer["ETag"]);
            Assert.Equal("Accept-Encoding, Sec-Fetch-Dest", answer["Vary"]);
        }
    }

    [Fact]
    public async Task DecodesToTheSameBytes_InEveryForm()
    {
        var identity = await server.AskAsync("GET", "/atom.xml");
        var gzip = await server.AskAsync("GET", "/atom.xml", "Accept-Encoding: gzip");
        var brotli = await server.AskAsync("GET", "/atom.xml", "Accept-Encoding: br");

        Assert.Equal(ServedBytes.Text, identity.Text);
        Assert.Equal(ServedBytes.Text, Text(new GZipStream(new MemoryStream(gzip.Body), CompressionMode.Decompress)));
        Assert.Equal(ServedBytes.Text, Text(new BrotliStream(new MemoryStream(brotli.Body), CompressionMode.Decompress)));
    }

    private static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
