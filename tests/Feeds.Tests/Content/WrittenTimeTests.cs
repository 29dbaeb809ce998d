using Xunit;

namespace Feeds.Tests.Content;

/// <summary>Dates, times and zones as people write them, in several languages.</summary>
public sealed class WrittenTimeTests
{
    [Theory]
    // Two days in words.
    [InlineData("date: 1st & 2nd February 2025", "20250201 20250203")]
    [InlineData("date: 31 January & 1 February 2026", "20260131 20260202")]
    [InlineData("date: Saturday & Sunday 3rd-4th February 2024", "20240203 20240205")]
    [InlineData("date: 14 and 15 March 2026", "20260314 20260316")]
    [InlineData("date: 14. und 15. März 2026", "20260314 20260316")]
    [InlineData("date: 14 + 15 March 2026", "20260314 20260316")]
    [InlineData("date: 14th + 15th March 2026", "20260314 20260316")]
    [InlineData("date: Sat and Sun, 14-15 March 2026", "20260314 20260316")]
    // Names in other languages.
    [InlineData("date: 10. Oktober 2026", "20261010 20261011")]
    [InlineData("date: Fr, 13 March 2015", "20150313 20150314")]
    [InlineData("date: Mi. 6. September 2026", "20260906 20260907")]
    [InlineData("date: vendredi 13 février 2026", "20260213 20260214")]
    [InlineData("date: le 1er août 2026", "20260801 20260802")]
    [InlineData("date: 10 de octubre de 2026", "20261010 20261011")]
    [InlineData("date: sábado 10 octubre 2026", "20261010 20261011")]
    [InlineData("date: 3 maggio 2026", "20260503 20260504")]
    [InlineData("date: 12 de março de 2026", "20260312 20260313")]
    [InlineData("date: 5 mei 2026", "20260505 20260506")]
    [InlineData("date: 13 mars 2026", "20260313 20260314")]
    [InlineData("date: tirsdag 12. maj 2026", "20260512 20260513")]
    [InlineData("date: 1. desember 2026", "20261201 20261202")]
    [InlineData("date: 7 października 2026", "20261007 20261008")]
    [InlineData("date: čtvrtek 5. března 2026", "20260305 20260306")]
    [InlineData("date: 10. prosince 2026", "20261210 20261211")]
    // Without their accents.
    [InlineData("date: 5. marz 2026", "20260305 20260306")]
    [InlineData("date: vendredi 13 fevrier 2026", "20260213 20260214")]
    [InlineData("date: 12 de marco de 2026", "20260312 20260313")]
    [InlineData("date: sabado 10 octubre 2026", "20261010 20261011")]
    [InlineData("date: 5. unora 2026", "20260205 20260206")]
    [InlineData("date: 1er aout 2026", "20260801 20260802")]
    // What a page leaves around a date.
    [InlineData("date: 13 March 2016<br />", "20160313 20160314")]
    [InlineData("date: <b>13 March 2016</b>", "20160313 20160314")]
    [InlineData("date: 13&nbsp;March 2016 br />", "20160313 20160314")]
    public void ReadsADay(string lines, string expected) => Assert.Equal(expected, ReadEvent.Of($"{lines}|all-day: true")[0]);

    [Theory]
    [InlineData("19 Uhr", "19:00")]
    [InlineData("um 19 Uhr", "19:00")]
    [InlineData("19.30 Uhr", "19:30")]
    [InlineData("18:30 bis 21:00 Uhr", "18:30 21:00")]
    [InlineData("19 – 21 Uhr", "19:00 21:00")]
    [InlineData("19 bis 21.30 Uhr", "19:00 21:30")]
    [InlineData("kl. 17:30", "17:30")]
    [InlineData("kl 17.30", "17:30")]
    [InlineData("klo 18:00", "18:00")]
    [InlineData("à 19h30", "19:30")]
    [InlineData("19h-21h", "19:00 21:00")]
    [InlineData("19-21h", "19:00 21:00")]
    [InlineData("de 18:00 a 20:00", "18:00 20:00")]
    [InlineData("10-12", "10:00 12:00")]
    [InlineData("17 - 19", "17:00 19:00")]
    [InlineData("12 noon - 2pm", "12:00 14:00")]
    [InlineData("10am - 12 noon", "10:00 12:00")]
    [InlineData("18:00 onwards", "18:00")]
    [InlineData("6pm till late", "18:00")]
    [InlineData("18:00 (doors 17:30)", "18:00")]
    [InlineData("18:00, doors open at 17:30", "18:00")]
    [InlineData("doors 6pm, talks 6:30", "18:30")]
    [InlineData("Doors open 18:00, start 18:30", "18:30")]
    [InlineData("doors 18:00 / show 19:00", "19:00")]
    [InlineData("~18:00", "18:00")]
    [InlineData("ca. 18:00", "18:00")]
    [InlineData("960", "16:00")]
    [InlineData("1170", "19:30")]
    [InlineData("57600", "16:00")]
    [InlineData("1830", "18:30")]
    [InlineData("18:00 MEZ", "18:00")]
    [InlineData("18:00 – 20:00 CET", "18:00 20:00")]
    [InlineData("9:00 – 16:45 CET (UTC +1:00)", "09:00 16:45")]
    public void ReadsATime(string time, string expected)
    {
        var read = ReadEvent.Of($"date: 2026-02-10|time: {time}")[0].Split(' ');

        Assert.Equal(expected, string.Join(' ', read.Take(expected.Length > 5 ? 2 : 1).Select(moment => $"{moment[9..11]}:{moment[11..13]}")));
    }

