using System.Text;
using System.Text.RegularExpressions;
using Feeds.Formats.Calendar;
using Xunit;

namespace Feeds.Tests.Formats.Calendar;

/// <summary>No text adds a content line, and each comes back as it was but for what iCalendar cannot hold.</summary>
public sealed partial class InjectionTests
{
    private const int Seed = 20_260_418;
    private const int Runs = 2_000;

    private static readonly string[] Pieces =
    [
        "\r\n", "\r", "\n", "\n ", "\r\n\t", "\u0085", "\u2028", "\u2029", "\v", "\f", "\0", "\b", "\u001B", "\u007F", "\u009B", "\t",
        ":", ";", ",", "\\", "\\n", "\\N", "\"", "^", "^n", "^'", "=", "BEGIN:VALARM", "END:VEVENT", "ATTENDEE:mailto:eve@example.org", "DTSTART;VALUE=DATE:20260101",
        "a", "ž", "e\u0301", "\u0301", "\U0001F600", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\u202Eשלום\u202C", "plain words in a row ",
    ];

    private static readonly string[] Names =
    [
        "BEGIN", "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC", "URL", "SOURCE",
        "BEGIN", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "X-ALT-DESC", "LOCATION", "GEO", "X-APPLE-STRUCTURED-LOCATION",
        "URL", "IMAGE", "CONFERENCE", "CATEGORIES", "ORGANIZER", "STATUS", "TRANSP", "END", "END",
    ];

    [Fact]
    public void KeepsEachTextOnItsLine_WhateverItHolds()
    {
        var random = new Random(Seed);
        for (var run = 0; run < Runs; run++)
        {
            string[] texts = [.. Enumerable.Range(0, 10).Select(_ => Text(random))];
            var address = new Uri("https://example.org/?q=" + texts[9]);
            var @event = Written.Event with
            {
                Summary = texts[0],
                Description = texts[1],
                Html = texts[2],
                Location = texts[3],
                Position = (1, 2),
                Categories = [texts[4], texts[5]],
                Organizer = ("a@example.org", "J" + texts[6]),
                Url = address,
                Image = address,
                Conference = address,
            };

            var lines = Written.Lines(Written.Calendar(@event) with
            {
                Add = calendar =>
            {
                calendar.Add("NAME", texts[7]);
                calendar.Add("X-WR-CALNAME", texts[7]);
                calendar.Add("DESCRIPTION", texts[8]);
                calendar.Add("X-WR-CALDESC", texts[8]);
                calendar.Add("URL", address);
                calendar.AddUri("SOURCE", address);
            }
            });

            Assert.Equal(Names, lines.Select(line => line.Split(':', ';')[0]));
            Assert.DoesNotContain(lines, line => NotInALine().IsMatch(line));
            string[] expected = [.. texts[..6].Select(Kept), Kept("J" + texts[6]), .. texts[7..9].Select(Kept)];
            Assert.Equal(
                [expected[7], expected[7], expected[8], expected[8], expected[0], expected[1], expected[2], expected[3], expected[4] + "|" + expected[5], expected[6]],
                [
                    TextOf(lines, 4, "NAME:"), TextOf(lines, 5, "X-WR-CALNAME:"), TextOf(lines, 6, "DESCRIPTION:"), TextOf(lines, 7, "X-WR-CALDESC:"),
                    TextOf(lines, 17, "SUMMARY:"), TextOf(lines, 18, "DESCRIPTION:"), TextOf(lines, 19, "X-ALT-DESC;FMTTYPE=text/html:"), TextOf(lines, 20, "LOCATION:"),
                    TextOf(lines, 26, "CATEGORIES:"), ParameterOf(lines[27], "ORGANIZER;CN=\"", "\":mailto:a@example.org"),
                ]);
        }
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    /// <summary>The text as a client should see it.</summary>
    private static string Kept(string text) => Control().Replace(LineBreak().Replace(text, "\n"), "");

    private static string TextOf(string[] lines, int index, string before)
    {
        Assert.StartsWith(before, lines[index], StringComparison.Ordinal);
        var text = new StringBuilder();
        var value = lines[index][before.Length..];
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == ',') text.Append('|');
            else if (value[i] != '\\') text.Append(value[i]);
            else text.Append(value[++i] is 'n' or 'N' ? '\n' : value[i]);
        }

        return text.ToString();
    }

    private static string ParameterOf(string line, string before, string after)
    {
        Assert.StartsWith(before, line, StringComparison.Ordinal);
        Assert.EndsWith(after, line, StringComparison.Ordinal);
        var value = line[before.Length..^after.Length];
        Assert.DoesNotContain('"', value);
        return Caret().Replace(value, pair => pair.Value switch { "^n" => "\n", "^'" => "\"", _ => "^" });
    }

    [GeneratedRegex(@"\r\n|[\r\n\u0085\u2028\u2029]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"[\p{Cc}-[\t\n]]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Control();

    [GeneratedRegex(@"[\p{Cc}-[\t]]|[\u2028\u2029]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInALine();

    [GeneratedRegex(@"\^[n'^]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Caret();
}
