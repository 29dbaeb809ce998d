using System.Buffers;
using System.Text;
using System.Text.Json;
using Feeds.Publishing;
using Xunit;

namespace Feeds.Tests.Publishing;

/// <summary>No text of a document makes a content line of its own, and none takes the calendar away.</summary>
public sealed class InjectionTests
{
    private const string Now = "2026-01-01T00:00:00Z";

    private static readonly SearchValues<char> EndsOfLines = SearchValues.Create("\r\n\u2028\u2029\u0085\0\u000B\u000C");

    /// <summary>What could end a line, a value or a parameter, between two marks.</summary>
    private static readonly string[] Nasty =
    [
        "\r", "\n", "\r\n", "\u2028", "\u2029", "\u0085", "\u000B", "\u000C", "\0", "\u001B", "\u007F", "\u202E", "\uFEFF", "\\n", "\\N", "\\\\n", ";", ",", ":", "\"", "^n", "%0D%0A", "\r\n ", "\n\t", "=0D=0A", "&#10;", "&#13;&#10;",
    ];

    private static readonly string[] Fields =
    [
        "title", "summary", "uid", "location", "venueAddress", "city", "country", "room", "tags", "category", "series", "organizer", "rsvp", "online", "image", "status", "sequence", "updated", "publishedAt",
        "timezone", "slug", "permalink", "geo", "duration", "lang",
    ];

    /// <summary>Those of an event that comes back; the ones with a dot are of one of its dates.</summary>
    private static readonly string[] RecurringFields =
    [
        "every", "rrule", "exdates", "rdates", "overrides", "planned", "status", "series",
        "overrides.date", "overrides.start", "overrides.time", "overrides.end", "overrides.duration", "overrides.title", "overrides.place", "overrides.online", "overrides.link", "overrides.status", "overrides.description", "overrides.address",
    ];

    public static MatrixTheoryData<string, string> RecurringFieldsAndTexts => new(RecurringFields, Nasty);

    public static MatrixTheoryData<string, string> FieldsAndTexts => new(Fields, Nasty);

    [Theory]
    [MemberData(nameof(FieldsAndTexts))]
    public void StaysInItsLine_WhateverAFieldHolds(string field, string nasty)
    {
        string[] texts =
        [
            $"x{nasty}ATTENDEE:y", $"https://a.example/{nasty}ATTENDEE:y", $"Ana <a{nasty}ATTENDEE:y@a.example>",
            $"a@a.example{nasty}ATTENDEE:y", nasty,
        ];
        var values = texts.Select(text => JsonSerializer.Serialize(text)).SelectMany(value => new[]
        {
            value, $"[{value}]", $"{{ name: {value}, email: {value}, address: {value}, lat: 50, lon: {value} }}",
        });

        AssertWhole(values.Select(value => $"---\ntitle: A\n{field}: {value}\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\n---\nText.\n"));
    }

    [Theory]
    [MemberData(nameof(RecurringFieldsAndTexts))]
    public void StaysInItsLine_WhateverAFieldOfWhatComesBackHolds(string field, string nasty)
    {
        var (rule, date) = (field is "every" or "rrule" ? "" : "every: third tuesday\n", field == "overrides.date" ? "" : "date: 2026-03-17, ");
        string[] texts =
        [
            $"x{nasty}ATTENDEE:y", nasty, $"FREQ=WEEKLY{nasty}ATTENDEE:y", $"FREQ=WEEKLY;X={nasty}ATTENDEE:y",
            $"third tuesday{nasty}ATTENDEE:y", $"2026-03-17{nasty}ATTENDEE:y", $"https://a.example/{nasty}ATTENDEE:y",
        ];
        var lines = texts.Select(text => JsonSerializer.Serialize(text)).SelectMany(value => field.Split('.') is [var list, var inner]
            ? [$"{list}: [{{ {date}{inner}: {value} }}]"]
            : new[] { $"{field}: {value}", $"{field}: [{value}]", $"{field}: [{{ date: {value}, title: {value} }}]" });

        AssertWhole(lines.Select(line => $"---\ntitle: A\nstart: 2026-02-17 18:00\nend: 2026-02-17 20:00\n{rule}{line}\n---\nText.\n"));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void StaysInItsLine_WhateverABodyHolds(string nasty)
    {
        var text = $"x{nasty}ATTENDEE:y";
        AssertWhole([$"---\ntitle: A\nstart: 2026-02-03 18:00\nend: 2026-02-03 20:00\n---\n{text}\n\n- {text}\n\n```\n{text}\n```\n\n[{text}](https://a.example/{text})\n\n**Location**: {text}\n\n**Event**: [{text}](https://a.example/{text})\n"]);
    }

    public static TheoryData<string> Texts => [.. Nasty];

    /// <summary>The calendars are there, and their lines are none but those that the product writes.</summary>
    private static void AssertWhole(IEnumerable<string> files)
    {
        var events = files.Select((file, number) => (FormattableString.Invariant($"events/{number}.md"), file));
        var reading = FolderOf.Site([.. events, ("events/good.md", "---\ntitle: Good\nstart: 2026-03-03 18:00\nend: 2026-03-03 20:00\n---\n")]);
        var published = Publication.Render(reading.Site, FolderOf.Moment(Now), previous: null);
        foreach (var calendar in published.Representations.Values.Where(item => item.MediaType == MediaType.Calendar))
        {
            var text = Encoding.UTF8.GetString(calendar.Identity.Span);
            var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
            Assert.Equal(-1, text.Replace("\r\n", "", StringComparison.Ordinal).AsSpan().IndexOfAny(EndsOfLines));
            Assert.DoesNotContain(lines, line => line.StartsWith("ATTENDEE", StringComparison.OrdinalIgnoreCase) || line.StartsWith(' ') || line.StartsWith('\t'));
            Assert.All(lines[..^1], line => Assert.Matches("^[A-Za-z-]+[:;]", line));
            Assert.Equal(lines.Count(line => line == "BEGIN:VEVENT"), lines.Count(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal)));
        }

        Assert.Equal(reading.Site.Events.Sum(@event => 1 + @event.Overrides.Length), published.Lines("/calendar.ics").Count(line => line == "BEGIN:VEVENT"));
        Assert.Equal("vcalendar", JsonElement.Parse(published.Find("/calendar.json")!.Identity.Span)[0].GetString());
    }
}
