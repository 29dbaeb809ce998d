using Feeds.Model;
using Feeds.Pages.Posts;
using Xunit;

namespace Feeds.Tests.Pages;

/// <summary>What pages make of a body that feeds send as it is.</summary>
public sealed class PageBodyTests
{
    private static readonly SiteSettings Settings = new() { Title = "Club", Url = new Uri("https://club.example/below/") };

    private static readonly byte[] Gif = [.. "GIF89a"u8, 0x20, 0x03, 0x58, 0x02];

    private static readonly Dictionary<string, SiteFile> Files = new(StringComparer.Ordinal)
    {
        ["/posts/a b.gif"] = new SiteFile("posts/a b.gif", Gif.Length, new Lazy<ReadOnlyMemory<byte>>(() => Gif)),
    };

    [Theory]
    [InlineData("<p>Plain.</p>", "<p>Plain.</p>")]
    [InlineData("<h1>The title</h1><p>a</p>", "<p>a</p>")]
    [InlineData("<h1 id=\"x\">Other</h1><h2>a</h2>", "<h2 id=\"x\">Other</h2><h3>a</h3>")]
    [InlineData("<a href=\"https://club.example/below/posts/a/#b\">a</a>", "<a href=\"/below/posts/a/#b\">a</a>")]
    [InlineData("<a href=\"https://else.example/\">a</a>", "<a href=\"https://else.example/\">a</a>")]
    [InlineData("<a href=\"mailto:a@b.example\">a</a>", "<a href=\"mailto:a@b.example\">a</a>")]
    [InlineData("<img src=\"https://club.example/below/posts/a%20b.gif\" alt=\"b\">", "<img src=\"/below/posts/a%20b.gif\" alt=\"b\" loading=\"lazy\" width=\"800\" height=\"600\">")]
    [InlineData("<img src=\"https://club.example/below/posts/a%20b.gif\" alt=\"b\" width=\"40\">", "<img src=\"/below/posts/a%20b.gif\" alt=\"b\" width=\"40\" loading=\"lazy\">")]
    [InlineData("<img src=\"https://club.example/below/none.gif\">", "<img src=\"/below/none.gif\" loading=\"lazy\" alt=\"\">")]
    [InlineData("<img src=\"https://else.example/a.png\" alt=\"\">", "<img src=\"https://else.example/a.png\" alt=\"\" loading=\"lazy\" referrerpolicy=\"no-referrer\">")]
    [InlineData("<img src=\"https://club.example/below/none.gif\" srcset=\"https://club.example/below/a.gif 1x, https://else.example/b.gif 2x\" alt=\"\">", "<img src=\"/below/none.gif\" srcset=\"/below/a.gif 1x, https://else.example/b.gif 2x\" alt=\"\" loading=\"lazy\">")]
    [InlineData("<pre><code class=\"language-c\">int a &lt; 1;\n</code></pre>", "<pre tabindex=\"0\"><code class=\"language-c\"><span class=\"code-keyword\">int</span> a &lt; <span class=\"code-number\">1</span>;\n</code></pre>")]
    [InlineData("<pre><code>int a;</code></pre>", "<pre tabindex=\"0\"><code>int a;</code></pre>")]
    [InlineData("<table><tbody><tr><td>a</td></tr></tbody></table>", "<div class=\"wide\" tabindex=\"0\"><table><tbody><tr><td>a</td></tr></tbody></table></div>")]
    [InlineData("<input type=\"checkbox\" checked=\"\" disabled=\"\">", "<input type=\"checkbox\" checked=\"\" disabled=\"\" aria-label=\"done\">")]
    [InlineData("<video src=\"https://club.example/below/a.mp4\" controls=\"\"></video>", "<video src=\"/below/a.mp4\" controls=\"\" preload=\"none\"></video>")]
    public void IsMadeFor_APerson(string body, string expected) =>
        Assert.Equal(expected, new PageBody(Settings, Files).Html(new Body(body, "", Excerpt: null, Image: null, []), "The title"));

