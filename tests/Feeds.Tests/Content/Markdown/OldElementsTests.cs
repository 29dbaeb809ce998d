using Feeds.Content.Markdown;
using Feeds.Content.Markdown.Html;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content.Markdown;

public sealed class OldElementsTests
{
    [Theory]
    [InlineData("<strike>20</strike> 10", "<s>20</s> 10")]
    [InlineData("<tt>ls</tt>", "<code>ls</code>")]
    [InlineData("<acronym title=Markup>HTML</acronym>", "<abbr title=\"Markup\">HTML</abbr>")]
    [InlineData("<menu><li>a</li></menu>", "<ul><li>a</li></ul>")]
    [InlineData("<dir><li>a</li></dir>", "<ul><li>a</li></ul>")]
    [InlineData("a<center>b</center>c", "a<div align=\"center\">b</div>c")]
    [InlineData("<xmp><b>x</b>\n y</xmp>", "<pre>&lt;b&gt;x&lt;/b&gt;\n y</pre>")]
    [InlineData("<listing>x\n y</listing>", "<pre>x\n y</pre>")]
    [InlineData("<center><strike onclick=x>a <tt>b</tt></strike></center>", "<div align=\"center\"><s>a <code>b</code></s></div>")]
    [InlineData("<font color=red><strike>x</strike></font>", "<s>x</s>")]
    public void Replaces_OldElements(string html, string expected) => Assert.Equal(expected, Clean(html).Html);

    [Theory]
    [InlineData("<math><mi>x</mi></math>", "<math><mi>x</mi></math>", "x")]
    [InlineData("<math display=block onclick=run()><mfrac style=x><mn>1</mn><mn>2</mn></mfrac></math>", "<math display=\"block\"><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "12")]
    [InlineData("<math><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow><annotation encoding='application/x-tex'>x^2</annotation></semantics></math>", "<math alttext=\"x^2\"><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>", "x^2")]
    [InlineData("<math alttext='a &lt; b'><mo>&lt;</mo></math>", "<math alttext=\"a &lt; b\"><mo>&lt;</mo></math>", "a < b")]
    [InlineData("<math><mtext><script>run()</script><b>x</b></mtext></math>", "<math><mtext>x</mtext></math>", "x")]
    [InlineData("<math><maction actiontype=statusline>x</maction></math>", "<math>x</math>", "x")]
    [InlineData("<math href=javascript:run()><mi xlink:href=javascript:run()>x</mi></math>", "<math><mi>x</mi></math>", "x")]
    [InlineData("<math><annotation-xml encoding=text/html><img src=x onerror=run()></annotation-xml></math>", "<math></math>", "")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=run()></style></mglyph></table></mtext></math>", null, null)]
    public void KeepsFormulas_InMathMl(string html, string? expected, string? text)
    {
        var cleaned = Clean(html);
        if (expected is not null) Assert.Equal((expected, text), (cleaned.Html, cleaned.Text));
        Assert.DoesNotContain("<img", cleaned.Html, StringComparison.Ordinal);
        Assert.Equal(cleaned.Html, Clean(cleaned.Html).Html);
    }

    private static CleanedHtml Clean(string html) => HtmlCleaner.Clean(
        html,
        new LinkResolver("p.md", new Uri("https://club.example/p/"), new SiteSettings { Title = "C", Url = new Uri("https://club.example/") }, _ => null));
}
