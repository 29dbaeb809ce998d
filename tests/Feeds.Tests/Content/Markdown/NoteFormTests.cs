using Xunit;

namespace Feeds.Tests.Content.Markdown;

/// <summary>Notes in the forms of MkDocs, Quarto, Obsidian, and the shortcodes and components of themes.</summary>
public sealed class NoteFormTests
{
    [Theory]
    [InlineData("- a\n\n    !!! note\n        b\n\n- c", "<ul><li><p>a</p><blockquote><p><strong>Note</strong></p><p>b</p></blockquote></li><li><p>c</p></li></ul>")]
    [InlineData("1. a\n\n    !!! tip \"T\"\n\n        b\n\n2. c", "<ol><li><p>a</p><blockquote><p><strong>T</strong></p><p>b</p></blockquote></li><li><p>c</p></li></ol>")]
    [InlineData("- a\n\n    === \"A\"\n\n        b\n\n    === \"B\"\n\n        c", "<ul><li><p>a</p><blockquote><p><strong>A</strong></p><p>b</p></blockquote><blockquote><p><strong>B</strong></p><p>c</p></blockquote></li></ul>")]
    [InlineData("- a\n\n  :::tip\n  b\n  :::\n\n- c", "<ul><li><p>a</p><blockquote><p><strong>Tip</strong></p><p>b</p></blockquote></li><li><p>c</p></li></ul>")]
    [InlineData("1. a\n\n   :::note[N]\n\n   b\n\n   :::\n2. c", "<ol><li><p>a</p><blockquote><p><strong>N</strong></p><p>b</p></blockquote></li><li><p>c</p></li></ol>")]
    [InlineData("!!! note\n    a\n\n    !!! tip\n        b", "<blockquote><p><strong>Note</strong></p><p>a</p><blockquote><p><strong>Tip</strong></p><p>b</p></blockquote></blockquote>")]
    public void StaysInTheItem_OfItsList(string text, string html) =>
        Assert.Equal(html, RenderedText.Html(text).Replace("  ", "", StringComparison.Ordinal).Replace("> <", "><", StringComparison.Ordinal));

    [Theory]
    [InlineData("::: {.column}\na\n:::\n::: {.column}\nb\n:::", "<p>a</p><p>b</p>")]
    [InlineData(":::: columns\n::: {.x}\na\n:::\n::::\nb", "<p>a</p><p>b</p>")]
    [InlineData("a\n::: {.aside}\nb\n:::\nc", "<p>a</p><p>b</p><p>c</p>")]
    [InlineData("::: {.callout-note}\n## Heading\ntext\n:::", "<blockquote><p><strong>Heading</strong></p><p>text</p></blockquote>")]
    [InlineData("::: {.callout-exercise}\n\n#### Heading {.x}\n\ntext\n:::", "<blockquote><p><strong>Heading</strong></p><p>text</p></blockquote>")]
    [InlineData("::: {.callout-tip title=\"T\"}\n## Heading\n:::", "<blockquote><p><strong>T</strong></p><h2 id=\"heading\">Heading</h2></blockquote>")]
    [InlineData("/// note | Title\ntext\n///", "<blockquote><p><strong>Title</strong></p><p>text</p></blockquote>")]
    [InlineData("/// details | Sum\n    type: warning\n    open: True\n\ntext\n///", "<blockquote><p><strong>Sum</strong></p><p>text</p></blockquote>")]
    [InlineData("/// warning\ntext\n///\nafter", "<blockquote><p><strong>Warning</strong></p><p>text</p></blockquote><p>after</p>")]
    [InlineData("/// caption\nFig 1\n///", "<p>Fig 1</p>")]
    [InlineData(":::message alert\na\n:::", "<blockquote><p>a</p></blockquote>")]
    [InlineData(":::message\na\n:::\n## B", "<blockquote><p>a</p></blockquote><h2 id=\"b\">B</h2>")]
    [InlineData(":::note warn\na\n:::", "<blockquote><p><strong>Note</strong></p><p>a</p></blockquote>")]
    [InlineData(":::details タイトル\na\n:::", "<blockquote><p><strong>タイトル</strong></p><p>a</p></blockquote>")]
    [InlineData("> [!info]\n> a", "<blockquote><p class=\"markdown-alert-title\"><strong>Info</strong></p><p>a</p></blockquote>")]
    [InlineData("> [!danger]", "<blockquote><p class=\"markdown-alert-title\"><strong>Danger</strong></p></blockquote>")]
    public void IsSeparated_FromWhatIsAroundIt(string text, string html) => Assert.Equal(html, RenderedText.Html(text));

