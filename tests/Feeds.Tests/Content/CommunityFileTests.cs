using Feeds.Tests.Content.Lists;
using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Event files as communities write them for their own site generators.</summary>
public sealed class CommunityFileTests
{
    private const string Evening = "20260305T193000 20260305T210000";

    [Theory]
    [InlineData("content/eventi/a.md", "title: A|data: 2026-03-05|ora: '19:30-21:00'|luogo: Hall")]
    [InlineData("src/contenuti/eventi/a.md", "titolo: A|data: 2026-03-05|orario: 19:30-21:00|luogo: Hall")]
    [InlineData("src/content/eventi/a.md", "titolo: A|dataInizio: 2026-03-05 19:30|dataFine: 2026-03-05 21:00|luogo: { nome: Hall }")]
    [InlineData("content/evenements/a.md", "titre: A|date: 2026-03-05|heure: 19h30-21h|lieu: Hall")]
    [InlineData("src/content/evenements/a.md", "titre: A|dateDebut: 2026-03-05 19:30|date_fin: 2026-03-05 21:00|lieu: Hall")]
    [InlineData("content/veranstaltungen/a.md", "titel: A|datum: 5.3.2026|uhrzeit: 19:30 - 21 Uhr|ort: Hall")]
    [InlineData("src/content/termine/a.md", "titel: A|beginn: 2026-03-05 19:30|ende: 2026-03-05 21:00|ort: Hall")]
    [InlineData("content/eventos/a.md", "titulo: A|fecha_inicio: 2026-03-05 19:30|fecha_fin: 2026-03-05 21:00|lugar: Hall")]
    [InlineData("eventos/a.md", "título: A|data: 2026-03-05|hora_início: '19:30'|hora_fim: '21:00'|local: Hall")]
    [InlineData("events/a.md", "naam: A|datum: 2026-03-05|tijd: 19:30-21:00|locatie: Hall")]
    public void AreRead_InOtherLanguages(string path, string lines) => Assert.Equal($"A {Evening} Hall", Read(path, lines, "language: de\n")[0]);

    [Theory]
    [InlineData("title: A|date: 2026-03-05 19:30|duration: 90m|location: Hall|data: { file: a.csv }")]
    [InlineData("title: A|start: 2026-03-05 19:30|duration: 90m|location: Hall|data: 2026-01-01|fine: 2026-06-01")]
    [InlineData("title: A|date: 2026-03-05 19:30|duration: 90m|location: Hall|local: true|fin: false")]
    [InlineData("title: A|date: 2026-03-05 19:30|duration: 90m|venue: Hall|concept: true|comune: x")]
    [InlineData("title: A|date: 2026-03-05 19:30|duration: 90m|location: Hall|datum: 2026-04-01|titel: B")]
    public void KeepTheirEnglishNames_BesideOthers(string lines) => Assert.Equal($"A {Evening} Hall", Read("events/a.md", lines)[0]);

    [Theory]
    [InlineData("titolo: A|data: 2026-03-05|pubblicato: false")]
    [InlineData("titolo: A|data: 2026-03-05|bozza: true")]
    [InlineData("titre: A|date: 2026-03-05|brouillon: true")]
    [InlineData("titel: A|datum: 2026-03-05|entwurf: true")]
    [InlineData("título: A|fecha: 2026-03-05|publicado: false")]
    public void StayHidden_InOtherLanguages(string lines) => Assert.Empty(Read("eventi/a.md", lines));

    [Theory]
    [InlineData("_posts/2026-03-05-a.md", "layout: post|date: 2026-03-05 18:00|start_time: '19:30'|end_time: '21:00'")]
    [InlineData("content/activities/a.md", "date: 2026-02-01|event_time: 2026-03-05 19:30-21:00")]
    [InlineData("talks/2026-03-05-a.md", "startTime: 7:30 PM|endTime: 9 PM")]
    [InlineData("content/event/a/index.md", "date: 2026-03-05T19:30:00+01:00|date_end: 2026-03-05T21:00:00+01:00|all_day: false")]
    [InlineData("seminars/a.md", "date: 2026-03-05|humantime: 19:30 - 21:00")]
    [InlineData("_posts/2026-03-05-a.md", "layout: meeting|time: 7:30pm - 9pm")]
    [InlineData("_posts/2026-03-05-a.md", "layout: meetup|time: 19:30-21:00")]
    public void AreEvents_InAnyFolder_WithATimeOfAnEvent(string path, string lines) =>
        Assert.Equal($"A {Evening} Hall", Read(path, $"title: A|location: Hall|{lines}")[0]);

