using System.Text;
using Feeds.Content;
using Feeds.Content.Markdown;
using Xunit;

namespace Feeds.Tests.Content.Markdown;

public sealed class TemplatesTests
{
    private const string Video = "<iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\" title=\"YouTube video\"></iframe>";

    [Theory]
    [InlineData("")]
    [InlineData("Just *words*, a `code`, a { brace } and 100 % of it.\n\n    indented\n")]
    public void ReturnsSameString_WhenNothingIsMarked(string text)
    {
        var report = new DiagnosticBag("posts/a.md");
        Assert.Same(text, ShortcodeExpander.Expand(text, 1, "posts/a.md", report));
        Assert.Empty(report.Diagnostics);
    }

    [Theory]
    [InlineData("{{< youtube dQw4w9WgXcQ >}}")]
    [InlineData("{{<youtube dQw4w9WgXcQ>}}")]
    [InlineData("{{< youtube id=\"dQw4w9WgXcQ\" autoplay=true />}}")]
    [InlineData("{{% youtube `dQw4w9WgXcQ` %}}")]
    [InlineData("{{<\n  youtube\n  id = 'dQw4w9WgXcQ'\n>}}")]
    [InlineData("{{ youtube(id=\"dQw4w9WgXcQ\") }}")]
    [InlineData("{{ youtube(id='dQw4w9WgXcQ', class=\"wide\") }}")]
    [InlineData("{% youtube dQw4w9WgXcQ %}")]
    [InlineData("{%- youtube dQw4w9WgXcQ -%}")]
    [InlineData("{% youtube \"https://www.youtube.com/watch?t=4&v=dQw4w9WgXcQ\" %}")]
    [InlineData("{% youtube https://youtu.be/dQw4w9WgXcQ?t=9 %}")]
    [InlineData("{% youtubeEmbed \"dQw4w9WgXcQ\" %}")]
    [InlineData("{% youtube_embed 'dQw4w9WgXcQ' %}")]
    [InlineData("{% include youtube.html id=\"dQw4w9WgXcQ\" %}")]
    [InlineData("{% include embed/youtubePlayer.html id='dQw4w9WgXcQ' %}")]
    [InlineData("{% render \"youtube\", id: \"dQw4w9WgXcQ\" %}")]
    public void MakesFrames_OfVideos(string text) => Assert.Equal(Video, Silent(text));

    [Theory]
    [InlineData("{{< youtube id=\"dQw4w9WgXcQ\" title=\"A \\\"b\\\" & <c>\" >}}", "<iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ\" title=\"A &quot;b&quot; &amp; &lt;c&gt;\"></iframe>")]
    [InlineData("{{< vimeo 146022717 >}}", "<iframe src=\"https://player.vimeo.com/video/146022717\" title=\"Vimeo video\"></iframe>")]
    [InlineData("{{ vimeo(id=\"1\") }}", "<iframe src=\"https://player.vimeo.com/video/1\" title=\"Vimeo video\"></iframe>")]
    [InlineData("{% vimeo https://vimeo.com/146022717 %}\nmore", "<iframe src=\"https://player.vimeo.com/video/146022717\" title=\"Vimeo video\"></iframe>\n\nmore")]
    [InlineData("{{< gist ann 0123 >}}", "<a href=\"https://gist.github.com/ann/0123\">gist.github.com/ann/0123</a>")]
    [InlineData("{% gist ann/0123 %}", "<a href=\"https://gist.github.com/ann/0123\">gist.github.com/ann/0123</a>")]
    [InlineData("{% gist 0123 file.rb %}", "<a href=\"https://gist.github.com/0123\">gist.github.com/0123</a>")]
    [InlineData("{{ gist(url=\"https://gist.github.com/ann/0123\") }}", "<a href=\"https://gist.github.com/ann/0123\">gist.github.com/ann/0123</a>")]
    [InlineData("{{< tweet 12 >}}", "<a href=\"https://x.com/i/status/12\">x.com/i/status/12</a>")]
    [InlineData("{{< x user=\"ann\" id=\"12\" >}}", "<a href=\"https://x.com/ann/status/12\">x.com/ann/status/12</a>")]
    [InlineData("{% twitter https://twitter.com/ann/status/12 %}", "<a href=\"https://twitter.com/ann/status/12\">twitter.com/ann/status/12</a>")]
    public void MakesLinksAndFrames_OfEmbeds(string text, string expected) => Assert.Equal(expected, Silent(text));

