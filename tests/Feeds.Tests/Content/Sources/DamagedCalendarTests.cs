using System.Text;
using Feeds.Content.Files;
using Xunit;

namespace Feeds.Tests.Content.Sources;

/// <summary>Calendars of others that were damaged at random: nothing throws, and what is whole is published.</summary>
public sealed class DamagedCalendarTests
{
    private const int Events = 4;
    private const int Cuts = 150;
    private const int Damages = 400;

    private const string Whole = """
        BEGIN:VCALENDAR
        VERSION:2.0
        X-WR-TIMEZONE:Europe/Warsaw
        BEGIN:VTIMEZONE
        TZID:Our zone
        BEGIN:STANDARD
        DTSTART:16011028T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010325T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:one
        SUMMARY;LANGUAGE=en:Žofie\, Emil & the 🎲
        DTSTART;TZID=Our zone:20260310T180000
        DURATION:PT1H30M
        RRULE:FREQ=WEEKLY;UNTIL=20260601T000000Z;BYDAY=TU,TH
        EXDATE;TZID=Our zone:20260312T180000,20260317T180000
        DESCRIPTION:Games\, food\nand a lamp:
          bring "your" own; it is
          <b>dark</b>
        BEGIN:VALARM
        TRIGGER:-PT15M
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        UID:two
        SUMMARY:Day out
        DTSTART;VALUE=DATE:20260411
        DTEND;VALUE=DATE:20260413
        LOCATION;ALTREP="https://mill.example/a:b":Mill\, River Street 1
        GEO:50.1;14.4
        CATEGORIES:walks,food
        END:VEVENT
        BEGIN:VEVENT
        UID:three
        SUMMARY:Late walk
        DTSTART:20260510T203000
        DTEND:20260510T220000
        URL:https://walks.example/?a=1;b=2
        STATUS:TENTATIVE
        END:VEVENT
        BEGIN:VEVENT
        UID:four
        SUMMARY:Breakfast
        DTSTART;TZID="Romance Standard Time":20260611T080000
        RDATE;VALUE=PERIOD:20260618T060000Z/PT1H
        END:VEVENT
        END:VCALENDAR

        """;

    [Fact]
    public void PublishesWhatIsWhole_WhereverTheFileEnds()
    {
        var random = new Random(1);
        for (var cut = 0; cut < Cuts; cut++)
        {
            var text = Whole[..random.Next(Whole.TrimEnd().Length)];

            var read = Brought.Site(Brought.Settings, (Brought.Path, text));

            Assert.Equal(text.Split("END:VEVENT").Length - 1, read.Site.Events.Length);
            Assert.NotEmpty(read.Diagnostics);
        }
    }

    [Fact]
    public void ThrowsNothing_WhateverIsDamaged()
    {
        var random = new Random(2);
        var published = 0;
        for (var damage = 0; damage < Damages; damage++)
        {
            var text = SourceText.ReadForeign(Damaged(random), out _);

            var read = Brought.Site(Brought.Settings, (Brought.Path, text));

            Ical.Net.Calendar.Load(Brought.Published(read, "/calendar.ics"));
            published += read.Site.Events.Length;
        }

        Assert.InRange(published, Damages * Events * 3 / 4, Damages * Events * 5 / 4);
    }

    private static byte[] Damaged(Random random)
    {
        var lines = Whole.Split('\n').Select(Encoding.UTF8.GetBytes).ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(6))
            {
                case 0:
                    lines.RemoveAt(at);
                    break;
                case 1:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 2 when lines[at].Length > 0:
                    lines[at][random.Next(lines[at].Length)] = (byte)random.Next(256);
                    break;
                case 3 when lines[at].Length > 0:
                    lines[at] = lines[at][..random.Next(lines[at].Length)];
                    break;
                case 4 when lines[at].Length > 0:
                    lines[at] = [.. lines[at], .. lines[at]];
                    break;
                case 5 when lines[at].Length > 0:
                    lines[at][random.Next(lines[at].Length)] = (byte)"\":;,=\\/\r 09ZT-+"[random.Next(15)];
                    break;
            }
        }

        return [.. lines.SelectMany(line => line.Append((byte)'\n'))];
    }
}
