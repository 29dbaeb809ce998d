using Feeds.Content.Markdown;
using Feeds.Content.Markdown.Html;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content.Markdown;

public sealed class HtmlCleanerTests
{
    [Theory]
    [InlineData("<script>run()</script>")]
    [InlineData("<SCRIPT SRC=x></SCRIPT>")]
    [InlineData("<style>p { }</style>")]
    [InlineData("<object data=x></object>")]
    [InlineData("<embed src=x>")]
    [InlineData("<form action=x><input name=y></form>")]
    [InlineData("<input name=y>")]
    [InlineData("<button>b</button>")]
    [InlineData("<svg onload=run()><script>run()</script></svg>")]
    [InlineData("<template><p>x</p></template>")]
    [InlineData("<noscript><p>x</p></noscript>")]
    [InlineData("<base href=https://evil.example/>")]
    [InlineData("<link rel=stylesheet href=x>")]
    [InlineData("<meta http-equiv=refresh content=0>")]
    [InlineData("<iframe src=javascript:run()></iframe>")]
    [InlineData("<iframe srcdoc='<p>x'></iframe>")]
    [InlineData("<!-- a comment -->")]
    [InlineData("<dialog open>x</dialog>")]
    public void LeavesNothing_OfActiveContent(string html) => Assert.Equal("", Clean(html));

    [Theory]
    [InlineData("javascript:run()")]
    [InlineData("JAVASCRIPT:run()")]
    [InlineData(" javascript:run()")]
    [InlineData("java&#x09;script:run()")]
    [InlineData("java&#10;script:run()")]
    [InlineData("&#106;avascript:run()")]
    [InlineData("&#1;javascript:run()")]
    [InlineData("vbscript:run()")]
    [InlineData("data:text/html,<script>run()</script>")]
    [InlineData("data:image/svg+xml,x")]
    [InlineData("blob:https://club.example/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("about:blank")]
    public void TakesTheAddress_WhichCouldRunSomething(string address) => Assert.Equal("<a>x</a>", Clean($"<a href=\"{address}\">x</a>"));

    [Theory]
    [InlineData("<p onclick=run() style=color:red data-x=1 class=c id=i>x</p>", "<p class=\"c\" id=\"i\">x</p>")]
    [InlineData("<img src=a.png onerror=run() alt=A width=1 loading=lazy>", "<img src=\"https://club.example/p/a.png\" alt=\"A\" width=\"1\">")]
    [InlineData("<img src=data:image/png;base64,AAAA>", "<img src=\"data:image/png;base64,AAAA\">")]
    [InlineData("<img srcset='a.png 1x, /b.png 2x, javascript:run() 3x'>", "<img srcset=\"https://club.example/p/a.png 1x, https://club.example/b.png 2x\" src=\"https://club.example/p/a.png\">")]
    [InlineData("<video poster=a.png controls><source src=b.mp4 type=video/mp4></video>", "<video poster=\"https://club.example/p/a.png\" controls=\"\"><source src=\"https://club.example/p/b.mp4\" type=\"video/mp4\"></video>")]
    [InlineData("<font color=red>x</font><big>y</big>", "xy")]
    [InlineData("<x-box><b>x</b></x-box>", "<b>x</b>")]
    [InlineData("<table><tbody><tr><td style='text-align: right;'>x</td></tr></tbody></table>", "<table><tbody><tr><td align=\"right\">x</td></tr></tbody></table>")]
    [InlineData("<input type=checkbox checked>", "<input type=\"checkbox\" checked=\"\" disabled=\"\">")]
    [InlineData("<a href=mailto:ann@club.example>x</a>", "<a href=\"mailto:ann@club.example\">x</a>")]
    [InlineData("<a href=#x>x</a>", "<a href=\"https://club.example/p/#x\">x</a>")]
    [InlineData("<blockquote cite=/x>x</blockquote>", "<blockquote cite=\"https://club.example/x\">x</blockquote>")]
    [InlineData("a &lt;b&gt; &amp; \"c\"", "a &lt;b&gt; &amp; \"c\"")]
    [InlineData("<p>never closed", "<p>never closed</p>")]
    [InlineData("<p><iframe src=https://www.youtube.com/embed/abcdefghijk title=Talk></iframe></p>", "<p><a href=\"https://www.youtube.com/watch?v=abcdefghijk\" class=\"embed\"><img src=\"https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg\" alt=\"\" width=\"480\" height=\"360\"><br>Talk</a></p>")]
    [InlineData("<iframe src=https://player.vimeo.com/video/12></iframe>", "<p><a href=\"https://vimeo.com/12\" class=\"embed\">vimeo.com</a></p>")]
    [InlineData("<iframe src=//map.example/x></iframe>", "<p><a href=\"https://map.example/x\" class=\"embed\">map.example</a></p>")]
    public void Keeps_WhatIsSafe(string html, string expected) => Assert.Equal(expected, Clean(html));

    [Theory]
    [InlineData("<p>One <b>two</b>.</p><p>Three.</p>", "One two.\n\nThree.", "One two.")]
    [InlineData("<p> </p><p>One.</p>", "One.", "One.")]
    [InlineData("<h2>Head</h2><p>One.</p>", "Head\n\nOne.", "One.")]
    [InlineData("<p>One.</p><p>Two.</p><!-- more --><p>Three.</p>", "One.\n\nTwo.\n\nThree.", "One. Two.")]
    [InlineData("<p>One.</p><p>Two. <!-- TEASER_END --></p><p>Three.</p>", "One.\n\nTwo.\n\nThree.", "One. Two. ")]
    [InlineData("<p>One.<!--more Read on-->Two.</p>", "One.Two.", "One.")]
    [InlineData("<ul><li><a href=#a>A</a></li></ul><p>One.</p><!-- more -->", "- A (https://club.example/p/#a)\n\nOne.", "One.")]
    [InlineData("<ul><li><a href=/a>A</a></li></ul><!-- more -->", "- A (https://club.example/a)", "A")]
    [InlineData("<blockquote><p><strong>Note</strong></p><p>One.</p></blockquote>", "> Note\n\n> One.", "One.")]
    [InlineData("<p>One.</p><!-- moreover --><p>Two.</p>", "One.\n\nTwo.", "One.")]
    [InlineData("<!--more--><p>One.</p>", "One.", "One.")]
    [InlineData("<ul><li>One</li><li>Two<ul><li>Three</li></ul></li></ul><p>Four</p>", "- One\n- Two\n  - Three\n\nFour", "Four")]
    [InlineData("<ol start=3><li>One</li><li>Two</li></ol>", "3. One\n4. Two", null)]
    [InlineData("<p>A <a href=/x>link</a>, <a href=https://b.example/>https://b.example/</a>.</p>", "A link (https://club.example/x), https://b.example/.", "A link, https://b.example/.")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b", null)]
    [InlineData("<p>a<br>b</p>", "a\nb", "ab")]
    [InlineData("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc", null)]
    [InlineData("<p><img src=a.png alt='A picture'></p>", "A picture", null)]
    [InlineData("", "", null)]
    public void ReadsAsText_AndIntroduction(string html, string text, string? introduction)
    {
        var cleaned = HtmlCleaner.Clean(html, Addresses());

        Assert.Equal(text, cleaned.Text);
        Assert.Equal(introduction, cleaned.Introduction);
    }

    private static string Clean(string html) => HtmlCleaner.Clean(html, Addresses()).Html;

    private static LinkResolver Addresses() =>
        new("p.md", new Uri("https://club.example/p/"), new SiteSettings { Title = "Club", Url = new Uri("https://club.example/") }, _ => null);
}
