using Feeds.Commands;
using Feeds.Content;
using Feeds.Content.Schemas;
using Feeds.Content.Settings;
using Feeds.Tests.Packaging;
using Xunit;

namespace Feeds.Tests.Content.Schemas;

/// <summary>The schema of <c>site.yaml</c> accepts what the reader accepts, and has the words of the manual.</summary>
public sealed class SiteSchemaTests
{
    private static readonly Judge Judge = new(SchemaCommand.Site());

    public static TheoryData<string> Manual =>
        [.. ManualPage.All.SelectMany(page => page.Files).Where(file => file.Path.EndsWith("site.yaml", StringComparison.Ordinal)).Select(file => file.Text)];

    [Theory]
    [InlineData("", true)]
    [InlineData("title: 2048\ndescription: true\nrights: no\n", true)]
    [InlineData("title:\nauthor:\npodcast:\nposts:\n", true)]
    [InlineData("description: [Club]\nurl: [https://club.example/]\n", true)]
    [InlineData("titel: Club\n", false)]
    [InlineData("Title: Club\n", false)]
    [InlineData("url: HTTPS://club.example/\n", true)]
    [InlineData("url: club.example\n", false)]
    [InlineData("url: ''\n", false)]
    [InlineData("author: Ana\n", true)]
    [InlineData("author: { name: Ana, email: ana@club.example, homepage: https://ana.example/ }\n", true)]
    [InlineData("timezone: Europe/Prague\n", true)]
    [InlineData("dates: Day-First\n", true)]
    [InlineData("dates: first\n", false)]
    [InlineData("tags: spaces\n", true)]
    [InlineData("tags: [spaces]\n", true)]
    [InlineData("tags: blanks\n", false)]
    [InlineData("pages: none\n", true)]
    [InlineData("pages: { mode: ALL, folders: [info] }\n", true)]
    [InlineData("pages: some\n", false)]
    [InlineData("pages: { mode: some }\n", false)]
    [InlineData("posts: blog\n", false)]
    [InlineData("posts: { folders: blog }\n", true)]
    [InlineData("posts: { folders: [blog, 2027], permalink: '/{year}/{slug}/' }\n", true)]
    [InlineData("posts: { permalink: /blog/ }\n", false)]
    [InlineData("posts: { folder: blog }\n", false)]
    [InlineData("events: { duration: 90m }\n", true)]
    [InlineData("events: { duration: 90 }\n", false)]
    [InlineData("events: { duration: long }\n", false)]
    [InlineData("calendar: { color: '#0c4b33', refresh: PT1H }\n", true)]
    [InlineData("calendar: { color: #0c4b33\n  , name: x }\n", true)]
    [InlineData("calendar: { color: green }\n", false)]
    [InlineData("calendar: { color: 123456 }\n", false)]
    [InlineData("feed: { entries: 5 }\n", true)]
    [InlineData("feed: { entries: '5' }\n", true)]
    [InlineData("feed: { entries: 0 }\n", false)]
    [InlineData("feed: { entries: 2.5 }\n", false)]
    [InlineData("feed: { entries: many }\n", false)]
    [InlineData("feed: { max_bytes: 512kib }\n", true)]
    [InlineData("feed: { max_bytes: 4096 }\n", true)]
    [InlineData("feed: { max_bytes: 1 MB }\n", true)]
    [InlineData("feed: { max_bytes: big }\n", false)]
    [InlineData("feed: { archive: no }\n", true)]
    [InlineData("feed: { archive: 1 }\n", true)]
    [InlineData("feed: { archive: 2 }\n", false)]
    [InlineData("feed: { archive: never }\n", false)]
    [InlineData("feed: { content: Summary }\n", true)]
    [InlineData("feed: { content: half }\n", false)]
    [InlineData("feed: { include: [Posts, events] }\n", true)]
    [InlineData("feed: { include: 'posts, events' }\n", true)]
    [InlineData("feed: { include: [pages] }\n", false)]
    [InlineData("taxonomies: []\n", true)]
    [InlineData("taxonomies: tags\n", true)]
    [InlineData("taxonomies: [tag]\n", false)]
    [InlineData("keys: { published: deployed_on, place: [hall, room] }\n", true)]
    [InlineData("keys: { publish: [deployed_on] }\n", false)]
    [InlineData("redirects: { /feed: /atom.xml, /old: https://old.example/ }\n", true)]
    [InlineData("redirects: { feed: /atom.xml }\n", false)]
    [InlineData("redirects: { /feed: atom.xml }\n", false)]
    [InlineData("hubs: https://hub.example/\n", true)]
    [InlineData("hubs: [https://hub.example/, HTTP://hub.example/]\n", true)]
    [InlineData("hubs: [hub.example]\n", false)]
    [InlineData("podcast: { explicit: false, type: Serial, category: 'A > B' }\n", true)]
    [InlineData("podcast: { type: weekly }\n", false)]
    [InlineData("podcast: { explict: false }\n", false)]
    public void AcceptsSettings_AsTheReaderDoes(string yaml, bool isValid)
    {
        var needed = string.Concat(
            yaml.Contains("itle:", StringComparison.Ordinal) ? "" : "title: Club\n",
            yaml.Contains("url:", StringComparison.Ordinal) ? "" : "url: https://club.example/\n");
        var report = new DiagnosticBag("site.yaml");
        SettingsFile.Read(needed + yaml, FolderOf.Listening, report);

        Assert.Equal(isValid, report.Diagnostics.All(diagnostic => diagnostic.Message.StartsWith("there is no 'url:'", StringComparison.Ordinal)));
        Assert.Equal(isValid, Judge.Accepts(yaml));
    }

    [Theory]
    [InlineData("timezone: { en: UTC }\n")]
    [InlineData("title: [Club, Society]\n")]
    [InlineData("url: { public: https://club.example/ }\n")]
    [InlineData("posts: { folders: { blog: true } }\n")]
    public void Refuses_WhatNothingIsReadOf(string yaml) => Assert.False(Judge.Accepts(yaml));

    [Theory]
    [MemberData(nameof(Manual))]
    public void Accepts_TheExamplesOfTheManual(string yaml) => Assert.True(Judge.Accepts(yaml));

    [Fact]
    public void Describes_EveryKeyOfTheManual()
    {
        var listed = ManualPage.Named("site-yaml.md").Rows("key", "means").SelectMany(row => row[0]);

        ManualLists.AreSame(listed, Described(SiteSchema.Read(), ""));
    }

    private static IEnumerable<string> Described(ValueSchema schema, string prefix) =>
        from property in schema.Properties.Concat(schema.AnyOf.SelectMany(form => form.Properties))
        let key = prefix + property.Name
        from name in Described(property.Schema, $"{key}.").Concat(property.Schema.Description is null ? [] : [key])
        select name;
}
