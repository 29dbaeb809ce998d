using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using Ical.Net;
using NodaTime;
using IcalDuration = Ical.Net.DataTypes.Duration;

namespace Feeds.Tests.Formats.Calendar;

/// <summary>The calendars whose files stand in the golden folder.</summary>
internal static class SampleCalendars
{
    private static readonly Instant Stamp = Instant.FromUtc(2026, 1, 15, 8, 0, 30);

    public static readonly string[] Names = ["meetups", "one-event", "nothing", "zones", "recurring"];

    public static SampleCalendar Of(string name) => name switch
    {
        "meetups" => Meetups,
        "one-event" => OneEvent,
        "nothing" => Nothing,
        "zones" => Zones,
        "recurring" => Recurring,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static SampleCalendar Nothing => new([]);

    private static SampleCalendar Meetups => new(
        [
            Event("rich", Timed("Europe/Prague", 2026, 3, 18, 18, 30, minutes: 150)) with
            {
                Summary = "Jarní setkání: nástroje, testy; a \\ zpětné lomítko",
                Description = "Přednášky a pivo.\r\n\r\n- První: Jak psát testy, které něco hlídají, aniž by překážely\n"
                    + "- Druhá: Život 👩🏽‍💻 na terminálu\n\nhttps://example.org/events/rich/",
                Html = "<p>Přednášky &amp; pivo; vstup volný, přijďte.</p>\n<ul><li>První</li></ul>",
                Location = "Klub \"Na Rohu\", sál ^2\nDlouhá 12, 110 00 Praha",
                Position = (50.0902104, 14.42),
                Url = new Uri("https://example.org/events/rich/"),
                Image = new Uri("https://example.org/images/jaro,2026.png"),
                Categories = ["C#", "testy, nástroje", "pivo"],
                Organizer = ("jana+meetup@example.org", "Jana \"JN\" Nováková"),
                Sequence = 2,
            },
            Event("online", Timed("America/New_York", 2026, 7, 1, 19, 0, minutes: 60)) with
            {
                Summary = "Online: 东京から 🗼 שלום עולם مرحبا بالعالم e\u0301",
                Conference = new Uri("https://meet.example.org/room?id=1&pwd=a,b;c"),
                Categories = ["online"],
                Organizer = ("host@example.org", null),
            },
            Event("cancelled", Timed("Australia/Sydney", 2026, 11, 5, 18, 0, minutes: 120)) with
            {
                Summary = "Called off",
                Status = EventStatus.Cancelled,
                Sequence = 1,
                Location = "Harbour Hall, 1 Quay Street, Sydney",
                Position = (-33.8568, 151.2153),
            },
            Event("tentative", Timed("Asia/Kolkata", 2026, 5, 9, 10, 0, minutes: 45)) with { Status = EventStatus.Tentative },
            Event("lord-howe", Timed("Australia/Lord_Howe", 2026, 4, 10, 9, 0, minutes: 90)),
            Event("casablanca", Timed("Africa/Casablanca", 2026, 3, 1, 18, 0, minutes: 90)),
            Event("utc", Timed("Etc/UTC", 2026, 6, 1, 12, 0, minutes: 30)),
            Event("over-midnight", Timed("Europe/Prague", 2026, 10, 17, 22, 0, minutes: 600)),
            Event("shown-twice", new EventSpan.Timed(
                Instant.FromUtc(2026, 10, 25, 1, 30).InZone(DateTimeZoneProviders.Tzdb["Europe/Prague"]),
                Instant.FromUtc(2026, 10, 25, 3, 0).InZone(DateTimeZoneProviders.Tzdb["Europe/Prague"]))),
            Event("day", new EventSpan.AllDay(new LocalDate(2026, 2, 28), new LocalDate(2026, 2, 28))),
            Event("days", new EventSpan.AllDay(new LocalDate(2026, 12, 30), new LocalDate(2027, 1, 2))) with { Summary = "Winter camp" },
        ])
    {
        Add = calendar =>
        {
            calendar.Add("NAME", "Meetups; talks, and \"more\"");
            calendar.Add("X-WR-CALNAME", "Meetups; talks, and \"more\"");
            calendar.Add("DESCRIPTION", "What is on.\nEverybody is welcome.");
            calendar.Add("X-WR-CALDESC", "What is on.\nEverybody is welcome.");
            calendar.Add("X-WR-TIMEZONE", "Europe/Prague");
            calendar.Add(CalendarProperties.CalendarUid, "calendar@example.org");
            calendar.Add("URL", new Uri("https://example.org/calendar/"));
            calendar.AddUri("SOURCE", new Uri("https://example.org/calendar.ics"));
            calendar.Add("REFRESH-INTERVAL", IcalDuration.FromHours(1), ("VALUE", "DURATION"));
            calendar.Add("X-PUBLISHED-TTL", "PT1H");
            calendar.Add("COLOR", "steelblue");
            calendar.Add("X-APPLE-CALENDAR-COLOR", "#2A7FB8");
            calendar.Add("LAST-MODIFIED", CalendarTime.Of(Stamp));
        },
    };

    private static SampleCalendar OneEvent => Nothing with
    {
        Events =
        [
            Event("one", Timed("Europe/London", 2026, 6, 3, 18, 30, minutes: 120)) with
            {
                Summary = "One evening",
                Description = "Come along.",
                Url = new Uri("https://example.org/events/one/"),
                Location = "The Old Library",
                Position = (51.5, -0.0000001),
            },
        ],
    };

    private static SampleCalendar Zones => Nothing with
    {
        Events =
        [
            .. ((string[])
            [
                "Africa/Cairo", "Africa/Casablanca", "America/Nuuk", "America/Santiago", "Asia/Gaza", "Asia/Jerusalem", "Asia/Tehran",
                "Atlantic/Azores", "Etc/GMT+5", "Europe/Dublin", "Pacific/Chatham",
            ]).Select(id => Event(id, Timed(id, 2024, 6, 1, 12, 0, minutes: 60))),
            Event("over-change", Timed("Europe/Dublin", 2024, 10, 26, 22, 0, minutes: 600)),
            Event("old", Timed("America/New_York", 2006, 7, 1, 12, 0, minutes: 60)),
            Event("new", Timed("America/New_York", 2008, 7, 1, 12, 0, minutes: 60)),
            Event("early", Timed("Africa/Monrovia", 1971, 7, 1, 12, 0, minutes: 60)),
            Event("earlier", Timed("Asia/Kolkata", 1944, 7, 1, 12, 0, minutes: 60)),
        ],
    };

    private static SampleCalendar Recurring => Nothing with
    {
        Events =
        [
            Event("monthly", Timed("Europe/Prague", 2026, 3, 18, 18, 30, minutes: 150)) with
            {
                Recurrence = new RecurrenceSet
                {
                    Rule = RecurrenceRule.Parse("FREQ=MONTHLY;UNTIL=20271231T225959Z;BYDAY=3WE"),
                    Exceptions = [Start("Europe/Prague", 2026, 7, 15, 18, 30)],
                    Extra = [Start("Europe/Prague", 2026, 7, 22, 19, 0), Start("Europe/Prague", 2026, 8, 5, 18, 30)],
                },
            },
            Event("monthly", Timed("Europe/Prague", 2026, 4, 16, 18, 30, minutes: 150)) with { Occurrence = Start("Europe/Prague", 2026, 4, 15, 18, 30), Summary = "moved" },
            Event("weekly", Timed("Etc/UTC", 2026, 3, 18, 18, 30, minutes: 60)) with
            {
                Recurrence = new RecurrenceSet { Rule = RecurrenceRule.Parse("FREQ=WEEKLY;COUNT=10;INTERVAL=2;BYDAY=MO,WE,FR;WKST=SU") },
            },
            Event("yearly", new EventSpan.AllDay(new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 2))) with
            {
                Recurrence = new RecurrenceSet
                {
                    Rule = RecurrenceRule.Parse("FREQ=YEARLY;UNTIL=20300501;BYMONTH=5;BYMONTHDAY=1,-1;BYSETPOS=-1"),
                    Exceptions = [new EventStart.Day(new LocalDate(2027, 5, 31))],
                    Extra = [new EventStart.Day(new LocalDate(2027, 6, 1))],
                },
            },
        ],
    };

    private static EventStart.Timed Start(string zone, int year, int month, int day, int hour, int minute) =>
        new(DateTimeZoneProviders.Tzdb[zone].AtStrictly(new LocalDateTime(year, month, day, hour, minute)));

    private static SampleEvent Event(string name, EventSpan span) =>
        new() { Uid = name + "@example.org", Stamp = Stamp, Span = span, Summary = name };

    private static EventSpan.Timed Timed(string zone, int year, int month, int day, int hour, int minute, int minutes)
    {
        var start = DateTimeZoneProviders.Tzdb[zone].AtStrictly(new LocalDateTime(year, month, day, hour, minute));
        return new EventSpan.Timed(start, start + Duration.FromMinutes(minutes));
    }
}