    [Theory]
    [InlineData("{{< figure src=\"a.png\" >}}", "![](a.png)")]
    [InlineData("{{< figure src=\"/img/a b(1).png\" alt=\"One [1]\" title=\"Say \\\"hi\\\"\" >}}", "![One \\[1\\]](/img/a%20b%281%29.png \"Say &quot;hi&quot;\")")]
    [InlineData("{{< figure src=a.png link=\"/big.png\" alt=A >}}", "[![A](a.png)](/big.png)")]
    [InlineData("{{< figure src=\"a.png\" caption=\"By [Ann](/ann)\" >}}\nText", "<figure>\n\n![](a.png)\n\n<figcaption>\n\nBy [Ann](/ann)\n\n</figcaption>\n</figure>\n\nText")]
    [InlineData("See {{< figure src=\"a.png\" caption=\"A\" >}}", "See ![](a.png) A")]
    [InlineData("<div>{{< figure src=\"a.png\" alt=\"A\" caption=\"B\" >}}</div>", "<div><figure><img src=\"a.png\" alt=\"A\"><figcaption>B</figcaption></figure></div>")]
    [InlineData("{{< img \"a.png\" >}}", "![](a.png)")]
    [InlineData("{% image \"./a.png\", \"A cat\", \"100vw\" %}", "![A cat](./a.png)")]
    [InlineData("{% include figure.html src=\"/a.png\" caption=\"A\" %}", "<figure>\n\n![](/a.png)\n\n<figcaption>\n\nA\n\n</figcaption>\n</figure>")]
    [InlineData("{{ image(path=\"a.png\", alt=\"A\") }}", "![A](a.png)")]
    public void MakesPictures_OfFigures(string text, string expected) => Assert.Equal(expected, Silent(text));

    [Theory]
    [InlineData("posts/a.md", "[x]({{< ref \"posts/other.md\" >}})", "[x](/posts/other.md)")]
    [InlineData("posts/a.md", "[x]({{< relref \"other.md#top\" >}})", "[x](other.md#top)")]
    [InlineData("posts/a.md", "[x]({{% relref \"other\" %}})", "[x](other.md)")]
    [InlineData("posts/a.md", "[x]({{< ref path=\"/posts/b c.md\" >}})", "[x](/posts/b%20c.md)")]
    [InlineData("posts/a.md", "[x]({{< ref \"../b.md\" >}})", "[x](../b.md)")]
    [InlineData("posts/a.md", "[x]({{< ref \"#top\" >}})", "[x](#top)")]
    [InlineData("content/en/posts/a.md", "[x]({{< ref \"posts/b.md\" >}})", "[x](/content/en/posts/b.md)")]
    [InlineData("content/posts/a.md", "[x]({{< ref \"/docs/b.md\" >}})", "[x](/content/docs/b.md)")]
    [InlineData("_posts/2024-01-01-a.markdown", "[x]({% post_url 2020-01-01-name %})", "[x](/_posts/2020-01-01-name.markdown)")]
    [InlineData("docs/_posts/2024-01-01-a.md", "[x]({% post_url 2020-01-01-name %})", "[x](/docs/_posts/2020-01-01-name.md)")]
    [InlineData("docs/_posts/2024-01-01-a.md", "[x]({% link _docs/history.md %}#v3)", "[x](/docs/_docs/history.md#v3)")]
    [InlineData("a.md", "[x]({{ site.baseurl }}{% link _posts/x.md %})", "[x](/_posts/x.md)")]
    [InlineData("a.md", "[x]({{ get_url(path=\"@/blog/x.md\") }})", "[x](/blog/x.md)")]
    [InlineData("a.md", "![x]({{ site.baseurl }}/img/a.png)", "![x](/img/a.png)")]
    [InlineData("a.md", "![x]({{site.url}}{{site.baseurl}}/img/a.png)", "![x](/img/a.png)")]
    [InlineData("a.md", "<img src=\"{{ '/img/a.png' | relative_url }}\">", "<img src=\"/img/a.png\">")]
    [InlineData("a.md", "<a href='{{ \"x\" | absolute_url }}'>", "<a href='/x'>")]
    [InlineData("a.md", "[x]({{ \"/x\" | url }})", "[x](/x)")]
    public void GivesAddresses_AsFarAsTheyAreKnown(string path, string text, string expected) => Assert.Equal(expected, Silent(text, path));

