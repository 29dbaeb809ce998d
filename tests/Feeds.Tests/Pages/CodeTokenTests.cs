using Feeds.Pages.Code;
using Xunit;

namespace Feeds.Tests.Pages;

/// <summary>Code cut into comments, strings, numbers and keywords.</summary>
public sealed class CodeTokenTests
{
    [Theory]
    [InlineData("csharp", "return x; // why", "return! x; // why/")]
    [InlineData("c", "/* a\nb */ int i = 0x1F;", "/* a\nb *// int! i = 0x1F#;")]
    [InlineData("js", "`a\n${b}` + 'c\\'d'", "`a\n${b}`\" + 'c\\'d'\"")]
    [InlineData("rust", "fn f<'a>(x: &'a str)", "fn! f<'a>(x: &'a str!)")]
    [InlineData("python", "def f(): # no\n  '''doc\nmore'''", "def! f(): # no/\n  '''doc\nmore'''\"")]
    [InlineData("sh", "echo \"$#\" # args", "echo! \"$#\"\" # args/")]
    [InlineData("sql", "SELECT a FROM b -- all", "SELECT! a FROM! b -- all/")]
    [InlineData("html", "<!-- x --><a b=\"c\">", "<!-- x -->/<a b=\"c\"\">")]
    [InlineData("python", "it's = 1", "it's = 1#")]
    [InlineData("c", "\"never ended", "\"never ended")]
    [InlineData("c", "/* never ended", "/* never ended/")]
    [InlineData("c", "", "")]
    public void IsCut_ByTheRulesOfItsLanguage(string language, string code, string expected)
    {
        var tokens = CodeToken.Split(code, CodeLanguage.Find(language)!);

        Assert.Equal(code, string.Concat(tokens.Select(token => token.Text)));
        Assert.Equal(expected, string.Concat(tokens.Select(token => token.Text + Mark(token.Kind))));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("")]
    [InlineData("mermaid")]
    public void IsLeftAsItIs_InAnUnknownLanguage(string language) => Assert.Null(CodeLanguage.Find(language));

    private static string Mark(CodeKind kind) => kind switch
    {
        CodeKind.Comment => "/",
        CodeKind.Text => "\"",
        CodeKind.Number => "#",
        CodeKind.Keyword => "!",
        _ => "",
    };

    [Fact]
    public void EndsSoon_WhereNoStringEnds()
    {
        var code = string.Concat(Enumerable.Repeat("\"\\", 500_000));

        Assert.Equal(code, string.Concat(CodeToken.Split(code, CodeLanguage.Find("js")!).Select(token => token.Text)));
    }
}
