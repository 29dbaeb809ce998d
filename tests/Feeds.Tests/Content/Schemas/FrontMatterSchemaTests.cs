using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Schemas;
using Feeds.Content.Visibility;
using Feeds.Model;
using Xunit;
using Source = Feeds.Tests.Packaging.Source;

namespace Feeds.Tests.Content.Schemas;

/// <summary>The schemas of front matter know every name, and refuse nothing that the reader accepts.</summary>
public sealed class FrontMatterSchemaTests
{
    /// <summary>Sets of words rather than of names, and the table of Hugo whose keys stand for it.</summary>
    private static readonly string[] NoNames =
        [nameof(VisibilityKeys.HidingWords), nameof(VisibilityKeys.DraftWords), nameof(VisibilityKeys.PublicWords)];

    /// <summary>A reader that asks the front matter for names of its own.</summary>
    private static readonly Regex ReadByName = new(
        @"\bfront\.(Find|FindText|FindWritten|IsTrue|Text)\(\[(?<names>""[^\]]*)\]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly ValueSchema PostSchema = FrontMatterSchema.Of(DocumentKind.Post);
    private static readonly ValueSchema EventSchema = FrontMatterSchema.Of(DocumentKind.Event);
    private static readonly Judge OfPosts = new(SchemaWriter.Write("posts", PostSchema));
    private static readonly Judge OfEvents = new(SchemaWriter.Write("events", EventSchema));

    public static TheoryData<string> Sites =>
    [
        "content",
        .. Directory.GetDirectories(Path.Join(Source.Root, "tests/Feeds.Tests/Golden/sites"))
            .Select(site => Path.GetRelativePath(Source.Root, Path.Join(site, "content")))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void KnowsEveryName_ThatIsRead()
    {
        var fields = typeof(FieldNames).GetFields().Select(field => field.GetValue(null)).OfType<ImmutableArray<string>>();
        var keys = from field in typeof(VisibilityKeys).GetFields()
                   where !NoNames.Contains(field.Name, StringComparer.Ordinal)
                   select (IEnumerable<string>)field.GetValue(null)!;
        var known = Names(PostSchema, "").Concat(Names(EventSchema, "")).Select(FrontMatterFields.Normalized);

        Assert.Empty(fields.SelectMany(names => names).Concat(keys.SelectMany(names => names)).Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void ReadsNoName_ThatOnlyAReaderKnows()
    {
        var known = Names(PostSchema, "").Concat(Names(EventSchema, "")).Select(FrontMatterFields.Normalized);
        var readers = Directory.EnumerateFiles(Path.Join(Source.Root, "src/Feeds/Content"), "*.cs", SearchOption.AllDirectories);
        var read = from file in readers
                   from Match call in ReadByName.Matches(File.ReadAllText(file))
                   from name in call.Groups["names"].Value.Split(',')
                   select name.Trim(' ', '"');

        Assert.Equal(["date", "id", "path", "summary", "type"], read.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Empty(read.Except(known, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("rrule", false, true)]
    [InlineData("startTime", false, true)]
    [InlineData("featured", true, false)]
    [InlineData("episode", true, false)]
    [InlineData("title", true, true)]
    [InlineData("draft", true, true)]
    [InlineData("expiryDate", true, true)]
    [InlineData("duration", true, true)]
    public void HasNames_OfItsKind(string name, bool isOfPosts, bool isOfEvents)
    {
        Assert.Equal(isOfPosts, Names(PostSchema, "").Contains(name));
        Assert.Equal(isOfEvents, Names(EventSchema, "").Contains(name));
    }

    [Fact]
    public void DescribesNames_OfTheKindAlone()
    {
        Assert.StartsWith("start: ", Description(EventSchema, "starts_at"), StringComparison.Ordinal);
        Assert.StartsWith("link: ", Description(EventSchema, "url"), StringComparison.Ordinal);
        Assert.StartsWith("address: ", Description(PostSchema, "url"), StringComparison.Ordinal);
        Assert.StartsWith("a file is hidden by a word", Description(PostSchema, "status"), StringComparison.Ordinal);
        Assert.Equal(Description(PostSchema, "publishedAt"), Description(PostSchema, "pub-date"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("title: Winter\ndate: 2027-02-10\n", true)]
    [InlineData("title: 2048\ndate: 2027-02-10T18:30:00+01:00\n", true)]
    [InlineData("summary: [Winter]\n", true)]
    [InlineData("title: [Winter, Summer]\n", false)]
    [InlineData("title: { en: Winter }\n", false)]
    [InlineData("weather: { snow: true }\ncss: [a, b]\n", true)]
    [InlineData("tags: one, two\ncategories: [a, { name: B }]\n", true)]
    [InlineData("taxonomies: { tags: [one] }\n", true)]
    [InlineData("author: Ana\n", true)]
    [InlineData("authors: [Ana, { name: Ben, url: https://ben.example/ }]\n", true)]
    [InlineData("date: { created: 2027-02-10, updated: 2027-02-11 }\n", true)]
    [InlineData("draft: yes\nunlisted: False\nprivate: 0\n", true)]
    [InlineData("draft: maybe\n", false)]
    [InlineData("is_draft: maybe\n", false)]
    [InlineData("params: { draft: maybe }\n", true)]
    [InlineData("params: { color: green }\n", true)]
    [InlineData("published: false\n", true)]
    [InlineData("published: 2027-02-10\n", true)]
    [InlineData("published: [2027-02-10, 2027-02-11]\n", false)]
    [InlineData("publishDate: { day: 10 }\n", false)]
    [InlineData("permalink: false\nimage: { src: a.png }\nnav: 2\n", true)]
    [InlineData("build: { list: never, render: link }\n", true)]
    [InlineData("build: { list: seldom }\n", false)]
    [InlineData("status: whatever\n", true)]
    public void AcceptsAPost_AsTheReaderDoes(string yaml, bool isValid) => Assert.Equal(isValid, OfPosts.Accepts(yaml));

    [Theory]
    [InlineData("start: 2027-02-10 18:30\nend: '20:30'\n", true)]
    [InlineData("start: { date: 2027-02-10, time: '18:30' }\n", true)]
    [InlineData("start: [2027-02-10, 2027-02-11]\n", false)]
    [InlineData("date: 2027-02-10\ntime: 18:30-21:00\n", true)]
    [InlineData("date: { day: 2027-02-10, time: '18:30' }\n", true)]
    [InlineData("date: { day: [2027-02-10, 2027-02-11] }\n", false)]
    [InlineData("location: { name: Mill, city: Prague, lat: 50.1, lon: 14.4 }\n", true)]
    [InlineData("geo: { lat: 50.1, lon: 14.4 }\n", true)]
    [InlineData("organizer: { name: Ana, email: ana@club.example }\n", true)]
    [InlineData("status: https://schema.org/EventPostponed\n", true)]
    [InlineData("cancelled: true\n", true)]
    [InlineData("cancelled: perhaps\n", false)]
    [InlineData("sequence: 2\n", true)]
    [InlineData("sequence: two\n", false)]
    [InlineData("rrule: { freq: weekly, byday: [mo, we] }\nexdates: [2027-02-10]\n", true)]
    [InlineData("overrides:\n- { date: 2027-02-10, status: cancelled }\n", true)]
    [InlineData("overrides: 2027-02-10\n", false)]
    public void AcceptsAnEvent_AsTheReaderDoes(string yaml, bool isValid) => Assert.Equal(isValid, OfEvents.Accepts(yaml));

    [Theory]
    [MemberData(nameof(Sites))]
    public void Accepts_WhatTheReaderHasNothingToSayOf(string folder)
    {
        var contents = ContentFolder.Read(Path.Join(Source.Root, folder), previous: null);
        var reading = SiteReader.Read(contents, FolderOf.Listening, previous: null);
        var blamed = reading.Diagnostics.Select(diagnostic => diagnostic.Path).ToHashSet(StringComparer.Ordinal);
        var refused = from file in contents.Files
                      where !blamed.Contains(file.Path)
                      let judge = JudgeOf(reading.Documents.GetValueOrDefault(file.Path)?.Outcome)
                      where judge is not null
                      let yaml = YamlOf(SourceText.Read(file, new DiagnosticBag(file.Path))!)
                      where yaml is not null && Judge.IsYaml(yaml) && !judge.Accepts(yaml)
                      select file.Path;

        Assert.Empty(refused);
    }

    private static Judge? JudgeOf(DocumentOutcome? outcome) => outcome switch
    {
        DocumentOutcome.Post => OfPosts,
        DocumentOutcome.Event => OfEvents,
        _ => null,
    };

    /// <summary>The YAML between the dashes; null where front matter has another form.</summary>
    private static string? YamlOf(string text)
    {
        var parts = $"\n{text}".Split("\n---\n");
        return parts.Length > 2 && parts[0].Length == 0 ? parts[1] : null;
    }

    /// <summary>The names of all keys at any depth, such as <c>geo.lat</c>; those of a start, an end or a place stand alone.</summary>
    private static IEnumerable<string> Names(ValueSchema schema, string prefix) =>
        from property in schema.Properties.Concat(schema.Definitions.SelectMany(definition => definition.Schema.Properties))
        from name in Names(property.Schema, $"{prefix}{property.Name}.").Append(prefix + property.Name)
        select name;

    private static string Description(ValueSchema schema, string name)
    {
        var property = schema.Properties.FirstOrDefault(property => property.Name == name).Schema
            ?? schema.PatternProperties.Single(other => Regex.IsMatch(name, other.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1))).Schema;
        return schema.Definitions.Single(definition => definition.Name == property.Reference).Schema.Description!;
    }
}
