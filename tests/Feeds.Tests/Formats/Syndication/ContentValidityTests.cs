using System.Text;
using System.Xml.Linq;
using Xunit;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>What the W3C's feed validator has an error or a warning for in the text of entries, and what a post that holds it becomes.</summary>
/// <remarks>Each row names the class of the message.</remarks>
public sealed class ContentValidityTests
{
    public static TheoryData<string, string, string> Bodies => new()
    {
        {
            "ContainsRelRef",
            "[a](b) <a href=\"?q=1\">c</a> [d](#e) ![f](g.png) <img srcset='h.png 1x, /i.png 2x' src=j.png> `<a href=\"k\">`",
            "<p><a href=\"https://club.example/posts/a/b\">a</a> <a href=\"https://club.example/posts/a/?q=1\">c</a> <a href=\"https://club.example/posts/a/#e\">d</a> "
            + "<img src=\"https://club.example/posts/a/g.png\" alt=\"f\"> <img srcset=\"https://club.example/posts/a/h.png 1x, https://club.example/i.png 2x\" src=\"https://club.example/posts/a/j.png\"> "
            + "<code>&lt;a href=\"k\"&gt;</code></p>"
        },
        {
            "SecurityRisk",
            "a <script>alert(1)</script><style>p{}</style><object data=x></object><embed src=x><meta http-equiv=refresh content=1><link rel=stylesheet href=x><base href=x><applet></applet><frame>b",
            "<p>a b</p>"
        },
        { "SecurityRisk (iframe)", "<iframe src=\"https://video.example/1\" title=\"A talk\"></iframe>", "<p><a href=\"https://video.example/1\" class=\"embed\">A talk</a></p>" },
        { "SecurityRisk (?import)", "a <?import namespace=\"t\" ?>b", "<p>a b</p>" },
        { "SecurityRiskAttr", "<p onclick=a() foo=bar fetchpriority=high srcdoc=x class=c id=i>x <img src=x.png onerror=a property=og></p>", "<p class=\"c\" id=\"i\">x <img src=\"https://club.example/posts/a/x.png\"></p>" },
        { "SecurityRiskAttr (address)", "<a href=\" java&#10;script:alert(1)\">x</a> <a href=\"vbscript:x\">y</a>", "<p><a>x</a> <a>y</a></p>" },
        { "DangerousStyleAttr", "<p style=\"color:red;position:fixed;background:url(javascript:x)\">x</p>", "<p>x</p>" },
        { "NotHtml (elements)", "<p>a <foo>b</foo> <my-el>c</my-el> <search>d</search> <nobr>e</nobr></p>", "<p>a b c d e</p>" },
        { "NotHtml (nesting)", "<p>a <b>x <i>y</b> z</i> </span></p>", "<p>a <b>x <i>y</i></b><i> z</i> </p>" },
        { "NotHtml (references)", "AT&T &nbsp; &bogus; &#x80; &#x85; \u0085\u0001", "<p>AT&amp;T &nbsp; &amp;bogus;   </p>" },
        { "NotHtml (svg)", "<p>a<svg onload=x><circle/><desc><p>b</p></desc></svg>c e</p>", "<p>ac e</p>" },
        // The W3C's validator warns about MathML; readers show the formula, and would show nothing without it.
        { "NotHtml (math)", "<p><math onclick=x><mi>d</mi><maction>e</maction></math></p>", "<p><math><mi>d</mi>e</math></p>" },
        { "BadCharacters", "a \uFFFD b", "<p>a &#xFFFD; b</p>" },
    };

    [Theory]
    [MemberData(nameof(Bodies), DisableDiscoveryEnumeration = true)]
    public void Content_IsValid(string message, string body, string expected) =>
        Assert.Equal([message, expected], [message, Entry("posts/a.md", $"---\ntitle: T\ndate: 2026-01-01\n---\n{body}\n").Element(Documents.A + "content")!.Value.TrimEnd('\n')]);

    // InvalidTAG, NonCanonicalURI.
    [Theory]
    [InlineData("posts/it's (a) “b”, C++; é.md", "tag:club.example,2026:posts/it%27s%20%28a%29%20%E2%80%9Cb%E2%80%9D%2C%20C%2B%2B%3B%20%C3%A9")]
    [InlineData("posts/日本.md", "tag:club.example,2026:posts/%E6%97%A5%E6%9C%AC")]
    public void Ids_AreTagUris(string path, string expected) =>
        Assert.Equal(expected, Entry(path, "---\ntitle: T\ndate: 2026-01-01\n---\nx\n").Element(Documents.A + "id")!.Value);

    // NotSufficientlyUnique, InvalidFullLink.
    [Theory]
    [InlineData("12345", "tag:club.example,2026:12345")]
    [InlineData("my post", "tag:club.example,2026:my%20post")]
    [InlineData("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a")]
    public void WrittenIds_AreUris(string written, string expected) =>
        Assert.Equal(expected, Entry("posts/a.md", $"---\ntitle: T\ndate: 2026-01-01\nguid: \"{written}\"\n---\nx\n").Element(Documents.A + "id")!.Value);

    // ImplausibleDate.
    [Fact]
    public void ComingPosts_AreNotPublished() =>
        Assert.Empty(Feed("posts/a.md", "---\ntitle: T\ndate: 2026-06-02\n---\nx\n").Elements(Documents.A + "entry"));

    // ContainsEmail, InvalidContact, InvalidLanguage.
    [Fact]
    public void FrontMatter_IsRead_ForWhatItMeans()
    {
        var entry = Entry("posts/a.md", "---\ntitle: T\ndate: 2026-01-01\nauthor: Ana <ana@a.example>\nlang: pt_BR\ntags: [' ', R&D]\n---\nx\n");

        Assert.Equal("Ana", entry.Element(Documents.A + "author")!.Element(Documents.A + "name")!.Value);
        Assert.Equal("ana@a.example", entry.Element(Documents.A + "author")!.Element(Documents.A + "email")!.Value);
        Assert.Equal(["R&D"], entry.Elements(Documents.A + "category").Select(category => category.Attribute("term")!.Value));
        Assert.NotEqual("pt_BR", entry.Attribute(XNamespace.Xml + "lang")?.Value);
    }

    private static XElement Entry(string path, string text) => Feed(path, text).Elements(Documents.A + "entry").Single();

    private static XElement Feed(string path, string text) =>
        XElement.Parse(Encoding.UTF8.GetString(FolderOf.Published("2026-06-01T00:00:00Z", (path, text)).Representations["/atom.xml"].Identity.Span), LoadOptions.PreserveWhitespace);
}
