using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Xunit;

namespace Feeds.Tests.Content;

public sealed class BodyMetadataTests
{
    [Theory]
    [InlineData("**Location**: Hall")]
    [InlineData("**Location:** Hall")]
    [InlineData("**Location** : Hall")]
    [InlineData("__Location__: Hall")]
    [InlineData("- **Where:** Hall")]
    [InlineData("* **Where**: Hall")]
    [InlineData("+ **Where**: Hall")]
    [InlineData("1. **Where**: Hall")]
    [InlineData("12) **Where**: Hall")]
    [InlineData("> **Where**: Hall")]
    [InlineData("📍 **Where**: Hall")]
    [InlineData("**📍 Where**: Hall")]
    [InlineData("| Where | Hall |")]
    [InlineData("| **Where** | Hall |")]
    [InlineData("|Where|Hall|")]
    [InlineData("Where: Hall")]
    [InlineData("- Where: Hall")]
    [InlineData("**VENUE**: Hall")]
    [InlineData("**Place**: Hall<br>")]
    [InlineData("**Place**: Hall\\")]
    [InlineData("**Place**: [Hall](https://map.example/)")]
    [InlineData("**Place**: `Hall`")]
    [InlineData("## Location\n\nHall")]
    [InlineData("### Location:\nHall")]
    public void FindsPlace_InEveryForm(string body) => Assert.Equal("Hall", Plain(BodyMetadata.Read(body, 1).Place));

    [Theory]
    [InlineData("Text first.\n\nWhere: Hall")]
    [InlineData("```\n**Where**: Hall\n```")]
    [InlineData("~~~\n**Where**: Hall\n~~~")]
    [InlineData("**Where**:")]
    [InlineData("**Where** Hall")]
    [InlineData("**Whereabouts**: Hall")]
    [InlineData("## Location\n\n## Next\n\nHall")]
    [InlineData("Everywhere: Hall")]
    public void FindsNothing_WhereNoFactIs(string body) => Assert.Null(BodyMetadata.Read(body, 1).Place);

    [Fact]
    public void FindsEachLabel_WithItsLine()
    {
        var facts = BodyMetadata.Read(
            "**Event**: [Sign up](https://rsvp.example/)\n**Venue**: Hall\n**Address**: 1 Main Street\n**When**: 2 January 2025\n**Time**: 18:30\n**Ends**: 20:00\n**Zoom**: <https://meet.example/>\n**Attendance**: ~25\n", 5);

        Assert.Equal(
            ["Event 5", "Venue 6", "Address 7", "When 8", "Time 9", "Ends 10", "Zoom 11"],
            new[] { facts.Link, facts.Place, facts.Address, facts.Date, facts.Time, facts.End, facts.Online }.Select(fact => string.Create(null, $"{fact!.Key} {fact.Line}")));
        Assert.Equal("https://rsvp.example/", BodyMetadata.LinkOf(facts.Link!)?.AbsoluteUri);
        Assert.Equal("https://meet.example/", BodyMetadata.LinkOf(facts.Online!)?.AbsoluteUri);
        Assert.True(facts.MakeAnEvent);
    }

    [Theory]
    [InlineData("**Date**: 2 January 2025", false)]
    [InlineData("**Date**: 2 January 2025\n**Where**: Hall", true)]
    [InlineData("**Date**: 2 January 2025\n**Time**: 18:30", true)]
    [InlineData("Date: 2 January 2025\nWhere: Hall", false)]
    [InlineData("**Where**: Hall", false)]
    public void MakesAnEvent_WhenMarkedAndComplete(string body, bool expected) => Assert.Equal(expected, BodyMetadata.Read(body, 1).MakeAnEvent);

    [Theory]
    [InlineData("[name]()")]
    [InlineData("[]()")]
    [InlineData("[name](javascript:run())")]
    [InlineData("name")]
    public void HasNoLink_WhenNoneIsWritten(string value) => Assert.Null(BodyMetadata.LinkOf(new Field("Event", new TextValue(value, 1), 1)));

