using static Feeds.Tests.Web.Hostile.HostileRequest;

namespace Feeds.Tests.Web.Hostile;

/// <summary>Messages whose beginning, host, method or version is odd, and other protocols.</summary>
internal static class HostileMessages
{
    /// <summary>HTTP/2 with prior knowledge (RFC 9113 §3.3).</summary>
    private const string Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    private const string Settings = "\0\0\0\u0004\0\0\0\0\0";
    private const string Headers = "\0\0\u0004\u0001\u0005\0\0\0\u0001\u0082\u0084\u0086\u0041";
    private const string Reset = "\0\0\u0004\u0003\0\0\0\0\u0001\0\0\0\u0008";
    private const string Continuation = "\0\0\u0001\u0009\0\0\0\0\u0001\u0082";
    private const string WindowUpdate = "\0\0\u0004\u0008\0\0\0\0\0\u007f\u00ff\u00ff\u00ff";
    private const string Ping = "\0\0\u0008\u0006\0\0\0\0\0abcdefgh";

    private static readonly (string Name, string Frames)[] Floods =
    [
        ("nothing more", ""), ("SETTINGS", Settings), ("SETTINGS flood", Repeated(Settings, 2000)), ("rapid resets", Settings + Repeated(Headers + Reset, 2000)), ("CONTINUATION flood", Settings + "\0\0\u0004\u0001\0\0\0\0\u0001\u0082\u0084\u0086\u0041" + Repeated(Continuation, 4000)),
        ("WINDOW_UPDATE overflow", Settings + WindowUpdate + WindowUpdate), ("PING flood", Settings + Repeated(Ping, 2000)), ("frame of 16 MB", Settings + "\u00ff\u00ff\u00ff\0\0\0\0\0\u0001" + Repeated("a", 100_000)), ("garbage", Repeated("\u00ff", 10_000)),
    ];

