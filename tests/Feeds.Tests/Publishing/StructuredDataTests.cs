using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Feeds.Publishing;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>What search engines are told on the pages of events and posts.</summary>
public sealed partial class StructuredDataTests
{
    private const string Place = "location: { name: Library, address: \"Main Street 1, Prague\", lat: 50.5, lon: 14.25 }\n";
    private const string PlaceData = "{\"@type\":\"Place\",\"name\":\"Library\",\"address\":\"Main Street 1, Prague\",\"geo\":{\"@type\":\"GeoCoordinates\",\"latitude\":50.5,\"longitude\":14.25}}";
    private const string Club = "{\"@type\":\"Organization\",\"name\":\"Compiler Club\",\"url\":\"https://club.example/\"}";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(Place, "EventScheduled", "Offline", PlaceData)]
    [InlineData(Place + "status: cancelled\n", "EventCancelled", "Offline", PlaceData)]
    [InlineData(Place + "status: postponed\n", "EventPostponed", "Offline", PlaceData)]
    [InlineData(Place + "status: moved\n", "EventRescheduled", "Offline", PlaceData)]
    [InlineData(Place + "status: tentative\n", "EventScheduled", "Offline", PlaceData)]
    [InlineData("location: Main Street 1, Prague\n", "EventScheduled", "Offline", "{\"@type\":\"Place\",\"name\":\"Main Street 1, Prague\",\"address\":\"Main Street 1, Prague\"}")]
    [InlineData("online: https://meet.example/a\n", "EventScheduled", "Online", "{\"@type\":\"VirtualLocation\",\"url\":\"https://meet.example/a\"}")]
    [InlineData(Place + "online: https://meet.example/a\n", "EventScheduled", "Mixed", PlaceData + ",{\"@type\":\"VirtualLocation\",\"url\":\"https://meet.example/a\"}")]
    public void IsAnEvent_AsGoogleWantsIt(string more, string status, string attendance, string location) => Assert.Equal(
        "{\"@context\":\"https://schema.org\",\"@type\":\"Event\",\"name\":\"A meeting\",\"startDate\":\"2026-02-03T18:00:00+01:00\",\"endDate\":\"2026-02-03T20:00:00+01:00\"," +
        $"\"eventStatus\":\"https://schema.org/{status}\",\"eventAttendanceMode\":\"https://schema.org/{attendance}EventAttendanceMode\",\"location\":[{location}]," +
        "\"url\":\"https://club.example/events/meeting/\",\"description\":\"Come.\",\"image\":\"https://club.example/a.png\",\"organizer\":" + Club + "}",
        Data($"title: A meeting\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\nimage: /a.png\n{more}"));

    [Fact]
    public void SaysTheDays_OfAnEventOfWholeDays() => Assert.Equal(
        ("2026-02-03", "2026-02-05"),
        DatesOf(JsonElement.Parse(Data("title: A\nstart: 2026-02-03\nend: 2026-02-05\nall-day: true\n"))));

    [Fact]
    public void TellsEachDateByItself_AndWhenItWasToBe()
    {
        var graph = JsonElement.Parse(Data("title: A\nstart: 2026-01-05 18:00\nend: 2026-01-05 20:00\nevery: monday, 3 times\noverrides: [{ date: 2026-01-12, start: 2026-01-13 19:00 }]\n")).GetProperty("@graph");

        Assert.Equal(
            [("2026-01-05T18:00:00+01:00", null), ("2026-01-13T19:00:00+01:00", "2026-01-12T18:00:00+01:00"), ("2026-01-19T18:00:00+01:00", (string?)null)],
            graph.EnumerateArray().Select(date => (DatesOf(date).Start, date.TryGetProperty("previousStartDate", out var before) ? before.GetString() : null)));
    }

    [Fact]
    public void IsABlogPosting_OnThePageOfAPost() => Assert.Equal(
        "{\"@context\":\"https://schema.org\",\"@type\":\"BlogPosting\",\"headline\":\"First </script>\",\"url\":\"https://club.example/posts/a/\",\"mainEntityOfPage\":\"https://club.example/posts/a/\"," +
        "\"datePublished\":\"2025-03-04T00:00:00+01:00\",\"dateModified\":\"2025-03-05T11:00:00+01:00\",\"description\":\"Hello.\"," +
        "\"author\":[{\"@type\":\"Person\",\"name\":\"Ana\"}],\"publisher\":" + Club + ",\"keywords\":\"one\"}",
        DataOn("/posts/a/", FolderOf.Published("2026-01-01T00:00:00Z", ("posts/a.md", "---\ntitle: First </script>\ndate: 2025-03-04\nupdated: 2025-03-05 11:00\nauthor: Ana\ntags: [one]\n---\nHello.\n"))));

    [Theory]
    [InlineData("", Club)]
    [InlineData("organizer: Compiler Club <hi@club.example>\n", Club)]
    [InlineData("organizer: Ana <ana@club.example>\n", "{\"@type\":\"Person\",\"name\":\"Ana\"}")]
    public void NamesWhoInvites(string organizer, string expected) =>
        Assert.Equal(expected, JsonSerializer.Serialize(JsonElement.Parse(Data($"title: A\nstart: 2026-02-03 18:00\n{organizer}")).GetProperty("organizer"), Plain));

    /// <summary>What Google asks for, and what it would like: https://developers.google.com/search/docs/appearance/structured-data/event and …/article.</summary>
    [Theory]
    [InlineData("/events/meeting/", "name startDate location|eventStatus eventAttendanceMode endDate description image organizer")]
    [InlineData("/posts/a/", "headline author datePublished|dateModified image")]
    public void HasAllThatGoogleDocuments(string path, string names)
    {
        var published = FolderOf.Published(
            "2026-01-01T00:00:00Z",
            ("events/meeting.md", $"---\ntitle: A meeting\nstart: 2026-02-03 18:00\nimage: /a.png\n{Place}---\nCome.\n"),
            ("posts/a.md", "---\ntitle: A\ndate: 2025-03-04\nimage: /a.png\n---\nHello.\n"));
        var data = JsonElement.Parse(DataOn(path, published));

        Assert.All(names.Split(' ', '|'), name => Assert.True(data.TryGetProperty(name, out _), name));
    }

    private static (string? Start, string? End) DatesOf(JsonElement data) => (data.GetProperty("startDate").GetString(), data.GetProperty("endDate").GetString());

    private static string Data(string frontMatter) =>
        DataOn("/events/meeting/", FolderOf.Published("2026-01-01T00:00:00Z", ("events/meeting.md", $"---\n{frontMatter}---\nCome.\n")));

    /// <summary>The data on a page, without the escapes of which it has more than it must.</summary>
    private static string DataOn(string path, Publication publication) =>
        JsonSerializer.Serialize(JsonElement.Parse(Element().Match(publication.Text(path)).Groups["json"].Value), Plain);

    [GeneratedRegex("""<script type="application/ld\+json">(?<json>.*?)</script>""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Element();
}