    [Theory]
    [InlineData("{{< highlight go >}}\nx := `{{ y }}`\n{{< /highlight >}}", "```go\nx := `{{ y }}`\n```")]
    [InlineData("{{< highlight go \"linenos=table,hl_lines=8 15-17\" >}}\nx\n{{</ highlight >}}\nafter", "```go\nx\n```\nafter")]
    [InlineData("{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}", "```ruby\nputs 1\n```")]
    [InlineData("{%- highlight \"js\" -%}\nx\n{%- endhighlight -%}\n", "```js\nx\n```\n")]
    [InlineData("{% highlight md %}\n```\n{{ x }}\n```\n{% endhighlight %}\n{{ '/x' | url }}", "````md\n```\n{{ x }}\n```\n````\n/x")]
    [InlineData("{% highlight html %}{% raw %}\n{{ x }}\n{% endraw %}{% endhighlight %}", "```html\n{{ x }}\n```")]
    [InlineData("- a\n  {% highlight sh %}\n  ls\n  {% endhighlight %}\n", "- a\n  ```sh\n  ls\n  ```\n")]
    [InlineData("> {% highlight sh %}\n> ls\n> {% endhighlight %}\n", "> ```sh\n> ls\n> ```\n")]
    [InlineData("Use {{< highlight go \"hl_inline=true\" >}}x := 1{{< /highlight >}} here", "Use \n```go\nx := 1\n```\n here")]
    [InlineData("Use {% highlight \"<b>\" %}\nx{% endhighlight %} here", "Use \n```\nx\n```\n here")]
    [InlineData("{% codeblock lang:ruby %}\nx\n{% endcodeblock %}", "```\nx\n```")]
    public void MakesFences_OfHighlights(string text, string expected) => Assert.Equal(expected, Silent(text));

    [Theory]
    [InlineData("a {% comment %} {{ x }} {% b %} {% endcomment %}b", "a b")]
    [InlineData("a {{/* never shown */}} b", "a  b")]
    [InlineData("{% raw %}{{ x }} {% y %}{% endraw %} z", "{{ x }} {% y %} z")]
    [InlineData("{% raw %}\n```\n{{ x }}\n```\n{% endraw %}\n{{ '/a' | url }}\n", "\n```\n{{ x }}\n```\n\n/a\n")]
    [InlineData("{{< rawhtml >}}<b>{{ x }}</b>{{< /rawhtml >}}", "<b>{{ x }}</b>")]
    [InlineData("{{</* figure src=\"x\" */>}}", "{{&lt; figure src=\"x\" >}}")]
    [InlineData("{{%/* /tab */%}}", "{{% /tab %}}")]
    [InlineData("{{</*b*/>}}", "{{&lt;b>}}")]
    [InlineData("{{< details \"More & more\" >}}\nInner\n{{< /details >}}\nAfter", "<details><summary>More &amp; more</summary>\n\nInner\n</details>\n\nAfter")]
    [InlineData("{% details More of it %}\n\nInner\n\n{% enddetails %}", "<details><summary>More of it</summary>\n\nInner\n\n</details>")]
    public void KeepsMeaning_OfTagsAroundText(string text, string expected) => Assert.Equal(expected, Silent(text));

    [Theory]
    [InlineData("```\n{{< youtube x >}}\n```")]
    [InlineData("   ~~~ {{ x }}\n{% y %}\n   ~~~~")]
    [InlineData("````\n```\n{{ x }}\n````")]
    [InlineData("```\n{{ x }} to the end")]
    [InlineData("- a\n\n      {{ code }}\n\n  ```\n  {{ x }}\n  ```")]
    [InlineData("- ```\n  {{ x }}\n  ```")]
    [InlineData("1. a\n\n    ```\n    {{ x }}\n    ```")]
    [InlineData("> ```\n> {{ x }}\n> ```")]
    [InlineData("> - ~~~\n>   {{ x }}\n>   ~~~")]
    [InlineData("Text\n\n    {{ x }}\n\n    {% y %}")]
    [InlineData("\t{{ x }}")]
    [InlineData("Use `{{ x }}` and `` ` {% y %} ``.")]
    [InlineData("Use `{{ x\n}}` so.")]
    [InlineData("<!-- {{ x }} {% y %} -->")]
    [InlineData("{{ not closed")]
    [InlineData("{{}} {% %} 100{% 5 %} {{< a {{ b")]
    public void LeavesText_InCodeAndWhereNoTagIs(string text) => Assert.Equal(text, Silent(text));

    [Theory]
    [InlineData("\\`{{ x }}`", "\\``")]
    [InlineData("a `\n\n{{ x }}`", "a `\n\n`")]
    [InlineData("- `a\n- {{ x }}`", "- `a\n- `")]
    [InlineData("Text\n    {{ x }} y", "Text\n     y")]
    [InlineData("```\n```\n{{ x }} y", "```\n```\n y")]
    [InlineData("> ```\n{{ x }} y", "> ```\n y")]
    [InlineData("- ```\n{{ x }} y", "- ```\n y")]
    [InlineData("``` a`b\n{{ x }} y", "``` a`b\n y")]
    public void RemovesTags_WhereCodeHasEnded(string text, string expected) => Assert.Equal(expected, Expand(text, "a.md", out _));

