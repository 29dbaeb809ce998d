using static Feeds.Tests.Web.Hostile.HostileRequest;

namespace Feeds.Tests.Web.Hostile;

/// <summary>Lengths, chunks and pipelines by which one request is made to look like two, or two like one.</summary>
internal static class HostileFraming
{
    /// <summary>What stands where a body ends for one program and not for another.</summary>
    private const string Smuggled = $"GET /{Mark} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    public static IEnumerable<HostileRequest> All =>
    [
        .. from length in (string[])["-1", "5 5", "0x5", "5,6", "5, 5", "abc", "", "5;", "5.0", "1e3", "\u0665", "99999999999999999999", "18446744073709551616", "9223372036854775808", "--5", "5\0", "٥"]
           from method in (string[])["GET", "POST"]
           select Body(method, $"Content-Length: {Latin(length)}", Smuggled, "400"),
        .. from lines in (string[])["Content-Length: 5\r\nContent-Length: 6", "Content-Length: 0\r\nContent-Length: 5", "Content-Length: 5\r\nContent-Length: 5", "Content-Length: 5\r\ncontent-length: 50", "Content-Length : 5", "Content-Length\t: 5", "Content-Length: 5\r\n Content-Length: 6", "Transfer-Encoding: identity", "Transfer-Encoding: xchunked", "Transfer-Encoding: chunked, identity", "Transfer-Encoding: gzip", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "Transfer-Encoding : chunked", "Transfer-Encoding: \u000bchunked", "Transfer-Encoding: chunked\0", "Transfer-Encoding: \"chunked\"", "Transfer-Encoding: chunked;q=1", "X: a\rTransfer-Encoding: chunked", " Transfer-Encoding: chunked"]
           from method in (string[])["GET", "POST"]
           select Body(method, lines, "0\r\n\r\n" + Smuggled, "400"),
        // So Kestrel reads them: a length that is one, of a body that nobody reads, and none.
        Body("GET", "Content-Length: +5", Smuggled, "200"), Body("POST", "Content-Length: +5", Smuggled, "405"), Body("GET", "Content-Length: -0", LastFeed, "200 200"), Body("POST", "Content-Length: -0", LastFeed, "405 200"),
        // Whoever sends a body is answered and then let go, so nothing of it is ever read as a request.
        .. from length in (int[])[1, 5, 44, 70, 1000, 100_000] from method in (string[])["GET", "POST", "OPTIONS"] select Body(method, FormattableString.Invariant($"Content-Length: {length}"), (Smuggled + new string('b', length))[..length] + Smuggled, StatusOf(method)),
        .. from length in (string[])["2147483648", "9223372036854775807"] from method in (string[])["GET", "POST"] select Body(method, $"Content-Length: {length}", Smuggled, StatusOf(method)),
        .. from chunks in (string[])["0\r\n\r\n", "5\r\nabcde\r\n0\r\n\r\n", "5;a=b\r\nabcde\r\n0\r\n\r\n", "5\r\nabcde\r\n0\r\nTrailer: a\r\n\r\n", "ffffffffffffffff\r\n", "-1\r\n\r\n", "5\r\nabcdefgh\r\n0\r\n\r\n", "g\r\n\r\n", "0x5\r\nabcde\r\n0\r\n\r\n", "5\nabcde\n0\n\n", "\r\n\r\n", "5 \r\nabcde\r\n0\r\n\r\n", "0\r\nContent-Length: 9\r\n\r\n", "0\r\nX: a\r\n" + Mark + "\r\n\r\n", "00000000000000000000000005\r\nabcde\r\n0\r\n\r\n"]
           from method in (string[])["GET", "POST"]
           select Body(method, "Transfer-Encoding: chunked", chunks + Smuggled, StatusOf(method)),
        .. from lines in (string[])["Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 5", "Content-Length: 500\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "Transfer-Encoding: CHUNKED", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: chunked\r\nContent-Length: 0"]
           from method in (string[])["GET", "POST"]
           select Body(method, lines, "0\r\n\r\n" + Smuggled, StatusOf(method)),
        .. from method in (string[])["GET", "POST"] select Body(method, "Expect: 100-continue\r\nContent-Length: 5", "abcde" + Smuggled, StatusOf(method)),
        new("pipelined: all kinds in order", $"{Feed}GET /no/such HTTP/1.1\r\nHost: a\r\n\r\nGET /feed HTTP/1.1\r\nHost: a\r\n\r\nHEAD /atom.xml HTTP/1.1\r\nHost: a\r\n\r\nPOST /atom.xml HTTP/1.1\r\nHost: a\r\n\r\nOPTIONS * HTTP/1.1\r\nHost: a\r\n\r\nGET /atom.xml HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n{LastFeed}", "200 404 308 200 405 204 304 200"),
        new("pipelined: a bad one ends it", $"{Feed}{Feed}GET /atom.xml HTTP/1.1\r\n\r\n{Feed}", "200 200 400"),
        new("pipelined: the last one is the last", $"{Feed}{LastFeed}{Feed}", "200 200"),
        new("pipelined: a body ends it", $"{Feed}POST /atom.xml HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde{Smuggled}", "200 405"),
        new("pipelined: another protocol ends it", $"{Feed}PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "200 505"),
        new("pipelined: a hundred", string.Concat(Enumerable.Repeat(Feed, 50)) + string.Concat(Enumerable.Repeat("HEAD /no/such HTTP/1.1\r\nHost: a\r\n\r\n", 49)) + LastFeed, string.Join(' ', Enumerable.Repeat("200", 50).Concat(Enumerable.Repeat("404", 49)).Append("200"))),
        new("pipelined: two thousand", string.Concat(Enumerable.Repeat("GET /atom.xml HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n", 1999)) + LastFeed, string.Join(' ', Enumerable.Repeat("304", 1999).Append("200"))),
    ];

    private static HostileRequest Body(string method, string lines, string body, string statuses) =>
        new($"{method} with {Shown(lines)} | {Shown(body)}", $"{method} /atom.xml HTTP/1.1\r\nHost: a\r\n{lines}\r\n\r\n{body}", statuses);

    private static string StatusOf(string method) => method switch
    {
        "GET" => "200",
        "OPTIONS" => "204",
        _ => "405",
    };

    private static string Latin(string text) => System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
