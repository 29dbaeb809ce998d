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

    private static string? Plain(Field? fact) => fact is null ? null : BodyMetadata.Plain(fact);
}
