using Xunit;

namespace Feeds.Tests.Content.Markdown;

/// <summary>Where tables and HTML end when no blank line is behind them.</summary>
public sealed class BlockEndTests
{
    private const string Table = "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>";

    [Theory]
    [InlineData("Text", "<p>Text</p>")]
    [InlineData("**Text**\nmore", "<p><strong>Text</strong>more</p>")]
    [InlineData("^name-1", "")]
    [InlineData("{: .x}", "")]
    [InlineData("\n: Caption {#tbl-1 .x}", "<p id=\"tbl-1\">Caption</p>")]
    [InlineData("\n: Caption", "<p>Caption</p>")]
    [InlineData(": Caption *c*", "<p>Caption <em>c</em></p>")]
    [InlineData("\nTable: Caption", "<p>Table: Caption</p>")]
    [InlineData("\nTerm\n: Text", "<dl><dt>Term</dt><dd>Text</dd></dl>")]
    public void EndsTables_AtText(string below, string html) =>
        Assert.Equal(Table + html, RenderedText.Html("| a | b |\n|---|:--|\n| 1 | 2 |\n" + below).Replace(" align=\"left\"", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("a | b\n--|--\n1 | 2\n3 | 4", "<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>")]
    [InlineData("| a | b |\n| - | - |\n| 1 | 2 |\n3 | 4", "<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>")]
    public void KeepsRows_WithABar(string text, string rows) => Assert.Contains($"<tbody>{rows}</tbody>", RenderedText.Html(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>a</div>\n**b** c", "<div>a</div><p><strong>b</strong> c</p>")]
    [InlineData("<img src=\"/a.png\">\n*caption*", "<img src=\"https://c.example/a.png\"><p><em>caption</em></p>")]
    [InlineData("<a id=\"x\"></a>\n## Head", "<p><a id=\"x\"></a></p><h2 id=\"head\">Head</h2>")]
    [InlineData("<br>\n- a\n- b", "<br><ul><li>a</li><li>b</li></ul>")]
    [InlineData("<div>\n<p>a</p>\n</div>\n```\n<b>\n```", "<div><p>a</p></div><pre><code>&lt;b&gt;</code></pre>")]
    [InlineData("<p align=\"center\">\n  <img src=\"/a.png\"\n    alt=\"x\">\n</p>\n[b](/c)", "<p align=\"center\">  <img src=\"https://c.example/a.png\" alt=\"x\"></p><p><a href=\"https://c.example/c\">b</a></p>")]
    [InlineData("</div>\n> a", "<blockquote><p>a</p></blockquote>")]
    public void EndsHtml_BelowItsLastTag(string text, string html) => Assert.Equal(html, RenderedText.Html(text));

    [Theory]
    [InlineData("<div>\n**a**\n</div>", "<div>**a**</div>")]
    [InlineData("<div>a</div>\nplain text", "<div>a</div>plain text")]
    [InlineData("<ul>\n<li>a\n- b\n</ul>", "<ul><li>a- b</li></ul>")]
    [InlineData("<div>a\n<b>c</b>\n`d` e\n</div>", "<div>a<b>c</b>`d` e</div>")]
    [InlineData("<div\n  title=\"**x**\"\n  class=\"- y\">a</div>", "<div title=\"**x**\" class=\"- y\">a</div>")]
    [InlineData("<pre>\n**a**\n# b\n</pre>", "<pre>**a**# b</pre>")]
    [InlineData("<div>a</div>\n5 * 3 * 2", "<div>a</div>5 * 3 * 2")]
    public void KeepsHtml_ThatGoesOn(string text, string html) => Assert.Equal(html, RenderedText.Html(text));

    [Theory]
    [InlineData("a\n\nimport B from './b'\n\nexport const c = {\n  d: [1],\n};\n\n<B c={c} />\n\ne {1 + 1} f", "<p>a</p><p>e  f</p>")]
    [InlineData("import A from 'a'\nimport { B } from 'b'\n\n<div style={{x: 1}}>\n**c**\n</div>\n\n<B />", "<div><p><strong>c</strong></p></div>")]
    [InlineData("import A from 'a'\n\nB {1 + 1}", "<p>import A from 'a'</p><p>B {1 + 1}</p>")]
    [InlineData("```\n\nimport A from 'a'\n```\n\n`<A>` {1 + 1}", "<pre><code>import A from 'a'</code></pre><p><code>&lt;A&gt;</code> {1 + 1}</p>")]
    public void IsMdx_WhereAComponentIsImportedAndUsed(string text, string html) => Assert.Equal(html, RenderedText.Html(text));

    [Theory]
    [InlineData("<details>\n<summary>S</summary>\nText **b**\n</details>", "<details><summary>S</summary><p>Text <strong>b</strong></p></details>")]
    [InlineData("<p>a</p>\n*b*", "<p>a</p><p><em>b</em></p>")]
    [InlineData("One <b>x</b>\n*two*", "<p>One <b>x</b><em>two</em></p>")]
    public void ReadsMarkdown_BehindABlockOfMdx(string text, string html) => Assert.Equal(html, RenderedText.Html(text, "posts/a.mdx"));
}
