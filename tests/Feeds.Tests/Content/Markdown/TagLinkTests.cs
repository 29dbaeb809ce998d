using Xunit;

namespace Feeds.Tests.Content.Markdown;

/// <summary>Links, pictures and sounds that shortcodes, components, scripts and old HTML make.</summary>
public sealed class TagLinkTests
{
    private const string Video = "<p><a href=\"https://www.youtube.com/watch?v=abcdefghijk\" class=\"embed\">"
        + "<img src=\"https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg\" alt=\"\" width=\"480\" height=\"360\"><br>YouTube video</a></p>";

    [Theory]
    [InlineData("{{< button href=\"/x\" >}}B *b*{{< /button >}}", "<p><a href=\"https://c.example/x\">B <em>b</em></a></p>")]
    [InlineData("{{< link \"https://x.example\" \"the text\" >}}", "<p><a href=\"https://x.example/\">the text</a></p>")]
    [InlineData("{{< link href=\"https://x.example\" content=\"C\" >}}", "<p><a href=\"https://x.example/\">C</a></p>")]
    [InlineData("a {{< instagram BWNjjyYFxVx >}}", "<p>a <a href=\"https://www.instagram.com/p/BWNjjyYFxVx/\">www.instagram.com/p/BWNjjyYFxVx/</a></p>")]
    [InlineData("a {{< bilibili BV1xx411c7mD >}}", "<p>a <a href=\"https://www.bilibili.com/video/BV1xx411c7mD\">www.bilibili.com/video/BV1xx411c7mD</a></p>")]
    [InlineData("a {{< kbd Ctrl-C >}}", "<p>a <kbd>Ctrl-C</kbd></p>")]
    [InlineData("a {{< audio src=\"/a.mp3\" >}}", "<p>a <audio src=\"https://c.example/a.mp3\" controls=\"\"></audio></p>")]
    [InlineData("{% include video id=\"abcdefghijk\" provider=\"youtube\" %}", Video)]
    [InlineData("{{< video https://www.youtube.com/embed/abcdefghijk >}}", Video)]
    [InlineData("{{< video src=\"https://youtu.be/abcdefghijk\" >}}", Video)]
    [InlineData("{% post_link note %}", "<p><a href=\"https://c.example/note/\">note</a></p>")]
    [InlineData("{% post_link note primeiro artigo %}", "<p><a href=\"https://c.example/note/\">primeiro artigo</a></p>")]
    [InlineData("{% post_link 'note' 'A title' %}", "<p><a href=\"https://c.example/note/\">A title</a></p>")]
    [InlineData("a {% asset_link a.pdf T %}", "<p>a <a href=\"https://c.example/p/a.pdf\">T</a></p>")]
    [InlineData("{% img left /a.png 100 50 \"the title\" \"the alt\" %}", "<p><img src=\"https://c.example/a.png\" alt=\"the alt\"></p>")]
    [InlineData("{% asset_img a.png This is an image %}", "<p><img src=\"https://c.example/p/a.png\" alt=\"This is an image\"></p>")]
    [InlineData("{% include figure.liquid path=\"assets/img/1.jpg\" class=\"x\" %}", "<p><img src=\"https://c.example/assets/img/1.jpg\" alt=\"\"></p>")]
    [InlineData("{% include figure.html image=\"https://x.example/1.jpg\" %}", "<p><img src=\"https://x.example/1.jpg\" alt=\"\"></p>")]
    [InlineData("{% image \"./a.png\", \"the alt\", \"(min-width: 30em) 50vw, 100vw\" %}", "<p><img src=\"https://c.example/p/a.png\" alt=\"the alt\"></p>")]
    [InlineData("{% img /a.png %}", "<p><img src=\"https://c.example/a.png\" alt=\"\"></p>")]
    public void AreMade_OfShortcodes(string text, string html) => Assert.Equal(html, RenderedText.Html(text));

    [Theory]
    [InlineData("See <Link to=\"/x\">the *post*</Link>.", "<p>See <a href=\"https://c.example/x\">the <em>post</em></a>.</p>")]
    [InlineData("<Link href={\"/x\"}>a</Link> b", "<p><a href=\"https://c.example/x\">a</a> b</p>")]
    [InlineData("<LinkCard title=\"T\" href=\"https://x.example/\" />", "<p><a href=\"https://x.example/\">T</a></p>")]
    [InlineData("a <Link to={x}>b</Link>", "<p>a b</p>")]
    [InlineData("a <Link to=\"javascript:x\">b</Link>", "<p>a <a>b</a></p>")]
    public void AreMade_OfComponents(string text, string html) => Assert.Equal(html, RenderedText.Html(text, "posts/a.mdx"));