    [Theory]
    [InlineData("posts/a.md", "title: A|date: 2026-03-05 18:00|time: 7 minutes")]
    [InlineData("posts/a.md", "title: A|date: 2026-03-05 18:00|time: '18:30'")]
    [InlineData("posts/a.md", "title: A|date: 2026-03-05 18:00|start_time: 90")]
    [InlineData("notes/a.md", "title: A|start_time: later")]
    [InlineData("posts/a.md", "title: A|date: 2026-03-05|days: 3")]
    [InlineData("posts/a.md", "title: A|layout: meeting|date: 2026-03-05|time: 7 minutes")]
    [InlineData("posts/a.md", "title: A|layout: meetup|date: 2026-03-05")]
    public void AreNoEvents_WithoutATimeOfAnEvent(string path, string lines) => Assert.Empty(Events(path, lines));

    [Theory]
    [InlineData("date: 2026-03-05T09:00:00+01:00|start_time: '19:30'|end_time: '21:00'", "'date' (2026-03-05T09:00:00+01:00) disagrees with 'start_time' (19:30) on line 4, which is used")]
    [InlineData("date: 2026-03-05 09:00|startTime: 19:30-21:00", "'date' (2026-03-05 09:00) disagrees with 'startTime' (19:30-21:00) on line 4, which is used")]
    [InlineData("date: 2026-03-05 18:30|event_time: 7:30pm - 9pm", "'date' (2026-03-05 18:30) disagrees with 'event_time' (7:30pm - 9pm) on line 4, which is used")]
    [InlineData("date: 2026-03-05 00:00|start_time: '19:30'|end_time: '21:00'", null)]
    [InlineData("date: 2026-03-05 19:30|start_time: '19:30'|end_time: '21:00'", null)]
    public void StartAtTheirTime_AndNotThatOfThePlainDate(string lines, string? warning)
    {
        string[] expected = warning is null ? [$"A {Evening} Hall"] : [$"A {Evening} Hall", $"events/a.md:3: warning: {warning}"];
        Assert.Equal(expected, Read("events/a.md", $"title: A|{lines}|location: Hall"));
    }

