using System.Globalization;
using Feeds.Model;
using Feeds.Pages.Subscribing;
using Xunit;

namespace Feeds.Tests.Pages;

/// <summary>The links that lead into calendar programs.</summary>
public sealed class CalendarLinksTests
{
    private const string Evening = "start: 2026-01-10 18:00\nend: 2026-01-10 20:00\nlocation: { name: Hall, address: '1 Main Street, Praha' }\n";
    private const string Text = "Come & see.%0A%0Ahttps%3A%2F%2Fclub.example%2Fevents%2Fa%2F";
    private const string OutlookForm = "calendar/deeplink/compose?path=/calendar/action/compose&rru=addevent";

    /// <summary>An evening in Prague, a day, two days, and the hour that clocks show twice.</summary>
    [Theory]
    [InlineData("Google", Evening, "https://calendar.google.com/calendar/render?action=TEMPLATE&text=A%20%2B%20B&dates=20260110T180000/20260110T200000&ctz=Europe/Prague&details=DETAILS&location=Hall%2C%201%20Main%20Street%2C%20Praha")]
    [InlineData("Outlook.com", Evening, "https://outlook.live.com/" + OutlookForm + "&startdt=2026-01-10T17:00:00Z&enddt=2026-01-10T19:00:00Z&subject=A%20%2B%20B&body=HTML&location=Hall%2C%201%20Main%20Street%2C%20Praha")]
    [InlineData("Microsoft 365", Evening, "https://outlook.office.com/" + OutlookForm + "&startdt=2026-01-10T17:00:00Z&enddt=2026-01-10T19:00:00Z&subject=A%20%2B%20B&body=HTML&location=Hall%2C%201%20Main%20Street%2C%20Praha")]
    [InlineData("Yahoo", Evening, "https://calendar.yahoo.com/?v=60&TITLE=A%20%2B%20B&ST=20260110T180000&ET=20260110T200000&DESC=DETAILS&in_loc=Hall%2C%201%20Main%20Street%2C%20Praha")]
    [InlineData("Apple and others (.ics)", Evening, "https://club.example/events/a.ics")]
    [InlineData("Google", "start: 2026-01-10\nall-day: true\n", "https://calendar.google.com/calendar/render?action=TEMPLATE&text=A%20%2B%20B&dates=20260110/20260111&details=DETAILS")]
    [InlineData("Outlook.com", "start: 2026-01-10\nall-day: true\n", "https://outlook.live.com/" + OutlookForm + "&startdt=2026-01-10&enddt=2026-01-11&allday=true&subject=A%20%2B%20B&body=HTML")]
    [InlineData("Yahoo", "start: 2026-01-10\nall-day: true\n", "https://calendar.yahoo.com/?v=60&TITLE=A%20%2B%20B&ST=20260110&DUR=allday&DESC=DETAILS")]
    [InlineData("Google", "start: 2026-01-10\nend: 2026-01-11\n", "https://calendar.google.com/calendar/render?action=TEMPLATE&text=A%20%2B%20B&dates=20260110/20260112&details=DETAILS")]
    [InlineData("Yahoo", "start: 2026-01-10\nend: 2026-01-11\n", "https://calendar.yahoo.com/?v=60&TITLE=A%20%2B%20B&ST=20260110&ET=20260112&DESC=DETAILS")]
    [InlineData("Google", "start: 2026-10-25T02:30:00+01:00\nduration: PT2H\n", "https://calendar.google.com/calendar/render?action=TEMPLATE&text=A%20%2B%20B&dates=20261025T013000Z/20261025T033000Z&details=DETAILS")]
    [InlineData("Google", "start: 2026-01-10 18:00\nduration: PT2H\ntimezone: Etc/GMT+5\n", "https://calendar.google.com/calendar/render?action=TEMPLATE&text=A%20%2B%20B&dates=20260110T180000/20260110T200000&ctz=Etc/GMT%2B5&details=DETAILS")]
    [InlineData("Google", "start: 2026-01-10 18:00\nduration: PT2H\ntimezone: UTC\n", "https://calendar.google.com/calendar/render?action=TEMPLATE&text=A%20%2B%20B&dates=20260110T180000Z/20260110T200000Z&details=DETAILS")]
    public void FillsInTheForm(string name, string when, string address) => Assert.Equal(
        address.Replace("DETAILS", Text.Replace(" & ", "%20%26%20", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("HTML", Text.Replace(" & ", "%20%26amp%3B%20", StringComparison.Ordinal).Replace("%0A", "%3Cbr%3E", StringComparison.Ordinal), StringComparison.Ordinal),
        Links("A + B", when, "Come & see.").Single(link => link.Name == name).Address);

    /// <summary>Titles, places and texts of any length and script, and what stands at the end of the text.</summary>
    [Theory]
    [InlineData("x", 10_000)]
    [InlineData("word ", 2_000)]
    [InlineData("č", 5_000)]
    [InlineData("語", 5_000)]
    [InlineData("e\u0301", 3_000)]
    [InlineData("👨‍👩‍👧‍👦", 500)]
    [InlineData("<&>\"", 1_000)]
    [InlineData("- one\n", 500)]
    public void StaysUnderTwoThousandCharacters_AndEndsInTheAddress(string unit, int times)
    {
        var text = string.Concat(Enumerable.Repeat(unit, times));
        var links = Links(text.Length > 200 ? new string('t', 300) + unit : text, "start: 2026-01-10 18:00\nend: 2026-01-10 20:00\nlocation: '" + new string('p', 400) + "'\n", text);

        Assert.All(links, link => Assert.InRange(link.Address.Length, 1, 1999));
        Assert.All(links[..4], link =>
        {
            var details = Uri.UnescapeDataString(link.Address.Split(["&details=", "&body=", "&DESC="], StringSplitOptions.None)[1].Split('&')[0]);
            Assert.Matches("…(\n\n|<br><br>)https://club.example/events/a/$", details);
            var cut = System.Net.WebUtility.HtmlDecode(details[..details.LastIndexOf('…')].Replace("<br>", "\n", StringComparison.Ordinal));
            Assert.Equal(cut.Length, StringInfo.ParseCombiningCharacters(Assert.Single(FolderOf.Site(Event("t", "start: 2026-01-10\nall-day: true\n", text)).Site.Events).Body.Value.Text).First(at => at >= cut.Length));
        });
    }

    [Fact]
    public void LeavesTheAddressOut_WhereItAloneIsTooLong()
    {
        var links = Links("A", "start: 2026-01-10 18:00\nend: 2026-01-10 20:00\nrsvp: https://a.example/" + new string('a', 2_000) + "\n", "Come.");

        Assert.All(links[..4], link => Assert.EndsWith("=Come.", link.Address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("status: cancelled\n", 0)]
    [InlineData("status: postponed\n", 0)]
    [InlineData("status: tentative\n", 5)]
    [InlineData("status: moved\n", 5)]
    public void AddsNothing_ThatDoesNotTakePlace(string status, int count) => Assert.Equal(count, Links("A", Evening + status, "Come.").Length);

    /// <summary>Google alone takes a rule, and nothing beside it.</summary>
    [Theory]
    [InlineData("every: third wednesday\n", "dates=20260121T180000/20260121T200000&ctz=Europe/Prague&recur=RRULE%3AFREQ%3DMONTHLY%3BBYDAY%3D3WE")]
    [InlineData("every: friday until 2026-12-31\n", "dates=20260116T180000/20260116T200000&ctz=Europe/Prague&recur=RRULE%3AFREQ%3DWEEKLY%3BUNTIL%3D20261231T225959Z%3BBYDAY%3DFR")]
    [InlineData("every: friday except 2026-01-23\n", null)]
    [InlineData("every: friday\nrdates: [2026-01-17]\n", null)]
    [InlineData("every: friday\noverrides:\n  - { date: 2026-01-23, status: cancelled }\n", null)]
    public void AddsEveryDateOrNone_OfWhatComesBack(string front, string? when)
    {
        var links = Links("A", Evening + front, "Come.").Select(link => link.Address);

        const string File = "https://club.example/events/a.ics";
        Assert.Equal(
            when is null ? [File] : [$"https://calendar.google.com/calendar/render?action=TEMPLATE&text=A&{when}&details=Come.%0A%0Ahttps%3A%2F%2Fclub.example%2Fevents%2Fa%2F&location=Hall%2C%201%20Main%20Street%2C%20Praha", File],
            links);
    }

    [Theory]
    [InlineData("https://club.example/", "/calendar.ics", "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fclub.example%2Fcalendar.google.ics|https://outlook.live.com/calendar/0/addfromweb/?url=https%3A%2F%2Fclub.example%2Fcalendar.outlook.ics&name=A%20%26%20B|https://outlook.office.com/calendar/0/addfromweb/?url=https%3A%2F%2Fclub.example%2Fcalendar.outlook.ics&name=A%20%26%20B|webcal://club.example/calendar.ics")]
    [InlineData("http://127.0.0.1:5000/below/", "/tags/c-plus-plus/calendar.ics", "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2F127.0.0.1%3A5000%2Fbelow%2Ftags%2Fc-plus-plus%2Fcalendar.ics|https://outlook.live.com/calendar/0/addfromweb/?url=http%3A%2F%2F127.0.0.1%3A5000%2Fbelow%2Ftags%2Fc-plus-plus%2Fcalendar.ics&name=A%20%26%20B|https://outlook.office.com/calendar/0/addfromweb/?url=http%3A%2F%2F127.0.0.1%3A5000%2Fbelow%2Ftags%2Fc-plus-plus%2Fcalendar.ics&name=A%20%26%20B|webcal://127.0.0.1:5000/below/tags/c-plus-plus/calendar.ics")]
    [InlineData("https://bücher.example/", "/tags/čeština/calendar.ics", "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fxn--bcher-kva.example%2Ftags%2F%25C4%258De%25C5%25A1tina%2Fcalendar.ics|https://outlook.live.com/calendar/0/addfromweb/?url=https%3A%2F%2Fxn--bcher-kva.example%2Ftags%2F%25C4%258De%25C5%25A1tina%2Fcalendar.ics&name=A%20%26%20B|https://outlook.office.com/calendar/0/addfromweb/?url=https%3A%2F%2Fxn--bcher-kva.example%2Ftags%2F%25C4%258De%25C5%25A1tina%2Fcalendar.ics&name=A%20%26%20B|webcal://xn--bcher-kva.example/tags/%C4%8De%C5%A1tina/calendar.ics")]
    public void Subscribes_ToTheCalendarThatEachProgramNeeds(string site, string path, string addresses) =>
        Assert.Equal(addresses, string.Join('|', CalendarLinks.ToSubscribe(new SiteSettings { Title = "Club", Url = new Uri(site) }, "A & B", path).Select(link => link.Address)));

    private static System.Collections.Immutable.ImmutableArray<CalendarLink> Links(string title, string front, string text)
    {
        var site = FolderOf.Site(Event(title, front, text)).Site;
        return CalendarLinks.ToAdd(Assert.Single(site.Events), site.Settings);
    }

    private static (string, string) Event(string title, string front, string text) => ("events/a.md", $"---\ntitle: '{title}'\n{front}---\n{text}\n");
}
