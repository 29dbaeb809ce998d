using System.Diagnostics;
using System.Text;
using Feeds.Content.FrontMatter;
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
        Assert.True(Toml.TryRead(text, 1, out var map, out _));
        Assert.Equal(expected, Assert.IsType<TextValue>(Assert.Single(map.Fields).Value).Text);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("+99")]
    [InlineData("-17")]
    [InlineData("-0")]
    [InlineData("1_000")]
    [InlineData("5_349_221")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("0xDEADBEEF")]
    [InlineData("0xdead_beef")]
    [InlineData("0x00")]
    [InlineData("0o01234567")]
    [InlineData("0b11010110")]
    [InlineData("+1.0")]
    [InlineData("3.1415")]
    [InlineData("-0.01")]
    [InlineData("0.0")]
    [InlineData("5e+22")]
    [InlineData("1e06")]
    [InlineData("-2E-2")]
    [InlineData("6.626e-34")]
    [InlineData("224_617.445_991_228")]
    [InlineData("inf")]
    [InlineData("+inf")]
    [InlineData("-nan")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("1979-05-27T07:32:00Z")]
    [InlineData("1979-05-27T00:32:00.999999-07:00")]
    [InlineData("1979-05-27 07:32:00z")]
    [InlineData("1979-05-27t07:32:00")]
    [InlineData("1979-05-27T07:32:00.5")]
    [InlineData("2016-12-31T23:59:60Z")]
    [InlineData("1979-05-27")]
    [InlineData("2000-02-29")]
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
        Assert.True(Toml.TryRead("a = 1\nb = [\n  2,\n  \"\"\"\n3\"\"\"\n]\n[c.d]\ne = 4", 2, out var map, out _));

        var list = Assert.IsType<ListValue>(map.Fields[1].Value);
        var table = Assert.IsType<MapValue>(map.Fields[2].Value);
        var inner = Assert.IsType<MapValue>(table.Fields[0].Value);
        Assert.Equal([2, 3, 8], map.Fields.Select(field => field.Line));
        Assert.Equal([3, 4, 5], [list.Line, .. list.Items.Select(item => item.Line)]);
        Assert.Equal([2, 8, 8, 9], [map.Line, table.Line, inner.Line, inner.Fields[0].Line]);
    }

    [Theory]
    [InlineData("title = Hello world\ndate = 2024-02-21", "{title=Hello world, date=2024-02-21}",
        "1: 'Hello world' is no number, date, true or false; put it in quotes")]
    [InlineData("title = C# rocks # really", "{title=C# rocks}", "1: 'C# rocks' is no number, date, true or false; put it in quotes")]
    [InlineData("date = 7 April 2017", "{date=7 April 2017}", "1: '7 April 2017' is no number, date, true or false; put it in quotes")]
    [InlineData("date = 2024-02-21T18:30", "{date=2024-02-21T18:30}",
        "1: '2024-02-21T18:30' is no number, date, true or false; put it in quotes")]
    [InlineData("tags = [a, b]\nx = 1", "{tags=[a, b], x=1}", "1: 'a' is no number, date, true or false; put it in quotes")]
    [InlineData("title: \"x\"", "{title=x}", "1: ':' stands where TOML has '='; write '='")]
    [InlineData("date = 2017-02-29\nx = 1", "{x=1}", "1: '2017-02-29' is a date or time that does not exist; correct its numbers")]
    [InlineData("a = 9223372036854775808", "{a=9223372036854775808}",
        "1: '9223372036854775808' is larger than a number of TOML can be; put it in quotes")]
    [InlineData("a =\nb = 1", "{b=1}", "1: a value is missing; write one, \"\" when it is to be empty")]
    [InlineData("a = # c\nb = 1", "{b=1}", "1: a value is missing; write one, \"\" when it is to be empty")]
    [InlineData("a\nb = 1", "{b=1}", "1: 'a' has no value; write '=' and the value after it")]
    [InlineData("= 1\nb = 1", "{b=1}", "1: '= 1' is no name; write letters, digits, '-' and '_', or put it in quotes")]
    [InlineData("a. = 1\nb = 1", "{b=1}", "1: '= 1' is no name; write letters, digits, '-' and '_', or put it in quotes")]
    [InlineData("été = 1", "{été=1}", "1: 'été' has letters beyond A to Z; put the name in quotes")]
    [InlineData("a = \"x\" y\nb = 1", "{a=x, b=1}", "1: 'y' stands after the end of a value; remove it, or put the whole value in quotes")]
    [InlineData("a = 'It's'\nb = 1", "{a=It, b=1}", "1: 's'' stands after the end of a value; remove it, or put the whole value in quotes")]
    [InlineData("a = \"x\nb = 1", "{b=1}", "1: a text is never closed; write \" at its end")]
    [InlineData("a = 'x\nb = 1", "{b=1}", "1: a text is never closed; write ' at its end")]
    [InlineData("a = \"\"\"x\nb = 1", "{b=1}", "1: a text is never closed; write \"\"\" at its end")]
    [InlineData("a = '''x\n\nb = 1\n", "{b=1}", "1: a text is never closed; write ''' at its end")]
    [InlineData("a = \"C:\\Xy\\q\"", "{a=C:\\Xy\\q}",
        "1: '\\X' is no escape; write '\\\\' for a backslash, or put the text in single quotes")]
    [InlineData("a = \"\\uD800\"", "{a=\\uD800}", "1: '\\u' is no escape; write '\\\\' for a backslash, or put the text in single quotes")]
    [InlineData("a = \"\\U00110000\"", "{a=\\U00110000}",
        "1: '\\U' is no escape; write '\\\\' for a backslash, or put the text in single quotes")]
    [InlineData("a = \"\\u12\"", "{a=\\u12}", "1: '\\u' is no escape; write '\\\\' for a backslash, or put the text in single quotes")]
    [InlineData("a = \"x\u0001y\"", "{a=xy}", "1: the control character U+0001 stands in the text; remove it")]
    [InlineData("# \u0000\na = 1", "{a=1}", "1: the control character U+0000 stands in the text; remove it")]
    [InlineData("a = 1\rb = 2", "{a=1b = 2}", "1: the control character U+000D stands in the text; remove it")]
    [InlineData("tags = [\"a\", \"b\"\ntitle = \"x\"", "{title=x}", "1: '[' is never closed; write ']' at its end")]
    [InlineData("tags = [\n\"a\",\ntitle = \"x\"", "{title=x}", "1: '[' is never closed; write ']' at its end")]
    [InlineData("tags = [\"a\"\n\n[b]\nc = 1", "{b={c=1}}", "1: '[' is never closed; write ']' at its end")]
    [InlineData("tags = [\n\"a\",\n1,", "{}", "1: '[' is never closed; write ']' at its end")]
    [InlineData("tags = [\"a\" \"b\" 'c']", "{tags=[a, b, c]}", "1: '\"b\" 'c']' follows a value; write a comma between the two")]
    [InlineData("a = [1,,2]\nb = 1", "{b=1}", "1: a value is missing; write one, \"\" when it is to be empty")]
    [InlineData("a = {\n  b = 1,\n  c = 2\n}\nd = 3", "{a={b=1, c=2}, d=3}",
        "1: a table in braces goes on after its line; write it on one line")]
    [InlineData("a = { b = 1, }", "{a={b=1}}", "1: a comma stands before '}'; remove it")]
    [InlineData("a = { b = 1 c = 2 }\nd = 3", "{a={b=1 c = 2}, d=3}", "1: '1 c = 2' is no number, date, true or false; put it in quotes")]
    [InlineData("a = { b = \"1\" c = 2 }\nd = 3", "{d=3}", "1: 'c = 2 }' follows a value; write a comma between the two")]
    [InlineData("a = { b = 1,\ntitle = \"x\"\n[c]\nd = 1", "{title=x, c={d=1}}", "1: '{' is never closed; write '}' at its end")]
    [InlineData("a = { b = 1, b = 2 }", "{a={b=1}}", "1: 'b' is already set on line 1; write it once, or give this one another name")]
    [InlineData("[a\nb = 1", "{a={b=1}}", "1: 'a' has no closing ']'; write it after the name")]
    [InlineData("[[a]\nb = 1", "{a=[{b=1}]}", "1: 'a' has no closing ']]'; write it after the name")]
    [InlineData("[]\nb = 1\n[c]\nd = 2", "{c={d=2}}", "1: ']' is no name; write letters, digits, '-' and '_', or put it in quotes")]
    [InlineData("[a] b\nc = 1", "{a={c=1}}", "1: 'b' stands after the end of a value; remove it, or put the whole value in quotes")]
    public void GoesOn_AfterAMistake(string text, string expected, string problem)
    {
        Assert.False(Toml.TryRead(text, 1, out var map, out var problems));
        Assert.Equal(problem, string.Join('\n', problems.Select(each => string.Create(null, $"{each.Line}: {each.Message}"))));
        Assert.Equal(expected, Show(map));
    }

    [Theory]
    [InlineData("a = 1\na = 2", "{a=1}", "a", 1)]
    [InlineData("a = 1\na.b = 2", "{a=1}", "a", 1)]
    [InlineData("a.b = 1\na.b.c = 2", "{a={b=1}}", "a.b", 1)]
    [InlineData("a = {}\na.b = 2", "{a={}}", "a", 1)]
    [InlineData("a.b = 1\na = 2", "{a={b=1}}", "a", 1)]
    [InlineData("[a]\nb = 1\n[a]\nc = 2", "{a={b=1, c=2}}", "a", 1)]
    [InlineData("[a]\nb = 1\n[a.b]\nc = 2", "{a={b=1}}", "a.b", 2)]
    [InlineData("[a]\nb = {}\n[a.b.c]\nd = 2", "{a={b={}}}", "a.b", 2)]
    [InlineData("[f]\na.b = 1\n[f.a]\nc = 2", "{f={a={b=1, c=2}}}", "f.a", 2)]
    [InlineData("[a.b.c]\nz = 1\n[a]\nb.c.t = 2", "{a={b={c={z=1}}}}", "b", 1)]
    [InlineData("[a.b.c.d]\nz = 1\n[a]\nb.c.d.k.t = 2", "{a={b={c={d={z=1}}}}}", "b", 1)]
    [InlineData("[[a.b]]\n[a]\nb.y = 2", "{a={b=[{}]}}", "b", 1)]
    [InlineData("a = []\n[[a]]\nb = 1", "{a=[]}", "a", 1)]
    [InlineData("a = [{}]\n[a.c]\nb = 1", "{a=[{}]}", "a", 1)]
    [InlineData("[a]\n[[a]]\nb = 1", "{a={}}", "a", 1)]
    [InlineData("[a.b]\n[[a]]\nc = 1", "{a={b={}}}", "a", 1)]
    [InlineData("[[a]]\n[a]\nb = 1", "{a=[{b=1}]}", "a", 1)]
    [InlineData("[[a]]\n[[a.b]]\n[a.b]\nc = 1", "{a=[{b=[{c=1}]}]}", "a.b", 2)]
    public void RefusesToRedefine_WhatIsSet(string text, string expected, string key, int line)
    {
        Assert.False(Toml.TryRead(text, 1, out var map, out var problems));
        Assert.Equal(
            string.Create(null, $"'{key}' is already set on line {line}; write it once, or give this one another name"),
            Assert.Single(problems).Message);
        Assert.Equal(expected, Show(map));
    }

    [Theory]
    [InlineData("00")]
    [InlineData("01")]
    [InlineData("+01")]
    [InlineData("1__0")]
    [InlineData("_1")]
    [InlineData("1_")]
    [InlineData("--1")]
    [InlineData("+")]
    [InlineData("0x")]
    [InlineData("+0x1")]
    [InlineData("0xG")]
    [InlineData("0x_1")]
    [InlineData("0o8")]
    [InlineData("0b2")]
    [InlineData("0X1")]
    [InlineData(".7")]
    [InlineData("7.")]
    [InlineData("3.e+20")]
    [InlineData("03.14")]
    [InlineData("1._5")]
    [InlineData("1_.5")]
    [InlineData("1e")]
    [InlineData("1e_6")]
    [InlineData("1e6.5")]
    [InlineData("Inf")]
    [InlineData("++inf")]
    [InlineData("True")]
    [InlineData("yes")]
    [InlineData("truer")]
    [InlineData("null")]
    [InlineData("1979-5-27")]
    [InlineData("1979-05-27T")]
    [InlineData("1979-05-27  07:32:00")]
    [InlineData("1979-05-27T07:32")]
    [InlineData("1979-05-27T07:32Z")]
    [InlineData("1979-05-27T07:32:00.")]
    [InlineData("1979-05-27T07:32:00+0700")]
    [InlineData("1979-05-27T07:32:00+7")]
    [InlineData("1979-05-27Z")]
    [InlineData("07:32")]
    [InlineData("7:32:00")]
    [InlineData("07:32:00Z")]
    public void AsksForQuotes_WhenScalarIsNone(string scalar)
    {
        Assert.False(Toml.TryRead($"a = {scalar}\nb = 1", 1, out var map, out var problems));
        Assert.Equal($"'{scalar}' is no number, date, true or false; put it in quotes", Assert.Single(problems).Message);
        Assert.Equal($"{{a={scalar}, b=1}}", Show(map));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-13-01")]
    [InlineData("2023-00-01")]
    [InlineData("2023-01-00T00:00:00Z")]
    [InlineData("2023-01-01T24:00:00Z")]
    [InlineData("2023-01-01T00:60:00")]
    [InlineData("2023-01-01T00:00:61Z")]
    [InlineData("2023-01-01T00:00:00+24:00")]
    [InlineData("2023-01-01T00:00:00-00:60")]
    [InlineData("25:00:00")]
    public void DropsDate_WhenThereIsNoSuch(string scalar)
    {
        Assert.False(Toml.TryRead($"a = {scalar}\nb = [{scalar}, 1]", 1, out var map, out var problems));
        Assert.Equal([1, 2], problems.Select(problem => problem.Line));
        Assert.Equal("{b=[1]}", Show(map));
    }

    [Fact]
    public void ReportsProblems_InOrderOfLines()
    {
        Assert.False(Toml.TryRead("a = x\nb = [\n1 2,\n\"\\q\",\nc = 1\nd = y", 5, out var map, out var problems));
        Assert.Equal([5, 6, 7, 8, 10], problems.Select(problem => problem.Line));
        Assert.Equal("{a=x, c=1, d=y}", Show(map));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a=", "}")]
    public void Refuses_DeepNesting(string open, string close)
    {
        var text = $"a = {Repeat(open, 1000)}1{Repeat(close, 1000)}\nb = 1";
        Assert.False(Toml.TryRead(text, 1, out var map, out var problems));
        Assert.Equal("tables and lists nest deeper than 64 levels here; use fewer", Assert.Single(problems).Message);
        Assert.Equal("{b=1}", Show(map));
    }

    [Fact]
    public void Refuses_DeepKeys()
    {
        var key = Repeat("a.", 1000) + "a";
        Assert.False(Toml.TryRead($"{key} = 1\n[{key}]\n[b]\nc = 1", 1, out var map, out var problems));
        Assert.Equal([1, 2], problems.Select(problem => problem.Line));
        Assert.Equal("{b={c=1}}", Show(map));
    }

    [Theory]
    [InlineData("a = [1,2,3,4,5,6,7,8,9,", "x]", 40_000)]
    [InlineData("a = [\n", "", 100_000)]
    [InlineData("a = {x=1,\n", "", 10_000)]
    [InlineData("a = \"\"\"\\\"\"\"\n", "", 50_000)]
    [InlineData("a = \"\\\n", "", 100_000)]
    [InlineData("a = ['''\n", "", 100_000)]
    public void TakesLinearTime_WhateverIsLeftOpen(string unit, string end, int count)
    {
        var time = ProcessorTime.Of(() =>
        {
            Toml.TryRead(Repeat(unit, count) + end, 1, out _, out _);
            Toml.TryRead(unit + Repeat(unit[(unit.IndexOf('=', StringComparison.Ordinal) + 1)..], count) + end, 1, out _, out _);
        });
        Assert.True(time < TimeSpan.FromSeconds(10), time.ToString());
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
        for (var round = 0; round < 50_000; round++)
        {
            text.Clear();
            for (var count = random.Next(24); count >= 0; count--)
                text.Append(parts[random.Next(parts.Length)]);

            var written = text.ToString();
            var lines = written.Count(c => c == '\n') + 1;
            Assert.Equal(Toml.TryRead(written, 1, out _, out var problems), problems.IsEmpty);
            Assert.All(problems, problem => Assert.InRange(problem.Line, 1, lines));
        }
    }

    private static string Repeat(string unit, int count) => string.Concat(Enumerable.Repeat(unit, count));

    private static string Read(string text)
    {
        var isRead = Toml.TryRead(text, 1, out var map, out var problems);
        Assert.True(isRead, string.Join('\n', problems));
        return Show(map);
    }

    private static string Show(Value value) => value switch
    {
        TextValue text => text.Text,
        ListValue list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        MapValue map => $"{{{string.Join(", ", map.Fields.Select(field => $"{field.Key}={Show(field.Value)}"))}}}",
        _ => throw new UnreachableException(),
    };
}
