using Feeds.Content;
using Feeds.Content.FrontMatter;
using Xunit;

namespace Feeds.Tests.Content.FrontMatter;

/// <summary>Where front matter ends, what is saved of it when it broke, and on which line the body starts.</summary>
public sealed class HeaderTests
{
    [Theory]
    [InlineData("---\na: 1\n---\nText.", "a=1@2", "Text.", 4)]
    [InlineData("\n\n---\na: 1\n...\nText.", "a=1@4", "Text.", 6)]
    [InlineData("--- # comment\na: 1\n---\nText.", "a=1@2", "Text.", 4)]
    [InlineData("-----\na: 1\n-----\nText.", "a=1@2", "Text.", 4)]
    [InlineData("---yaml\na: 1\n---\nText.", "a=1@2", "Text.", 4)]
    [InlineData("---toml\na = 1\n---\nText.", "a=1@2", "Text.", 4)]
    [InlineData("---json\n{\"a\": 1}\n---\nText.", "a=1@2", "Text.", 4)]
    [InlineData(";;;\n{\"a\": 1}\n;;;\nText.", "a=1@2", "Text.", 4)]
    [InlineData("+++\na = 1\n+++\nText.", "a=1@2", "Text.", 4)]
    [InlineData("{\"a\": 1}\nText.", "a=1@1", "Text.", 2)]
    [InlineData("title: T\n\nText.", "title=T@1", "\nText.", 2)]
    [InlineData("title: T\na: 1\n---\nText.", "title=T@1 a=1@2", "Text.", 4)]
    [InlineData("title: T\n\na: 1\n---\nText.", "title=T@1 a=1@3", "Text.", 5)]
    [InlineData("title: T\ntags:\n- a\n- b\n---\nText.", "title=T@1 tags=[a, b]@2", "Text.", 6)]
    [InlineData("title: T\n\nA: word\n\n---\nText.", "title=T@1 A=word@3", "Text.", 6)]
    [InlineData("title: T\n\nA word.\n\n---\nText.", "title=T@1", "\nA word.\n\n---\nText.", 2)]
    [InlineData("<!-- .. a: 1 -->\nText.", "a=1@1", "Text.", 2)]
    [InlineData("<!--\n.. a: 1\n-->\nText.", "a=1@2", "Text.", 4)]
    [InlineData("@def a = \"1\"\nText.", "a=1@1", "Text.", 2)]
    [InlineData("import A from 'a'\n\nexport const meta = {\n  a: '1',\n}\nText.", "a=1@4", "import A from 'a'\n\nexport const meta = {\n  a: '1',\n}\nText.", 1)]
    [InlineData("---\n---\nText.", "", "Text.", 3)]
    [InlineData("---\n\"a b\": 1\n---\nText.", "a b=1@2", "Text.", 4)]
    [InlineData("---\n  a: 1\n---\nText.", "a=1@2", "Text.", 4)]
    [InlineData("---\n{ a: 1 }\n---\nText.", "a=1@2", "Text.", 4)]
    [InlineData("---\nProse, between: rules.\n---\nText.", "", "---\nProse, between: rules.\n---\nText.", 1)]
    [InlineData("---\nText.", "", "---\nText.", 1)]
    [InlineData("Text.", "", "Text.", 1)]
    [InlineData("# Heading\n\nText.", "", "# Heading\n\nText.", 1)]
    [InlineData("Note: prose.\n\nText.", "", "Note: prose.\n\nText.", 1)]
    [InlineData("<!-- comment -->\nText.", "", "<!-- comment -->\nText.", 1)]
    [InlineData("{{ name }}\nText.", "", "{{ name }}\nText.", 1)]
    [InlineData("{% raw %}\nText.", "", "{% raw %}\nText.", 1)]
    [InlineData("", "", "", 1)]
    [InlineData("\n\n", "", "\n\n", 1)]
    public void IsToldFromTheBody_WithoutAWord(string text, string values, string body, int line)
    {
        var (header, report) = Read(text);

        Assert.Equal((values, body, line), (Shown(header.Values), header.Body, header.BodyLine));
        Assert.Empty(report.Diagnostics);
    }

