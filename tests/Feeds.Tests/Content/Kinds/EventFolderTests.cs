using Xunit;

namespace Feeds.Tests.Content.Kinds;

/// <summary>The files in the folder of one event are no events.</summary>
public sealed class EventFolderTests
{
    private const string Event = "---\ntitle: Maps\nstart: 2027-03-18 18:30\nend: '20:30'\nlocation: Hall\n---\n";

    [Theory]
    [InlineData("events/maps/index.md", "events/maps/README.md", "# Maps\n\nHow to edit.")]
    [InlineData("events/maps/index.md", "events/maps/talks/a.md", "---\ntitle: A talk\nspeaker: Ana\n---\nText.")]
    [InlineData("events/maps/index.md", "events/maps/talks/2027-03-18-a.md", "---\ntitle: A talk\ndate: 2027-03-18\n---\nText.")]
    [InlineData("events/maps/index.md", "events/maps/agenda.md", "| Time | Talk |\n|---|---|\n| 18:30 | Maps |")]
    [InlineData("events/maps.md", "events/maps/talks/a.md", "---\ntitle: A talk\ndate: 2027-03-18\n---\nText.")]
    [InlineData("events/2027/maps/index.md", "events/2027/maps/speakers/ana.md", "---\nname: Ana\n---\nText.")]
    [InlineData("events/maps/index.md", "events/maps/agenda.yaml", "- { time: '18:30', title: Maps }\n- { time: '19:00', title: More maps }\n")]
    [InlineData("events/maps/index.md", "events/maps/speakers.yml", "name: Ana\n")]
    [InlineData("events/maps/index.md", "events/maps/agenda.csv", "time,title\n18:30,Maps\n")]
    public void IsNoEvent_InTheFolderOfOne(string path, string other, string text)
    {
        var reading = FolderOf.Site((path, Event), (other, text));

        Assert.Equal([path], reading.Site.Events.Select(@event => @event.Path));
        Assert.Empty(reading.Site.Posts);
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("events/README.md", "# Events\n\nHow to add one.")]
    [InlineData("events/CONTRIBUTING.md", "Write a file.")]
    public void IsNoEvent_WhenItIsAboutTheSource(string other, string text)
    {
        var reading = FolderOf.Site(("events/maps.md", Event), (other, text));

        Assert.Equal(["events/maps.md"], reading.Site.Events.Select(@event => @event.Path));
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("events/2027/index.md", "---\ntitle: Events of 2027\n---\n", "events/2027/maps.md")]
    [InlineData("events/maps/index.md", Event, "events/maps/workshop.md")]
    [InlineData("events/_index.md", "---\ntitle: Events\n---\n", "events/maps.md")]
    [InlineData("events/other.md", Event, "events/maps/maps.md")]
    [InlineData("events/other.md", Event, "events/README.md")]
    public void IsAnEvent_WithAStartOfItsOwn(string other, string text, string path) =>
        Assert.Contains(path, FolderOf.Site((other, text), (path, Event)).Site.Events.Select(@event => @event.Path));
}