    [Theory]
    [InlineData("date: 2026-03-05 19:30|time: '18:00'", "20260305T193000")]
    [InlineData("start: 2026-03-05 19:30|start_time: '18:00'", "20260305T193000")]
    public void StartAtTheirDate_WhereAnotherTimeIsLessSure(string lines, string start) =>
        Assert.StartsWith($"A {start}", Read("events/a.md", $"title: A|{lines}|duration: 90m")[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("date: 2026-03-05|date_display: March 5–7, 2026", "20260305 20260308")]
    [InlineData("date: 2026-03-05|display_date: 5-7 March 2026", "20260305 20260308")]
    [InlineData("humandate: March 5-7, 2026", "20260305 20260308")]
    [InlineData("date_string: Março 5-7, 2026", "20260305 20260308")]
    [InlineData("startdate: 2026-03-05|enddate: 2026-03-06|humandate: Mar 5-7, 2026", "20260305 20260307")]
    [InlineData("date: 2026-03-05|date_display: 12–13 June 2026", "20260305 20260306")]
    [InlineData("date: 2026-03-05|date_label: A Thursday", "20260305 20260306")]
    [InlineData("date: 2026-03-05|days: 3", "20260305 20260308")]
    [InlineData("date: 2026-03-05|days: 1", "20260305 20260306")]
    [InlineData("date: 2026-03-05|days: Mon-Fri", "20260305 20260306")]
    [InlineData("date: 2026-03-05 19:30|duration: 90m|days: 3", Evening)]
    [InlineData("moment: 2026-03-05", "20260305 20260306")]
    public void LastTheDays_ThatTheyShow(string lines, string expected) => Assert.Equal($"A {expected}", Read("events/a.md", $"title: A|{lines}")[0]);

    [Theory]
    [InlineData("date_string: Lisbon in July", "events/a.md:3: error: 'date_string' (Lisbon in July) is not a date; write it as 2024-02-21 or 2024-02-21T18:30")]
    public void AreReported_WithADateThatIsNotRead(string lines, string expected) => Assert.Equal([expected], Read("events/a.md", $"title: A|{lines}"));

    [Theory]
    [InlineData("**Wann: 19:30 - 21:00 Uhr**\\\n**Wo: Hall**\nText.")]
    [InlineData("**Uhrzeit:** 19:30-21:00\n**Ort:** Hall")]
    [InlineData("- **Heure**: 19h30-21h\n- **Lieu**: Hall")]
    [InlineData("**Ora:** 19:30-21:00\n\n**Luogo:** Hall")]
    [InlineData("**Godzina:** 19:30-21:00\n\n**Miejsce:** Hall")]
    [InlineData("**Time: 19:30-21:00**\n\n**Location: Hall**")]
    [InlineData("**Время:** 19:30-21:00\n\n**Где:** Hall")]
    public void AreCompleted_FromTheirBody(string body) => Assert.Equal($"A {Evening} Hall", Read("_events/a.md", "title: A|event_date: 2026-03-05", body: body)[0]);

    [Theory]
    [InlineData("**Data:** sales of the town, as a table")]
    [InlineData("**Zeit:** die Wochenzeitung")]
    [InlineData("**Beginn: mit einer Frage**")]
    [InlineData("**Datum:** wird bekannt gegeben")]
    [InlineData("## Data\n\nSome of it is open.")]
    public void KeepTheirDate_BesideOtherWords(string body) =>
        Assert.Equal([$"A {Evening} Hall"], Read("events/a.md", "title: A|date: 2026-03-05|time: 19:30-21:00|location: Hall", body: body));

    [Theory]
    [InlineData("# A\n\n---\n\n**March 5th, 2026**  \n**Hall**\n\nText.")]
    [InlineData("# A\n\nThursday, 5 March 2026\n\nText.")]
    [InlineData("*5 March 2026*\n\nText.")]
    [InlineData("5. März 2026\n\nText.")]
    [InlineData("![Poster](a.png)\n\n__2026-03-05__\n\nText.")]
    public void TakePlaceOnTheDate_BelowTheirTitle(string body) =>
        Assert.StartsWith("A 20260305 20260306", Read("events/a.md", "title: A", body: body)[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("Written on 5 March 2026\n")]
    [InlineData("Text.\n\n5 March 2026\n")]
    [InlineData("5 March\n")]
    [InlineData("2026\n")]
    [InlineData("12\n")]
    public void HaveNoDate_InAnotherLine(string body) =>
        Assert.Contains("an event needs a start", Assert.Single(Read("events/a.md", "title: A", body: body)), StringComparison.Ordinal);

    [Theory]
    [InlineData("events/_template.md")]
    [InlineData("_events/_sample.markdown")]
    [InlineData("src/content/meetups/_2026-03-05.md")]
    [InlineData("content/eventi/_modello.md")]
    [InlineData("events/2026/_draft.md")]
    public void AreNoEvents_WhenTheirNameIsThatOfATemplate(string path) => Assert.Equal(
        [$"{path}: note: its name begins with '_', so it is a template and no event; rename it to publish it"], Read(path, "title: A|date: 2026-03-05|start: 2026-03-05"));

    [Theory]
    [InlineData("time: 19:30 - 21:00", "date: 2026-03-05|end_date: 2026-03-05", "20260305T210000")]
    [InlineData("time: 7:30pm - 9pm", "start_date: 2026-03-05|end_date: 2026-03-06", "20260306T210000")]
    [InlineData("humantime: 19:30 - 21:00", "startdate: 2026-03-05|enddate: 2026-03-07", "20260307T210000")]
    [InlineData("time: 19:30 - 21:00|end_time: '22:00'", "date: 2026-03-05|end_date: 2026-03-06", "20260306T220000")]
    [InlineData("time: 19:30 - 21:00", "date: 2026-03-05|end: 2026-03-06 23:00", "20260306T230000")]
    [InlineData("time: '19:30'|duration: 90m", "date: 2026-03-05|end_date: 2026-03-05", "20260305T210000")]
    public void EndAtTheEndOfTheirTime_OnTheLastDay(string time, string dates, string end) =>
        Assert.Equal($"A 20260305T193000 {end}", Read("events/a.md", $"title: A|{dates}|{time}")[0]);

    [Theory]
    [InlineData("content/meetups/a.mdx", "meetup_date: 2026-03-05|meetup_start_time: 19h30|meetup_end_time: 21h00|meetup_location: Hall")]
    [InlineData("events/a.md", "event-day: x|eventDate: 2026-03-05|eventTime: 19:30-21:00|event_room: 1|eventVenue: Hall")]
    [InlineData("events/a.md", "meetupStart: 2026-03-05 19:30|meetupEnd: 2026-03-05 21:00|meetupVenue: Hall")]
    [InlineData("events/a.md", "event_starts_at: 2026-03-05 19:30|event_duration: 90m|event_location_name: Hall")]
    [InlineData("events/a.md", "date: 2026-03-05|time: 19:30-21:00|location: Hall|meetup_date: 2026-03-06|meetup_location: Other")]
    [InlineData("events/a.md", "start: 2026-03-05 19:30|end: '21:00'|location: Hall|meetup: 26|event: 7|eventful: true|meetup_id: 12")]
    public void AreRead_WithAWordBeforeEachName(string path, string lines) => Assert.Equal($"A {Evening} Hall", Read(path, $"title: A|{lines}")[0]);

    [Theory]
    [InlineData("event_website: https://x.example/1")]
    [InlineData("external_urls: ['https://x.example/1', 'https://x.example/2']")]
    [InlineData("bookingLinks: [{ text: Sign up, url: 'https://x.example/1' }]")]
    [InlineData("www_link: https://x.example/1")]
    [InlineData("meetup_signup_url: https://x.example/1")]
    [InlineData("external_url: https://x.example/1|links: [{ text: Video, url: 'https://x.example/2' }]")]
    public void AreLinked(string lines) => Assert.Equal($"A {Evening} https://x.example/1", Read("events/a.md", $"title: A|date: 2026-03-05|time: 19:30-21:00|{lines}")[0]);

    [Theory]
    [InlineData("location_name: Park|location_street: High St 1|location_city: Bath|location_zip: BA1", @"Park\nHigh St 1\, Bath BA1")]
    [InlineData("eventLocation: Park", "Park")]
    [InlineData("event_place: Park", "Park")]
    [InlineData("locationName: Gather town and Slack.|locationURL: https://gather.town/", "Gather town and Slack.")]
    [InlineData("location: Park|location_url: https://park.example/", "Park")]
    [InlineData("venue: 1871|city: Chicago", @"1871\nChicago")]
    [InlineData("venue: 22577042|location: Park", "Park")]
    [InlineData("locations: [{ name: Online, links: ['https://park.example/'] }]", "Online")]
    public void AreAtAPlace(string lines, string place) => Assert.Equal($"A {Evening} {place}", Read("events/a.md", $"title: A|date: 2026-03-05|time: 19:30-21:00|{lines}")[0]);

    [Theory]
    [InlineData("es")]
    [InlineData("de-CH")]
    [InlineData("ru")]
    [InlineData("pl")]
    [InlineData("en-GB")]
    [InlineData("en-AU")]
    public void HaveTheDayFirst_InTheLanguageOfTheSite(string language)
    {
        foreach (var date in (string[])["5.3.2026", "05/03/2026", "5-3-2026"])
            Assert.Equal($"A {Evening} Hall", Read("events/a.md", $"title: A|date: {date}|time: 19:30-21:00|location: Hall", $"language: {language}\n")[0]);
    }

    [Theory]
    [InlineData("language: en\n")]
    [InlineData("language: en-US\n")]
    [InlineData("language: en-CA\n")]
    [InlineData("language: es-US\n")]
    [InlineData("language: ja\n")]
    [InlineData("languages: [cs, en]\n")]
    [InlineData("")]
    public void AreAskedFor_WhereTheLanguageDoesNotTell(string settings) => Assert.Contains(
        Read("events/a.md", "title: A|date: 5/3/2026|time: 19:30-21:00", settings), line => line.Contains("could be 5 March or 3 May", StringComparison.Ordinal));

    [Theory]
    [InlineData("start: 2026-03-03|startRecur: 2026-03-03|endRecur: 2026-04-01|daysOfWeek: [3, 5]", "20260304T193000 20260304T210000", "FREQ=WEEKLY;UNTIL=20260331T215959Z;BYDAY=WE,FR")]
    [InlineData("type: recurring|startRecur: 2026-03-02|daysOfWeek: [M, W, F]|allDay: false", "20260302T193000 20260302T210000", "FREQ=WEEKLY;BYDAY=MO,WE,FR")]
    [InlineData("date: 2026-03-05|daysOfWeek: [thursday]", "20260305T193000 20260305T210000", "FREQ=WEEKLY")]
    [InlineData("date: 2026-03-01|daysOfWeek: 0", "20260301T193000 20260301T210000", "FREQ=WEEKLY")]
    [InlineData("date: 2026-03-05|daysOfWeek: [R, S]", "20260305T193000 20260305T210000", "FREQ=WEEKLY;BYDAY=TH,SA")]
    public void RecurOnTheirDays(string lines, string time, string rule) =>
        Assert.Equal([$"A {time} {rule}"], Read("events/a.md", $"title: A|{lines}|startTime: '19:30'|endTime: '21:00'"));

    [Theory]
    [InlineData("[1, 7]")]
    [InlineData("[Mon, X]")]
    [InlineData("weekdays")]
    public void TakePlaceOnce_OnDaysThatAreNotKnown(string days) => Assert.Equal(
        [$"A {Evening}", "events/a.md:4: error: 'daysOfWeek' has a day that is not known; write 'every: wednesday and friday', or days such as [wed, fri]"],
        Read("events/a.md", $"title: A|date: 2026-03-05|daysOfWeek: {days}|time: 19:30-21:00"));

    private static string[] Read(string path, string lines, string settings = "", string body = "") =>
        [.. ReadList.Of(path, $"---\n{lines.Replace('|', '\n')}\n---\n{body}\n", settings).Where(line => !line.StartsWith("site.yaml", StringComparison.Ordinal) && !line.Contains("no time of day", StringComparison.Ordinal))];

    private static string[] Events(string path, string lines) => [.. Read(path, lines).Where(line => line.StartsWith("A ", StringComparison.Ordinal))];
}
