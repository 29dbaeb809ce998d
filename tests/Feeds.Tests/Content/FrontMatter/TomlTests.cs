using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Feeds.Content;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content.FrontMatter;

public sealed class TomlTests
{
    [Theory]
    [InlineData("", "{}")]
    [InlineData(" \t\n\r\n# only a comment\n", "{}")]
    [InlineData("title = \"A # b\" # c", "{title=A # b}")]
    [InlineData("a=1\r\nb=2", "{a=1, b=2}")]
    [InlineData("bare_key-1 = 1\n1234 = 2\n3.14 = 3", "{bare_key-1=1, 1234=2, 3={14=3}}")]
    [InlineData("\"a b\" = 1\n'c \"d' = 2\n\"\" = 3", "{a b=1, c \"d=2, =3}")]
    [InlineData("\"\\u00e9\" = 1", "{é=1}")]
    [InlineData("a . \"b.c\" . 'd' = 1", "{a={b.c={d=1}}}")]
    [InlineData("a.b = 1\nx = 2\na.c = 3", "{a={b=1, c=3}, x=2}")]
    public void ReadsKeys_InEveryForm(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("a = \"\"", "")]
    [InlineData("a = \"tab\\tquote\\\"back\\\\slash\\b\\n\\f\\r\"", "tab\tquote\"back\\slash\n")]
    [InlineData("a = \"\\u20AC \\U0001F600\"", "€ \U0001F600")]
    [InlineData("a = \"a\tb 'c'\"", "a\tb 'c'")]
    [InlineData("a = 'C:\\n\\x \"d\"'", "C:\\n\\x \"d\"")]
    [InlineData("a = ''", "")]
    [InlineData("a = \"\"\"\"\"\"", "")]
    [InlineData("a = \"\"\"\nfirst\r\nsecond\n\"\"\"", "first\nsecond\n")]
    [InlineData("a = \"\"\"one \\\n   \n\t two \\  \n three\"\"\"", "one two three")]
    [InlineData("a = \"\"\"\\\n   x\"\"\"", "x")]
    [InlineData("a = \"\"\"a \"b\" \"\"c\"\" d\"\"\"", "a \"b\" \"\"c\"\" d")]
    [InlineData("a = \"\"\"a\"\"\"\"", "a\"")]
    [InlineData("a = \"\"\"a\"\"\"\"\"", "a\"\"")]
    [InlineData("a = \"\"\"a\\\"\"\"\"", "a\"")]
    [InlineData("a = '''\nI don't \\ '' need\n'''", "I don't \\ '' need\n")]
    [InlineData("a = '''a'''''", "a''")]
    public void DecodesStrings_OfAllKinds(string text, string expected)
    {
        var map = Clean(text, 1);
        Assert.Equal(expected, Assert.IsType<TextValue>(Assert.Single(map.Fields).Value).Text);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-17")]
    [InlineData("-0")]
    [InlineData("1_000")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("0xDEADBEEF")]
    [InlineData("0o01234567")]
    [InlineData("0b11010110")]
    [InlineData("3.1415")]
    [InlineData("5e+22")]
    [InlineData("6.626e-34")]
    [InlineData("inf")]
    [InlineData("+inf")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("1979-05-27T07:32:00Z")]
    [InlineData("1979-05-27T00:32:00.999999-07:00")]
    [InlineData("1979-05-27 07:32:00z")]
    [InlineData("1979-05-27t07:32:00")]
    [InlineData("1979-05-27T07:32:00.5")]
    [InlineData("1979-05-27")]
    [InlineData("2000-02-29")]
    [InlineData("2024-02-21T18:30")]
    [InlineData("07:32:00")]
    [InlineData("00:32:00.999999")]
    public void KeepsScalars_AsWritten(string scalar)
    {
        Assert.Equal($"{{a={scalar}}}", Read($"a = {scalar} # c"));
        Assert.Equal($"{{a=[{scalar}, {scalar}]}}", Read($"a=[{scalar},{scalar}]"));
        Assert.Equal($"{{a={{b={scalar}}}}}", Read($"a = {{ b = {scalar} }}"));
    }

    [Theory]
    [InlineData("a = []", "{a=[]}")]
    [InlineData("a = [ 1, \"b\", [ 'c', [] ], { d = 1 } ]", "{a=[1, b, [c, []], {d=1}]}")]
    [InlineData("a = [\n  1, # one\n\n  # none\n  2,\n] # end\nb = 3", "{a=[1, 2], b=3}")]
    [InlineData("a = [\n  [\"b\"],\n  [\"c\"]\n]", "{a=[[b], [c]]}")]
    [InlineData("a = [\n'a\"b=c',\n\"d=e\"]", "{a=[a\"b=c, d=e]}")]
    [InlineData("a = {}", "{a={}}")]
    [InlineData("a = { b = 1, c.d = \"x, y }\" }", "{a={b=1, c={d=x, y }}}}")]
    [InlineData("a = [ { x = 1 },\n { x = 2 } ]", "{a=[{x=1}, {x=2}]}")]
    [InlineData("a = {\n  b = 1,\n  c = 2,\n}\nd = 3", "{a={b=1, c=2}, d=3}")]
    [InlineData("a = { b = [\n1\n], c = \"\"\"\n2\n\"\"\" }", "{a={b=[1], c=2\n}}")]
    public void ReadsListsAndInlineTables(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("[a]\nb = 1\n[c]\nd = 2", "{a={b=1}, c={d=2}}")]
    [InlineData("[ a . \"b c\" . d ] # c\ne = 1", "{a={b c={d={e=1}}}}")]
    [InlineData("[a.b]\nx = 1\n[a]\ny = 2", "{a={b={x=1}, y=2}}")]
    [InlineData("[a]\n[a.b]\n[a.b.c]", "{a={b={c={}}}}")]
    [InlineData("x.y = 1\n[x.z]\nw = 2", "{x={y=1, z={w=2}}}")]
    [InlineData("[fruit]\napple.color = 1\n[fruit.apple.texture]\nsmooth = true", "{fruit={apple={color=1, texture={smooth=true}}}}")]
    [InlineData("[[a]]\nb = 1\n[[a]]\n[[ a ]]\nb = 3", "{a=[{b=1}, {}, {b=3}]}")]
    [InlineData(
        "[[f]]\nn = 1\n[f.p]\nc = 2\n[[f.v]]\nm = 3\n[[f.v]]\nm = 4\n[[f]]\n[[f.v]]\nm = 5",
        "{f=[{n=1, p={c=2}, v=[{m=3}, {m=4}]}, {v=[{m=5}]}]}")]
    public void ReadsTables_AndListsOfTables(string text, string expected) => Assert.Equal(expected, Read(text));

    [Fact]
    public void ReadsHeader_OfZola()
    {
        const string Text = """
            title = "Meeting #2: it's on"
            date = 2024-02-21T18:30:00+01:00
            draft = false

            [taxonomies]
            tags = ["rust", "web"]

            [extra]
            place = { name = "Hall", lat = 52.5 }
            """;

        Assert.Equal(
            "{title=Meeting #2: it's on, date=2024-02-21T18:30:00+01:00, draft=false, taxonomies={tags=[rust, web]}, "
            + "extra={place={name=Hall, lat=52.5}}}",
            Read(Text));
    }

    [Fact]
    public void TellsLines_OfFieldsAndValues()
    {
        var map = Clean("a = 1\nb = [\n  2,\n  \"\"\"\n3\"\"\"\n]\n[c.d]\ne = 4", 2);

        var list = Assert.IsType<ListValue>(map.Fields[1].Value);
        var table = Assert.IsType<MapValue>(map.Fields[2].Value);
        var inner = Assert.IsType<MapValue>(table.Fields[0].Value);
        Assert.Equal([2, 3, 8], map.Fields.Select(field => field.Line));
        Assert.Equal([3, 4, 5], [list.Line, .. list.Items.Select(item => item.Line)]);
        Assert.Equal([2, 8, 8, 9], [map.Line, table.Line, inner.Line, inner.Fields[0].Line]);
    }

    [Theory]
    [InlineData("title = Hello world\ndate = 2024-02-21", "{title=Hello world, date=2024-02-21}", "title = \"Hello world\"")]
    [InlineData("title = C# rocks\nb = 1", "{title=C# rocks, b=1}", "title = \"C# rocks\"")]
    [InlineData("title = \"He said \"hi\" there\"", "{title=He said \"hi\" there}", "title = \"He said \\\"hi\\\" there\"")]
    [InlineData("a = 'It's'\nb = 1", "{a=It's, b=1}", "a = \"It's\"")]
    [InlineData("date = 7 April 2017", "{date=7 April 2017}", "date = \"7 April 2017\"")]
    [InlineData("date = 2017-02-29\nx = 1", "{date=2017-02-29, x=1}", "date = \"2017-02-29\"")]
    [InlineData("a = 9223372036854775808", "{a=9223372036854775808}", "a = \"9223372036854775808\"")]
    [InlineData("draft = True # soon", "{draft=True}", "draft = \"True\"")]
    [InlineData("draft = {{ env.draft }}\nb = 1", "{draft={{ env.draft }}, b=1}", "draft = \"{{ env.draft }}\"")]
    [InlineData("[build]\nlist = never", "{build={list=never}}", "list = \"never\"")]
    [InlineData("tags = [a, b]\nx = 1", "{tags=[a, b], x=1}", "tags = [\"a\", \"b\"]")]
    [InlineData("tags = [\"a\", \"b\"\ntitle = \"x\"", "{tags=[a, b], title=x}", "tags = [\"a\", \"b\"]")]
    [InlineData("tags = [\n\"a\",\ntitle = \"x\"", "{tags=[a], title=x}", "tags = [\"a\"]")]
    [InlineData("tags = [\"a\"\n\n[b]\nc = 1", "{tags=[a], b={c=1}}", "tags = [\"a\"]")]
    [InlineData("b = 1\ntags = [\n\"a\",\n2,", "{b=1, tags=[a, 2]}", "tags = [\"a\", \"2\"]")]
    [InlineData("title: \"x\"\nb = 1", "{title=x, b=1}", "title = \"x\"")]
    [InlineData("été = 1", "{été=1}", "\"été\" = \"1\"")]
    [InlineData("a = \"x\nb = 1", "{a=x, b=1}", "a = \"x\"")]
    [InlineData("a = \"\"\"x\nb = 1", "{a=x, b=1}", "a = \"x\"")]
    [InlineData("a = '''x\n\nb = 1\n", "{a=x, b=1}", "a = \"x\"")]
    [InlineData("a = \"C:\\Xy\\q\"", "{a=C:\\Xy\\q}", "a = \"C:\\\\Xy\\\\q\"")]
    [InlineData("a = \"\\uD800\"", "{a=\\uD800}", "a = \"\\\\uD800\"")]
    [InlineData("[a\nb = 1", "{a={b=1}}", "[a]")]
    [InlineData("[[a]\nb = 1", "{a=[{b=1}]}", "[[a]]")]
    [InlineData("[a] b\nc = 1", "{a={c=1}}", "[a]")]
    [InlineData("[my table]\nc = 1", "{my table={c=1}}", "[\"my table\"]")]
    public void ReadsBrokenLine_AsText(string text, string expected, string cure)
    {
        var (map, problems) = Broken(text, 1);
        Assert.Equal(expected, Show(map));
        Assert.EndsWith($"; write: {cure}", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a =\nb = 1", "{b=1}", "a =")]
    [InlineData("a = # c\nb = 1", "{b=1}", "a = # c")]
    [InlineData("a\nb = 1", "{b=1}", "a")]
    [InlineData("= 1\nb = 1", "{b=1}", "= 1")]
    [InlineData("a. = 1\nb = 1", "{b=1}", "a. = 1")]
    [InlineData("a = { b = 1,\ntitle = \"x\"\n[c]\nd = 1", "{title=x, c={d=1}}", "a = { b = 1,")]
    public void LosesBrokenLine_WithoutAValue(string text, string expected, string line)
    {
        var (map, problems) = Broken(text, 1);
        Assert.Equal(expected, Show(map));
        Assert.EndsWith($", so it is not read; check the names, quotes and brackets in: {line}", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a = 1\na = 2", "{a=1}", "a", 1)]
    [InlineData("a = 1\na.b = 2", "{a=1}", "a", 1)]
    [InlineData("a = {}\na.b = 2", "{a={}}", "a", 1)]
    [InlineData("a.b = 1\na = 2", "{a={b=1}}", "a", 1)]
    [InlineData("[a]\nb = 1\n[a]\nc = 2", "{a={b=1, c=2}}", "a", 1)]
    [InlineData("[a]\nb = 1\n[a.b]\nc = 2", "{a={b=1}}", "a.b", 2)]
    [InlineData("[f]\na.b = 1\n[f.a]\nc = 2", "{f={a={b=1, c=2}}}", "f.a", 2)]
    [InlineData("a = []\n[[a]]\nb = 1", "{a=[]}", "a", 1)]
    [InlineData("[a]\n[[a]]\nb = 1", "{a={}}", "a", 1)]
    [InlineData("[[a]]\n[a]\nb = 1", "{a=[{b=1}]}", "a", 1)]
    public void ReportsRedefinition_OfWhatIsSet(string text, string expected, string key, int line)
    {
        var (map, problems) = Broken(text, 1);
        Assert.StartsWith(
            string.Create(null, $"this is invalid TOML (The key `{key}` is already defined at ({line},"),
            Assert.Single(problems).Message, StringComparison.Ordinal);
        Assert.Equal(expected, Show(map));
    }

    [Fact]
    public void ReportsMistakes_InOrderOfLines()
    {
        var (map, problems) = Broken("a = x\nb = [\n1 2,\n\"\\q\",\nc = 1\nd = y", 5);
        Assert.Equal([5, 6, 10], problems.Select(problem => problem.Line));
        Assert.Equal("{a=x, b=[1 2, \\q], c=1, d=y}", Show(map));
    }

    [Fact]
    public void ReadsEveryLine_WhenAllAreBroken()
    {
        var lines = Enumerable.Range(0, 100).Select(number => string.Create(null, $"k{number} = some words"));
        var (map, problems) = Broken(string.Join('\n', lines), 1);
        Assert.All(map.Fields, field => Assert.Equal("some words", Show(field.Value)));
        Assert.Equal(100, map.Fields.Length);
        Assert.InRange(problems.Length, 1, 20);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a=", "}")]
    public void Refuses_DeepNesting(string open, string close)
    {
        var (map, problems) = Broken($"a = {Repeat(open, 1000)}1{Repeat(close, 1000)}\nb = 1", 1);
        Assert.Contains("The maximum depth of 64 has been exceeded", Assert.Single(problems).Message, StringComparison.Ordinal);
        Assert.Contains(map.Fields, field => field.Key == "b");
    }

    [Fact]
    public void Refuses_DeepKeys()
    {
        var (map, problems) = Broken($"{Repeat("a.", 1000)}a = 1\n[b]\nc = 1", 1);
        Assert.Equal(1, Assert.Single(problems).Line);
        Assert.Equal("{c=1}", Show(map.Fields[1].Value));
    }

    [Fact]
    public void NeverThrows_WhateverIsWritten()
    {
        string[] parts =
        [
            "a", "b", "=", " = ", ".", ",", "[", "]", "[[", "]]", "{", "}", "\"", "'", "\"\"\"", "'''", "\\", "\\u", "00e9", "\n", "\n", "\r\n", "\r",
            "#", ":", " ", "\t",
            "1", "-", "_", "e", "0x", "2024-02-21", "T18:30:00", "Z", "true",
            "\0", "é", "a = 1\n", "[c]\n", "\uD800",
        ];
        var random = new Random(20240221);
        var text = new StringBuilder();
        for (var round = 0; round < 2_000; round++)
        {
            text.Clear();
            for (var count = random.Next(24); count >= 0; count--)
                text.Append(parts[random.Next(parts.Length)]);

            var written = text.ToString();
            var lines = written.Count(c => c == '\n') + 1;
            var report = new DiagnosticBag("a.md");
            Toml.Read(written, 1, report);
            Assert.All(report.Diagnostics, problem => Assert.InRange(problem.Line, 1, lines));
        }
    }

    private static string Repeat(string unit, int count) => string.Concat(Enumerable.Repeat(unit, count));

    private static string Read(string text) => Show(Clean(text, 1));

    private static MapValue Clean(string text, int firstLine)
    {
        var report = new DiagnosticBag("a.md");
        var map = Toml.Read(text, firstLine, report);
        Assert.Empty(report.Diagnostics);
        return map;
    }

    private static (MapValue Map, ImmutableArray<Diagnostic> Problems) Broken(string text, int firstLine)
    {
        var report = new DiagnosticBag("a.md");
        var map = Toml.Read(text, firstLine, report);
        Assert.True(report.IsRecovered);
        return (map, report.Diagnostics);
    }

    private static string Show(Value value) => value switch
    {
        TextValue text => text.Text,
        ListValue list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        MapValue map => $"{{{string.Join(", ", map.Fields.Select(field => $"{field.Key}={Show(field.Value)}"))}}}",
        _ => throw new UnreachableException(),
    };
}
