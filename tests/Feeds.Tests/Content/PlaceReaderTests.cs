using System.Globalization;
using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content;

public sealed class PlaceReaderTests
{
    [Theory]
    [InlineData("location: Hall", "Hall")]
    [InlineData("venue: Hall", "Hall")]
    [InlineData("place: Hall", "Hall")]
    [InlineData("where: Hall", "Hall")]
    [InlineData("room: Room 4", "Room 4")]
    [InlineData("location: Fish &amp; Chips", "Fish & Chips")]
    [InlineData("venue: Hall\nvenueAddress: 1 Main Street\ncity: Brno\ncountry: Czechia", "Hall, 1 Main Street, Brno, Czechia")]
    [InlineData("location: Hall\naddress: Hall", "Hall")]
    [InlineData("address: 1 Main Street\ncity: Brno", "1 Main Street, Brno")]
    [InlineData("location: { name: Hall, address: 1 Main Street }", "Hall, 1 Main Street")]
    [InlineData("location: { city: Brno, country: Czechia, lat: 49.2, long: 16.6 }", "Brno, Czechia @ 49.2;16.6")]
    [InlineData("location: Hall\nlatitude: 49.2\nlongitude: -16.6", "Hall @ 49.2;-16.6")]
    [InlineData("location: Hall\ngeo: { lat: 49.2, lon: 16.6 }", "Hall @ 49.2;16.6")]
    [InlineData("location: Hall\nlat: 49.2", "Hall")]
    [InlineData("venue: library", "The old library, 2 Side Street @ 49.2;16.6")]
    [InlineData("venue: LIBRARY", "The old library, 2 Side Street @ 49.2;16.6")]
    [InlineData("venue: barn", "The barn, 3 Field Road")]
    [InlineData("venue: venues/barn.md", "The barn, 3 Field Road")]
    [InlineData("location: ''", "")]
    public void ReadsPlace_InEveryForm(string lines, string expected)
    {
        var reading = FolderOf.Site(
            ("events/a.md", $"---\ntitle: A\nstart: 2025-01-02 18:30\nend: 2025-01-02 20:00\n{lines}\n---\n"),
            ("data/venues.yml", "library:\n  name: The old library\n  address: 2 Side Street\n  lat: 49.2\n  lon: 16.6\n"),
            ("venues/barn.md", "---\ntitle: The barn\naddress: 3 Field Road\n---\n"));

        Assert.Equal(expected, Shown(Assert.Single(reading.Site.Events).Place));
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("lat: 149", "lon: 16", "'lat' (149) and 'lon' (16)")]
    [InlineData("latitude: 49°", "longitude: 16", "'latitude' (49°) and 'longitude' (16)")]
    [InlineData("lat: 49", "lon: 181", "'lat' (49) and 'lon' (181)")]
    [InlineData("lat: NaN", "lon: 16", "'lat' (NaN) and 'lon' (16)")]
    public void RefusesCoordinates_ThatAreNone(string latitude, string longitude, string shown)
    {
        var reading = FolderOf.Site(("events/a.md", $"---\ntitle: A\nstart: 2025-01-02 18:30\nend: 2025-01-02 20:00\nlocation: Hall\n{latitude}\n{longitude}\n---\n"));

        Assert.Equal("Hall", Shown(Assert.Single(reading.Site.Events).Place));
        Assert.Equal([$"events/a.md:6: error: {shown} are not coordinates; write degrees such as 50.0755 and 14.4378"], reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    private static string Shown(Place? place) =>
        place is null ? "" : place + (place.Position is { } at ? string.Create(CultureInfo.InvariantCulture, $" @ {at.Latitude};{at.Longitude}") : "");
}
