using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Feeds.Publishing;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>Where people meet, in the ways in which they write it: in calendars, for search engines and on pages.</summary>
public sealed partial class PlaceOutputTests
{
    private const string Room = "https://meet.example/a";
    private const string Zoom = "https://zoom.us/j/1";
    private const string Event = "https://club.example/events/a/";
    private const string PubPage = "https://pub.example/";
    private const string HighStreet = "LOCATION:The Pub⏎1 High St, London";
    private const string HighStreetShown = "Where: The Pub, 1 High St, London";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly ImmutableArray<string> Names = ["LOCATION", "GEO", "CONFERENCE", "ORGANIZER"];

    private static readonly (string Calendar, string Data, string Page, string[] Lines)[] Rows =
    [
        // The parts of an address.
        ("LOCATION:The Pub⏎1 High St, London N1, UK", Offline("The Pub", "streetAddress=1 High St postalCode=N1 addressLocality=London addressCountry=UK"), "Where: The Pub, 1 High St, London N1, UK",
        [
            "venue: The Pub|street: 1 High St|city: London|postcode: N1|country: UK",
            "location: { name: The Pub, street: 1 High St, city: London, postcode: N1, country: UK }",
            "location: { name: The Pub, address: { streetAddress: 1 High St, addressLocality: London, postalCode: N1, addressCountry: UK } }",
            "location: { \"@type\": Place, name: The Pub, address: { \"@type\": PostalAddress, streetAddress: 1 High St, addressLocality: London, postalCode: N1, addressCountry: UK } }",
            "venue_name: The Pub|address: { street: 1 High St, city: London, zip: N1, country: UK }",
            "address_name: The Pub|streetAddress: 1 High St|addressLocality: London|zip: N1|addressCountry: UK",
            "location: { place: The Pub, address_line1: 1 High St, town: London, zipcode: N1, country: UK }",
            "location: pub",
            "city: pub",
            "place: { name: pub }",
        ]),
        ("LOCATION:Marble⏎12 Main St, Carbondale, CO 81623", Offline("Marble", "streetAddress=12 Main St postalCode=81623 addressLocality=Carbondale addressRegion=CO"), "Where: Marble, 12 Main St, Carbondale, CO 81623",
        [
            "location: Marble|street: 12 Main St|city: Carbondale|state: CO|zip: 81623",
            "location: { name: Marble, street: 12 Main St, city: Carbondale, state: CO, zip: 81623 }",
            "place: { title: Marble, address: { street: 12 Main St, locality: Carbondale, region: CO, postal_code: 81623 } }",
            "venue: { name: Marble, street_address: 12 Main St, city: Carbondale, addressRegion: CO, postalCode: 81623 }",
            "location: { text: Marble, address1: 12 Main St, city: Carbondale, province: CO, zip_code: 81623 }",
        ]),
        ("LOCATION:Halle⏎Room 4, Hammer Straße 1, 48155 Münster", Offline("Halle", "streetAddress=Room 4, Hammer Straße 1 postalCode=48155 addressLocality=Münster"), "Where: Halle, Room 4, Hammer Straße 1, 48155 Münster",
        [
            "location: Halle|room: 4|street: Hammer Straße 1|plz: 48155|city: Münster",
            "location: { name: Halle, room: Room 4, street: Hammer Straße 1, plz: '48155', city: Münster }",
            "venue: Halle|Room: 4|address: { street: Hammer Straße 1, postcode: 48155, city: Münster }",
            "location: { name: Halle, address: { room: Room 4, street: Hammer Straße 1, postcode: 48155, city: Münster } }",
            "where: { name: Halle, room: Room 4, address_line1: Hammer Straße 1, postal_code: 48155, locality: Münster }",
        ]),
        ("LOCATION:Halle⏎Floor 2, Hammer Straße 1", Offline("Halle", "Floor 2, Hammer Straße 1"), "Where: Halle, Floor 2, Hammer Straße 1",
        [
            "location: Halle|floor: 2|address: Hammer Straße 1",
            "location: { name: Halle, floor: Floor 2, address: Hammer Straße 1 }",
            "location: { name: Halle, address: [Floor 2, Hammer Straße 1] }",
            "venue: Halle|Floor: 2|venue_address: Hammer Straße 1",
            "location: [Halle, Floor 2, Hammer Straße 1]",
        ]),
        // Several lines, names and lists; nothing is said twice.
        (HighStreet, Offline("The Pub", "1 High St, London"), HighStreetShown,
        [
            "location: [The Pub, 1 High St, London]",
            "locations: [The Pub, \"1 High St, London\"]",
            "location: \"The Pub<br>1 High St<br/>London\"",
            "location: \"The Pub<br />1 High St<br\\n/>London\"",
            "location: The Pub br / 1 High St br /> London",
            "location: \"The Pub\\n1 High St,\\nLondon\"",
            "location: \"<p>The Pub</p><p>1 High St, London</p>\"",
            "venue: The Pub|address: \"1 High St\\nLondon\"",
            "venue: The Pub|location: 1 High St, London",
            "location: The Pub|address: The Pub, 1 High St, London",
            "location: { name: \"**The Pub**\", address: [1 High St, London] }",
            "location: [{ name: The Pub }, { address: \"1 High St, London\" }]",
            "location:|  - name: The Pub|    address:|      - 1 High St|      - London",
        ]),
        // Markup and links.
        ("LOCATION:The Pub", Offline("The Pub", "The Pub"), $"Where: The Pub [{PubPage}]",
        [
            "location: \"[The Pub](https://pub.example/)\"",
            "location: '<a href=\"https://pub.example/\">The Pub</a>'",
            "location: \"[The\\nPub](https://pub.example/)\"",
            "venue: \"<a\\nhref='https://pub.example/' target=_blank>The <b>Pub</b></a>\"",
            "place: \"**[The Pub](<https://pub.example/> 'A pub')**\"",
            "location: { name: The Pub, url: https://pub.example/ }",
            "location: { name: The Pub, website: \"[Web](https://pub.example/)\" }",
            "location: The Pub|venue_url: https://pub.example/",
            "location: The Pub https://pub.example/",
            "location: \"The Pub (https://pub.example/)\"",
        ]),
        ("LOCATION:The Pub", Offline("The Pub", "The Pub"), "Where: The Pub [https://maps.app.goo.gl/x]",
        [
            "location: \"[The Pub](https://maps.app.goo.gl/x)\"",
            "location: The Pub|map: https://maps.app.goo.gl/x",
            "location: The Pub https://maps.app.goo.gl/x",
            "location: { name: The Pub, map_url: https://maps.app.goo.gl/x }",
            "venue: The Pub|google_maps: <a href=\"https://maps.app.goo.gl/x\">Map</a>",
        ]),
        // Coordinates.
        ("LOCATION:Hall\nGEO:50.1;14.4", Offline("Hall", "Hall", "50.1 14.4"), "Where: Hall",
        [
            "location: Hall|geo: [50.1, 14.4]",
            "location: Hall|coordinates: \"50.1, 14.4\"",
            "location: Hall|coords: 50.1;14.4",
            "location: Hall|geo: geo:50.1,14.4",
            "location: Hall|geo: geo:50.1,14.4;u=20",
            "location: { name: Hall, coordinates: { lat: 50.1, lng: 14.4 } }",
            "location: { name: Hall, geo: { type: Point, coordinates: [14.4, 50.1] } }",
            "location: { name: Hall, latLng: '50.1 14.4' }",
            "location: Hall|gps: (50.1, 14.4)",
            "location: Hall|coords: 50,1; 14,4",
            "location: [Hall, [50.1, 14.4]]",
        ]),
        ("LOCATION:50.1, 14.4\nGEO:50.1;14.4", Offline("50.1, 14.4", "50.1, 14.4", "50.1 14.4"), "Where: 50.1, 14.4",
            ["location: [50.1, 14.4]", "location: \"50.1, 14.4\"", "geo: 50.1;14.4", "place: { lat: 50.1, lon: 14.4 }", "where: geo:50.1,14.4"]),
        // Online, without an address.
        ("LOCATION:Online", Online(Event), "Where: Online",
            ["location: Online", "online: true", "venue: Online|online: yes", "virtual: true", "is_online: true", "place: { name: Online }", "location: [Online]", "event_type: online", "eventAttendanceMode: OnlineEventAttendanceMode"]),
        ("LOCATION:Zoom", Online(Event), "Where: Zoom",
            ["location: Zoom", "event_platform: Zoom", "online: Zoom", "location: { type: online, name: Zoom }", "location: { name: Zoom }|online: true", "location: \"**Zoom**\""]),
        ("LOCATION:virtual", Online(Event), "Where: virtual", ["location: virtual", "where: virtual", "online: virtual", "location: [virtual]", "locations: virtual"]),
        ("LOCATION:zoom: 812 3456 7890", Online(Event), "Where: zoom: 812 3456 7890", ["zoom: 812 3456 7890", "zoom: ' 812 3456  7890 '"]),
        ("LOCATION:Online, link by mail", Online(Event), "Where: Online, link by mail",
            ["location: Online, link by mail", "address: Online, link by mail", "location: \"Online,<br>link by mail\"", "online: Online, link by mail", "location: { name: \"Online, link by mail\" }"]),
        // Online, with an address.
        ($"CONFERENCE;VALUE=URI:{Room}", Online(Room), $"Online: {Room}",
        [
            $"online: {Room}", $"online: \"[Join]({Room})\"", $"online: '<a href=\"{Room}\">Join here</a>'", $"location: {Room}", $"location: \"[Join us]({Room})\"",
            $"online: true|url: {Room}", $"online_url: {Room}", $"remote_url: {Room}", $"join_url: {Room}", $"zoom: {Room}", $"location: {{ type: online, url: {Room} }}",
            $"location: {{ \"@type\": VirtualLocation, url: {Room} }}", $"online: {{ url: {Room} }}", $"virtual: [{Room}]", $"locations: [{Room}]", $"online: true|link: {Room}",
        ]),
        ($"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{Zoom}", Online(Zoom), $"Online: {Zoom}",
            [$"location: {Zoom}", $"online: zoom.us/j/1", $"location: \"<{Zoom}>\"", $"meeting_link: {Zoom}", $"location: Join at {Zoom}", $"virtual: \"[Link]({Zoom})\"", $"online: yes|rsvp: {Zoom}"]),
        ($"CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Zoom pass 123:{Zoom}", Online(Zoom), $"Online: {Zoom} Zoom pass 123",
            [$"online: Zoom {Zoom} pass 123", $"online: \"[Zoom]({Zoom}) pass 123\"", $"virtual: Zoom {Zoom}  pass  123", $"online: {{ url: {Zoom}, name: Zoom pass 123 }}", $"online: \"Zoom ({Zoom}) pass 123\""]),
        ($"LOCATION:Zoom pass 123\nCONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Zoom pass 123:{Zoom}", Online(Zoom), $"Where: Zoom pass 123 / Online: {Zoom}",
            [$"location: Zoom {Zoom} pass 123", $"location: \"[Zoom]({Zoom}) pass 123\"", $"location: Zoom pass 123|online: {Zoom}", $"where: {{ name: Zoom pass 123, url: {Zoom} }}", $"location: \"Zoom <{Zoom}> pass 123\""]),
        ($"LOCATION:Online\nCONFERENCE;VALUE=URI;LABEL=Online:{Room}", Online(Room), $"Where: Online / Online: {Room}",
            [$"location: Online|online: {Room}", $"location: \"[Online]({Room})\"", $"location: Online {Room}", $"location: {{ name: Online, url: {Room} }}", $"location: Online|url: {Room}", $"location: Online|join_url: {Room}"]),
        // Both.
        ($"LOCATION:Hall\nCONFERENCE;VALUE=URI:{Room}", Mixed("Hall", Room), $"Where: Hall / Online: {Room}",
        [
            $"location: Hall|online: {Room}", $"location: Hall and {Room}", $"location: [Hall, {Room}]", $"location: Hall|event_type: hybrid|join_url: {Room}", $"location: Hall|hybrid: true|meeting_url: {Room}",
            $"location: {{ name: Hall, online: {Room} }}", $"location: Hall|online: true|url: {Room}", $"location: {{ type: hybrid, name: Hall, url: {Room} }}", $"location:|  - {{ type: physical, name: Hall }}|  - {{ type: online, url: {Room} }}",
        ]),
        ("LOCATION:Hall⏎Online", Mixed("Hall", Event), "Where: Hall / Online: Online",
            ["location: Hall / Online", "location: Hall & Online", "location: Hall and Online", "location: Hall (Online)", "location: Hall, Online", "location: Online + Hall", "location: [Hall, Online]", "location: Hall|online: true", "location: Hall|format: hybrid", "location: Hall|hybrid: yes", "location: Hall (hybrid)"]),
        ("LOCATION:Hall⏎Zoom, link by mail", Mixed("Hall", Event), "Where: Hall / Online: Zoom, link by mail",
            ["location: Hall|online: \"Zoom, link by mail\"", "location: Hall|virtual: \"Zoom, link by mail\"", "location: { name: Hall, online: \"Zoom, link by mail\" }", "location: \"Hall / Zoom, link by mail\"", "location: [Hall, \"Zoom, link by mail\"]"]),
        // What looks like it and is not.
        ("LOCATION:Zoom Bar", Offline("Zoom Bar", "Zoom Bar"), "Where: Zoom Bar", ["location: Zoom Bar", "venue: { name: Zoom Bar }", "location: Zoom Bar|online: false", "location: Zoom Bar|event_type: meetup", "location: Zoom Bar|event_platform: meetup"]),
        ("LOCATION:Bar⏎Online Street 5", Offline("Bar", "Online Street 5"), "Where: Bar, Online Street 5", ["location: Bar|address: Online Street 5", "location: [Bar, Online Street 5]", "location: \"Bar<br>Online Street 5\"", "location: { name: Bar, address: Online Street 5 }", "venue: Bar|location: Online Street 5"]),
        ("LOCATION:Virtual Reality Lab", Offline("Virtual Reality Lab", "Virtual Reality Lab"), "Where: Virtual Reality Lab", ["venue: Virtual Reality Lab", "location: Virtual Reality Lab", "place: { title: Virtual Reality Lab }", "location: Virtual Reality Lab|mode: in-person", "room: Virtual Reality Lab"]),
        ("LOCATION:Discord & Rhyme", Offline("Discord & Rhyme", "Discord & Rhyme"), "Where: Discord & Rhyme", ["location: Discord & Rhyme", "location: Discord &amp; Rhyme", "location: { name: Discord & Rhyme }"]),
        ("LOCATION:Zoom⏎3 Mill Lane", Offline("Zoom", "3 Mill Lane"), "Where: Zoom, 3 Mill Lane", ["location: { name: Zoom, address: 3 Mill Lane }", "venue: Zoom|address: 3 Mill Lane", "location: [Zoom, 3 Mill Lane]", "location: \"Zoom\\n3 Mill Lane\"", "venue: Zoom|location: 3 Mill Lane"]),
        ("LOCATION:Zoom", Offline("Zoom", "Zoom"), "Where: Zoom", ["location: Zoom|online: false", "venue: Zoom|virtual: no", "location: Zoom|attendance: in-person", "location: { name: Zoom, type: physical }", "location: Zoom|eventAttendanceMode: https://schema.org/OfflineEventAttendanceMode"]),
        ("LOCATION:Remote, Oregon", Offline("Remote, Oregon", "Remote, Oregon"), "Where: Remote, Oregon", ["location: Remote, Oregon"]),
        ("LOCATION:Digital Hub / Stadtwerke", Offline("Digital Hub / Stadtwerke", "Digital Hub / Stadtwerke"), "Where: Digital Hub / Stadtwerke", ["location: Digital Hub / Stadtwerke"]),
        ("LOCATION:Hall", Offline("Hall", "Hall"), "Where: Hall", ["location: Hall|state: confirmed", "location: Hall|region: Europe", "location: Hall|attendance: 35", "location: Hall|virtual: false", "location: Hall|format: talk", "location: Hall|url: \"#\"", "location: Hall|livestream: false"]),
        // Who invites.
        ("LOCATION:Hall", Offline("Hall", "Hall", organizer: "{\"@type\":\"Person\",\"name\":\"Ana\"}"), "Where: Hall / Host: Ana",
            ["location: Hall|organizer: Ana", "location: Hall|organiser: Ana", "location: Hall|organizer: { name: Ana }", "location: Hall|organizer: \"**Ana**\"", "location: Hall|organizer: [Ana]", "location: Hall|organizer: { title: Ana, email: '' }"]),
        ("LOCATION:Hall", Offline("Hall", "Hall", organizer: "{\"@type\":\"Person\",\"name\":\"Ana\",\"url\":\"https://ana.example/\"}"), "Where: Hall / Host: Ana [https://ana.example/]",
            ["location: Hall|organizer: { name: Ana, url: https://ana.example/ }", "location: Hall|organizer: \"[Ana](https://ana.example/)\"", "location: Hall|organizer: Ana https://ana.example/", "location: Hall|organizer: { name: Ana, website: https://ana.example/ }", "location: Hall|organizer: '<a href=\"https://ana.example/\">Ana</a>'"]),
        ("LOCATION:Hall\nORGANIZER;CN=Ana:mailto:ana@club.example", Offline("Hall", "Hall", organizer: "{\"@type\":\"Person\",\"name\":\"Ana\"}"), "Where: Hall / Host: Ana [mailto:ana@club.example]",
            ["location: Hall|organizer: Ana <ana@club.example>", "location: Hall|organizer: { name: Ana, email: ana@club.example }"]),
        ("LOCATION:Hall\nORGANIZER:mailto:ana@club.example", Offline("Hall", "Hall", organizer: "{\"@type\":\"Person\",\"name\":\"ana@club.example\"}"), "Where: Hall / Host: ana@club.example [mailto:ana@club.example]",
            ["location: Hall|organizer: ana@club.example", "location: Hall|organizer: { email: ana@club.example }"]),
    ];

