using Feeds.Content;
using Feeds.Content.Settings;
using Feeds.Model;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Content;

public sealed class SettingsFileTests
{
    private const string Needed = "title: T\nurl: https://club.example\n";

    [Fact]
    public void HoldsEachSetting_AsWritten()
    {
        var report = new DiagnosticBag("site.yaml");

        var settings = SettingsFile.Read(
            """
            title: SyClub
            url: https://club.example/below?x#y
            description: Meetups
            language: en-AU
            timezone: Australia/Sydney
            dates: day-first
            author: { name: Ann, email: ann@club.example, url: https://ann.example/ }
            rights: CC BY 4.0
            posts: { folders: [notes], permalink: "/{path}/" }
            events: { folders: talks, permalink: "https://talks.example/{slug}", duration: 90m }
            calendar: { name: Club, description: Talks, color: "#0c4b33", refresh: PT2H }
            feed: { entries: 5, content: summary }
            keys: { published: [deployed_on, Went-Live], title: heading, every: comes_back }
            tags: spaces
            redirects: { /feed: /atom.xml, /old: https://old.example/ }
            """, FolderOf.Listening, report);

        Assert.Empty(report.Diagnostics);
        Assert.Equal(("SyClub", "https://club.example/below/", "Meetups", "en-AU"), (settings.Title, settings.Url.AbsoluteUri, settings.Description, settings.Language));
        Assert.Equal(("Australia/Sydney", DateOrder.DayFirst, "CC BY 4.0", TagSeparator.Space), (settings.Zone.Id, settings.Dates, settings.Rights, settings.Tags));
        Assert.Equal(new Person("Ann", "ann@club.example", new Uri("https://ann.example/")), settings.Author);
        Assert.Equal(["notes"], settings.Posts.Folders);
        Assert.Equal("/{path}/", settings.Posts.Permalink);
        Assert.Equal(["talks"], settings.Events.Folders);
        Assert.Equal(("https://talks.example/{slug}", Duration.FromMinutes(90)), (settings.Events.Permalink, settings.Events.Duration));
        Assert.Equal(("Club", "Talks", "#0c4b33", Duration.FromHours(2)), (settings.Calendar.Name, settings.Calendar.Description, settings.Calendar.Color, settings.Calendar.Refresh));
        Assert.Equal((5, FeedContent.Summary), (settings.Feed.Entries, settings.Feed.Content));
        Assert.Equal([("comesback", "every"), ("deployedon", "publishedat"), ("heading", "title"), ("wentlive", "publishedat")], settings.Keys.Select(key => (key.Key, key.Value)).Order());
        Assert.Equal([("/feed", "/atom.xml"), ("/old", "https://old.example/")], settings.Redirects.Select(redirect => (redirect.Key, redirect.Value)).Order());
    }

    [Theory]
    [InlineData("url: club.example", "1: error: 'url' (club.example) is not a valid address; write one such as https://example.org/")]
    [InlineData("url: https://club.example\nicon: javascript:x()", "2: error: 'icon' (javascript:x()) is neither a file of the content nor an address; write one such as icon.png")]
    [InlineData("url: https://club.example\npodcast: { image: \"file:///etc/x.png\" }", "2: error: 'podcast.image' (file:///etc/x.png) is neither a file of the content nor an address; write one such as icon.png")]
    [InlineData("url: ftp://club.example", "1: error: 'url' (ftp://club.example) is not a valid address; write one such as https://example.org/")]
    [InlineData("timezone: Nowhere", "1: error: 'timezone' (Nowhere) is not a time zone; write an IANA name such as Europe/Prague")]
    [InlineData("timezone: AUS Eastern Standard Time", "1: warning: 'timezone' (AUS Eastern Standard Time) is a Windows zone name; write Australia/Sydney")]
    [InlineData("dates: us", "1: error: 'dates' (us) is neither 'day-first' nor 'month-first'")]
    [InlineData("tags: tabs", "1: error: 'tags' (tabs) is neither 'commas' nor 'spaces'")]
    [InlineData("posts: here", "1: error: 'posts' must hold further keys; write them below it, indented")]
    [InlineData("posts: { permalink: /x/ }", "1: error: 'posts.permalink' (/x/) gives every document the same address; write {slug} or {path} in it")]
    [InlineData("posts: { folder: x }", "1: warning: 'posts.folder' is an unknown setting")]
    [InlineData("events:\n  duration: long", "2: error: 'events.duration' (long) is not a valid duration; write one such as PT2H or PT90M")]
    [InlineData("calendar: { color: green }", "1: error: 'calendar.color' (green) is not a colour; write one such as \"#0c4b33\", in quotes")]
    [InlineData("calendar: { refresh: often }", "1: error: 'calendar.refresh' (often) is not a valid duration; write one such as PT2H or PT90M")]
    [InlineData("feed: { entries: 0 }", "1: error: 'feed.entries' (0) is not a number above zero")]
    [InlineData("feed: { entries: many }", "1: error: 'feed.entries' (many) is not a number above zero")]
    [InlineData("feed: { content: half }", "1: error: 'feed.content' (half) is neither 'full' nor 'summary'")]
    [InlineData("keys: { nothing: x }", "1: warning: 'keys.nothing' is an unknown setting")]
    [InlineData("redirects: { feed: /atom.xml }", "1: error: 'redirects' leads from a path to a path or an address; write '/feed: /atom.xml' in place of 'feed: /atom.xml'")]
    [InlineData("redirects: { /feed: atom.xml }", "1: error: 'redirects' leads from a path to a path or an address; write '/feed: /atom.xml' in place of '/feed: atom.xml'")]
    [InlineData("colour: red", "1: warning: 'colour' is an unknown setting")]
    public void ReportsSetting_ThatCannotBeRead(string line, string expected)
    {
        var report = new DiagnosticBag("site.yaml");

        SettingsFile.Read($"{line}\n{(line.StartsWith("url", StringComparison.Ordinal) ? "title: T\n" : Needed)}", FolderOf.Listening, report);

        Assert.Equal([$"site.yaml:{expected}"], report.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Theory]
    [InlineData(null, "site.yaml: warning: there is no site.yaml; write one with at least 'title:' and 'url:'")]
    [InlineData("title: T", "site.yaml: warning: there is no 'url:', so ids and links are made from http://127.0.0.1:5000/; write the public address")]
    [InlineData("url: https://club.example", null)]
    public void Serves_WithWhatIsThere(string? text, string? expected)
    {
        var report = new DiagnosticBag("site.yaml");

        var settings = SettingsFile.Read(text, FolderOf.Listening, report);

        Assert.Equal(expected is null ? [] : [expected], report.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal(("/posts/{slug}/", 20, "UTC"), (settings.Posts.Permalink, settings.Feed.Entries, settings.Zone.Id));
    }
}
