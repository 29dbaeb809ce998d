using Feeds.Model;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>A file about one place says what the same map says in an event.</summary>
public sealed class VenueFileTests
{
    [Theory]
    [InlineData("name: Mill\nlatitude: '49.2'\nlongitude: '16.6'")]
    [InlineData("title: Mill\nlocation:\n  latitude: '49.2'\n  longitude: '16.6'")]
    [InlineData("title: Mill\nlocation: { lat: 49.2, lon: 16.6 }")]
    [InlineData("title: Mill\nlocation: { latitude: 49.2, longitude: 16.6 }\ncity: Brno")]
    [InlineData("name: Mill\nplace: { lat: 49.2, lng: 16.6 }")]
    [InlineData("location: { name: Mill, lat: 49.2, lon: 16.6 }")]
    [InlineData("location: { title: Mill, geo: { lat: 49.2, lon: 16.6 } }")]
    [InlineData("name: Mill\nlocation: Brno\nlat: 49.2\nlon: 16.6")]
    [InlineData("venue: Mill\ngeo: { latitude: 49.2, longitude: 16.6 }")]
    [InlineData("name: Mill\nlocation: { city: Brno }\nlatitude: 49.2\nlongitude: 16.6")]
    public void GivesAnEventItsPosition(string lines)
    {
        foreach (var (path, text) in (ReadOnlySpan<(string, string)>)[("venues/mill.yaml", lines), ("_venues/mill.md", $"---\n{lines}\n---\nText.\n")])
        {
            var reading = FolderOf.Site((path, text), ("events/a.md", "---\ntitle: A\nstart: 2025-01-02 18:00\nduration: 2h\nvenue: mill\n---\n"));

            var place = Assert.Single(reading.Site.Events).Place!;
            Assert.Equal(("Mill", new GeoPosition(49.2, 16.6)), (place.Name, place.Position));
            Assert.Empty(reading.Diagnostics);
        }
    }

    [Theory]
    [InlineData("venues/mil", true)]
    [InlineData("_venues/mill.md", true)]
    [InlineData("venues/mill.yaml", false)]
    [InlineData("venues/mill", false)]
    [InlineData("mill", false)]
    [InlineData("Mill/Hall", false)]
    [InlineData("the places/rooms", false)]
    public void IsReported_WhereAnEventNamesAFileThatIsNotThere(string written, bool isReported)
    {
        var reading = FolderOf.Site(("venues/mill.yaml", "name: Mill"), ("events/a.md", $"---\ntitle: A\nstart: 2025-01-02 18:00\nduration: 2h\nvenue: {written}\n---\n"));

        const string Cure = "correct its path, from the content folder on, or write the name of the place";
        string[] expected = isReported ? [$"events/a.md:5: warning: '{written}' names no file about a place, so it is shown as it stands; {Cure}"] : [];
        Assert.Equal(expected, reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void SaysTheSame_AsItsMapInAnEvent()
    {
        const string Map = "name: Mill\n  address: Water Lane 3\n  city: Brno\n  latitude: '49.2'\n  longitude: '16.6'";
        var inFile = FolderOf.Site(("venues/mill.yaml", $"location:\n  {Map}\n"), ("events/a.md", "---\ntitle: A\nstart: 2025-01-02 18:00\nduration: 2h\nvenue: mill\n---\n"));
        var inEvent = FolderOf.Site(("events/a.md", $"---\ntitle: A\nstart: 2025-01-02 18:00\nduration: 2h\nlocation:\n  {Map}\n---\n"));

        Assert.Equal(Assert.Single(inEvent.Site.Events).Place, Assert.Single(inFile.Site.Events).Place);
    }
}
