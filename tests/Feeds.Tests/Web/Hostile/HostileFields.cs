using static Feeds.Tests.Web.Hostile.HostileRequest;

namespace Feeds.Tests.Web.Hostile;

/// <summary>Header fields that are none, are too many, or say what nobody means.</summary>
internal static class HostileFields
{
    private static readonly string[] FieldNames = ["User-Agent", "Accept", "If-None-Match", "If-Modified-Since", "Accept-Encoding", "A-IM", "Sec-Fetch-Dest", "X-Forwarded-For", "X-Forwarded-Host", "Origin"];

    public static IEnumerable<HostileRequest> All =>
    [
        .. from name in FieldNames from value in (string[])[$"a\rX-{Mark}: b", $"a\0{Mark}", $"a\r\r\nX-{Mark}: b", $"a\r\n X-{Mark}: b", $"a\r\n\tX-{Mark}: b", $"a\nX {Mark}: b"] select With($"{name}: {value}", "400"),
        .. from name in FieldNames from value in (string[])["", Mark, $"{Mark}%0d%0aSet-Cookie:{Mark}", "\u00c4\u008c", "\u0001\u007f", ",,,,;;;;q=q=q=", new string(',', 8000), new string('a', 8000)] select With($"{name}: {value}", "200"),
        .. from name in FieldNames select With($"{name}: \u00ff\u00fe\u0080", "400"),
        .. from line in (string[])["NoColon", ": value", " Leading: a", "\tLeading: a", "With space: a", "Trailing : a", "With\tTab: a", "N\0ul: a", "\0: a", "Umlaut\u00e4: a", ":", "a=b"] select With(line, "400"),
        .. from line in (string[])["(comment): a", "a\"b: c", "a,b: c", "a/b: c", "[a]: b", "a@b: c"] select With(line, "200"),
        .. from line in (string[])[$"X-Forwarded-Host: {Mark}.example", "X-Forwarded-Proto: javascript", $"X-Original-URL: /{Mark}", $"X-Rewrite-URL: /{Mark}", "X-HTTP-Method-Override: DELETE", $"Forwarded: host={Mark}.example", $"Origin: https://{Mark}.example", $"Referer: https://{Mark}.example", $"Cookie: a={Mark}", $"Authorization: Basic {Mark}", "Max-Forwards: 0", "TE: trailers", "Trailer: Content-Length", "Upgrade: websocket", "Proxy: http://b/", "Via: 1.1 " + Mark, $"Accept-Language: {Mark}", "Content-Type: multipart/form-data; boundary=", "Expect: nothing", "Connection: Host", "Connection: Content-Length", "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA"]
           select With(line, "200"),
        .. from range in (string[])["bytes=0-0", "bytes=-1", "bytes=0-", "bytes=5-2", "bytes=-0", "bytes=99999999999999999999-", "bytes=0-99999999999999999999", "bytes=--1", "bytes=a-b", "bytes=", "bytes", "octets=0-5", "bytes=0-1,2-3", "bytes=0-,0-,0-,0-", "bytes=" + string.Join(',', Enumerable.Range(0, 3000).Select(number => FormattableString.Invariant($"{number}-"))), "bytes=0-18446744073709551615", "bytes = 0 - 1"]
           from condition in (string[])["", "If-Range: \"{tag}\"\r\n"]
           select With($"{condition}Range: {range}", "200"),
        With("If-None-Match: \"{tag}\"", "304"),
        With("If-None-Match: " + string.Join(", ", Enumerable.Range(0, 2500).Select(number => FormattableString.Invariant($"\"{number}\""))), "200"),
        With("If-None-Match: " + string.Join(", ", Enumerable.Range(0, 2500).Select(number => FormattableString.Invariant($"\"{number}\""))) + ", \"{tag}\"", "304"),
        With("If-None-Match: " + string.Join(", ", Enumerable.Range(0, 5000).Select(number => FormattableString.Invariant($"\"{number}\""))), "431"),
        With("If-None-Match: \"" + new string('a', 30_000), "200"),
        With("If-None-Match: " + string.Concat(Enumerable.Repeat("W/", 10_000)), "200"),
        With("If-None-Match: " + string.Concat(Enumerable.Repeat("\"", 20_000)), "200"),
        .. from value in (string[])["*, \"a\"", "\"", "W/", "\"a", "a", "\"\"", "W/\"{tag", "w/\"{tag}\"", "\"{tag}"] select With($"If-None-Match: {value}", "200"),
        .. from value in (string[])["*", "W/\"{tag}\"", "\"a\", \"{tag}\"", ",,,\"{tag}\",,,", "\"{tag}-gzip\"", "  \"{tag}\"  "] select With($"If-None-Match: {value}", "304"),
        .. from value in (string[])["Thu, 32 Jan 2099 00:00:00 GMT", "Thu, 01 Jan 99999 00:00:00 GMT", "0", "-1", "now", "9999999999999", "Thu, 01 Jan 1970 00:00:00 +0000"] select With($"If-Modified-Since: {value}", "200"),
        .. from value in (string[])["*;q=0", "identity;q=0", "identity;q=0, *;q=0", "br;q=1e999", "br;q=-1", "br;q=NaN", "gzip;q=99999999999999999999999999", "gzip;;;;;", ";q=1", "q=1", string.Join(',', Enumerable.Repeat("gzip;q=0.1", 2000)), string.Join(',', Enumerable.Repeat("*", 8000))] select With($"Accept-Encoding: {value}", "200"),
        With(string.Join("\r\n", Enumerable.Range(0, 60).Select(number => FormattableString.Invariant($"X-{number}: a"))), "200"),
        With(string.Join("\r\n", Enumerable.Range(0, 70).Select(number => FormattableString.Invariant($"X-{number}: a"))), "431"),
        With(string.Join("\r\n", Enumerable.Repeat("Accept-Encoding: gzip", 60)), "200"),
        With(string.Join("\r\n", Enumerable.Repeat("If-None-Match: \"{tag}\"", 60)), "304"),
        With(string.Join("\r\n", Enumerable.Repeat("If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT", 2)), "200"),
        With(new string('N', 30_000) + ": a", "200"),
        With(new string('N', 40_000) + ": a", "431"),
        With("X-Long: " + new string('a', 40_000), "431"),
        With("X-Long: " + new string('a', 4_000_000), "431"),
        With(string.Join("\r\n", Enumerable.Range(0, 100_000).Select(number => FormattableString.Invariant($"X-{number}: a"))), "431"),
    ];
}
