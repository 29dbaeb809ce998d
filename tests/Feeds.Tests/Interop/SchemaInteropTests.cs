using System.Collections.Immutable;
using System.CommandLine;
using Feeds.Commands;
using Feeds.Tests.Packaging;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>What ajv and the language server of editors make of the schemas.</summary>
public sealed class SchemaInteropTests : IDisposable
{
    private readonly TempFolder home = new();

    public void Dispose() => home.Dispose();

    [Theory]
    [InlineData("site", "title: Club\nfeed: { entries: 5, archive: no }\n")]
    [InlineData("post", "title: Winter\ndate: 2027-02-10\npublish_date: 2027-02-10T18:30:00Z\ntags: one, two\n")]
    [InlineData("event", "title: Winter\nstart: 2027-02-10\nend: 2027-02-11T18:30:00Z\nexdates: [2027-02-10]\nplanned: 2027-02-10\n")]
    public async Task AcceptsDates_WithOrWithoutATypeOfTheirOwn(string kind, string yaml)
    {
        home.Write("a.yaml", yaml);

        Assert.Equal([[]], await AjvAsync(kind, "a.yaml"));
    }

    [Theory]
    [InlineData("site", "titel: Club\n", " must NOT have additional properties")]
    [InlineData("site", "feed: { entries: 0 }\n", "/feed/entries must be >= 1")]
    [InlineData("site", "url: 5\n", "/url must be string,null,array")]
    [InlineData("post", "title: { en: Winter }\n", "/title must be string")]
    [InlineData("event", "sequence: two\n", "/sequence must match pattern \"^\\s*\\d+\\s*$\"")]
    public async Task Finds_WhatIsWrong(string kind, string yaml, string mistake)
    {
        home.Write("a.yaml", yaml);

        Assert.Contains(mistake, Assert.Single(await AjvAsync(kind, "a.yaml")));
    }

    [Fact]
    public async Task Accepts_TheSettingsOfTheSampleAndTheManual()
    {
        string[] texts = [Source.Read("content/site.yaml"), .. ManualPage.Named("site-yaml.md").Files.Where(file => file.Path.EndsWith("site.yaml", StringComparison.Ordinal)).Select(file => file.Text)];
        string[] names = [.. texts.Index().Select(text => FormattableString.Invariant($"{text.Index}.yaml"))];
        foreach (var (name, text) in names.Zip(texts)) home.Write(name, text);

        var seen = await AjvAsync("site", names);

        Assert.Equal(texts.Length, seen.Length);
        Assert.Empty(seen.SelectMany(mistakes => mistakes));
    }

    [Fact]
    public async Task ShowsMistakes_WhereAnEditorOpensTheSettings()
    {
        Run("init", home.At("club"), "--title", "Club", "--yes");
        var settings = File.ReadAllText(home.At("club/site.yaml"));
        home.Write("club/site.yaml", settings + "titel: Club\nfeed:\n  entries: many\n  content: half\npages: { mode: all }\n");

        var seen = await ForeignProgram.YamlLanguageServer.ReadAsync<ImmutableArray<ImmutableArray<string>>>(
            home, home.At("club/site.yaml"), home.At("club/site.yaml:2"));

        Assert.Equal(
            [
                "10: Property titel is not allowed.",
                "12: Incorrect type. Expected \"integer\".",
                "13: Value is not accepted. Valid values: \"full\", \"summary\".",
            ],
            seen[0].Order(StringComparer.Ordinal));
        Assert.Contains("the name of the site", Assert.Single(seen[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowsNoMistake_InWhatInitWrites()
    {
        Run("init", home.At("club"), "--title", "Club", "--url", "https://club.example/", "--yes");

        var seen = await ForeignProgram.YamlLanguageServer.ReadAsync<ImmutableArray<ImmutableArray<string>>>(home, home.At("club/site.yaml"));

        Assert.Empty(Assert.Single(seen));
    }

    private async Task<ImmutableArray<ImmutableArray<string>>> AjvAsync(string kind, params string[] files)
    {
        home.Write("schema.json", Run("schema", kind));
        return await ForeignProgram.Ajv.ReadAsync<ImmutableArray<ImmutableArray<string>>>(home, [home.At("schema.json"), .. files.Select(home.At)]);
    }

    private static string Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        Assert.Equal(0, CommandLine.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output }));
        return output.ToString();
    }
}