    [Theory]
    [InlineData("{{< gallery >}}", "", 1, "'{{< gallery >}}' means something only to your site generator and was left out")]
    [InlineData("A\n\n{{< cards >}}\n{{% card \"x\" %}}\n*Hi*\n{{% /card %}}\n{{< /cards >}}\n", "A\n\n\n\n*Hi*\n\n\n", 3, "'{{< cards >}}' means something only to your site generator and was left out (also: card)")]
    [InlineData("{{ details }}", "", 1, "'{{ details }}' means something only to your site generator and was left out")]
    [InlineData("Hello {{ page.title }}, {{ page.title }}!", "Hello , !", 1, "'{{ page.title }}' means something only to your site generator and was left out")]
    [InlineData("{% if a %}\nYes\n{% else %}\nNo\n{% endif %}", "\nYes\n\nNo\n", 1, "'{% if %}' means something only to your site generator and was left out (also: else)")]
    [InlineData("<ul>\n    {% for x in y %}\n    <li>{{ x }}</li>\n    {% endfor %}\n</ul>", "<ul>\n    <li></li>\n</ul>", 2, "'{% for %}' means something only to your site generator and was left out (also: x)")]
    [InlineData("{{< param \"x\" >}} {{< figure alt=\"A\" >}} {{< youtube \"a b\" >}}", "", 1, "'{{< param >}}' means something only to your site generator and was left out (also: figure, youtube)")]
    [InlineData("{% aside_by(author=\"Ann\") %}\nWise\n{% end %}", "\nWise\n", 1, "'{% aside_by %}' means something only to your site generator and was left out")]
    [InlineData("{{< word it's >}}a{{< /word >}}", "a", 1, "'{{< word >}}' means something only to your site generator and was left out")]
    [InlineData("{{ a }}{{ b }}{{ c }}{{ d }}{{ e }}{{ f }}{{ g }}{{ h }}{{ i }}", "", 1, "'{{ a }}' means something only to your site generator and was left out (also: b, c, d, e, f, g, h, …)")]
    public void RemovesTagsWithOneWarning_WhenUnknown(string text, string expected, int line, string message)
    {
        Assert.Equal(expected, Expand(text, "a.md", out var report));
        var warning = Assert.Single(report.Diagnostics);
        Assert.Equal((9 + line, message), (warning.Line, warning.Message));
    }

    [Theory]
    [InlineData("import A from './a'\nimport {\n  B,\n} from \"b\"\n\n# Title\n", "\n# Title\n")]
    [InlineData("export const x = {\n\n  y: 1,\n}\n\nText", "\nText")]
    [InlineData("export const x = {\n\nText", "\nText")]
    [InlineData("import duties rose.\n\nText", "import duties rose.\n\nText")]
    [InlineData("A{/* not\nseen */}B", "AB")]
    [InlineData("<YouTube id=\"dQw4w9WgXcQ\" />", Video)]
    [InlineData("<YouTube videoId={\"dQw4w9WgXcQ\"}></YouTube>", Video)]
    [InlineData("<YouTube url='https://youtu.be/dQw4w9WgXcQ' />", Video)]
    [InlineData("import a from './a.png'\n\n<Image src={a} /> <img src={a.src}>", "\n<img src=\"./a.png\" alt=\"\"> <img src=\"./a.png\">")]
    [InlineData("<img src={require('./a.png').default} />", "<img src=\"./a.png\">")]
    [InlineData("<img src={useBaseUrl('/a.png')} />", "<img src=\"/a.png\">")]
    [InlineData("$\\frac{a}{b}$ and {#id} and {.x}", "$\\frac{a}{b}$ and {#id} and {.x}")]
    [InlineData("<div>\n**b**\n</div>", "<div>\n\n**b**\n\n</div>")]
    [InlineData("<div>**b**</div> c", "<div>\n\n**b**\n\n</div>\n\n c")]
    [InlineData("<ul>\n<li>x</li>\n</ul>", "<ul>\n<li>x</li>\n</ul>")]
    [InlineData("<Image src=\"/a.png\" alt=\"A &amp; B\" width={300} />", "<img src=\"/a.png\" alt=\"A &amp; B\">")]
    [InlineData("<Figure src=\"/a.png\" caption=\"C\" />", "<figure><img src=\"/a.png\" alt=\"\"><figcaption>C</figcaption></figure>")]
    [InlineData("<div className=\"a\" style={{ color: 'red' }} tabIndex={0} onClick={() => { x }}>b</div>", "<div className=\"a\" tabIndex=\"0\">b</div>")]
    [InlineData("<div id='x' /> <br /> <img src={'/a.png'} />", "<div id=\"x\"></div> <br /> <img src=\"/a.png\">")]
    [InlineData("a{' '}b {\"c\"} {some words} {a, b} \\{x}", "a b c {some words} {a, b} \\{x}")]
    [InlineData("```js\nimport x from 'y'\n<Name />\n```", "```js\nimport x from 'y'\n<Name />\n```")]
    [InlineData("`<Name />` and `{props.x}`", "`<Name />` and `{props.x}`")]
    [InlineData("<https://example.org/> 1 < 2", "<https://example.org/> 1 < 2")]
    public void RemovesJsx_InMdx(string text, string expected) => Assert.Equal(expected, Silent(text, "a.MDX"));

