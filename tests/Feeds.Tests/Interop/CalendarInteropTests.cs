using System.Collections.Immutable;
using Feeds.Model.Names;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>Calendars see the events that the site has.</summary>
public sealed class CalendarInteropTests : IDisposable
{
    private readonly TempFolder home = new();

    public static TheoryData<string, string> ClientsAndSites => new MatrixTheoryData<string, string>(["icalendar", "vobject", "libical", "ical.js", "node-ical", "khal"], ["sample", "nasty"]);

    public void Dispose() => home.Dispose();

    [Theory]
    [MemberData(nameof(ClientsAndSites))]
    public async Task Sees_EveryEventOfTheCalendar(string client, string name)
    {
        var site = StrangeSite.Named(name);

        Assert.Equal(site.Events, await SeenAsync(Named(client), site, [Addresses.Calendar]));
    }

    [Theory]
    [MemberData(nameof(ClientsAndSites))]
    public async Task Sees_EveryEventAlone(string client, string name)
    {
        var site = StrangeSite.Named(name);

        Assert.Equal(site.Events, await SeenAsync(Named(client), site, site.Site.Events.Select(@event => @event.CalendarPath)));
    }

    // python-icalendar 4, and so khal, takes the second half of an escaped backslash for the first half of the next pair, and so does node-ical.
    [Theory]
    [InlineData("vobject")]
    [InlineData("libical")]
    [InlineData("ical.js")]
    public async Task Sees_BackslashesAsTheyAre(string client)
    {
        var site = StrangeSite.Named("backslashes");

        Assert.Equal(site.Events, await SeenAsync(Named(client), site, [Addresses.Calendar]));
    }

    // python-icalendar 4 cannot read the UNTIL of a VTIMEZONE's rule, and khal and node-ical look zones up by name.
    [Theory]
    [InlineData("vobject")]
    [InlineData("libical")]
    [InlineData("ical.js")]
    public async Task Tells_EveryZoneOfTheDatabase(string client)
    {
        var site = StrangeSite.Named("zones");

        Assert.Equal(site.Events, await SeenAsync(Named(client), site, [Addresses.Calendar]));
    }

    // It keeps neither UID nor status.
    [Theory]
    [InlineData("sample")]
    [InlineData("nasty")]
    public async Task Calcurse_KeepsEveryEvent(string name)
    {
        var site = StrangeSite.Named(name);

        var events = await SeenAsync(ForeignProgram.Calcurse, site, [Addresses.Calendar]);

        Assert.Equal(InOrderOfTime(site.Events.Select(@event => @event with { Uid = "", Status = "" })), InOrderOfTime(events));
    }

    // khal sees them too, but needs minutes for so many.
    [Theory]
    [InlineData("icalendar")]
    [InlineData("vobject")]
    [InlineData("libical")]
    [InlineData("ical.js")]
    [InlineData("node-ical")]
    public async Task Sees_ManyEvents_FoldedAnywhere(string client)
    {
        var site = StrangeSite.Named("many");

        Assert.Equal(site.Events, await SeenAsync(Named(client), site, site.Publication.Representations.Keys.Where(IsPartOfTheMainCalendar)));
    }

    [Fact]
    public async Task Khal_ListsEachEvent_OnItsDays()
    {
        var listed = await ForeignProgram.Khal.ReadAsync<ImmutableArray<ListedEvent>>(home, Written(StrangeSite.Named("sample"), [Addresses.Calendar]));

        Assert.Equal(
            [
                "Show and tell, once more: 2025-11-12",
                "Spring weekend 2026: 2026-03-27 2026-03-28 2026-03-29",
                "Robots in the garden: 2026-06-10",
                "An evening of maps: 2026-09-09",
                "Lights that know the time: 2026-12-09",
                "A call across the ocean: 2026-12-17",
                "New Year's Eve at the mill: 2026-12-31",
                "Questions by the stove (online): 2027-01-13",
                "Soirée with נֹעָה ✨: letters that run both ways: 2027-02-10",
                "Repair Saturday: 2027-02-20",
                "Night before the missing hour: 2027-03-27 2027-03-28",
                "A walk to the transmitter: 2027-04-14",
                "Spring weekend 2027: 2027-04-23 2027-04-24 2027-04-25",
            ],
            listed.Select(@event => $"{@event.Summary}: {string.Join(' ', @event.Days)}"));
    }

    /// <summary>What the client sees in the calendars at the paths, in order of UID, with a description only where one is expected.</summary>
    private async Task<IEnumerable<ObservedEvent>> SeenAsync(ForeignProgram client, StrangeSite site, IEnumerable<string> paths)
    {
        var events = await client.ReadAsync<ImmutableArray<ObservedEvent>>(home, Written(site, paths));
        var isDescribed = site.Events.Any(@event => @event.Description is not null);
        return events.Distinct().OrderBy(@event => @event.Uid, StringComparer.Ordinal).Select(@event => isDescribed ? @event : @event with { Description = null });
    }

    /// <summary>Whether it is the calendar of all, or of one of the years that are left out of that where it is too large.</summary>
    private static bool IsPartOfTheMainCalendar(string path) =>
        path == Addresses.Calendar || (path.StartsWith("/calendar/", StringComparison.Ordinal) && path.EndsWith(".ics", StringComparison.Ordinal));

    private static IEnumerable<ObservedEvent> InOrderOfTime(IEnumerable<ObservedEvent> events) =>
        events.OrderBy(@event => @event.Start, StringComparer.Ordinal).ThenBy(@event => @event.Summary, StringComparer.Ordinal);

    private string[] Written(StrangeSite site, IEnumerable<string> paths) => [.. paths.Select(path =>
    {
        home.Write(path, site.Publication.Representations[path].Identity.ToArray());
        return home.At(path);
    })];

    private static ForeignProgram Named(string client) => client switch
    {
        "icalendar" => ForeignProgram.Icalendar,
        "vobject" => ForeignProgram.Vobject,
        "libical" => ForeignProgram.Libical,
        "ical.js" => ForeignProgram.IcalJs,
        "node-ical" => ForeignProgram.NodeIcal,
        "khal" => ForeignProgram.Khal,
        _ => throw new ArgumentOutOfRangeException(nameof(client), client, message: null),
    };
}