    [Theory]
    [InlineData("https://club.example/below/posts/a%20b.gif", "<p>a</p>", "/below/posts/a%20b.gif", 800, null)]
    [InlineData("https://club.example/below/none.gif", "<p>a</p>", "/below/none.gif", null, null)]
    [InlineData("https://else.example/a.png?b=1&c=2", "<p>a</p>", "https://else.example/a.png?b=1&c=2", null, "no-referrer")]
    [InlineData("https://else.example/a.png?b=1&c=2", "<img src=\"https://else.example/a.png?b=1&amp;c=2\">", null, null, null)]
    [InlineData(null, "<p>a</p>", null, null, null)]
    public void HasALeadImage_UnlessTheBodyShowsIt(string? image, string body, string? address, int? width, string? referrerPolicy)
    {
        var lead = new PageBody(Settings, Files).Lead(image is null ? null : new Uri(image), new Body(body, "", Excerpt: null, Image: null, []));

        Assert.Equal((address, width, referrerPolicy), (lead?.Address, lead?.Width, lead?.ReferrerPolicy));
    }

    /// <summary>Nothing is asked of another host before a press; without a script the press follows a link.</summary>
    [Theory]
    [InlineData("<iframe src=\"https://www.youtube.com/embed/jeJmQazH3jA?si=x\" title=\"A talk\"></iframe>", "<p><a href=\"https://www.youtube.com/watch?v=jeJmQazH3jA\" class=\"embed\" data-player=\"https://www.youtube-nocookie.com/embed/jeJmQazH3jA?autoplay=1\">A talk<small>www.youtube.com</small></a></p>")]
    [InlineData("<iframe src=\"https://www.youtube-nocookie.com/embed/jeJmQazH3jA\"></iframe>", "<p><a href=\"https://www.youtube.com/watch?v=jeJmQazH3jA\" class=\"embed\" data-player=\"https://www.youtube-nocookie.com/embed/jeJmQazH3jA?autoplay=1\">www.youtube.com</a></p>")]
    [InlineData("{{< youtube jeJmQazH3jA >}}", "<p><a href=\"https://www.youtube.com/watch?v=jeJmQazH3jA\" class=\"embed\" data-player=\"https://www.youtube-nocookie.com/embed/jeJmQazH3jA?autoplay=1\">YouTube video<small>www.youtube.com</small></a></p>")]
    [InlineData("{{< vimeo 1234 >}}", "<p><a href=\"https://vimeo.com/1234\" class=\"embed\" data-player=\"https://player.vimeo.com/video/1234?autoplay=1&amp;dnt=1\">Vimeo video<small>vimeo.com</small></a></p>")]
    [InlineData("<iframe src=\"https://www.youtube.com/embed/videoseries?list=x\" title=\"All talks\"></iframe>", "<p><a href=\"https://www.youtube.com/embed/videoseries?list=x\" class=\"embed\">All talks<small>www.youtube.com</small></a></p>")]
    [InlineData("<iframe src=\"https://maps.example/embed?q=x\" title=\"Map\"></iframe>", "<p><a href=\"https://maps.example/embed?q=x\" class=\"embed\">Map<small>maps.example</small></a></p>")]
    [InlineData("<a class=\"embed\" data-player=\"https://else.example/\" href=\"https://www.youtube.com/watch?v=&quot;onclick=1\">a</a>", "<p><a class=\"embed\" href=\"https://www.youtube.com/watch?v=%22onclick=1\">a<small>www.youtube.com</small></a></p>")]
    public void ShowsWhatIsEmbedded_AsALink(string written, string expected)
    {
        var post = FolderOf.Site(("posts/a.md", $"---\ntitle: A\ndate: 2025-03-04\n---\n{written}\n")).Site.Posts[0];

        Assert.Equal(expected, new PageBody(Settings, Files).Html(post.Body.Value, "A"));
    }
}
