using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Tests.Interop;

/// <summary>A small site of text and times that trip clients up, with what they must see in it.</summary>
internal static class NastyContent
{
    /// <summary>Four people joined to one picture.</summary>
    private const string Family = "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466";

    /// <summary>A flag of two joined pictures, a hand with a skin colour, a flag of two letters, and a letter with a mark of its own.</summary>
    private const string Joined = "\U0001F3F3\uFE0F\u200D\U0001F308 \U0001F44D\U0001F3FD \U0001F1E8\U0001F1FF e\u0301";

    /// <summary>Hebrew and Arabic, with brackets, a number, and marks of direction around.</summary>
    private const string RightToLeft = "\u202B\u05E9\u05DC\u05D5\u05DD (\u05E2\u05D5\u05DC\u05DD 12)\u202C \u200F\u0645\u0631\u062D\u0628\u0627!";

    /// <summary>Longer than any content line, so that it is folded between every two of its pictures.</summary>
    private static readonly string Crowd = string.Concat(Enumerable.Repeat(Family, 20));

    /// <summary>What stands before the text of an event of each status.</summary>
    private static readonly FrozenDictionary<string, string> Notes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["CONFIRMED"] = "",
        ["TENTATIVE"] = "Tentative: this event is not certain yet.\n\n",
        ["CANCELLED"] = "Cancelled: this event does not take place.\n\n",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The files by path.</summary>
    public static ImmutableArray<(string Path, string Text)> Files { get; } =
    [
        ("site.yaml", $"""
            title: 'Tom & "Jerry" <3 ]]> {Family}'
            url: https://nasty.example/club & co/
            timezone: America/New_York
            author:
              name: O'Neil & "Sons" <sons>
            """),

        ("posts/markup.md", """
            ---
            title: 'Fish & chips <b>not bold</b> ]]> "double" ''single'' &lt;em>'
            date: 2026-10-25T02:30:00+01:00
            updated: 2026-11-01T01:30:00-05:00
            authors: ['A & B', 'C <sea>']
            category: ']]>'
            tags: ['R&D', '"quoted"', "O'Neil", '<tag>']
            ---

            First & foremost ]]> 1 < 2, "double" 'single' &amp;amp; &lt;b&gt;

            ```
            <![CDATA[ two
              lines ]]>
            ```
            """),

        ("posts/emoji.md", $"""
            ---
            title: {Family} {Joined}
            date: 2026-10-24T23:59:59Z
            tags: [{Family}]
            ---

            {Crowd} {Joined}
            """),

        ("posts/right-to-left.md", $"""
            ---
            title: {RightToLeft}
            date: 2026-07-01
            author: {RightToLeft}
            ---

            {RightToLeft}
            """),

        ("posts/newlines.md", """
            ---
            title: "One\ntwo\r\nthree\tfour\u2028five\u00A0six"
            date: 2026-01-01T00:00:00+14:00
            ---

            Before\
            after
            """),

        ("events/punctuation.md", """
            ---
            uid: a,b;c:"d"@nasty.example
            title: 'Cake, coffee; "tea": & C:\temp ]]> <b>'
            start: 2027-01-20T18:30
            end: 2027-01-20T20:00
            location: 'Room 5; 2nd door, left \ right "B": & <here>'
            description: "Before: x"
            ---

            One, two; "three" \\ four & five.\
            A second line.

            * ]]>
            * 100 % ^n ^^
            """),

        ("events/emoji.md", $"""
            ---
            uid: emoji@nasty.example
            title: {Crowd}
            start: 2027-01-21T18:30
            duration: PT90M
            location: {Family} {Joined}
            ---

            {Crowd}
            """),

        ("events/right-to-left.md", $"""
            ---
            uid: right-to-left@nasty.example
            title: {RightToLeft}
            start: 2027-01-22T18:30
            duration: PT1H
            location: {RightToLeft}
            ---
            """),

        ("events/newlines.md", """
            ---
            uid: newlines@nasty.example
            title: "One\ntwo\r\nthree\tfour"
            start: 2027-01-23T18:30
            duration: PT1H
            location: "Here\nor there"
            ---
            """),

        .. TimeFiles(
            ("kolkata", "start: 2027-01-05T09:00\nend: 2027-01-05T10:15\ntimezone: Asia/Kolkata"),
            ("lord-howe", "start: 2027-02-01T20:00\nend: 2027-02-01T21:00\ntimezone: Australia/Lord_Howe"),
            ("dublin", "start: 2027-07-01T19:00\nend: 2027-07-01T21:00\ntimezone: Europe/Dublin"),
            ("casablanca", "start: 2027-02-20T20:00\nend: 2027-02-20T22:00\ntimezone: Africa/Casablanca"),
            ("auckland", "start: 2027-04-02T18:00\nend: 2027-04-05T09:00\ntimezone: Pacific/Auckland"),
            ("utc", "start: 2027-03-01T12:00\nend: 2027-03-01T13:00\ntimezone: UTC"),
            ("second-half-past-one", "start: 2026-11-01T01:30:00-05:00\nend: 2026-11-01T03:00:00-05:00"),
            ("over-the-gap", "start: 2027-03-14T01:30\nend: 2027-03-14T03:30"),
            ("new-year", "start: 2026-12-31T22:00\nend: 2027-01-01T02:00\nstatus: tentative"),
            ("day", "start: 2027-05-31\nall-day: true"),
            ("days", "start: 2028-02-28\nend: 2028-03-01\nall-day: true\nstatus: cancelled"),
            ("cancelled", "start: 2026-09-09T18:30\nend: 2026-09-09T21:00\ncancelled: true")),
    ];