    [Theory]
    [InlineData("time: 18:00 PST", "America/Los_Angeles")]
    [InlineData("time: 19:00:00 EST", "America/New_York")]
    [InlineData("time: 18:00 Europe/London", "Europe/London")]
    [InlineData("time: 18:00 (Asia/Tokyo)", "Asia/Tokyo")]
    [InlineData("time: 18:00 JST", "Asia/Tokyo")]
    [InlineData("time: 18:00|timezone: PST", "America/Los_Angeles")]
    [InlineData("time: 18:00|timezone: America/New York", "America/New_York")]
    [InlineData("time: 18:00|timezone: Europe/Berlin (CET)", "Europe/Berlin")]
    [InlineData("time: 18:00|tz: Berlin", "Europe/Berlin")]
    [InlineData("time: 18:00|timezone: new york", "America/New_York")]
    [InlineData("time: 18:00|zone: London", "Europe/London")]
    [InlineData("time: 18:00|tzid: Asia/Kolkata", "Asia/Kolkata")]
    [InlineData("time: 18:00|timezone: { name: Asia/Kolkata }", "Asia/Kolkata")]
    [InlineData("time: 18:00|timezone: GMT+2", "Etc/GMT-2")]
    [InlineData("time: 18:00|timezone: +02:00", "Etc/GMT-2")]
    [InlineData("time: 18:00|timezone: UTC-5", "Etc/GMT+5")]
    public void ReadsAZone_ThatIsMeant(string lines, string expected) =>
        Assert.StartsWith($"TZID={expected}:20260210T1", ReadEvent.Of($"date: 2026-02-10|{lines}")[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("time: 18:00 CEST", "events/a.md:5: warning: 'time' (18:00 CEST): the zone is Europe/Prague, which is CET on that day; 'CEST' is not used. Write 'timezone:' if another is meant")]
    [InlineData("time: 18:00 PDT", "events/a.md:5: warning: 'time' (18:00 PDT): the zone is America/Los_Angeles, which is PST on that day; 'PDT' is not used. Write 'timezone:' if another is meant")]
    [InlineData("time: 18:00|timezone: IST", "events/a.md:6: error: 'timezone' (IST) is not a time zone; write an IANA name such as Europe/Prague")]
    [InlineData("time: 18:00|timezone: Europe/Prage", "events/a.md:6: error: 'timezone' (Europe/Prage) is not a time zone; write Europe/Prague")]
    [InlineData("time: 6-8", "events/a.md:5: error: 'time' (6-8) is not a time; write it as 18:30 or 18:30–20:00")]
    [InlineData("start: 2026-02-10T18:00+05:00|timezone: Europe/Berlin", "events/a.md:5: warning: 'start' (2026-02-10T18:00+05:00) has the offset +05:00, but Europe/Berlin has +01:00 on that day; the written one is used")]
    [InlineData("start: 14 and 28 March 2026", "events/a.md:5: error: 'start' (14 and 28 March 2026) names days that do not run on; write 'dates: [2024-02-21, 2024-02-28]', or an event for each")]
    [InlineData("start: 31 November & 1 December 2026", "events/a.md:5: error: 'start' (31 November & 1 December 2026) has day 31, but November 2026 has 30 days")]
    public void SaysWhatIsWrong(string lines, string expected) =>
        Assert.Contains(expected, ReadEvent.Of((lines.StartsWith("start", StringComparison.Ordinal) ? "" : "date: 2026-02-10|") + lines, path: "events/a.md").Select(line => line.Replace("a.md:4", "a.md:5", StringComparison.Ordinal)));
}
