using Xunit;

namespace Feeds.Tests.Content.Markdown;

public sealed class DialectTests
{
    [Theory]
    [InlineData("$x_{i}^{*} y^{*}$")]
    [InlineData("$f[x](y)$")]
    [InlineData("$a<b>c$")]
    [InlineData("$\\{1,2\\}$")]
    [InlineData("$\\$5$")]
    [InlineData("\\(x\\)")]
    [InlineData("\\(a_1 * b_2\\)")]
    [InlineData("\\[x_1 = y_1\\]")]
    [InlineData("$$a_1 b_1 \\\\ c$$")]
    [InlineData("$k$")]
    [InlineData("$a\nb_1 c_1$")]
    [InlineData("$x$-means")]
    [InlineData("设$x_1$为", "设", "为")]
    public void KeepsFormulas_AsWritten(string written, string before = "A ", string after = " b")
    {
        var formula = written.EndsWith("-means", StringComparison.Ordinal) ? "$x$" : written.Trim('设', '为');
        var rest = written.EndsWith("-means", StringComparison.Ordinal) ? "-means b" : after;
        var text = written[0] == '设' ? written : $"A {written} b";
        Assert.Equal($"<p>{before}<span class=\"math\">{Encoded(formula)}</span>{rest}</p>", RenderedText.Of(text).Html);
    }

    [Theory]
    [InlineData("\\\\(y_1 + y_2\\\\)", "<p><span class=\"math\">\\(y_1 + y_2\\)</span></p>")]
    [InlineData("$$\na_1 \\\\ b\n- c\n\n# d\n$$", "<p><span class=\"math\">$$a_1 \\\\ b- c# d$$</span></p>")]
    [InlineData("Where\n$$\nx_1\n$$\nafter", "<p>Where</p><p><span class=\"math\">$$x_1$$</span></p><p>after</p>")]
    [InlineData("$$a_1 = b_2$$", "<p><span class=\"math\">$$a_1 = b_2$$</span></p>")]
    [InlineData("\\[\nx_1\n\\]", "<p><span class=\"math\">\\[x_1\\]</span></p>")]
    [InlineData("- a\n  $$\n  x_1\n  $$\n- b", "<ul><li>a<p><span class=\"math\">$$x_1$$</span></p></li><li>b</li></ul>")]
    [InlineData("> $$\n> x_1\n> $$", "<blockquote><p><span class=\"math\">$$x_1$$</span></p></blockquote>")]
    [InlineData("|a|b|\n|-|-|\n|$|x|$|2|", "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><span class=\"math\">$|x|$</span></td><td>2</td></tr></tbody></table>")]
    [InlineData("# The $x_1$", "<h1 id=\"the-x_1\">The <span class=\"math\">$x_1$</span></h1>")]
    public void KeepsFormulas_InLinesOfTheirOwn(string text, string html) => Assert.Equal(html, RenderedText.Html(text));

    [Theory]
    [InlineData("$5 and $6", "$5 and $6")]
    [InlineData("US$5 and US$6, A$AP and Ke$ha", "US$5 and US$6, A$AP and Ke$ha")]
    [InlineData("$HOME and $PATH", "$HOME and $PATH")]
    [InlineData("\\$5 *a* \\$6", "$5 <em>a</em> $6")]
    [InlineData("$ x $ *a*", "$ x $ <em>a</em>")]
    [InlineData("\\[Update\\] \\[1\\] \\[sic\\]", "[Update] [1] [sic]")]
    [InlineData("\\(see below\\)", "(see below)")]
    [InlineData("\\[a\\](/x)", "[a](/x)")]
    [InlineData("$$$ and *a*", "$$$ and <em>a</em>")]
    [InlineData("costs $5 `a$b` *c*", "costs $5 <code>a$b</code> <em>c</em>")]
    [InlineData("<b>$a</b> <i>$b</i>", "<b>$a</b> <i>$b</i>")]
    [InlineData("<code>$x$ [[y]] z</code>{.a}", "<code>$x$ [[y]] z</code>{.a}")]
    public void LeavesText_ThatIsNoFormula(string text, string html) => Assert.Equal($"<p>{html}</p>", RenderedText.Html(text));

