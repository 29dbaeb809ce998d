using Feeds.Content;
using Feeds.Content.Files;
using Xunit;

namespace Feeds.Tests.Content.Kinds;

/// <summary>What makes a file a post, an event, or neither.</summary>
public sealed class DocumentKindTests
{
    private const string Dated = "title: A\ndate: 2025-01-02";
    private const string Facts = "**Date**: March 12, 2027\n**Location**: Hall\n";

    [Theory]
    [InlineData("", "posts/a.md", "post")]
    [InlineData("", "events/a.md", "event")]
    [InlineData("", "blog/events/a.md", "event")]
    [InlineData("", "events/news/a.md", "post")]
    [InlineData("posts: { folders: [blog] }", "blog/events/a.md", "post")]
    [InlineData("posts: { folders: [blog] }", "events/a.md", "event")]
    [InlineData("posts: { folders: [blog] }", "events/blog/a.md", "post")]
    [InlineData("events: { folders: [blog] }", "blog/posts/a.md", "event")]
    [InlineData("events: { folders: [talks] }\nposts: { folders: [talks/recaps] }", "talks/recaps/a.md", "post")]
    [InlineData("events: { folders: [talks] }\nposts: { folders: [talks/recaps] }", "talks/a.md", "event")]
    [InlineData("events: { folders: [recaps] }\nposts: { folders: [talks] }", "talks/recaps/a.md", "event")]
    [InlineData("events: { folders: [/events] }", "blog/events/a.md", "post")]
    [InlineData("events: { folders: [/events] }", "events/a.md", "event")]
    [InlineData("events: { folders: [/events/] }", "events/2025/a.md", "event")]
    [InlineData("events: { folders: [./events] }", "events/a.md", "event")]
    [InlineData("events: { folders: [/content/events] }", "content/events/a.md", "event")]
    [InlineData("events: { folders: [/content/events] }", "old/content/events/a.md", "post")]
    [InlineData("events: { folders: [] }", "events/a.md", "post")]
    public void IsDecidedByTheFolder_WhenNothingElseSaysSo(string settings, string path, string kind) => Assert.Equal(kind, Kind(path, Dated, "Text.\n", settings));

    [Theory]
    [InlineData("posts/a.md", "type: event", "event")]
    [InlineData("posts/a.md", "layout: event", "event")]
    [InlineData("posts/a.md", "layout: post\ntype: event", "event")]
    [InlineData("events/a.md", "type: post", "post")]
    [InlineData("events/a.md", "type: Post", "post")]
    [InlineData("events/a.md", "type: post\nstart: 2027-01-01\nvenue: Hall", "post")]
    [InlineData("events/a.md", "layout: post", "event")]
    [InlineData("posts/a.md", "layout: post\nvenue: Hall", "event")]
    [InlineData("posts/a.md", "start: 2027-01-01", "event")]
    [InlineData("a.md", "type: post", "post")]
    public void IsDecidedByTheType_BeforeAllElse(string path, string lines, string kind) => Assert.Equal(kind, Kind(path, $"{Dated}\n{lines}", Facts));

    [Theory]
    [InlineData("**Date**: March 12, 2027\n**Location**: Hall\n", "event")]
    [InlineData("**Date**: March 12, 2027\n\n**Location**: Hall\n", "event")]
    [InlineData("**Event**: [A](https://a.example/)\n\n**Location**: Hall\n\n**Date**: March 12, 2027\n\nText.\n", "event")]
    [InlineData("- **When:** March 12, 2027\n- **Speaker:** Ada\n- **Where:** Hall\n", "event")]
    [InlineData("| **Date** | March 12, 2027 |\n|---|---|\n| **Time** | 18:30 |\n", "event")]
    [InlineData("![A picture](a.png)\n\n**Date**: March 12, 2027\n**Time**: 18:30\n", "event")]
    [InlineData("<!-- note -->\n\n**Date**: March 12, 2027\n**Time**: 18:30\n", "event")]
    [InlineData("**Date**: March 12, 2027\n", "post")]
    [InlineData("**Date**: March 12, 2027\n**Event**: [A](https://a.example/)\n", "post")]
    [InlineData("Date: March 12, 2027\nLocation: Hall\n", "post")]
    [InlineData("A fine evening.\n\n**Date**: March 12, 2027\n**Location**: Hall\n", "post")]
    [InlineData("# Meetup\n\n**Date**: March 12, 2027\n**Location**: Hall\n", "post")]
    [InlineData("A fine evening.\n\n## Next meeting\n\n- **Date:** March 12, 2027\n- **Where:** Hall\n", "post")]
    [InlineData("**Date**: March 12, 2027\n\nA fine evening.\n\n**Location**: Hall\n", "post")]
    [InlineData("## Date\n\nMarch 12, 2027\n\n## Location\n\nHall\n", "post")]
    [InlineData("```\n**Date**: March 12, 2027\n**Location**: Hall\n```\n", "post")]
    public void IsAnEvent_WhenAPostBeginsWithItsFacts(string body, string kind) => Assert.Equal(kind, Kind("posts/a.md", Dated, body));