    public static TheoryData<string, string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string, string>();
            foreach (var (calendar, data, page, variants) in Rows)
            {
                foreach (var lines in variants) cases.Add(lines, calendar, data, page);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void SaysWhere_InEveryOutput(string lines, string calendar, string data, string page)
    {
        var (published, diagnostics) = Publish(lines);

        Assert.Equal([], diagnostics);
        Assert.Equal(calendar, InCalendar(published.Text("/calendar.ics")));
        Assert.Equal(calendar, InJson(published));
        Assert.Equal(calendar.Replace('⏎', '\n').Replace("\n", ", ", StringComparison.Ordinal), InCalendar(published.Text("/calendar.google.ics")).Replace("\n", ", ", StringComparison.Ordinal));
        Assert.Equal(InCalendar(published.Text("/calendar.google.ics")), InCalendar(published.Text("/calendar.outlook.ics")));
        Assert.Equal(data, InData(published));
        Assert.Equal(page, OnPage(published));
    }

    [Theory]
    [InlineData("eventStatus: EventMovedOnline|location: Hall|online: https://meet.example/a", "CONFERENCE;VALUE=URI:https://meet.example/a", Room)]
    [InlineData("status: moved online|location: Hall|join_url: https://meet.example/a", "CONFERENCE;VALUE=URI:https://meet.example/a", Room)]
    [InlineData("status: moved_online|location: Hall", "LOCATION:Online", Event)]
    public void LeavesOutThePlace_OfAnEventThatMovedOnline(string lines, string calendar, string address)
    {
        var (published, diagnostics) = Publish(lines);

        Assert.Equal(["events/a.md:5: note: the place (Hall) is left out, because the event has moved online"], diagnostics);
        Assert.Equal(calendar, InCalendar(published.Text("/calendar.ics")));
        Assert.Equal(Online(address).Replace("EventScheduled", "EventMovedOnline", StringComparison.Ordinal), InData(published));
    }

    /// <summary>A secret stands where its author wrote it, and for those whose program shows no conference in the text.</summary>
    [Theory]
    [InlineData("online: Zoom https://zoom.us/j/1 pass 123", "\\nhttps://zoom.us/j/1\\nZoom pass 123\r\n")]
    [InlineData("location: Zoom https://zoom.us/j/1 pass 123", "\\nhttps://zoom.us/j/1\r\n")]
    [InlineData("online: https://zoom.us/j/1", "\\nhttps://zoom.us/j/1\r\n")]
    public void NamesTheAddress_InTheDescription(string lines, string end) =>
        Assert.Contains(end, Unfolded(Publish(lines).Published.Text("/calendar.ics")), StringComparison.Ordinal);

    [Theory]
    [InlineData("location: { name: Hall, geo: Prague }", "error: 'geo' (Prague) is no pair of coordinates; write the degrees of latitude and longitude, such as 50.0755, 14.4378")]
    [InlineData("location: Hall|coordinates: [14.4]", "error: 'coordinates' (14.4) is no pair of coordinates; write the degrees of latitude and longitude, such as 50.0755, 14.4378")]
    [InlineData("location: Hall|coords: 150.1, 14.4", "error: 'coords' (150.1, 14.4) is no pair of coordinates; write the degrees of latitude and longitude, such as 50.0755, 14.4378")]
    [InlineData("location: Hall|geo: [a, b]", "error: 'geo' is no pair of coordinates; write the degrees of latitude and longitude, such as 50.0755, 14.4378")]
    [InlineData("hybrid: true", "warning: it has neither a place nor an online address; write 'location:' or 'online:'")]
    [InlineData("online: false", "warning: it has neither a place nor an online address; write 'location:' or 'online:'")]
    [InlineData("event_platform: meetup", "warning: it has neither a place nor an online address; write 'location:' or 'online:'")]
    public void SaysWhatIsWrong(string lines, string message) => Assert.Equal([message], Publish(lines).Diagnostics.Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]));

    [Theory]
    [InlineData("rsvp_url: https://rsvp.example/a")]
    [InlineData("meetup_url: https://rsvp.example/a")]
    [InlineData("signup: { url: https://rsvp.example/a }")]
    [InlineData("signup: { text: Sign up, url: rsvp.example/a }")]
    [InlineData("links: { meetup: https://rsvp.example/a }")]
    [InlineData("links: { note: soon, meetup: \"[Meetup](https://rsvp.example/a)\" }")]
    [InlineData("links: [{ name: Slides, url: '' }, { name: Meetup, url: https://rsvp.example/a }]")]
    [InlineData("links: [soon, https://rsvp.example/a]")]
    [InlineData("registration: https://rsvp.example/a")]
    [InlineData("registration: { required: true, url: https://rsvp.example/a }")]
    [InlineData("registration: Register at https://rsvp.example/a.")]
    [InlineData("registration: required|rsvp_link: https://rsvp.example/a")]
    [InlineData("link: rsvp.example/a")]
    [InlineData("link: \"[Meetup](https://rsvp.example/a)\"")]
    [InlineData("link: \"See <a href='https://rsvp.example/a'>Meetup</a>\"")]
    [InlineData("url: \"#\"|register: https://rsvp.example/a")]
    [InlineData("href: \"#\"|meetup: <https://rsvp.example/a>")]
    [InlineData("url: #|links: https://rsvp.example/a")]
    public void ReadsTheLink_InEveryForm(string lines)
    {
        var (published, diagnostics) = Publish($"location: Hall|{lines}");

        Assert.Equal([], diagnostics);
        Assert.Contains("\r\nURL:https://rsvp.example/a\r\n", published.Text("/calendar.ics"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("**Location**: [The Pub](https://pub.example/)<br>1 High St", "LOCATION:The Pub⏎1 High St", "Where: The Pub, 1 High St [https://pub.example/]")]
    [InlineData("**Online**: Zoom https://zoom.us/j/1 pass 123", $"CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Zoom pass 123:{Zoom}", $"Online: {Zoom} Zoom pass 123")]
    [InlineData("**Location**: Online", "LOCATION:Online", "Where: Online")]
    [InlineData("**Where**: Hall / Online", "LOCATION:Hall⏎Online", "Where: Hall / Online: Online")]
    [InlineData("**Where**: Hall\n\n**Address**: 1 High St", "LOCATION:Hall⏎1 High St", "Where: Hall, 1 High St")]
    public void ReadsTheSame_InTheBody(string body, string calendar, string page)
    {
        var (published, diagnostics) = Publish("tags: a", body);

        Assert.Equal([], diagnostics);
        Assert.Equal(calendar, InCalendar(published.Text("/calendar.ics")));
        Assert.Equal(page, OnPage(published));
    }

    /// <summary>A single date of a recurring event, at another place or online.</summary>
    [Theory]
    [InlineData("location: Hall", "place: Mill", "LOCATION:Mill")]
    [InlineData("location: Hall", "place: { name: Mill, street: 4 River St, city: Prague }", "LOCATION:Mill⏎4 River St, Prague")]
    [InlineData("location: Hall", "online: https://meet.example/a", "LOCATION:Hall\nCONFERENCE;VALUE=URI:https://meet.example/a")]
    [InlineData("location: Hall", "location: https://meet.example/a", "CONFERENCE;VALUE=URI:https://meet.example/a")]
    [InlineData("location: Hall", "location: Online", "LOCATION:Online")]
    [InlineData("online: https://meet.example/a", "location: Hall", "LOCATION:Hall\nCONFERENCE;VALUE=URI:https://meet.example/a")]
    [InlineData("location: Hall", "title: Other", "LOCATION:Hall")]
    public void SaysWhere_OfASingleDate(string usual, string changed, string expected)
    {
        var (published, diagnostics) = Publish($"every: tuesday, 3 times|{usual}|overrides: [{{ date: 2026-02-10, {changed} }}]");
        var date = published.Text("/calendar.ics").Split("BEGIN:VEVENT").Single(lines => lines.Contains("\r\nRECURRENCE-ID", StringComparison.Ordinal));

        Assert.Equal([], diagnostics);
        Assert.Equal(expected, InCalendar($"BEGIN:VEVENT{date}"));
    }

    /// <summary>A file of the venue folder has the same keys.</summary>
    [Theory]
    [InlineData("name: Mill\naddress: [4 River St, Prague]\nurl: https://mill.example/", "LOCATION:Mill⏎4 River St, Prague", "Where: Mill, 4 River St, Prague [https://mill.example/]")]
    [InlineData("title: Mill\nfloor: 2\naddress: { street: 4 River St, zip: 110 00, city: Prague }", "LOCATION:Mill⏎Floor 2, 4 River St, 110 00 Prague", "Where: Mill, Floor 2, 4 River St, 110 00 Prague")]
    [InlineData("name: '[Mill](https://mill.example/)'\ncoords: 50.1;14.4", "LOCATION:Mill\nGEO:50.1;14.4", "Where: Mill [https://mill.example/]")]
    [InlineData("name: Mill room\nurl: https://zoom.us/j/1\nonline: true", "LOCATION:Mill room\nCONFERENCE;VALUE=URI;FEATURE=VIDEO:https://zoom.us/j/1", "Where: Mill room / Online: https://zoom.us/j/1")]
    [InlineData("name: Online\nurl: https://zoom.us/j/1", "LOCATION:Online\nCONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Online:https://zoom.us/j/1", "Where: Online / Online: https://zoom.us/j/1")]
    public void ReadsTheSame_InAFileOfAVenue(string venue, string calendar, string page)
    {
        foreach (var lines in (string[])["location: mill", "venue: MILL", "city: mill", "place: venues/mill", "location: { name: mill }"])
        {
            var (published, diagnostics) = Publish(lines, venue: venue);

            Assert.Equal([], diagnostics);
            Assert.Equal(calendar, InCalendar(published.Text("/calendar.ics")));
            Assert.Equal(page, OnPage(published));
        }
    }

    [Theory]
    [InlineData("location: pub|room: 4", "LOCATION:The Pub⏎Room 4, 1 High St, London N1, UK")]
    [InlineData("location: pub|city: London", "LOCATION:The Pub⏎1 High St, London N1, UK")]
    [InlineData("location: Hall|city: pub", "LOCATION:Hall⏎The Pub")]
    [InlineData("location: pub|geo: [50.1, 14.4]", "LOCATION:The Pub⏎1 High St, London N1, UK\nGEO:50.1;14.4")]
    [InlineData("location: pub|online: https://meet.example/a", "LOCATION:The Pub⏎1 High St, London N1, UK\nCONFERENCE;VALUE=URI:https://meet.example/a")]
    public void AddsWhatTheEventSays_ToAKnownPlace(string lines, string calendar) =>
        Assert.Equal(calendar, InCalendar(Publish(lines).Published.Text("/calendar.ics")));

    private static (Publication Published, string[] Diagnostics) Publish(string lines, string body = "Come.", string venue = "name: Mill")
    {
        var folder = FolderOf.Files(
            ("site.yaml", FolderOf.SiteYaml),
            ("venues/pub.yaml", "name: The Pub\nstreet: 1 High St\ncity: London\npostcode: N1\ncountry: UK\n"),
            ("venues/mill.yaml", venue + "\n"),
            ("events/a.md", $"---\ntitle: A\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\n{lines.Replace('|', '\n')}\n---\n{body}\n"));
        var reading = Feeds.Content.SiteReader.Read(folder, FolderOf.Listening, previous: null);
        var checks = Feeds.Content.SiteChecks.Read(reading.Site, folder, FolderOf.Moment("2026-01-01T00:00:00Z"), () => { });
        return (Publication.Render(reading.Site, FolderOf.Moment("2026-01-01T00:00:00Z"), previous: null), [.. reading.Diagnostics.Concat(checks).Select(diagnostic => diagnostic.ToString())]);
    }

    private static string Offline(string name, string address, string? position = null, string organizer = "") =>
        $"EventScheduled Offline [{PlaceOf(name, address, position)}] {organizer}".TrimEnd();

    private static string Online(string address) => $"EventScheduled Online [{Virtual(address)}]";

    private static string Mixed(string name, string address) => $"EventScheduled Mixed [{PlaceOf(name, name, null)},{Virtual(address)}]";

    private static string Virtual(string address) => $"{{\"@type\":\"VirtualLocation\",\"url\":\"{address}\"}}";

    private static string PlaceOf(string name, string address, string? position)
    {
        // "streetAddress=1 High St addressLocality=London" are parts.
        var parts = Part().Split(address);
        var shown = parts.Length == 1
            ? $"\"{address}\""
            : $"{{\"@type\":\"PostalAddress\",{string.Join(',', parts[1..].Chunk(2).Select(part => $"\"{part[0]}\":\"{part[1].Trim()}\""))}}}";
        var geo = position is null ? "" : $",\"geo\":{{\"@type\":\"GeoCoordinates\",\"latitude\":{position.Split(' ')[0]},\"longitude\":{position.Split(' ')[1]}}}";
        return $"{{\"@type\":\"Place\",\"name\":\"{name}\",\"address\":{shown}{geo}}}";
    }

    private static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string InCalendar(string calendar)
    {
        var lines = Unfolded(calendar[calendar.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal)..]).Split("\r\n");
        return string.Join('\n', lines.Where(line => Names.Contains(line.Split([':', ';'])[0], StringComparer.Ordinal))
            .Select(line => line.Replace("\\n", "⏎", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)));
    }

    /// <summary>The same properties of the calendar in JSON, written as in iCalendar.</summary>
    private static string InJson(Publication published)
    {
        var @event = published.Json("/calendar.json")[2].EnumerateArray().Single(component => component[0].GetString() == "vevent");
        return string.Join('\n', @event[1].EnumerateArray().Where(property => Names.Contains(property[0].GetString()!.ToUpperInvariant(), StringComparer.Ordinal)).Select(Written));
    }

    private static string Written(JsonElement property)
    {
        var name = property[0].GetString()!.ToUpperInvariant();
        var parameters = property[1].EnumerateObject().Select(parameter => $";{parameter.Name.ToUpperInvariant()}={parameter.Value.GetString()}");
        // What is the type of a value in JSON is a parameter elsewhere.
        var type = name == "CONFERENCE" && property[2].GetString() == "uri" ? ";VALUE=URI" : "";
        var value = property[3].ValueKind == JsonValueKind.Array
            ? string.Join(';', property[3].EnumerateArray().Select(part => part.GetRawText()))
            : property[3].GetString()!.Replace('\n', '⏎');
        return $"{name}{type}{string.Concat(parameters)}:{value}";
    }

    private static string InData(Publication published)
    {
        var json = Element().Match(published.Text("/events/a/")).Groups["json"].Value;
        Assert.True(GoogleEvent.Accepts(json), json);
        var data = JsonElement.Parse(json);
        var organizer = JsonSerializer.Serialize(data.GetProperty("organizer"), Plain);
        var attendance = data.GetProperty("eventAttendanceMode").GetString()!.Split('/')[^1].Replace("EventAttendanceMode", "", StringComparison.Ordinal);
        var shown = organizer.Contains("Compiler Club", StringComparison.Ordinal) ? "" : organizer;
        return $"{data.GetProperty("eventStatus").GetString()!.Split('/')[^1]} {attendance} {JsonSerializer.Serialize(data.GetProperty("location"), Plain)} {shown}".TrimEnd();
    }

    /// <summary>The facts of the page but its date, with the links that are not the text of the place.</summary>
    private static string OnPage(Publication published)
    {
        var facts = new HtmlParser().ParseDocument(published.Text("/events/a/")).QuerySelectorAll(".facts dt").Skip(1);
        return string.Join(" / ", facts.Select(fact =>
        {
            var shown = fact.NextElementSibling!;
            var map = shown.QuerySelector("a.map");
            var text = shown.TextContent[..^(map?.TextContent.Length ?? 0)];
            var link = (map ?? shown.QuerySelector("a.p-organizer"))?.GetAttribute("href");
            var isOurs = link is null || link.StartsWith("https://www.openstreetmap.org/", StringComparison.Ordinal);
            return $"{fact.TextContent}: {string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal)}{(isOurs ? "" : $" [{link}]")}";
        }));
    }

    [GeneratedRegex("""<script type="application/ld\+json">(?<json>.*?)</script>""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Element();

    [GeneratedRegex(@"(?:^|\s)(?<part>streetAddress|postalCode|addressLocality|addressRegion|addressCountry)=", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
