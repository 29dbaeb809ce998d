using static Feeds.Tests.Web.Hostile.HostileRequest;

namespace Feeds.Tests.Web.Hostile;

/// <summary>Targets that reach for what is not published, or that are none.</summary>
internal static class HostileTargets
{
    private static readonly string[] Wanted = ["etc/passwd", "outside.txt", "content/site.yaml", "posts/draft.md", ".env", "feeds.lock"];

    /// <summary>Two dots, as RFC 3986 §6.2.2.2 reads them: such a segment is taken off, and the root has none above.</summary>
    private static readonly string[] Dots = ["..", "%2e%2e", "%2E%2e", ".%2e", "%2E."];

    /// <summary>What some server somewhere took for two dots and a slash; here it is a name like any other.</summary>
    private static readonly string[] Names =
    [
        "..%2f", "..%2F", "%2e%2e%2f", "..%5c", "..%5C", "..\\", "%2e%2e%5c", "%2e%2e\\", "..;/", "..;a=b/", "%2e%2e;/", "..%3b/", "%252e%252e/", "%252e%252e%252f", "..%252f", "..%255c", "%25252e%25252e/",
        "%c0%ae%c0%ae/", "%c0%ae%c0%ae%c0%af", "..%c0%af", "..%c1%9c", "%e0%80%ae%e0%80%ae/", "%e0%80%ae%e0%80%ae%e0%80%af", "%f0%80%80%ae%f0%80%80%ae/", "%ef%bc%8e%ef%bc%8e/", "..%ef%bc%8f", "..%e2%88%95", "%e2%80%a5/",
        "%u002e%u002e/", "%u002e%u002e%u2215", ".../", "....//", "..././", ".. /".Replace(" ", "%20", StringComparison.Ordinal), "%20../", "..%09/", "..%0a/", "..%0d%0a/", "..%7f/", "..%ff/", "%2e%2e%2/", "%%2e%%2e/", "%2%65%2%65/", "C:/", "C%3a%5c", "file:%2f%2f/",
    ];

    public static IEnumerable<HostileRequest> All =>
    [
        .. from dots in Dots from path in Wanted from before in (string[])["/", "/posts/first/"] select For($"{before}{string.Concat(Enumerable.Repeat(dots + "/", 8))}{path}", "404"),
        .. from name in Names from before in (string[])["/", "/posts/first/"] select For($"{before}{string.Concat(Enumerable.Repeat(name, 3))}etc/passwd", "404"),
        .. from name in Names select For($"/{name}outside.txt", "404"),
        .. from dots in Dots select For($"/posts/{dots}/atom.xml", "200"),
        .. from end in (string[])["%00", "%00.html", "/..%00/", "/%00", "%00/../atom.xml"] select For($"/atom.xml{end}", "400"),
        .. from end in (string[])["/", ".", "..", "%20", ";a", "%3f", "%23", "%2e", "~", ".bak", "/.", "::$DATA", "%5c", "\\", "//", "%2f", "/%2e", "%0d%0aSet-Cookie:%20" + Mark] select For($"/atom.xml{end}", "404"),
        .. from start in (string[])["//", "/%2f", "/\\", "/%5c", "///", "/;", "/%20", "/%ef%bb%bf", "//" + Mark + ".example/", "//" + Mark + ".example/..%2f"] select For($"{start}atom.xml", "404"),
        .. from path in (string[])["/ATOM.XML", "/Atom.xml", "/posts/FIRST/", "/.", "/site.yaml", "/content/", "/.git/config", "/.env", "/feeds.lock", "/posts/first.md", "/posts/draft/", "/page/", "/page.md", "/secret.bin", "/link.md", "/web.config", "/appsettings.json", "/feeds.dll", "/proc/self/environ", "/health/", "/health/live/", "/status.css", "/*"]
           select For(path, path == "/." ? "200" : "404"),
        .. from path in (string[])["/posts/./first/", "/./atom.xml", "/posts/first/..//..//atom.xml", "/posts/first/../../../../atom.xml", "/%61tom.xml", "/%61%74%6f%6d%2e%78%6d%6c", "/atom.xml?", "/atom.xml?../../etc/passwd", $"/atom.xml?x={Mark}%0d%0aSet-Cookie:a", "/atom.xml?%00", "/atom.xml?a=b&a=b", "/atom.xml??", "/atom.xml?%", "/atom.xml?%ff%fe"]
           select For(path, path.Contains("//", StringComparison.Ordinal) ? "404" : "200"),
        .. from path in (string[])["/feed", "/feed?" + Mark, "/feed?%0d%0aSet-Cookie:" + Mark, "/feed?//" + Mark + ".example", "/posts/first", "/posts/first?" + Mark, $"/{Mark}/../feed"] select For(path, "308"),
        .. from target in (string[])["", " ", "../../etc/passwd", "?", "#", "%2fatom.xml", "\\atom.xml", "http:/atom.xml", "http:///atom.xml", "http://", "http://a b/atom.xml", "http://[/atom.xml", "/atom.xml\0", "/at\0om.xml", "/atom.xml\u00e9", "/\u00c0\u00ae\u00c0\u00ae/", "/atom .xml", "/atom.xml HTTP/1.1", "*a", "**"]
           select For(target, "400"),
        // A name without a slash is an authority, which is for CONNECT alone.
        .. from target in (string[])["atom.xml", "..", "https", "a:80", "a:80:90", "@"] select For(target, "405"),
        .. from target in (string[])["/\u0001", "/\t", "/atom.xml\u007f"] select For(target, "404"),
        .. from target in (string[])["http://a/atom.xml", "http://A/atom.xml", "http://user@a/atom.xml", "http://a/posts/../atom.xml", "http://a/atom.xml?x=http://b/"] select For(target, "200"),
        .. from target in (string[])["http://a/../../etc/passwd", "http://a/%2e%2e/%2e%2e/etc/passwd", "http://a/..%2f..%2fetc/passwd", "http://a//etc/passwd"] select For(target, "404"),
        .. from target in (string[])[$"http://{Mark}.example/atom.xml", "http://b/atom.xml", "http://a:81/atom.xml", "HTTP://a/atom.xml", "ftp://b/atom.xml", "file:///etc/passwd", "gopher://b/atom.xml"] select For(target, "400"),
        For("/atom.xml#" + Mark, "404"),
        .. from length in (int[])[100, 1000, 4000, 8000] select For("/" + new string('a', length), "404"),
        .. from length in (int[])[8300, 20_000, 100_000] select For("/" + new string('a', length), "414"),
        .. from length in (int[])[1000, 8000] select For("/atom.xml?" + new string('q', length), "200"),
        .. from length in (int[])[8300, 1_000_000] select For("/atom.xml?" + new string('q', length), "414"),
        For(string.Concat(Enumerable.Repeat("/a", 4000)), "404"),
        For(string.Concat(Enumerable.Repeat("/..", 2600)) + "/atom.xml", "200"),
        For("/" + string.Concat(Enumerable.Repeat("%61", 2600)), "404"),
        For("/" + string.Concat(Enumerable.Repeat("%ff", 2600)), "404"),
        For("/atom.xml?" + string.Join('&', Enumerable.Range(0, 1000).Select(number => FormattableString.Invariant($"a{number}="))), "200"),
    ];
}
