using System.Net;
using Feeds.Web.Status;
using Feeds.Web.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>One line of the access log, byte for byte, whatever a client sends.</summary>
public sealed class AccessLogLineTests
{
    [Theory]
    [InlineData("/atom.xml", "https://reader.example/", "Reader/1.0 (+https://reader.example/; 5 subscribers)", "GET /atom.xml HTTP/1.1", "https://reader.example/", "Reader/1.0 (+https://reader.example/; 5 subscribers)")]
    [InlineData("/", "", "", "GET / HTTP/1.1", "-", "-")]
    [InlineData("/a?b=\"c\"", "\"", "a\" 200 1 \"-\" \"b", "GET /a?b=\\x22c\\x22 HTTP/1.1", "\\x22", "a\\x22 200 1 \\x22-\\x22 \\x22b")]
    [InlineData("/a\r\n1.2.3.4 - - [", "\n", "\u001b[2J\u0000\u007f", "GET /a\\x0D\\x0A1.2.3.4 - - [ HTTP/1.1", "\\x0A", "\\x1B[2J\\x00\\x7F")]
    [InlineData("/\\x22", "\\", "\\\"", "GET /\\x5Cx22 HTTP/1.1", "\\x5C", "\\x5C\\x22")]
    [InlineData("/č", "\u2028\u202e", "😀", "GET /\\xC4\\x8D HTTP/1.1", "\\xE2\\x80\\xA8\\xE2\\x80\\xAE", "\\xF0\\x9F\\x98\\x80")]
    public void KeepsEachFieldInItsPlace(string target, string referer, string agent, string request, string writtenReferer, string writtenAgent)
    {
        var context = Context(target, referer, agent);

        Assert.Equal(
            $"192.0.2.0 - - [06/Nov/1994:08:49:37 +0000] \"{request}\" 200 1234 \"{writtenReferer}\" \"{writtenAgent}\"\n",
            AccessLogLine.Of(context, AddressForm.Short, 200, 1234, Instant.FromUtc(1994, 11, 6, 8, 49, 37)));
    }

    [Fact]
    public void CutsAFieldThatIsTooLong()
    {
        var line = AccessLogLine.Of(Context("/", "", new string('"', 30_000)), AddressForm.Short, 200, 0, Instant.FromUtc(1994, 11, 6, 8, 49, 37));

        Assert.Equal(string.Concat(Enumerable.Repeat("\\x22", AccessLogLine.MaxFieldLength)), line.Split('"')[^2]);
    }

    [Theory]
    [InlineData("192.0.2.77", "192.0.2.0", "192.0.2.77")]
    [InlineData("::ffff:192.0.2.77", "192.0.2.0", "192.0.2.77")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::", "2001:db8:1:2:3:4:5:6")]
    [InlineData("fe80::1%3", "fe80::", "fe80::1")]
    [InlineData("::1", "::", "::1")]
    [InlineData(null, "-", "-")]
    public void ShortensAddresses_UnlessTheyAreWantedWhole(string? address, string shortened, string whole)
    {
        var read = address is null ? null : IPAddress.Parse(address);

        Assert.Equal((shortened, whole), (AccessLogLine.Address(read, AddressForm.Short), AccessLogLine.Address(read, AddressForm.Whole)));
    }

    private static DefaultHttpContext Context(string target, string referer, string agent)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.77");
        context.Request.Method = "GET";
        context.Request.Protocol = "HTTP/1.1";
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        if (referer.Length > 0) context.Request.Headers.Referer = referer;
        if (agent.Length > 0) context.Request.Headers.UserAgent = agent;
        return context;
    }
}