    [Theory]
    [InlineData("[[note]]", "<a href=\"https://c.example/note/\">note</a>")]
    [InlineData("[[note|the *label*]]", "<a href=\"https://c.example/note/\">the *label*</a>")]
    [InlineData("[[note#Some Part]]", "<a href=\"https://c.example/note/#some-part\">note &gt; Some Part</a>")]
    [InlineData("[[#Some Part]]", "<a href=\"https://c.example/p/#some-part\">Some Part</a>")]
    [InlineData("[[note#^abc]]", "<a href=\"https://c.example/note/\">note</a>")]
    [InlineData("![[note]]", "<a href=\"https://c.example/note/\">note</a>")]
    [InlineData("[[gone]] [[gone|x]]", "gone x")]
    [InlineData("![[a b.png|300]]", "<img src=\"https://c.example/p/a%20b.png\" width=\"300\" alt=\"a b\">")]
    [InlineData("![[a.png|A cat|30x20]]", "<img src=\"https://c.example/p/a.png\" width=\"30\" height=\"20\" alt=\"A cat\">")]
    [InlineData("![[a.mp4]]", "<video src=\"https://c.example/p/a.mp4\" controls=\"\"></video>")]
    [InlineData("![[a.mp3]]", "<audio src=\"https://c.example/p/a.mp3\" controls=\"\"></audio>")]
    [InlineData("[[a.pdf]]", "<a href=\"https://c.example/p/a.pdf\">a.pdf</a>")]
    [InlineData("==a b== and **==c==**", "<mark>a b</mark> and <strong><mark>c</mark></strong>")]
    [InlineData("中文==重点==中文 (==x==)", "中文<mark>重点</mark>中文 (<mark>x</mark>)")]
    [InlineData("Text ^name-1", "Text")]
    public void ReadsObsidian(string text, string html) => Assert.Equal($"<p>{html}</p>", RenderedText.Html(text));

    [Theory]
    [InlineData("> [!faq]- Why *this*?\n> Because.", "<p class=\"markdown-alert-title\"><strong>Why <em>this</em>?</strong></p><p>Because.</p>")]
    [InlineData("> [!NOTE] Title\n> Text", "<p class=\"markdown-alert-title\"><strong>Title</strong></p><p>Text</p>")]
    [InlineData("> [!tip]+\n> Text", "<p class=\"markdown-alert-title\"><strong>Tip</strong></p><p>Text</p>")]
    [InlineData("> [!info] Only", "<p class=\"markdown-alert-title\"><strong>Only</strong></p>")]
    [InlineData("> [!custom type|meta] T\n>\n> - a", "<p class=\"markdown-alert-title\"><strong>T</strong></p><ul><li>a</li></ul>")]
    [InlineData("> > [!todo]\n> > a", "<blockquote><p class=\"markdown-alert-title\"><strong>Todo</strong></p><p>a</p></blockquote>")]
    [InlineData("> [!note\n> a", "<p>[!notea</p>")]
    [InlineData("> a\n> [!note] b", "<p>a[!note] b</p>")]
    public void MakesQuotes_OfCallouts(string text, string html) => Assert.Equal($"<blockquote>{html}</blockquote>", RenderedText.Html(text));

    [Theory]
    [InlineData("a == b, a==b==c, f(x)==g(y) and f(x)==g(z)", "a == b, a==b==c, f(x)==g(y) and f(x)==g(z)")]
    [InlineData("x ^2 and 2^n", "x ^2 and 2^n")]
    [InlineData("x ^2", "x ^2")]
    [InlineData("[[1]](/x) a[[0]] [[ -f x ]]", "<a href=\"https://c.example/x\">[1]</a> a[[0]] [[ -f x ]]")]
    [InlineData("Rates: 5% and %d%%", "Rates: 5% and %d%%")]
    public void LeavesText_ThatIsNotObsidians(string text, string html) => Assert.Equal($"<p>{html}</p>", RenderedText.Html(text));

    [Theory]
    [InlineData("[x](/u){.external}", "<a href=\"https://c.example/u\">x</a>")]
    [InlineData("[x](/u){: target=\"_blank\" rel='y'} z", "<a href=\"https://c.example/u\">x</a> z")]
    [InlineData("![p](/u){width=50%}", "<img src=\"https://c.example/u\" width=\"50%\" alt=\"p\">")]
    [InlineData("![](/u){#fig-1}", "<img src=\"https://c.example/u\" id=\"fig-1\" alt=\"\">")]
    [InlineData("![](/u){: width=\"300px\" .right\n   height='20'}", "<img src=\"https://c.example/u\" width=\"300\" height=\"20\" alt=\"\">")]
    [InlineData("![](/u){ align=left .x }", "<img src=\"https://c.example/u\" alt=\"\">")]
    [InlineData("[a *b*]{.smallcaps}", "a <em>b</em>")]
    [InlineData("[a]{#s lang=fr}", "<span id=\"s\" lang=\"fr\">a</span>")]
    [InlineData("`code`{.r}", "<code>code</code>")]
    [InlineData("**b**{.x} *i*{: .y}", "<strong>b</strong> <em>i</em>")]
    [InlineData("<https://x.example/>{.x}", "<a href=\"https://x.example/\">https://x.example/</a>")]
    [InlineData("Text {x} {1,2} f(x){.y} {.} {a=b} z", "Text {x} {1,2} f(x){.y} {.} {a=b} z")]
    [InlineData("Elixir's {:ok, value} and {:error} stay", "Elixir's {:ok, value} and {:error} stay")]
    [InlineData("`{.x}` `a {: .y}`", "<code>{.x}</code> <code>a {: .y}</code>")]
    public void TakesAttributes_InBraces(string text, string html) => Assert.Equal($"<p>{html}</p>", RenderedText.Html(text));