    /// <summary>A file whose backslashes stand before what is escaped too.</summary>
    public static ImmutableArray<(string Path, string Text)> BackslashFiles { get; } =
    [
        ("site.yaml", """
            title: Backslashes
            url: https://nasty.example/
            """),

        ("events/backslashes.md", """
            ---
            uid: backslashes@nasty.example
            title: 'C:\new; \; \, \\'
            start: 2027-01-20T18:30
            end: 2027-01-20T20:00
            location: '\network\new, room'
            ---
            """),
    ];

    /// <summary>The event of that file.</summary>
    public static ImmutableArray<ObservedEvent> BackslashEvents { get; } =
    [
        new(
            "backslashes@nasty.example",
            "2027-01-20T18:30:00Z",
            "2027-01-20T20:00:00Z",
            """C:\new; \; \, \\""",
            """\network\new, room""",
            "CONFIRMED",
            "https://nasty.example/events/backslashes/"),
    ];

    /// <summary>For each zone of the database an event from one noon in January to one in July of the next year.</summary>
    public static ImmutableArray<(string Path, string Text)> ZoneFiles { get; } =
    [
        ("site.yaml", "title: Zones\nurl: https://nasty.example/\n"),
        .. DateTimeZoneProviders.Tzdb.Ids.Select((zone, index) => (
            FormattableString.Invariant($"events/{index}.md"),
            $"---\ntitle: {zone}\nstart: 2026-01-15T12:00\nend: 2027-07-15T12:00\ntimezone: {zone}\n---\n")),
    ];

    /// <summary>The posts, newest first.</summary>
    public static ImmutableArray<ObservedPost> Posts { get; } =
    [
        new(
            "tag:nasty.example,2026:posts/markup",
            """Fish & chips not bold ]]> "double" 'single' <em>""",
            "https://nasty.example/club%20&%20co/posts/markup/",
            "2026-10-25T01:30:00Z",
            "2026-11-01T06:30:00Z",
            "A & B|C <sea>",
            """]]>|R&D|"quoted"|O'Neil|<tag>""",
            """
            <p>First &amp; foremost ]]&gt; 1 &lt; 2, "double" 'single' &amp;amp; &lt;b&gt;</p>
            <pre><code>&lt;![CDATA[ two
              lines ]]&gt;
            </code></pre>
            """),
        new(
            "tag:nasty.example,2026:posts/emoji",
            $"{Family} {Joined}",
            "https://nasty.example/club%20&%20co/posts/emoji/",
            "2026-10-24T23:59:59Z",
            "2026-10-24T23:59:59Z",
            """O'Neil & "Sons" <sons>""",
            Family,
            $"<p>{Crowd} {Joined}</p>"),
        new(
            "tag:nasty.example,2026:posts/right-to-left",
            RightToLeft,
            "https://nasty.example/club%20&%20co/posts/right-to-left/",
            "2026-07-01T04:00:00Z",
            "2026-07-01T04:00:00Z",
            RightToLeft,
            "",
            $"<p>{RightToLeft}</p>"),
        new(
            "tag:nasty.example,2026:posts/newlines",
            "One two three four five six",
            "https://nasty.example/club%20&%20co/posts/newlines/",
            "2025-12-31T10:00:00Z",
            "2025-12-31T10:00:00Z",
            """O'Neil & "Sons" <sons>""",
            "",
            "<p>Before<br>\nafter</p>"),
    ];

