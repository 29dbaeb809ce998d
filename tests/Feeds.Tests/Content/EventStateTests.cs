using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Whether an event takes place, as people and programs write it.</summary>
public sealed class EventStateTests
{
    [Theory]
    [InlineData("status: Cancelled due to weather", EventState.Cancelled)]
    [InlineData("status: cancelled!", EventState.Cancelled)]
    [InlineData("status: CANCELED (storm)", EventState.Cancelled)]
    [InlineData("status: 'Cancelled: no room'", EventState.Cancelled)]
    [InlineData("status: https://schema.org/EventCancelled", EventState.Cancelled)]
    [InlineData("is_cancelled: true", EventState.Cancelled)]
    [InlineData("isCanceled: yes", EventState.Cancelled)]
    [InlineData("state: cancelled", EventState.Cancelled)]
    [InlineData("status: past\nstate: cancelled", EventState.Confirmed)]
    [InlineData("postponed: true", EventState.Postponed)]
    [InlineData("is_postponed: true", EventState.Postponed)]
    [InlineData("status: Postponed until May", EventState.Postponed)]
    [InlineData("status: rescheduled, see below", EventState.Moved)]
    [InlineData("status: past", EventState.Confirmed)]
    [InlineData("status: Upcoming", EventState.Confirmed)]
    [InlineData("status: done", EventState.Confirmed)]
    [InlineData("status: open", EventState.Confirmed)]
    [InlineData("state: NSW", EventState.Confirmed)]
    [InlineData("postponed: false", EventState.Confirmed)]
    [InlineData("is_cancelled: false", EventState.Confirmed)]
    [InlineData("cancelled: ''", EventState.Confirmed)]
    public void ReadsAState_WithoutAWord(string lines, EventState expected)
    {
        var reading = FolderOf.Site(("events/a.md", $"---\ntitle: A\nstart: 2026-02-10 18:00\nduration: 2h\n{lines}\n---\n"));

        Assert.Equal(expected, Assert.Single(reading.Site.Events).Status);
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("CANCELLED Pub night", EventState.Cancelled)]
    [InlineData("CANCELED - Pub night", EventState.Cancelled)]
    [InlineData("'[Cancelled] Pub night'", EventState.Cancelled)]
    [InlineData("(cancelled) Pub night", EventState.Cancelled)]
    [InlineData("'Cancelled: Pub night'", EventState.Cancelled)]
    [InlineData("Cancelled culture", EventState.Confirmed)]
    [InlineData("Pub night, not CANCELLED", EventState.Confirmed)]
    [InlineData("CANCELLED Pub night\nstatus: confirmed", EventState.Confirmed)]
    public void ReadsAState_FromTheStartOfATitle(string title, EventState expected)
    {
        var reading = FolderOf.Site(("events/a.md", $"---\ntitle: {title}\nstart: 2026-02-10 18:00\nduration: 2h\n---\n"));

        Assert.Equal(expected, Assert.Single(reading.Site.Events).Status);
        var notes = reading.Diagnostics.Select(diagnostic => diagnostic.ToString());
        Assert.Equal(expected == EventState.Cancelled ? ["events/a.md:2: note: its title says that it is cancelled, so it is; write 'status: cancelled', or 'status: confirmed' if not"] : [], notes);
    }
}