    [Theory]
    [InlineData("## Head {.unnumbered}", "<h2 id=\"head\">Head</h2>")]
    [InlineData("## Head {#sec-two}\n\n## Sec two", "<h2 id=\"sec-two\">Head</h2><h2 id=\"sec-two-1\">Sec two</h2>")]
    [InlineData("## Head {-}", "<h2 id=\"head\">Head</h2>")]
    [InlineData("Head {#s .x}\n===", "<h1 id=\"s\">Head</h1>")]
    [InlineData("## Head {: #s}", "<h2 id=\"s\">Head</h2>")]
    [InlineData("## Head\n{: #s}", "<h2 id=\"s\">Head</h2>")]
    [InlineData("Text\n{: #s .x}", "<p id=\"s\">Text</p>")]
    [InlineData("Text\n{ .annotate }", "<p>Text</p>")]
    [InlineData("## The {x} set", "<h2 id=\"the-x-set\">The {x} set</h2>")]
    [InlineData("## Head {.} and {#}", "<h2 id=\"head--and-\">Head {.} and {#}</h2>")]
    public void GivesIds_FromAttributes(string text, string html) => Assert.Equal(html, RenderedText.Html(text));

    [Theory]
    [InlineData("![Step 1](/assets/step one.png)", "<img src=\"https://c.example/assets/step%20one.png\" alt=\"Step 1\">")]
    [InlineData("![u](a (1).png)", "<img src=\"https://c.example/p/a%20(1).png\" alt=\"u\">")]
    [InlineData("![x](a.png =300x200)", "<img src=\"https://c.example/p/a.png\" width=\"300\" height=\"200\" alt=\"x\">")]
    [InlineData("![x](a.png =50%x)", "<img src=\"https://c.example/p/a.png\" width=\"50%\" alt=\"x\">")]
    [InlineData("![x](a b.png \"T\")", "<img src=\"https://c.example/p/a%20b.png\" alt=\"x\" title=\"T\">")]
    [InlineData("![x](a.png \"T\" =30x20)", "<img src=\"https://c.example/p/a.png\" width=\"30\" height=\"20\" alt=\"x\" title=\"T\">")]
    [InlineData("[doc](/files/my doc.pdf)", "<a href=\"https://c.example/files/my%20doc.pdf\">doc</a>")]
    [InlineData("[![a](b c.png)](/x y.html)", "<a href=\"https://c.example/x%20y.html\"><img src=\"https://c.example/p/b%20c.png\" alt=\"a\"></a>")]
    [InlineData("![x](a b.png){width=30}", "<img src=\"https://c.example/p/a%20b.png\" width=\"30\" alt=\"x\">")]
    [InlineData("![x](图 一.png)", "<img src=\"https://c.example/p/%E5%9B%BE%20%E4%B8%80.png\" alt=\"x\">")]
    [InlineData("[note](see below) [n](and/or that)", "[note](see below) [n](and/or that)")]
    [InlineData("`![x](a b.png)` \\![x]\\(a b.png)", "<code>![x](a b.png)</code> ![x](a b.png)")]
    [InlineData("[a](/b \"c\") ![d](<e f.png>)", "<a href=\"https://c.example/b\" title=\"c\">a</a> <img src=\"https://c.example/p/e%20f.png\" alt=\"d\">")]
    public void ReadsAddresses_WithBlanks(string text, string html) => Assert.Equal($"<p>{html}</p>", RenderedText.Html(text));

