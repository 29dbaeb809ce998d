using System.Net;
using Feeds.Publishing;
using Feeds.Web;
using Feeds.Web.Serving;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Web;

/// <summary>Who must wait before it fetches in full again, by a clock that is moved by hand.</summary>
public sealed class FairUseTests
{
    private const string Reader = "203.0.113.7";
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Representation Atom = Of("/atom.xml", MediaType.Atom, "one");

    private readonly FairUse fairUse = new(Proxies.Unknown([]));

    [Fact]
    public void WaitsForOnePause_WhenTheBurstIsSpent()
    {
        Spend(Reader);

        Assert.Equal(10, Wait(Start, Reader));
    }

    /// <summary>Seconds after the burst was spent; how many may be fetched then, and how long the next one waits.</summary>
    [Theory]
    [InlineData(0, 0, 10)]
    [InlineData(9.001, 0, 1)]
    [InlineData(10, 1, 10)]
    [InlineData(25, 2, 5)]
    [InlineData(300, 30, 10)]
    [InlineData(599, 59, 1)]
    [InlineData(600, 60, 10)]
    [InlineData(86_400, 60, 10)]
    public void GivesBack_WithTime(double seconds, int fetches, int wait)
    {
        Spend(Reader);
        var later = Start + Duration.FromSeconds(seconds);

        Assert.All(Enumerable.Range(0, fetches), _ => Assert.Null(Wait(later, Reader)));
        Assert.Equal(wait, Wait(later, Reader));
    }

    [Fact]
    public void DoesNotCountWhatWasRefused()
    {
        Spend(Reader);
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Equal(10, Wait(Start, Reader)));

        Assert.Null(Wait(Start + FairUse.Pause, Reader));
    }

    [Theory]
    [InlineData("GET", "If-None-Match", "\"other\"")]
    [InlineData("GET", "If-None-Match", "nonsense")]
    [InlineData("GET", "If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")]
    [InlineData("GET", "If-Modified-Since", "")]
    [InlineData("HEAD", "Accept", "*/*")]
    public void NeverWaits_WhenItAsksWhetherSomethingChanged(string method, string field, string value)
    {
        Spend(Reader);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Null(Wait(Start, Reader, Atom, method, (field, value))));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/style.css")]
    [InlineData("/picture.png")]
    public void NeverWaits_ForPagesAndTheirFiles(string path)
    {
        var mediaType = MediaType.OfFile(path) ?? MediaType.Html;

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.Null(Wait(Start, Reader, Of(path, mediaType, "one"), "GET")));
    }

    [Fact]
    public void Waits_ForTheCalendar()
    {
        var calendar = Of("/calendar.ics", MediaType.Calendar, "one");
        Spend(Reader, calendar);

        Assert.Equal(10, Wait(Start, Reader, calendar, "GET"));
    }

    [Fact]
    public void StartsAnew_WhenTheBytesChanged()
    {
        Spend(Reader);

        Assert.Null(Wait(Start, Reader, Of("/atom.xml", MediaType.Atom, "two"), "GET"));
        Assert.Null(Wait(Start, Reader, Of("/rss.xml", MediaType.Rss, "one"), "GET"));
    }

    /// <summary>Whether another address is taken for the same client.</summary>
    [Theory]
    [InlineData(Reader, "::ffff:203.0.113.7", true)]
    [InlineData(Reader, "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void CountsANetworkAsOneClient(string first, string second, bool isSame)
    {
        Spend(first);

        Assert.Equal(isSame ? 10 : null, Wait(Start, second));
    }

    [Fact]
    public void KeepsProgramsApart_ThatShareAnAddress()
    {
        Spend(Reader);

        Assert.Null(Wait(Start, Reader, Atom, "GET", ("User-Agent", "Another")));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    [InlineData(null)]
    public void NeverWaits_WhereAProxyMayStand(string? address) => Assert.All(Enumerable.Range(0, 1000), _ => Assert.Null(Wait(Start, address)));

    [Fact]
    public void ForgetsClients_InAFloodOfAddresses()
    {
        Assert.All(Enumerable.Range(0, 100_000), number => Assert.Null(Wait(Start, new IPAddress(0x0A00_00CB + ((long)number << 8)).ToString())));
        Spend(Reader);

        Assert.Equal(10, Wait(Start, Reader));
    }

    [Fact]
    public void NeverWaitsForLonger_WhenTheClockIsSetBack()
    {
        Spend(Reader);

        Assert.Equal(10, Wait(Start - Duration.FromDays(1), Reader));
    }

    private static Representation Of(string path, MediaType mediaType, string text) =>
        new(new RenderPlan(path, mediaType, Start, [], () => System.Text.Encoding.UTF8.GetBytes(text)), Start, before: null);

    private void Spend(string address) => Spend(address, Atom);

    private void Spend(string address, Representation representation) =>
        Assert.All(Enumerable.Range(0, FairUse.Burst), _ => Assert.Null(Wait(Start, address, representation, "GET")));

    private int? Wait(Instant now, string? address) => Wait(now, address, Atom, "GET");

    private int? Wait(Instant now, string? address, Representation representation, string method, params (string Name, string Value)[] fields)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        foreach (var (name, value) in fields) context.Request.Headers[name] = value;
        return fairUse.SecondsToWait(context, representation, now);
    }
}