    /// <summary>The events in order of UID.</summary>
    public static ImmutableArray<ObservedEvent> Events { get; } =
    [
        new(
            """a,b;c:"d"@nasty.example""",
            "2027-01-20T23:30:00Z",
            "2027-01-21T01:00:00Z",
            """Cake, coffee; "tea": & C:\temp ]]> <b>""",
            """Room 5; 2nd door, left \ right "B": & <here>""",
            "CONFIRMED",
            """
            Before: x

            One, two; "three" \ four & five.
            A second line.

            - ]]>
            - 100 % ^n ^^

            https://nasty.example/club%20&%20co/events/punctuation/
            """),
        OnlyTimes("auckland", "2027-04-02T05:00:00Z", "2027-04-04T21:00:00Z"),
        OnlyTimes("cancelled", "2026-09-09T22:30:00Z", "2026-09-10T01:00:00Z", "CANCELLED"),
        OnlyTimes("casablanca", "2027-02-20T20:00:00Z", "2027-02-20T22:00:00Z"),
        OnlyTimes("day", "2027-05-31", "2027-06-01"),
        OnlyTimes("days", "2028-02-28", "2028-03-02", "CANCELLED"),
        OnlyTimes("dublin", "2027-07-01T18:00:00Z", "2027-07-01T20:00:00Z"),
        new("emoji@nasty.example", "2027-01-21T23:30:00Z", "2027-01-22T01:00:00Z", Crowd, $"{Family} {Joined}", "CONFIRMED", $"{Crowd}\n\nhttps://nasty.example/club%20&%20co/events/emoji/"),
        OnlyTimes("kolkata", "2027-01-05T03:30:00Z", "2027-01-05T04:45:00Z"),
        OnlyTimes("lord-howe", "2027-02-01T09:00:00Z", "2027-02-01T10:00:00Z"),
        OnlyTimes("new-year", "2027-01-01T03:00:00Z", "2027-01-01T07:00:00Z", "TENTATIVE"),
        new("newlines@nasty.example", "2027-01-23T23:30:00Z", "2027-01-24T00:30:00Z", "One two three four", "Here or there", "CONFIRMED", "https://nasty.example/club%20&%20co/events/newlines/"),
        OnlyTimes("over-the-gap", "2027-03-14T06:30:00Z", "2027-03-14T07:30:00Z"),
        new("right-to-left@nasty.example", "2027-01-22T23:30:00Z", "2027-01-23T00:30:00Z", RightToLeft, RightToLeft, "CONFIRMED", "https://nasty.example/club%20&%20co/events/right-to-left/"),
        OnlyTimes("second-half-past-one", "2026-11-01T06:30:00Z", "2026-11-01T08:00:00Z"),
        OnlyTimes("utc", "2027-03-01T12:00:00Z", "2027-03-01T13:00:00Z"),
    ];

    private static IEnumerable<(string Path, string Text)> TimeFiles(params IEnumerable<(string Name, string Times)> events) =>
        events.Select(@event => ($"events/{@event.Name}.md", $"---\nuid: {@event.Name}@nasty.example\ntitle: {@event.Name}\n{@event.Times}\n---\n"));

    private static ObservedEvent OnlyTimes(string name, string start, string end, string status = "CONFIRMED") =>
        new($"{name}@nasty.example", start, end, name, null, status, $"{Notes[status]}https://nasty.example/club%20&%20co/events/{name}/");
}