    [Theory]
    [InlineData("title: A: b\ndate: 1", "title=A: b@2 date=1@3")]
    [InlineData("title: A: b # c\ndate: 1 # c", "title=A: b # c@2 date=1@3")]
    [InlineData("title: \"A: b\" c\ndate: '1' # c", "title=\"A: b\" c@2 date=1@3")]
    [InlineData("title: \"A\" and \"B\"", "title=\"A\" and \"B\"@2")]
    [InlineData("title: \"A \"b\" c\"", "title=A \"b\" c@2")]
    [InlineData("title: 'A's b'", "title=A's b@2")]
    [InlineData("title: 'As' b'", "title=As' b@2")]
    [InlineData("title: \"A", "title=A@2")]
    [InlineData("title: [A] b", "title=[A] b@2")]
    [InlineData("title: A: b\nwrapped\ndate: 1", "title=A: b wrapped@2 date=1@4")]
    [InlineData("title: A: b\n  wrapped\ndate: 1", "title=A: b wrapped@2 date=1@4")]
    [InlineData("title: A\n date: 1", "title=A@2 date=1@3")]
    [InlineData("title:A\ndate: 1", "title=A@2 date=1@3")]
    [InlineData("title: A: b\ntags: [a, \"b\", 'c']", "title=A: b@2 tags=[a, b, c]@3")]
    [InlineData("title: A: b\ntags: [a, b", "title=A: b@2 tags=[a, b]@3")]
    [InlineData("title: A: b\ntags:\n  - a\n  - \"b\"", "title=A: b@2 tags=[a, b]@3")]
    [InlineData("title: A: b\ntags:\n- a\n- b", "title=A: b@2 tags=[a, b]@3")]
    [InlineData("title: A: b\nauthor:\n\tname: Ann", "title=A: b@2 author={name=Ann@4}@3")]
    [InlineData("title: A: b\ntext: |\n  c\n  d: e\ndate: 1", "title=A: b@2 text=c d: e@3 date=1@6")]
    [InlineData("title: A: b\ntitle: C", "title=C@3")]
    [InlineData("\"title\": A: b", "title=A: b@2")]
    [InlineData("title: A: b\nhttp://c.example/\ndate: 1", "title=A: b http://c.example/@2 date=1@4")]
    public void IsSaved_LineByLine(string yaml, string values)
    {
        var (header, report) = Read($"---\n{yaml}\n---\nText.");

        Assert.Equal((values, "Text."), (Shown(header.Values), header.Body));
        Assert.True(report.IsRecovered);
        Assert.Single(report.Diagnostics);
    }

    [Theory]
    [InlineData("---\ntitle: A\n\nText.", "title=A@2", "\nText.", "a.md:1: warning: the front matter is opened here but never closed; write '---' on a line of its own below it")]
    [InlineData("+++\ntitle = 'A'\n\nText.", "title=A@2", "Text.", "a.md:1: warning: the front matter is opened here but never closed; write '+++' on a line of its own below it")]
    [InlineData("+++\ntitle = A\nb = 1\n+++\nText.", "title=A@2 b=1@3", "Text.", "a.md:2: warning: this is invalid TOML (Unexpected token `A` for a value); write: title = \"A\"")]
    [InlineData("{\n\"title\": \"A\"\n\"b\": 1\n}\nText.", "title=A@2 b=1@3", "Text.", "a.md:3: warning: this is no JSON, so it was read line by line: '\"' is invalid after a value. Expected either ',', '}', or ']'.")]
    [InlineData("---\ntitle: A #2\n---\nText.", "title=A #2@2", "Text.", "a.md:2: warning: YAML ends this title before '#'; it is read as it stands, but write: \"A #2\"")]
    [InlineData("---\ntitle: !A b\n---\nText.", "title=!A b@2", "Text.", "a.md:2: warning: YAML takes '!A' for no part of this title; it is read as it stands, but write: \"!A b\"")]
    [InlineData("---\ntitle: [A]\n---\nText.", "title=[A]@2", "Text.", "a.md:2: warning: YAML takes this title for a list; it is read as it stands, but write: \"[A]\"")]
    [InlineData("---\na: 1\na: 2\n---\nText.", "a=2@3", "Text.", "a.md:3: warning: 'a' stands here again; what line 2 says is not used")]
    [InlineData("---\ntitle: A: b\n---\nText.", "title=A: b@2", "Text.", "a.md:2: warning: this is not valid YAML (While scanning a plain scalar value, found invalid mapping), so it was read line by line; write: title: \"A: b\"")]
    public void IsReported_WithItsCure(string text, string values, string body, string diagnostic)
    {
        var (header, report) = Read(text);

        Assert.Equal((values, body), (Shown(header.Values), header.Body));
        Assert.Equal([diagnostic], report.Diagnostics.Select(found => found.ToString()));
    }

    private static (FrontMatterBlock Header, DiagnosticBag Report) Read(string text)
    {
        var report = new DiagnosticBag("a.md");
        return (FrontMatterBlock.Read(text, report), report);
    }

    private static string Shown(MapValue map) => string.Join(' ', map.Fields.Select(field => string.Create(null, $"{field.Key}={Shown(field.Value)}@{field.Line}")));

    private static string Shown(Value value) => value switch
    {
        ListValue list => $"[{string.Join(", ", list.Items.Select(Shown))}]",
        MapValue map => $"{{{Shown(map)}}}",
        _ => ((TextValue)value).Text,
    };
}
