using Xunit;

namespace Feeds.Tests.Content.Markdown;

/// <summary>Formulas between other marks than dollars and brackets.</summary>
public sealed class FormulaFormTests
{
    [Theory]
    [InlineData("\\begin{equation}\na_1 * b \\\\\n\\end{equation}", "\\begin{equation}a_1 * b \\\\\\end{equation}")]
    [InlineData("\\begin{align*}\na = [b](c)_1_\n\\end{align*}", "\\begin{align*}a = [b](c)_1_\\end{align*}")]
    [InlineData("\\begin{gather} a_1 b_1 \\end{gather}", "\\begin{gather} a_1 b_1 \\end{gather}")]
    [InlineData("\\begin{eqnarray}\na*b*c\n\\end{eqnarray}.", "\\begin{eqnarray}a*b*c\\end{eqnarray}.")]
    [InlineData("$`a_1 * b * c`$", "$a_1 * b * c$")]
    [InlineData("{{< katex >}}x_1 * y_2 * z{{< /katex >}}", "$x_1 * y_2 * z$")]
    [InlineData("{{< katex display >}}\n\\begin{aligned}\na_1 &lt; b_1\n\\end{aligned}\n{{< /katex >}}", "$$\\begin{aligned}a_1 &amp;lt; b_1\\end{aligned}$$")]
    [InlineData("{{< math >}}\n$$\na_1 b_1\n$$\n{{< /math >}}", "$$a_1 b_1$$")]
    [InlineData("{% katex %}a_1*b*c{% endkatex %}", "$a_1*b*c$")]
    [InlineData("{% katex(block=true) %}\na_1*b*c\n{% end %}", "$$a_1*b*c$$")]
    public void IsAsWritten_BetweenOtherMarks(string text, string formula) =>
        Assert.Equal($"<p><span class=\"math\">{formula}</span></p>", RenderedText.Html(text));

    [Theory]
    [InlineData("$$ a_1 $$ {#eq-one}", "<p><span class=\"math\" id=\"eq-one\">$$ a_1 $$</span></p>")]
    [InlineData("$$\na_1\n$$ {#eq-two}", "<p><span class=\"math\" id=\"eq-two\">$$a_1$$</span></p>")]
    [InlineData("Where $$a$$ {#eq-3}", "<p>Where <span class=\"math\" id=\"eq-3\">$$a$$</span></p>")]
    [InlineData("$a$ {.x}", "<p><span class=\"math\">$a$</span></p>")]
    [InlineData("so \\begin{equation}a_1 b_1\\end{equation} holds", "<p>so <span class=\"math\">\\begin{equation}a_1 b_1\\end{equation}</span> holds</p>")]
    public void HasTheId_ThatIsBehindIt(string text, string html) => Assert.Equal(html, RenderedText.Html(text));

    [Theory]
    [InlineData("\\begin{document} *a*", "\\begin{document} <em>a</em>")]
    [InlineData("\\begin{equation} *a*", "\\begin{equation} <em>a</em>")]
    [InlineData("\\beginning *a*", "\\beginning <em>a</em>")]
    [InlineData("costs $`5` *a* `b`", "costs $<code>5</code> <em>a</em> <code>b</code>")]
    [InlineData("`\\begin{equation}` *a* `\\end{equation}`", "<code>\\begin{equation}</code> <em>a</em> <code>\\end{equation}</code>")]
    [InlineData("a {#b} *c*", "a {#b} <em>c</em>")]
    public void IsText_WithoutAnEnd(string text, string html) => Assert.Equal($"<p>{html}</p>", RenderedText.Html(text));
}
