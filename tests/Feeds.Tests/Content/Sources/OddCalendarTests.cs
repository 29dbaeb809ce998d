using System.Text;
using Feeds.Content.Files;
using Xunit;

namespace Feeds.Tests.Content.Sources;

/// <summary>What programs write although the standard does not have it: it is read as it is meant, or one line says what is not.</summary>
public sealed class OddCalendarTests
{
    private const string Walk = "UID:a\nSUMMARY:Walk\nDTSTART:20260310T180000Z";
    private const string Start = "Walk 20260310T180000Z";

    [Theory]
    // Offsets, 24:00, and zones with colons or without an area.
    [InlineData("DTSTART:20260310T190000+0100", Start)]
    [InlineData("DTSTART:2026-03-10T19:00:00+01:00", Start)]
    [InlineData("DTSTART:20260310T130000-05", Start)]
    [InlineData("DTSTART:20260310T180000Z\nDTEND:20260310T240000Z", "Walk 20260310T180000Z 20260311T000000Z")]
    [InlineData("DTSTART;TZID=UTC+01:00:20260310T190000", Start)]
    [InlineData("DTSTART;TZID=GMT-5:20260310T130000", Start)]
    [InlineData("DTSTART;TZID=+0100:20260310T190000", Start)]
    [InlineData("DTSTART;TZID=Z:20260310T180000", Start)]
    [InlineData("DTSTART;TZID=tzone://Microsoft/Utc:20260310T180000", Start)]
    [InlineData("DTSTART;TZID=Coordinated Universal Time:20260310T180000", Start)]
    [InlineData("DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna:20260310T190000", "Walk TZID=Europe/Amsterdam:20260310T190000")]
    [InlineData("DTSTART;TZID=America/New York:20260310T140000", "Walk TZID=America/New_York:20260310T140000")]
    [InlineData("DTSTART;TZID=\"Europe/Paris:20260310T190000\"", "Walk TZID=Europe/Paris:20260310T190000")]
    [InlineData("dtstart ; tzid = europe/paris :20260310t190000", "Walk TZID=Europe/Paris:20260310T190000")]
    // Durations.
    [InlineData("DTSTART:20260310T180000Z\nDURATION:P1W2D", "Walk 20260310T180000Z 20260319T180000Z")]
    [InlineData("DTSTART:20260310T180000Z\nDURATION:+pt1h30m", "Walk 20260310T180000Z 20260310T193000Z")]
    // Rules.
    [InlineData("DTSTART:20260310T180000Z\nRRULE:FREQ=WEEKLY;COUNT=\"3\";", $"{Start} FREQ=WEEKLY;COUNT=3")]
    [InlineData("DTSTART:20260310T180000Z\nRRULE:freq=weekly;count=3;byday=;wkst=;X-KIND=1", $"{Start} FREQ=WEEKLY;COUNT=3")]
    public void ReadsWhatIsMeant(string lines, string expected)
    {
        var read = Brought.Of($"UID:a\nSUMMARY:Walk\n{lines}");

        Assert.Equal(expected, read[0]);
        Assert.DoesNotContain(read, line => line.Contains("warning", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DTSTART:20260310T240001Z", "partner.ics:6: warning: DTSTART (20260310T240001Z) is not a date, so it is not read")]
    [InlineData("DTSTART:20260310T180000+9900", "partner.ics:6: warning: DTSTART (20260310T180000+9900) is not a date, so it is not read")]
    [InlineData("DTSTART;TZID=Eastern European Time:20260310T180000", "partner.ics:3: warning: the zone 'Eastern European Time' is unknown, so it is taken to be Europe/Prague")]
    [InlineData("DTSTART;TZID=UTC+99:20260310T180000", "partner.ics:3: warning: the zone 'UTC+99' is unknown, so it is taken to be Europe/Prague")]
    [InlineData("DTSTART:20260310T180000Z\nDTSTART:20260310T200000Z", "partner.ics:7: warning: DTSTART is there again (20260310T200000Z), and the first counts")]
    [InlineData("DTSTART:20260310T180000Z\nRRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=WEEKLY;COUNT=2", "partner.ics:8: warning: RRULE is there again (FREQ=WEEKLY;COUNT=2), and the first counts")]
    [InlineData("DTSTART:20260310T180000Z\nEXRULE:FREQ=WEEKLY", "partner.ics:7: warning: EXRULE (FREQ=WEEKLY) is not followed, so the dates that it takes out are published")]
    [InlineData("DTSTART:20260310T180000Z\nDURATION:P1H", "partner.ics:7: warning: DURATION (P1H) cannot be read")]
    [InlineData("DTSTART:20260310T180000Z\nDURATION:PT", "partner.ics:7: warning: DURATION (PT) cannot be read")]
    [InlineData("DTSTART:20260310T180000Z\nDURATION:-PT1H", "partner.ics:7: warning: DURATION (-PT1H) cannot be read")]
    [InlineData("DTSTART:20260310T180000Z\nDURATION:P9999999D", "partner.ics:7: warning: DURATION (P9999999D) cannot be read")]
    [InlineData("DTSTART;VALUE=DATE:20260310\nDURATION:P5218W", "partner.ics:7: warning: DURATION (P5218W) cannot be read")]
    public void SaysWhatIsNotRead(string lines, string expected) =>
        Assert.Equal([expected], Brought.Of($"UID:a\nSUMMARY:Walk\n{lines}").Where(line => line.Contains("warning", StringComparison.Ordinal) && !line.Contains("no start", StringComparison.Ordinal)));

    [Theory]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{0}\nEND:VEVENT\n", "partner.ics: warning: it does not begin and end as a calendar does, so events may be missing from it")]
    [InlineData("BEGIN:VEVENT\n{0}\nEND:VEVENT\n", "partner.ics: warning: it does not begin and end as a calendar does, so events may be missing from it")]
    [InlineData("BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Nowhere\nBEGIN:VEVENT\n{0}\nEND:VEVENT\nEND:VCALENDAR\n", "partner.ics: warning: its zone 'Europe/Nowhere' is unknown, so times without one are taken to be of Europe/Prague")]
    [InlineData("Notice: x in y on line 3\n\n begin:vcalendar\nBEGIN:VCALENDAR\nBEGIN:VEVENT\n{0}\nBEGIN:VALARM\nDTSTART:20200101T000000Z\nEND:VALARM\nEND:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n", null)]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{0}\nEND:VCALENDAR\n", null)]
    public void ReadsTheEvent_OfAnOddFile(string file, string? expected)
    {
        var read = Brought.OfFile(file.Replace("{0}", Walk, StringComparison.Ordinal));

        Assert.Equal(Start, read[0]);
        Assert.Equal(expected, read.FirstOrDefault(line => line.Contains("warning", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("A: caf\u00C3\r\n \u00A9\r\n", "A: caf\u00E9\n \n", null)]
    [InlineData("A: \u00E9\r\nB: \u00C3\u00A9\r\nC: \u0093x\u0094 \u0080\r\n", "A: \u00E9\nB: \u00E9\nC: \u201Cx\u201D \u20AC\n", 1)]
    [InlineData("\u00EF\u00BB\u00BFA: caf\u00E9\n", "A: caf\u00E9\n", 1)]
    [InlineData("\u00FF\u00FEA\0\n\0", "A\n", null)]
    [InlineData("A\0\rB\u0007\r", "A\nB\n", null)]
    [InlineData("\u00C3\r\n ", "\u00C3\n ", 1)]
    public void Decodes_OctetsOfAnyKind(string octets, string expected, int? line)
    {
        Assert.Equal(expected, SourceText.ReadForeign(Encoding.Latin1.GetBytes(octets), out var first));
        Assert.Equal(line, first);
    }
}