    [Theory]
    [InlineData("**全称（FQDN）**是", "<strong>全称（FQDN）</strong>是")]
    [InlineData("请看**“引号”**内", "请看<strong>“引号”</strong>内")]
    [InlineData("这是**重要。**然后", "这是<strong>重要。</strong>然后")]
    [InlineData("*斜体，*后", "<em>斜体，</em>后")]
    [InlineData("これは**「強調」**です", "これは<strong>「強調」</strong>です")]
    [InlineData("**이 용어(term)**를", "<strong>이 용어(term)</strong>를")]
    [InlineData("~~删除！~~线", "<del>删除！</del>线")]
    [InlineData("看**`code`**吗", "看<strong><code>code</code></strong>吗")]
    [InlineData("**[a](/x)**と", "<strong><a href=\"https://c.example/x\">a</a></strong>と")]
    [InlineData("***全部！***了", "<em><strong>全部！</strong></em>了")]
    [InlineData("5 * 3 * 2, a ** b, snake_case_name", "5 * 3 * 2, a ** b, snake_case_name")]
    public void Emphasizes_BesideChinese(string text, string html) => Assert.Equal($"<p>{html}</p>", RenderedText.Html(text));

    [Theory]
    [InlineData("**HTML** (HTML), HTML's 用HTML写", "<strong><abbr title=\"T\">HTML</abbr></strong> (<abbr title=\"T\">HTML</abbr>), <abbr title=\"T\">HTML</abbr>'s 用<abbr title=\"T\">HTML</abbr>写")]
    [InlineData("XHTML HTML5 `HTML` html", "XHTML HTML5 <code>HTML</code> html")]
    [InlineData("[HTML](/x) HTML", "<a href=\"https://c.example/x\"><abbr title=\"T\">HTML</abbr></a> <abbr title=\"T\">HTML</abbr>")]
    public void ExplainsAbbreviations(string text, string html) => Assert.Equal($"<p>{html}</p>", RenderedText.Html(text + "\n\n*[HTML]: T"));

    [Fact]
    public void KeepsIds_OfHeadingsWithAbbreviations() =>
        Assert.Equal("<h2 id=\"the-html-spec\">The <abbr title=\"T\">HTML</abbr> spec</h2>", RenderedText.Html("## The HTML spec\n\n*[HTML]: T"));