    [Theory]
    [InlineData("<Tabs>\n  <Tabs.Item label={<b>x</b>}>\n\n    *Hi*\n\n    ```js\n      x\n    ```\n\n  </Tabs.Item>\n</Tabs>", "\n*Hi*\n\n```js\n  x\n```\n\n", "'<Tabs>' means something only to your site generator and was left out (also: Tabs.Item)")]
    [InlineData("<Panel>Mind {props.x} and {f(1)}.</Panel>", "Mind  and .", "'<Panel>' means something only to your site generator and was left out (also: props.x, f(1))")]
    [InlineData("<>\n{list.map(x => (\n  <li>{x}</li>\n))}\n</>", "\n\n", "'<list.map(x => ( <li>{x}</li> ))>' means something only to your site generator and was left out")]
    [InlineData("{1 + 1}{`a ${x}`}{new Date().getFullYear()}{a ? b : c}", "", "'<1 + 1>' means something only to your site generator and was left out (also: `a ${x}`, new Date().getFullYear(), a ? b : c)")]
    [InlineData("<Image src={hero} alt=\"A\" />", "", "'<Image>' means something only to your site generator and was left out")]
    public void RemovesComponentsWithOneWarning_InMdx(string text, string expected, string message)
    {
        Assert.Equal(expected, Expand(text, "a.mdx", out var report));
        Assert.Equal(message, Assert.Single(report.Diagnostics).Message);
    }

    [Fact]
    public void LeavesJsx_OutsideMdx()
    {
        const string Text = "import A from 'a'\n\n<Name className=\"x\" /> {props.x}";
        Assert.Equal(Text, Silent(Text));
    }