    [Theory]
    [InlineData("<script src=\"https://gist.github.com/u/abc123.js\"></script>", "<p><a href=\"https://gist.github.com/u/abc123\" class=\"embed\">gist.github.com/u/abc123</a></p>")]
    [InlineData("<script src=\"https://gist.github.com/u/abc123.js?file=a.py\"></script>", "<p><a href=\"https://gist.github.com/u/abc123\" class=\"embed\">gist.github.com/u/abc123</a></p>")]
    [InlineData("<script src=\"https://asciinema.org/a/14.js\" id=\"asciicast-14\" async></script>", "<p><a href=\"https://asciinema.org/a/14\" class=\"embed\">asciinema.org/a/14</a></p>")]
    [InlineData("<script src=\"https://x.example/a.js\"></script>", "")]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData("[x](#more)\n\n<a name=\"more\"></a>", "<p><a href=\"https://c.example/p/#more\">x</a></p><p><a id=\"more\"></a></p>")]
    [InlineData("<a name=\"a\" id=\"b\">c</a> d", "<p><a id=\"b\">c</a> d</p>")]
    [InlineData("![alt|300](/a.png)", "<p><img src=\"https://c.example/a.png\" alt=\"alt\" width=\"300\"></p>")]
    [InlineData("![alt|30x20](/a.png)", "<p><img src=\"https://c.example/a.png\" alt=\"alt\" width=\"30\" height=\"20\"></p>")]
    [InlineData("![a|b](/a.png)", "<p><img src=\"https://c.example/a.png\" alt=\"a|b\"></p>")]
    public void AreMade_OfHtml(string text, string html) => Assert.Equal(html, RenderedText.Html(text));

    [Theory]
    [InlineData("https://x.example/a，后面", "<a href=\"https://x.example/a\">https://x.example/a</a>，后面")]
    [InlineData("（https://x.example/）和", "（https://x.example/）和")]
    [InlineData("见 https://x.example/a。谢谢", "见 <a href=\"https://x.example/a\">https://x.example/a</a>。谢谢")]
    [InlineData("www.x.example/a、b", "<a href=\"http://www.x.example/a\">www.x.example/a</a>、b")]
    [InlineData("https://x.example/a「b」", "<a href=\"https://x.example/a\">https://x.example/a</a>「b」")]
    [InlineData("https://x.example/中文", "<a href=\"https://x.example/%E4%B8%AD%E6%96%87\">https://x.example/中文</a>")]
    public void EndInText_AtPunctuation(string text, string html) => Assert.Equal($"<p>{html}</p>", RenderedText.Html(text));

    [Theory]
    [InlineData("a{::comment}b{:/comment} c", "<p>a c</p>")]
    [InlineData("a\n\n{::comment}\nb **c**\n\nd\n{:/comment}\n\ne", "<p>a</p><p>e</p>")]
    [InlineData(":material-clock: *a*", "<p><em>a</em></p>")]
    [InlineData("a :fontawesome-brands-x:{ .lg .x } b", "<p>a b</p>")]
    [InlineData("# A :simple-x: badge", "<h1 id=\"a-badge\">A badge</h1>")]
    [InlineData("10:30:45 :smile: :simple: a", "<p>10:30:45 :smile: :simple: a</p>")]
    [InlineData("1. TOC\n{:toc .pb-5 }\n\na", "<p>a</p>")]
    [InlineData("[a](/b \"c \"d\" e\")", "<p><a href=\"https://c.example/b\" title=\"c &quot;d&quot; e\">a</a></p>")]
    [InlineData("==a=={.x} b {.y}", "<p><mark>a</mark> b</p>")]
    [InlineData("@[card](https://x.example/a)", "<p><a href=\"https://x.example/a\">https://x.example/a</a></p>")]
    [InlineData("@[card](https://x.example/a)では *a*", "<p><a href=\"https://x.example/a\">https://x.example/a</a>では <em>a</em></p>")]
    [InlineData("@[youtube](abcdefghijk)", "<p><a href=\"https://www.youtube.com/watch?v=abcdefghijk\">https://www.youtube.com/watch?v=abcdefghijk</a></p>")]
    [InlineData("@[a b](/c)", "<p>@<a href=\"https://c.example/c\">a b</a></p>")]
    [InlineData("arr[[i]] and [[:alpha:]] and [[$x]]", "<p>arr[[i]] and [[:alpha:]] and [[$x]]</p>")]
    [InlineData("/^[a b]+$/ *c*", "<p>/^[a b]+$/ <em>c</em></p>")]
    [InlineData("x^[2] *c*", "<p>x^[2] <em>c</em></p>")]
    public void AreMarks_OfDialects(string text, string html) => Assert.Equal(html, RenderedText.Html(text));

    [Fact]
    public void IsBelow_WhatIsAFootnoteInTheText()
    {
        var html = RenderedText.Html("Word.^[A note with [a link](/x).] More.^[Another *one*.]");

        Assert.StartsWith("<p>Word.<a id=\"fnref:1\"", html, StringComparison.Ordinal);
        Assert.Contains("<p>A note with <a href=\"https://c.example/x\">a link</a>.", html, StringComparison.Ordinal);
        Assert.Contains("<p>Another <em>one</em>.", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("``` {.python .numberLines}\nx\n```", "python")]
    [InlineData("```{r, echo=FALSE}\nx\n```", "r")]
    [InlineData("```{python}\nx\n```", "python")]
    [InlineData("```js{numberLines: true}\nx\n```", "js")]
    [InlineData("```ts:title=a.ts\nx\n```", "ts")]
    [InlineData("```c#\nx\n```", "c#")]
    [InlineData("```c++\nx\n```", "c++")]
    public void IsTheLanguage_OfCode(string text, string language) =>
        Assert.Equal($"<pre><code class=\"language-{language}\">x</code></pre>", RenderedText.Html(text));
}