    public static IEnumerable<HostileRequest> All =>
    [
        .. from method in (string[])["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "MKCOL", "BREW", "get", "Get", "head", "options", "HEADER", "OPTIONSX", new string('M', 4000), "G", "!#$%&'*+-.^_`|~"]
           from path in (string[])["/atom.xml", "/", "/health/ready", "/calendar.ics"]
           select Line($"{method} {path} HTTP/1.1", "405"),
        Line("DELETE /no/such HTTP/1.1", "404"), Line("OPTIONS /atom.xml HTTP/1.1", "204"), Line("OPTIONS * HTTP/1.1", "204"), Line("HEAD /atom.xml HTTP/1.1", "200"), Line("HEAD /no/such HTTP/1.1", "404"),
        Line("CONNECT a:80 HTTP/1.1", "400"), Line("CONNECT /atom.xml HTTP/1.1", "405"), new("CONNECT to its host", $"CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n{End}", "405"), Line($"CONNECT http://{Mark}/ HTTP/1.1", "400"), Line("GET * HTTP/1.1", "405"), Line("TRACE * HTTP/1.1", "405"), Line($"TRACE /{Mark} HTTP/1.1", "404"),
        Line(new string('M', 9000) + " / HTTP/1.1", "414"), Line("G\0T / HTTP/1.1", "400"), Line("G(T / HTTP/1.1", "400"), Line("G\u00e4T / HTTP/1.1", "400"), Line(" GET / HTTP/1.1", "400"), Line("GET", "400"), Line("GET ", "400"), Line("GET /atom.xml", "505"), Line("GET  /atom.xml HTTP/1.1", "400"),
        Line("GET\t/atom.xml\tHTTP/1.1", "400"), Line("GET /atom.xml  HTTP/1.1", "200"), Line("GET /atom.xml HTTP/1.1 ", "400"), Line("/atom.xml HTTP/1.1", "400"), Line("HTTP/1.1 200 OK", "400"), Line("\u0000", "400"),
        Line("GET /atom.xml HTTP/1.0", "200"), Line("GET /atom.xml HTTP/1.2", "505"), Line("GET /atom.xml HTTP/0.9", "505"), Line("GET /atom.xml HTTP/2", "400"), Line("GET /atom.xml HTTP/2.0", "505"), Line("GET /atom.xml HTTP/3", "400"), Line("GET /atom.xml HTTP/9.9", "505"),
        Line("GET /atom.xml http/1.1", "505"), Line("GET /atom.xml HTTP/1.1.1", "400"), Line("GET /atom.xml HTTP/01.1", "400"), Line("GET /atom.xml HTTP/", "400"), Line($"GET /atom.xml HTTP/{Mark}", "400"), Line("GET /atom.xml HTTPS/1.1", "400"), Line("GET /atom.xml HTTP/1.1\r", "400"), Line("GET /atom.xml ICAP/1.0", "505"),
        .. from host in (string[])["a", "", "b.example", "127.0.0.1", "[::1]", "a:80", "a:99999", "xn--a", "_", "-", "a.", new string('a', 5000)] select Host($"Host: {host}", "200"),
        .. from host in (string[])["a b", "a@b", $"{Mark}@a", "a/b", "a\\b", "a?b", "a#b", "http://a", "a:", "*", "a:b", "a:-1", "a:80:80", "[::1", "::1]", "[a]", "a,b", "\"a\"", "<a>", "a\0", "a%00", "\u00e4", "a\u007f", "a;b", "{a}"] select Host($"Host: {host}", "400"),
        Host("X-No: host", "400"), Host("Host: a\r\nHost: a", "400"), Host($"Host: a\r\nHost: {Mark}", "400"), Host("Host: a\r\nhost: b", "400"), Host("Host : a", "400"), Host(" Host: a", "400"), Host("Host:\ta", "200"), Host("HOST:a", "200"),
        new("HTTP/1.0 without a host", "GET /atom.xml HTTP/1.0\r\n\r\n", "200"), new("HTTP/0.9", "GET /atom.xml\r\n\r\n", "505"),
        // RFC 9112 §2.2 lets a server pass over empty lines and take a line feed for a line's end.
        new("an empty line first", "\r\n" + LastFeed, "200"),
        new("line feeds alone", LastFeed.Replace("\r\n", "\n", StringComparison.Ordinal), "200"), new("carriage returns alone", LastFeed.Replace("\r\n", "\r", StringComparison.Ordinal) + "\r\n\r\n", "400"), new("a line feed alone at the end", $"GET /atom.xml HTTP/1.1\r\nHost: a\r\nConnection: close\n\n", "200"),
        new("TLS", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003" + Repeated("\u00aa", 500) + "\r\n", "400"), new("SSH", "SSH-2.0-OpenSSH_9.7\r\n", "400"), new("SMTP", "EHLO a\r\n", "400"), new("PROXY 1", "PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n" + LastFeed, "400"), new("PROXY 2", "\r\n\r\n\0\r\nQUIT\n\u0021\u0011\0\u000c" + LastFeed, "400"), new("garbage", Repeated("\u00ff\u0000\r", 3000) + "\r\n", "400"),
        .. from flood in Floods select new HostileRequest($"HTTP/2: {flood.Name}", Preface + flood.Frames, "13"),
        new("HTTP/2 by Upgrade", $"GET /atom.xml HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nConnection: close, Upgrade, HTTP2-Settings\r\n\r\n", "200"),
        new("WebSocket", $"GET /atom.xml HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nConnection: close, Upgrade\r\n\r\n", "200"),
    ];

    private static string Repeated(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static HostileRequest Line(string line, string statuses) => new(Shown(line), $"{line}\r\nHost: a\r\n{End}", statuses);

    private static HostileRequest Host(string lines, string statuses) => new(Shown(lines), $"GET /atom.xml HTTP/1.1\r\n{lines}\r\n{End}", statuses);
}