    [Theory]
    [InlineData("{{% notice note %}}\na\n{{% /notice %}}", "<p><strong>Note</strong></p><p>a</p>")]
    [InlineData("{{% notice style=\"info\" title=\"T\" %}}\na\n{{% /notice %}}", "<p><strong>T</strong></p><p>a</p>")]
    [InlineData("{{< admonition tip \"Zero bits\" >}}\na\n{{< /admonition >}}", "<p><strong>Zero bits</strong></p><p>a</p>")]
    [InlineData("{{< admonition note \"注意\">}}\na\n{{< /admonition >}}", "<p><strong>注意</strong></p><p>a</p>")]
    [InlineData("{{< admonition type=quote title=\"\" open=true >}}\na\n{{< /admonition >}}", "<p><strong>Quote</strong></p><p>a</p>")]
    [InlineData("{{< callout context=\"danger\" title=\"Critical\" icon=\"outline/x\" >}}\n  a\n{{< /callout >}}", "<p><strong>Critical</strong></p><p>a</p>")]
    [InlineData("{{< alert \"fire\" >}}a{{< /alert >}}", "<p>a</p>")]
    [InlineData("{{< hint warning >}}\na\n{{< / hint >}}", "<p><strong>Warning</strong></p><p>a</p>")]
    [InlineData("{% note info Want to see it? %}\na\n{% endnote %}", "<p><strong>Want to see it?</strong></p><p>a</p>")]
    [InlineData("{% note tip \"\" %}\n\na\n\n{% endnote %}", "<p><strong>Tip</strong></p><p>a</p>")]
    [InlineData("{{< spoiler text=\"Click\" >}}\na\n{{< /spoiler >}}", "<p><strong>Click</strong></p><p>a</p>")]
    [InlineData("{{< expand \"More of it\" >}}\na\n{{< /expand >}}", "<p><strong>More of it</strong></p><p>a</p>")]
    [InlineData("{% quote(author=\"x\") %}a{% end %}", "<p>a</p>")]
    [InlineData("{% blockquote Ann Lee %}\na\n{% endblockquote %}", "<p><strong>Ann Lee</strong></p><p>a</p>")]
    [InlineData("{% note(title=\"T\") %}\na\n{% end %}", "<p><strong>T</strong></p><p>a</p>")]
    public void IsAQuote_WhateverTheTag(string text, string html) => Assert.Equal($"<blockquote>{html}</blockquote>", RenderedText.Html(text));

    [Theory]
    [InlineData("<Callout type=\"info\" title=\"T\">\n  a\n</Callout>", "<p><strong>T</strong></p><p>a</p>")]
    [InlineData("<Callout type=\"info\">\n\n**a**\n\n</Callout>", "<p><strong>Info</strong></p><p><strong>a</strong></p>")]
    [InlineData("<Note>a *b*</Note>", "<p><strong>Note</strong></p><p>a <em>b</em></p>")]
    [InlineData("<Aside type=\"caution\">\na\n</Aside>", "<p><strong>Caution</strong></p><p>a</p>")]
    [InlineData("<Admonition type=\"tip\" title={'T'}>\n\na\n\n</Admonition>", "<p><strong>T</strong></p><p>a</p>")]
    public void IsAQuote_InMdx(string text, string html) =>
        Assert.Equal($"<blockquote>{html}</blockquote>", RenderedText.Html(text, "posts/a.mdx"));

    [Theory]
    [InlineData("{{< tabs >}}\n{{< tab name=\"A\">}}\na\n{{< /tab >}}\n{{< tab \"B\" >}}\nb\n{{< /tab >}}\n{{< /tabs >}}")]
    [InlineData("{{< tabs \"id\" >}}\n{{% tab title=\"A\" %}}\na\n{{% /tab %}}\n{{% tab title=\"B\" %}}\nb\n{{% /tab %}}\n{{< /tabs >}}")]
    public void IsATab_OfHugo(string text) => Assert.Equal(
        "<blockquote><p><strong>A</strong></p><p>a</p></blockquote><blockquote><p><strong>B</strong></p><p>b</p></blockquote>",
        RenderedText.Html(text));

    [Theory]
    [InlineData("/// is a comment in C#", "<p>/// is a comment in C#</p>")]
    [InlineData("/// note that", "<p>/// note that</p>")]
    [InlineData("{{< note >}} a", "<p>a</p>")]
    [InlineData("a {{< note >}}b{{< /note >}} c", "<p>a b c</p>")]
    [InlineData("{{< tab \"A\" >}} b", "<p>b</p>")]
    [InlineData("```\n/// note | T\n///\n```", "<pre><code>/// note | T\n///\n</code></pre>")]
    public void IsNoNote_WithoutAnEnd(string text, string html) => Assert.Equal(html.Replace("\n", "", StringComparison.Ordinal), RenderedText.Html(text));

    [Theory]
    [InlineData("!!! note\n    a\n\nFirst.", "a")]
    [InlineData("=== \"Tab\"\n\n    a", "a")]
    [InlineData(":::tip[T]\na\n:::", "a")]
    [InlineData("> [!info]\n> a", "a")]
    [InlineData("> **Only**", "Only")]
    [InlineData("**Strong**\n\nb", "Strong")]
    public void GivesItsText_AsIntroduction(string text, string introduction) => Assert.Equal(introduction, RenderedText.Of(text).Excerpt);
}