    [Theory]
    [InlineData("```{=html}\n<b>x</b> *y*\n```", "<b>x</b> *y*")]
    [InlineData("``` {=html}\n<em>x</em>\n```", "<em>x</em>")]
    [InlineData("~~~{=html}\n<p>a</p>\n\n<p>b</p>\n~~~\n\nc", "<p>a</p><p>b</p><p>c</p>")]
    [InlineData("```{=html}\n<script>x</script><i>y</i>\n```", "<i>y</i>")]
    [InlineData("- a\n\n  ```{=html}\n  <b>x</b>\n  ```", "<ul><li><p>a</p><b>x</b></li></ul>")]
    [InlineData("```{=latex}\n\\newpage\n```\n\na", "<p>a</p>")]
    [InlineData("```{=typst}\n#x\n```\n\na", "<p>a</p>")]
    [InlineData("a`<br>`{=html}b", "<p>a<br>b</p>")]
    [InlineData("a `<b>x</b>`{=html} b", "<p>a <b>x</b> b</p>")]
    [InlineData("a`\\LaTeX`{=tex}b", "<p>ab</p>")]
    [InlineData("```html\n<b>x</b>\n```", "<pre><code>&lt;b&gt;x&lt;/b&gt;</code></pre>")]
    [InlineData("```{html}\n<b>\n```", "<pre><code>&lt;b&gt;</code></pre>")]
    [InlineData("```{r}\nx <- 1\n```", "<pre><code>x &lt;- 1</code></pre>")]
    [InlineData("`<b>`{.html}", "<p><code>&lt;b&gt;</code></p>")]
    [InlineData("`<b>` {=html}", "<p><code>&lt;b&gt;</code> {=html}</p>")]
    [InlineData("a {=html} b", "<p>a {=html} b</p>")]
    [InlineData("`<b>`{=}", "<p><code>&lt;b&gt;</code>{=}</p>")]
    [InlineData("````\n```{=html}\n<b>\n```\n````", "<pre><code>```{=html}&lt;b&gt;```</code></pre>")]
    public void ShowsRawContent_OfHtmlAlone(string text, string html) =>
        Assert.Equal(html, RenderedText.Html(text, "posts/a.qmd").Replace(" class=\"language-html\"", "", StringComparison.Ordinal)
            .Replace(" class=\"language-r\"", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("<Tabs>\n<TabItem value=\"npm\" label=\"With npm\">\n\n`npm i`\n\n</TabItem>\n<TabItem value=\"yarn\">\n\n`yarn`\n\n</TabItem>\n</Tabs>", "<blockquote><p><strong>With npm</strong></p><p><code>npm i</code></p></blockquote><blockquote><p><strong>yarn</strong></p><p><code>yarn</code></p></blockquote>")]
    [InlineData("<Tabs>\n  <TabItem label=\"A\">\n    Text *a*.\n  </TabItem>\n</Tabs>\n\nAfter", "<blockquote><p><strong>A</strong></p><p>Text <em>a</em>.</p></blockquote><p>After</p>")]
    [InlineData("<Tabs>\n<TabItem label=\"A\">a</TabItem>\n<TabItem label=\"B\">b</TabItem>\n</Tabs>", "<blockquote><p><strong>A</strong></p><p>a</p></blockquote><blockquote><p><strong>B</strong></p><p>b</p></blockquote>")]
    [InlineData("<Tabs>\n<TabItem label=\"A\">\n\n```js\nx\n```\n\n</TabItem>\n</Tabs>", "<blockquote><p><strong>A</strong></p><pre><code class=\"language-js\">x</code></pre></blockquote>")]
    [InlineData("<Tabs>\n  <TabItem value=\"a\" label=\"A\" default>\n\n  - x\n  - y\n\n  </TabItem>\n</Tabs>", "<blockquote><p><strong>A</strong></p><ul><li>x</li><li>y</li></ul></blockquote>")]
    [InlineData("<Tabs items={['A']}>\n<Tabs.Tab>\n\na\n\n</Tabs.Tab>\n</Tabs>", "<blockquote><p>a</p></blockquote>")]
    [InlineData("<Tab title=\"A\">\n\na\n\n</Tab>", "<blockquote><p><strong>A</strong></p><p>a</p></blockquote>")]
    [InlineData("<TabItem label=\"a_b*c\">\n\na\n\n</TabItem>", "<blockquote><p><strong>a_b*c</strong></p><p>a</p></blockquote>")]
    [InlineData("- one\n\n  <Tabs>\n  <TabItem label=\"A\">\n\n  a\n\n  </TabItem>\n  </Tabs>\n\n- two", "<ul><li><p>one</p><p><strong>A</strong></p><p>a</p></li><li><p>two</p></li></ul>")]
    [InlineData("Before\n\n<Tabs>\n<TabItem label=\"A\">\n\n# H\n\n</TabItem>\n</Tabs>", "<p>Before</p><blockquote><p><strong>A</strong></p><h1 id=\"h\">H</h1></blockquote>")]
    [InlineData("`<TabItem label=\"A\">`", "<p><code>&lt;TabItem label=\"A\"&gt;</code></p>")]
    [InlineData("```\n<TabItem label=\"A\">\n```", "<pre><code>&lt;TabItem label=\"A\"&gt;</code></pre>")]
    public void MakesTabs_BlocksWithATitle(string text, string html) => Assert.Equal(html, RenderedText.Html(text, "posts/a.mdx"));

    [Fact]
    public void ChangesNothing_InCode()
    {
        string[] parts =
        [
            "$x_1$", "$$", "\\(x\\)", "\\[", "[[note]]", "![[a.png]]", "==a==", "{.x}", "{: #a}", "%%", "%d%%", "[TOC]", "[[toc]]", "^name", "[!note] a",
            "=== \"A\"", "!!! note", "*[A]: b", "A", "![x](a b.png)", "[a]{.b}", "<div markdown=\"1\">", "</div>", "<img data-src=x>", "<strike>", "**", "。",
            "{1 + 1}", "<Name />", "&amp;", "a", " ", ":::", "| a |", "- ", "> ",
        ];
        string[] around = ["$", "$$", "[[", "![[", "==", "{.x}", "\\(", "\\[", "[!x]", "a", " ", "[a]", "{", "}", "(", "**", "^a"];
        var random = new Random(20240317);
        for (var round = 0; round < 1_000; round++)
        {
            var code = "x" + Some(parts, random) + "x";
            // In MDX, backquotes in braces are a program.
            var path = round % 2 == 0 ? "posts/a.md" : "posts/a.mdx";
            var near = path.EndsWith('x') ? Array.FindAll(around, part => part is not ("{" or "}")) : around;
            Assert.Contains($"<code>{Encoded(code)}</code>", RenderedText.Of($"{Some(near, random)} `{code}` {Some(near, random)}", path).Html, StringComparison.Ordinal);
            var lines = $"{code}\n  {Some(parts, random)}x\n\n    {code}";
            Assert.Contains($"<code>{Encoded(lines)}\n</code>", RenderedText.Of($"{Some(near, random)}\n\n```\n{lines}\n```\n\n{Some(near, random)}", path).Html, StringComparison.Ordinal);
        }

        static string Some(string[] parts, Random random) => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => parts[random.Next(parts.Length)]));
    }

    private static string Encoded(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