    [Theory]
    [InlineData("talks/a.md", "date: 2025-01-02", "# Meetup\n\n**Date**: March 12, 2027\n**Location**: Hall\n", "event")]
    [InlineData("talks/a.md", "date: 2025-01-02", "A recap.\n\n## Next meeting\n\n- **Date:** March 12, 2027\n- **Where:** Hall\n", "post")]
    [InlineData("talks/2025-01-02-a.md", "title: A", "A recap.\n\n- **Date:** March 12, 2027\n- **Where:** Hall\n", "post")]
    [InlineData("talks/a.md", "title: A", "Come to us.\n\n- **Date:** March 12, 2027\n- **Where:** Hall\n", "event")]
    [InlineData("talks/a.md", "title: A", "Come to us.\n", "none")]
    public void IsAnEvent_OutsideTheFolders_WhenItIsAboutOne(string path, string lines, string body, string kind) => Assert.Equal(kind, Kind(path, lines, body));

    [Fact]
    public void FillsInFacts_FromAnywhere_InAnEvent()
    {
        var @event = Assert.Single(FolderOf.Site(("events/a.md", "---\ntitle: A\n---\nCome.\n\n## Date\n\nMarch 12, 2027\n\n## Location\n\nHall\n")).Site.Events);

        Assert.Equal(("Hall", 12), (@event.Place?.Name, @event.FirstDay.Day));
    }

    [Theory]
    [InlineData("events/a.md", "title: A\ndate: 2027-01-01", "its folder")]
    [InlineData("events/a.md", "title: A\ndate: 2027-01-01\nlocation: Hall", null)]
    [InlineData("events/a.md", "title: A\nstart: 2027-01-01", null)]
    [InlineData("events/a.md", "title: A\ntype: event\ndate: 2027-01-01", null)]
    [InlineData("posts/a.md", "title: A\nwhen: 2027-01-01", "'when'")]
    [InlineData("posts/a.md", "title: A\nvenue: Hall\ndate: 2027-01-01", null)]
    [InlineData("posts/a.md", "title: A\nstart: 2027-01-01\nend: 2027-01-02", null)]
    public void NamesTheOneSign_ThatMadeAnEvent(string path, string lines, string? expected) =>
        Assert.Equal(expected, FolderOf.Site((path, $"---\n{lines}\n---\nText.\n")).Documents[path].OnlySign?.Words);

    [Theory]
    [InlineData("title: A\ndate: 2027-01-01\nlocation: Hall\nall-day: true\n")]
    [InlineData("---\ntitle: A\ndate: 2027-01-01\nall-day: true\n")]
    [InlineData("---\ntitle: A\ndate: 2027-01-01\nall-day: true\n---\n")]
    [InlineData("---\ntitle: A\ndate: 2027-01-01\nall-day: true\n...\n")]
    [InlineData("# note\n---\ntitle: A\ndate: 2027-01-01\nall-day: true\n---\n\n")]
    [InlineData("title: A\ndate: 2027-01-01\nall-day: true\nspeakers:\n  - { name: Ada }\n  - { name: Bea }\n")]
    [InlineData("title: A\nevery: friday\nstart: 2027-01-01\nall-day: true\noverrides: [{ date: 2027-01-08, title: B }]\n")]
    public void PublishesAYamlFile_WithOneEvent(string yaml)
    {
        var reading = FolderOf.Site(("events/a.yaml", yaml));

        Assert.Equal("A", Assert.Single(reading.Site.Events).Title);
        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public void NamesFilesThatAreNotRead_InOneWarningForEachCure()
    {
        var folder = FolderOf.Files(("site.yaml", FolderOf.SiteYaml), ("_data/conferences.yml", "- title: A\n"), ("_data/events.yml", "- title: B\n  start: 2027-01-01T18:00\n  duration: 1h\n"), ("_data/people.yml", "a: b\n"), ("events/a.md", "---\ntitle: A\nstart: 2027-01-01T18:00\nduration: 1h\n---\n")) with
        {
            Assets = [.. new[] { "assets/a.json", "calendar.json", "events/a.png", "events/events.11tydata.json", "events/more.ics" }.Select(path => AssetFile.At(path, new FileVersion(path, 1, DateTime.UnixEpoch)))],
        };

        var reading = SiteReader.Read(folder, FolderOf.Listening, previous: null);

        Assert.Equal(
            [
                "_data/conferences.yml: warning: 2 files lie where events are, and are not read: _data/conferences.yml, calendar.json; if events are listed there, write 'events: { files: [_data/events.yml, _data/conferences.yml, calendar.json] }' in site.yaml",
                "events/more.ics: warning: this file lies where events are, and is not read: events/more.ics; write each event in a Markdown or YAML file of its own, below 'events'",
            ],
            reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    private static string Kind(string path, string lines, string body, string settings = "")
    {
        var site = FolderOf.Site(("site.yaml", $"{FolderOf.SiteYaml}{settings}\n"), (path, $"---\n{lines}\n---\n{body}")).Site;
        if (site.Posts.Length + site.Events.Length == 0) return "none";
        return site.Posts.Length > 0 ? "post" : "event";
    }
}
