using Xunit;

namespace Feeds.Tests.Content;

/// <summary>The title of a document: text in every format, from its front matter or its first heading.</summary>
public sealed class DocumentTitleTests
{
    [Theory]
    [InlineData("A <em>new</em> mill", "A new mill")]
    [InlineData("<strong>News</strong>", "News")]
    [InlineData("<i lang=\"fr\">Vive</i> the mill", "Vive the mill")]
    [InlineData("<b><i>Both</i></b>", "Both")]
    [InlineData("H<sub>2</sub>O", "H2O")]
    [InlineData("Use <code>git log</code> well", "Use git log well")]
    [InlineData("<span class='x'>Red</span> Nose", "Red Nose")]
    [InlineData("One<br>two", "One two")]
    [InlineData("One<br />two", "One two")]
    [InlineData("One <br/>two", "One two")]
    [InlineData("<EM>Loud</EM>", "Loud")]
    [InlineData("Fish &amp; <em>Chips</em>", "Fish & Chips")]
    public void IsText_WhereElementsStyleIt(string written, string expected) => Assert.Equal(expected, TitleOf($"title: '{Quoted(written)}'\n", ""));

    [Theory]
    [InlineData("Use Vec<T> for all")]
    [InlineData("A < b and c > d")]
    [InlineData("The <em> element")]
    [InlineData("The <em> and </em> tags")]
    [InlineData("Why <br> is bad")]
    [InlineData("Scripts in <script> tags")]
    [InlineData("<b and nothing more")]
    [InlineData("I <3 mills")]
    [InlineData("Closing </em> alone")]
    [InlineData("<a> against <button>")]
    [InlineData("snake_case and 2 * 3 * 4")]
    [InlineData("Escaped &lt;em&gt;tags&lt;/em&gt;", "Escaped <em>tags</em>")]
    public void StaysAsItIs_WhereItOnlyLooksLikeHtml(string written, string? expected = null) =>
        Assert.Equal(expected ?? written, TitleOf($"title: '{Quoted(written)}'\n", ""));

    [Theory]
    [InlineData("<h1>First</h1>\n\n## Later\n", "First")]
    [InlineData("<h1>First <em>one</em></h1>\n", "First one")]
    [InlineData("<h1 align=\"center\">\n  First\n</h1>\n", "First")]
    [InlineData("<H1>First</H1>\n", "First")]
    [InlineData("<div align=\"center\">\n<h1>First</h1>\n</div>\n", "First")]
    [InlineData("Text.\n\n<h1>First</h1>\n", "First")]
    [InlineData("<h1><img src=\"a.png\"></h1>\n\n# First\n", "First")]
    [InlineData("<h1>Fish &amp; Chips</h1>\n", "Fish & Chips")]
    [InlineData("# First\n\n<h1>Later</h1>\n", "First")]
    [InlineData("First\n=====\n\n<h1>Later</h1>\n", "First")]
    [InlineData("<h1 class=\"a\"\n    id=\"b\">First</h1>\n", "First")]
    public void IsTheFirstHeading_AlsoInHtml(string body, string expected) => Assert.Equal(expected, TitleOf("", body));

    [Theory]
    [InlineData("```html\n<h1>Code</h1>\n```\n\n## First\n", "First")]
    [InlineData("<h10>No</h10>\n\n## First\n", "First")]
    [InlineData("<header>No</header>\n\n## First\n", "First")]
    [InlineData("    <h1>Code</h1>\n\n## First\n", "First")]
    [InlineData("<h2>Small</h2>\n\n## First\n", "First")]
    [InlineData("<!-- <h1 --> x\n\n## First\n", "First")]
    public void IsNoHeading_ThatOnlyLooksLikeOne(string body, string expected) => Assert.Equal(expected, TitleOf("", body));

    /// <summary>The quotes of a title in front matter that is not valid YAML mean what they mean in YAML.</summary>
    [Theory]
    [InlineData("\"2024: News\\nof the day\"", "2024: News of the day")]
    [InlineData("\"2024-03-05 Tea\\tand cake\"", "2024-03-05 Tea and cake")]
    [InlineData("\"Caf\\u00e9\"", "Café")]
    [InlineData("\"Caf\\xe9\"", "Café")]
    [InlineData("\"A \\\"good\\\" day\"", "A \"good\" day")]
    [InlineData("\"C:\\\\new\"", "C:\\new")]
    [InlineData("\"\\U0001F331 seeds\"", "🌱 seeds")]
    [InlineData("\"a\\r\\nb\"", "a b")]
    [InlineData("\"a\\/b\"", "a/b")]
    [InlineData("\"lone \\ud800\"", "lone \\ud800")]
    [InlineData("'C:\\new'", "C:\\new")]
    [InlineData("\"\\d+ and \\w\"", "\\d+ and \\w")]
    [InlineData("C:\\new", "C:\\new")]
    public void HasTheEscapesOfYaml_WhereThatIsBroken(string written, string expected) =>
        Assert.Equal(expected, TitleOf($"title: {written}\nbroken: a: b\n", ""));

    private static string TitleOf(string line, string body) =>
        Assert.Single(FolderOf.Site(("posts/2025-01-02-name.md", $"---\n{line}tags: [a]\n---\n{body}")).Site.Posts).Title;

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