    /// <summary>Docusaurus and VitePress read components in every file.</summary>
    [Theory]
    [InlineData("<Panel type=\"info\">\nMind *this*\n</Panel>\n\nAfter", "\nMind *this*\n\n\nAfter", "Panel")]
    [InlineData("Before\n<TLDR>\n**Short**\n</TLDR>", "Before\n\n**Short**\n", "TLDR")]
    [InlineData("<Grid cols={{ a: 1 }}\n  wide>\n- One\n\n</Grid>", "\n- One\n\n", "Grid")]
    [InlineData("<Player source=\"./a.txt\" />\n*Text*", "\n*Text*", "Player")]
    [InlineData("<Theme.Box>\n\n## A\n\n</Theme.Box>", "\n\n## A\n\n", "Theme.Box")]
    [InlineData("- One\n\n  <Panel>\n  *Two*\n  </Panel>\n", "- One\n\n  *Two*\n", "Panel")]
    [InlineData("import Hint from '@site/src/Hint';\nimport { A, Foot } from \"b\"\n\n<Hint />\n<Foot />\nText", "\nText", "Hint")]
    public void RemovesComponentsOnLinesOfTheirOwn(string text, string expected, string name)
    {
        Assert.Equal(expected, Expand(text, "posts/a.md", out var report));
        Assert.StartsWith($"'<{name}>' means something only to your site generator", Assert.Single(report.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A <Badge>new</Badge> word", "A <Badge>new</Badge> word")]
    [InlineData("<P ALIGN=\"center\">\nText\n</P>", "<P ALIGN=\"center\">\nText\n</P>")]
    [InlineData("<TABLE>\n<TR>\n<TD>a\n</TABLE>", "<TABLE>\n<TR>\n<TD>a\n</TABLE>")]
    [InlineData("<T>\nText", "<T>\nText")]
    [InlineData("<div>\n<Note>\n*a*\n</Note>\n</div>", "<div>\n<Note>\n*a*\n</Note>\n</div>")]
    [InlineData("```html\n<Note>\n*a*\n</Note>\n```", "```html\n<Note>\n*a*\n</Note>\n```")]
    [InlineData("    <Note>\n\n`<Note>`\n", "    <Note>\n\n`<Note>`\n")]
    [InlineData("import Foot from 'b'\n\nThe <Feet>", "import Foot from 'b'\n\nThe <Feet>")]
    [InlineData("<YouTube id=\"dQw4w9WgXcQ\" />\n*Text*", Video + "\n\n*Text*")]
    [InlineData("<Image src=\"/a.png\" alt=\"A\" />\n*Text*", "![A](/a.png)\n*Text*")]
    [InlineData("<Tabs>\n<TabItem label=\"A\">\nOne\n</TabItem>\n</Tabs>", "\n\n<blockquote>\n\n**A**\n\n\nOne\n\n\n</blockquote>\n\n\n")]
    public void LeavesComponentsInSentences_AndHtml(string text, string expected) => Assert.Equal(expected, Silent(text));

    [Theory]
    [InlineData("{{< video src=\"a.mp4\" caption=\"C\" >}}\n*Text*", "<video src=\"a.mp4\" controls></video>\n\n*Text*")]
    [InlineData("{{< video \"/films/a.webm\" >}}", "<video src=\"/films/a.webm\" controls></video>")]
    [InlineData("{% video https://c.example/a.MOV?t=1&u=2 %}", "<video src=\"https://c.example/a.MOV?t=1&amp;u=2\" controls></video>")]
    [InlineData("{{ video(path=\"a.m4v\") }}", "<video src=\"a.m4v\" controls></video>")]
    [InlineData("See {{< video src=a.ogv >}} now", "See <video src=\"a.ogv\" controls></video> now")]
    public void MakesVideos_OfFiles(string text, string expected) => Assert.Equal(expected, Silent(text));

    /// <summary>Themes name the shortcode of a picture as they like.</summary>
    [Theory]
    [InlineData("{{< imgright \"/img/a.jpg\" >}}", "![](/img/a.jpg)")]
    [InlineData("{{ img(id=\"https://c.example/a.png\", alt=\"A\") }}", "![A](https://c.example/a.png)")]
    [InlineData("{{ resize_image(path=\"b/a.webp\", width=300) }}", "![](b/a.webp)")]
    [InlineData("{{< lazy-image src=\"a.PNG?v=2\" alt=\"B\" >}}", "![B](a.PNG?v=2)")]
    [InlineData("{% responsive_image path: assets/a.jpg alt: \"C\" %}", "![C](assets/a.jpg)")]
    [InlineData("{{< photo \"a.jpeg\" \"On the hill\" >}}", "![On the hill](a.jpeg)")]
    public void MakesPictures_OfShortcodesNamedAfterThem(string text, string expected) => Assert.Equal(expected, Silent(text));

    [Theory]
    [InlineData("{{< imgproc spring Fit \"600x400\" >}}", "imgproc")]
    [InlineData("{{ images(folder=\"trip/2024\") }}", "images")]
    [InlineData("{{< photoset id=\"7215.7\" >}}", "photoset")]
    [InlineData("{{< webring \"/a.png\" >}}", "webring")]
    [InlineData("{{< video id=\"8f3a\" >}}", "video")]
    [InlineData("{% figure_count a.txt %}", "figure_count")]
    public void LeavesOut_WhatNamesNoPicture(string text, string name)
    {
        Assert.Equal("", Expand(text, "posts/a.md", out var report));
        Assert.Contains(name, Assert.Single(report.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text\n{: .lead #top}\n\nMore", "Text {: #top}\n\nMore")]
    [InlineData("Text\n{: .lead\n   .wide}\n\nMore", "Text\n\nMore")]
    [InlineData("# Title\n{: #top}\n", "# Title {: #top}\n")]
    [InlineData("Title\n=====\n{: #top}\n", "Title\n=====\n")]
    [InlineData("| a |\n{: .x #top}\n", "| a |\n")]
    [InlineData("* TOC\n{:toc}\n\nText", "\nText")]
    [InlineData("[TOC]\n\nText", "\nText")]
    [InlineData("[[toc]]\nText", "Text")]
    [InlineData("  [[_TOC_]]\n\nText", "\nText")]
    [InlineData("@[toc](Contents)\nText", "Text")]
    [InlineData("${toc}\nText", "Text")]
    [InlineData("See [TOC]", "See [TOC]")]
    [InlineData("[toc]\n\n[toc]: /x", "[toc]\n\n[toc]: /x")]
    [InlineData("`[TOC]`\n\n    [TOC]\n", "`[TOC]`\n\n    [TOC]\n")]
    [InlineData("<pre>\n[TOC]\n{: .x}\n</pre>\n[TOC]\n", "<pre>\n[TOC]\n{: .x}\n</pre>\n")]
    [InlineData("{::options parse_block_html=\"true\" /}\nText", "Text")]
    [InlineData("Elixir's {:ok, value} and {:error} stay", "Elixir's {:ok, value} and {:error} stay")]
    [InlineData("`{: .x}`\n\n    {: .y}\n", "`{: .x}`\n\n    {: .y}\n")]
    [InlineData("[a]({filename}b.md) [c]({static}/c.png) [d](|filename|d.md)", "[a](b.md) [c](/c.png) [d](d.md)")]
    [InlineData("[a]: {filename}/b.md\n<img src=\"{static}c.png\">", "[a]: /b.md\n<img src=\"c.png\">")]
    public void RemovesMarks_OfDialects(string text, string expected) => Assert.Equal(expected, Silent(text));

    [Theory]
    [InlineData(":::note Mind *this*\nText\n:::\nAfter", "<blockquote>\n\n**Mind *this***\n\nText\n\n</blockquote>\n\nAfter")]
    [InlineData(":::tip\n\nText\n\n:::\n\nAfter", "<blockquote>\n\n**Tip**\n\nText\n\n</blockquote>\n\nAfter")]
    [InlineData("A\n:::note[Title]\nText\n:::", "A\n\n<blockquote>\n\n**Title**\n\nText\n\n</blockquote>\n\n")]
    [InlineData("::: {.callout-note title=\"T\"}\nText\n:::", "<blockquote>\n\n**T**\n\nText\n\n</blockquote>\n\n")]
    [InlineData("::: {.column width=\"50%\"}\nText\n:::\n", "Text\n\n")]
    [InlineData("::::tip A\n:::note B\nText\n:::\n::::", "<blockquote>\n\n**A**\n\n<blockquote>\n\n**B**\n\nText\n\n</blockquote>\n\n</blockquote>\n\n")]
    [InlineData(":::info\nText", "<blockquote>\n\n**Info**\n\nText\n\n</blockquote>\n\n")]
    [InlineData("```\n:::note\n```", "```\n:::note\n```")]
    [InlineData("!!! note \"Title\"\n    Text\n\n    - a\n\nAfter", "<blockquote>\n\n**Title**\n\nText\n\n- a\n\n</blockquote>\n\nAfter")]
    [InlineData("!!! warning\n    ```\n    {: .x}\n    ```\nAfter", "<blockquote>\n\n**Warning**\n\n```\n{: .x}\n```\n\n</blockquote>\n\nAfter")]
    [InlineData("??? tip \"\"\n    Text\n    !!! note\n        Inner\n", "<blockquote>\n\nText\n\n<blockquote>\n\n**Note**\n\nInner\n\n</blockquote>\n\n</blockquote>\n\n")]
    [InlineData("!!! wow\nText", "!!! wow\nText")]
    [InlineData("=== \"A\"\n\n    Text\n\n=== \"B\"\n\n    ```\n    x\n    ```\n", "<blockquote>\n\n**A**\n\nText\n\n</blockquote>\n\n<blockquote>\n\n**B**\n\n```\nx\n```\n\n</blockquote>\n\n")]
    [InlineData("===! \"A\"\n    !!! note\n        Text\n", "<blockquote>\n\n**A**\n\n<blockquote>\n\n**Note**\n\nText\n\n</blockquote>\n\n</blockquote>\n\n")]
    [InlineData("Title\n===\n\n    code\n", "Title\n===\n\n    code\n")]
    [InlineData("=== \"A\"\nText", "=== \"A\"\nText")]
    public void MakesQuotes_OfNotes(string text, string expected) => Assert.Equal(expected, Silent(text));

    [Theory]
    [InlineData("<div markdown=\"1\">\n**a**\n</div>", "<div>\n\n**a**\n\n</div>")]
    [InlineData("<div markdown=1 class='x'>**a**</div>b", "<div class='x'>\n\n**a**\n\n</div>\n\nb")]
    [InlineData("<details markdown=\"block\"><summary>S</summary>\n**a**\n</details>", "<details>\n\n<summary>S</summary>\n\n**a**\n\n</details>")]
    [InlineData("<div markdown>\n    **a**\n</div>", "<div>\n\n**a**\n\n</div>")]
    [InlineData("<div markdown=\"1\">\n<div>\nx\n</div>\n**a**\n</div>", "<div>\n\n<div>\nx\n</div>\n\n**a**\n\n</div>")]
    [InlineData("<p align=\"center\" markdown=\"1\">![x](y)</p>", "<div align=\"center\">\n\n![x](y)\n\n</div>")]
    [InlineData("a <span markdown=\"1\">*b*</span>", "a <span>*b*</span>")]
    [InlineData("<td markdown=\"span\">*a*</td>", "<td>\n\n*a*\n\n</td>")]
    [InlineData("`<div markdown=\"1\">`", "`<div markdown=\"1\">`")]
    [InlineData("```\n<div markdown=\"1\">\n*a*\n</div>\n```", "```\n<div markdown=\"1\">\n*a*\n</div>\n```")]
    [InlineData("<pre>\n<div markdown=\"1\">\n</pre>", "<pre>\n<div markdown=\"1\">\n</pre>")]
    [InlineData("<div class=\"markdown\">\n*a*\n</div> markdown", "<div class=\"markdown\">\n*a*\n</div> markdown")]
    [InlineData("<div markdown=\"0\">\n*a*\n</div>", "<div markdown=\"0\">\n*a*\n</div>")]
    public void SeparatesMarkdown_FromHtmlAroundIt(string text, string expected) => Assert.Equal(expected, Silent(text).TrimEnd('\n'));

    [Theory]
    [InlineData("{{<")]
    [InlineData("<div markdown=\"1\">")]
    [InlineData("<div markdown=\"1\">\n")]
    [InlineData("<div markdown=\"1\"")]
    [InlineData("</div><div markdown>")]
    [InlineData("{: .a\n")]
    [InlineData("\n{: #a}\n")]
    [InlineData("=== \"a\"\n    ")]
    [InlineData("[toc]\n")]
    [InlineData("$a ")]
    [InlineData("$$\n")]
    [InlineData("\\( ")]
    [InlineData("{{ $a")]
    [InlineData("{{< \"")]
    [InlineData("{{< \\\"")]
    [InlineData("{{< highlight go >}}")]
    [InlineData("{{</* ")]
    [InlineData("{% raw %}")]
    [InlineData("{% a(")]
    [InlineData("{{ a | b: '")]
    [InlineData("{% details() %}")]
    [InlineData("<A b={")]
    [InlineData("<Ab c={\n")]
    [InlineData("<Ab>\n")]
    [InlineData("import Ab from 'a'\n<Ab\n\n")]
    [InlineData("<A b={' \\")]
    [InlineData("{/*")]
    [InlineData("{a(")]
    [InlineData("export const {\n\n")]
    [InlineData("`")]
    [InlineData("``{{ `")]
    [InlineData("{: .a")]
    [InlineData("{:a=\"")]
    [InlineData(":::note\n")]
    [InlineData("!!! a\n    ")]
    [InlineData("<!--")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("{%- x -%} ")]
    [InlineData("{% if %} {{ a | b }} ")]
    [InlineData("{% highlight %}`\n{% endhighlight %}")]
    [InlineData("{{< figure src=a caption=b >}}\n")]
    public void IsFast_WhenInputIsHostile(string part)
    {
        var text = "{{ x }}\n" + new StringBuilder().Insert(0, part, 100_000);
        foreach (var path in (string[])["a.md", "a.mdx"])
        {
            var expanded = "";
            var time = ProcessorTime.Of(() => expanded = Expand(text, path, out _));
            Assert.True(time < TimeSpan.FromSeconds(5), $"{path}: {time}");
            Assert.True(expanded.Length <= (16 * text.Length) + 1000);
        }
    }

    [Fact]
    public void IsFast_WhenRunsOfBackquotesGrow()
    {
        var text = "{{ x }}\n" + string.Concat(Enumerable.Range(1, 1400).Select(length => new string('`', length) + " "));
        var time = ProcessorTime.Of(() => Assert.Equal(text.Length - 7, Expand(text, "a.md", out _).Length));
        Assert.True(time < TimeSpan.FromSeconds(5), time.ToString());
    }

    [Fact]
    public void NeverThrows_WhateverIsWritten()
    {
        string[] parts =
        [
            "{{<", ">}}", "{{%", "%}}", "{{", "}}", "{%", "%}", "{%-", "-%}", "/", "*/", "/*", "{/*", "{", "}", "<", ">", "/>", "\n", "\n\n", " ", "    ",
            "\t", "\r\n", "```", "~~~", "`", "\\", "\"", "'", "=", ":", "(", ")", ",", "|", "youtube", "figure src=", "details", "highlight", "endhighlight",
            "raw", "endraw", "comment", "end", "ref", "post_url", "link", "gist", "x", "include", "image", "caption=a", "a", "A", ".", "#", ":::", "!!! note",
            "{: .a}", "{:toc}", "{#a}", "=== \"A\"\n", "[TOC]", "$", "$$", "\\(", "<div markdown=\"1\">", "</div>", "<pre>", "* ", "- ", "1. ", "> ", "{filename}", "import a from 'b'", "export const", "<Image", "<Link to=", "<!--", "-->", "é", "\uD800",
        ];
        var random = new Random(20240221);
        var text = new StringBuilder();
        for (var round = 0; round < 30_000; round++)
        {
            text.Clear();
            for (var count = random.Next(40); count >= 0; count--)
                text.Append(parts[random.Next(parts.Length)]);

            var written = text.ToString();
            var expanded = Expand(written, round % 2 == 0 ? "_posts/a.md" : "b/a.mdx", out var report);
            Assert.True(expanded.Length <= (16 * written.Length) + 1000);
            Assert.True(report.Diagnostics.Length <= 1);
        }
    }

    private static string Silent(string text, string path = "posts/a.md")
    {
        var expanded = Expand(text, path, out var report);
        Assert.Empty(report.Diagnostics);
        return expanded;
    }

    private static string Expand(string text, string path, out DiagnosticBag report)
    {
        report = new DiagnosticBag(path);
        return ShortcodeExpander.Expand(text, 10, path, report);
    }
}
