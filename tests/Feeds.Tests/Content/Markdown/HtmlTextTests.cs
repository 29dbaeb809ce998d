using Feeds.Content.Markdown;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content.Markdown;

/// <summary>Markdown as a phone's calendar shows it, which knows no markup.</summary>
public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("One\ntwo\n\nthree", "One two\n\nthree")]
    [InlineData("One\\\ntwo", "One\ntwo")]
    [InlineData("# Head\n\nText\n\n## Below\nmore", "Head\n\nText\n\nBelow\n\nmore")]
    [InlineData("*One* **two** `three` ***four***", "One two three four")]
    [InlineData("~~18:00~~ 19:00", "~~18:00~~ 19:00")]
    [InlineData("- one\n- two\n\nText", "- one\n- two\n\nText")]
    [InlineData("Text:\n- one\n  - inner\n    - innermost\n- two", "Text:\n\n- one\n  - inner\n    - innermost\n- two")]
    [InlineData("1. one\n2. two\n   - inner", "1. one\n2. two\n   - inner")]
    [InlineData("9. nine\n10. ten\n\n    below ten", "9. nine\n10. ten\n    below ten")]
    [InlineData("- one\n\n  more of one\n\n- two", "- one\n  more of one\n- two")]
    [InlineData("- one\\\n  next line\n- two", "- one\n  next line\n- two")]
    [InlineData("- \n- two", "-\n- two")]
    [InlineData("- [x] done\n- [ ] open", "- [x] done\n- [ ] open")]
    [InlineData("[Sign up](https://a.example/b)", "Sign up (https://a.example/b)")]
    [InlineData("<https://a.example/b>", "https://a.example/b")]
    [InlineData("https://a.example/b", "https://a.example/b")]
    [InlineData("[a.example](https://a.example/)", "a.example")]
    [InlineData("[Write](mailto:ana@a.example)", "Write (ana@a.example)")]
    [InlineData("<ana@a.example>", "ana@a.example")]
    [InlineData("[Call](tel:+420123)", "Call (+420123)")]
    [InlineData("[**Bold** link](/x), then", "Bold link (https://club.example/x), then")]
    [InlineData("[![Map](map.png)](https://a.example/)", "Map (https://a.example/)")]
    [InlineData("[![](map.png)](https://a.example/)", "https://a.example/")]
    [InlineData("![A hall](hall.png)", "A hall")]
    [InlineData("![](hall.png)", "")]
    [InlineData("| When | What |\n|---|---|\n| 18:30 | Doors |\n| 19:00 | **Talk** [link](https://a.example/) |\n| 20:00 | |", "When | What\n18:30 | Doors\n19:00 | Talk link (https://a.example/)\n20:00")]
    [InlineData("|  |  |\n|---|---|\n| Where | Hall |", "Where | Hall")]
    [InlineData("```\ncode\n  indented\n\nmore\n```\n\nText", "code\n  indented\n\nmore\n\nText")]
    [InlineData("- item\n\n  ```\n  code\n    more\n  ```", "- item\n  code\n    more")]
    [InlineData("> Quoted\n> text\n\nText", "> Quoted text\n\nText")]
    [InlineData("> - one\n> - two", "> - one\n> - two")]
    [InlineData("One\n\n---\n\ntwo", "One\n\ntwo")]
    [InlineData("Fish &amp; chips &copy; &#8211; &nbsp;5&lt;6", "Fish & chips © – 5<6")]
    [InlineData("&amp;amp;", "&amp;")]
    [InlineData("A claim.[^1]\n\n[^1]: The proof.", "A claim.[1]\n\n1. The proof.")]
    [InlineData("Term\n: Definition", "Term\n  Definition")]
    [InlineData("<details><summary>More</summary>Hidden</details>", "More\nHidden")]
    [InlineData("<p>He said <q>come</q>.</p>", "He said “come”.")]
    [InlineData("<script>run()</script><style>p{}</style>Text", "Text")]
    [InlineData("👨‍👩‍👧‍👦 family", "👨‍👩‍👧‍👦 family")]
    public void ReadsWell_WithoutMarkup(string markdown, string expected) => Assert.Equal(expected, MarkdownBody.Render(markdown, Addresses()).Text);

    private static LinkResolver Addresses() =>
        new("p.md", new Uri("https://club.example/p/"), new SiteSettings { Title = "Club", Url = new Uri("https://club.example/") }, _ => null);
}