    [Fact]
    public void TakesTheFirst_OfTwoAlike() => Assert.Equal("Hall", Plain(BodyMetadata.Read("**Where**: Hall\n**Venue**: Barn\n", 1).Place));

    [Fact]
    public void TakesDoors_WhenNoTimeIsGiven()
    {
        Assert.Equal("18:00", Plain(BodyMetadata.Read("**Doors**: 18:00\n", 1).Time));
        Assert.Equal("18:30", Plain(BodyMetadata.Read("**Doors**: 18:00\n**Time**: 18:30\n", 1).Time));
    }

    [Theory]
    [InlineData("| Time | Talk |\n|---|---|\n| 18:30 | Welcome |\n| 19:00 | Maps |")]
    [InlineData("| When | What |\n|:--|:--|\n| 18:30 | Welcome |")]
    [InlineData("| **Time** | **Talk** |\n| --- | --- |\n| 18:30 | Welcome |")]
    [InlineData("| Time | Talk | Speaker |\n|---|---|---|\n| 18:30 | Maps | Ana |")]
    [InlineData("| Date | Event |\n|---|---|\n| 2027-01-02 | Maps |")]
    [InlineData("| What | When |\n|---|---|\n| Doors | 18:00 |\n| Talks | 18:30 |")]
    [InlineData("| Starts | Session |\n|---|---|\n| 9:00 | Keynote |\n| Ends | 17:00 |\n| a | b | c |")]
    [InlineData("## Time\n\nWe begin when everybody is here, and end before the last tram.")]
    [InlineData("## When\n\nEvery month, see the list below.")]
    [InlineData("### Date\n\nWe will announce the 3 dates of the winter soon on our list.")]
    [InlineData("## Starts\n\nAs soon as it is dark")]
    public void FindsNoTime_InAnAgendaOrProse(string body)
    {
        var facts = BodyMetadata.Read(body, 1);

        Assert.Null((facts.Date ?? facts.Time ?? facts.End)?.Key);
    }

    [Theory]
    [InlineData("| Time | 18:30 |\n|---|---|\n| Where | Hall |", "18:30")]
    [InlineData("| | |\n|---|---|\n| Time | 18:30 |\n| Where | Hall |", "18:30")]
    [InlineData("| Fact | Value |\n|---|---|\n| **Time** | 18:30 |", "18:30")]
    [InlineData("| Time | 18:30 |\n|---|---|", "18:30")]
    [InlineData("| Where | Hall |\n| Time | 18:30 |", "18:30")]
    [InlineData("## Time\n\n18:30 – 21:00", "18:30 – 21:00")]
    [InlineData("## Time\n\n6:30 PM", "6:30 PM")]
    [InlineData("## Time\n\n25:00", "25:00")]
    public void FindsTheTime_InATableOfFacts(string body, string expected) => Assert.Equal(expected, Plain(BodyMetadata.Read(body, 1).Time));

    [Theory]
    [InlineData("| Time | Talk |\n|---|---|\n| 18:30 | Welcome |\n| 19:00 | Maps |")]
    [InlineData("| When | What |\n|---|---|\n| 18:30 | Welcome |\n| Where | Hall |")]
    [InlineData("## Time\n\nWe begin when everybody is here.")]
    [InlineData("## When\n\nSee the list.\n\n## Where\n\nHall")]
    [InlineData("## Schedule\n\n| Time | Talk | Speaker |\n|---|---|---|\n| 18:30 | Maps | Ana |")]
    public void SaysNothing_WhenFrontMatterSaysItAll(string body) =>
        Assert.Equal(["20270318T183000 20270318T203000"], ReadEvent.Of("start: 2027-03-18 18:30|end: '20:30'", body));

    private static string? Plain(Field? fact) => fact is null ? null : BodyMetadata.Plain(fact);
}
