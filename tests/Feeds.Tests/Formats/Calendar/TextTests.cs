using Feeds.Formats.Calendar;
using Xunit;

namespace Feeds.Tests.Formats.Calendar;

public sealed class TextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b;c", @"a\,b\;c")]
    [InlineData(@"a\b", @"a\\b")]
    [InlineData(@"a\,b", @"a\\\,b")]
    [InlineData(@"a\nb", @"a\\nb")]
    [InlineData("a:b\"c", "a:b\"c")]
    [InlineData("a\nb", @"a\nb")]
    [InlineData("a\r\nb", @"a\nb")]
    [InlineData("a\rb", @"a\nb")]
    [InlineData("a\r\rb\n\nc\r\n\r\nd", @"a\n\nb\n\nc\n\nd")]
    [InlineData("a\n\rb", @"a\n\nb")]
    [InlineData("a\u0085b\u2028c\u2029d", @"a\nb\nc\nd")]
    [InlineData("\n", @"\n")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("a\0b\u0007c\u001Bd\u007Fe\u009Bf\ff\vg", "abcdeffg")]
    [InlineData("\uFEFFa\u00ADb\u200Dc", "\uFEFFa\u00ADb\u200Dc")]
    [InlineData("a,\u0301;\u0301", "a\\,\u0301\\;\u0301")]
    [InlineData("žluť, 東京; 👩🏽‍💻\\", @"žluť\, 東京\; 👩🏽‍💻\\")]
    public void Escapes_Text(string text, string expected) =>
        Assert.Equal(["SUMMARY:" + expected], Written.Lines(Written.Event with { Summary = text }, "SUMMARY"));

    // A theory's row cannot carry half a pair, hence the code units.
    [Theory]
    [InlineData(new[] { 0x61, 0xD83D, 0x62 }, "a\uFFFDb")]
    [InlineData(new[] { 0x61, 0xDE00, 0x62 }, "a\uFFFDb")]
    [InlineData(new[] { 0x61, 0xD83D }, "a\uFFFD")]
    [InlineData(new[] { 0xDE00, 0xD83D }, "\uFFFD\uFFFD")]
    [InlineData(new[] { 0xD83D, 0xD83D, 0xDE00 }, "\uFFFD😀")]
    public void Replaces_HalfASurrogatePair(int[] units, string expected)
    {
        var text = new string([.. units.Select(unit => (char)unit)]);

        Assert.Equal(["SUMMARY:" + expected], Written.Lines(Written.Event with { Summary = text }, "SUMMARY"));
    }

    [Theory]
    [InlineData("Jana", "\"Jana\"")]
    [InlineData("Jana; Petr, i : já", "\"Jana; Petr, i : já\"")]
    [InlineData("Jana \"JN\"", "\"Jana ^'JN^'\"")]
    [InlineData("a^b^n", "\"a^^b^^n\"")]
    [InlineData("a\nb\r\nc", "\"a^nb^nc\"")]
    [InlineData(@"a\b", "\"a\\b\"")]
    [InlineData("a\u0000b", "\"ab\"")]
    public void Quotes_Parameter(string name, string expected) => Assert.Equal(
        [$"ORGANIZER;CN={expected}:mailto:a@example.org"],
        Written.Lines(Written.Event with { Organizer = ("a@example.org", name) }, "ORGANIZER"));

    [Theory]
    [InlineData("x\r\nATTENDEE:mailto:eve@example.org")]
    [InlineData("x\nBEGIN:VALARM")]
    [InlineData("x\rEND:VEVENT")]
    [InlineData("x\u0085END:VEVENT")]
    [InlineData("x\u2028END:VEVENT")]
    [InlineData("x\":mailto:eve@example.org\r\nEND:VEVENT")]
    [InlineData("x\\\r\nEND:VEVENT")]
    public void KeepsToItsLines_WhenATextTriesToAddOne(string text)
    {
        var @event = Written.Event with
        {
            Summary = text,
            Description = text,
            Html = text,
            Location = text,
            Position = (1, 2),
            Categories = [text, text],
            Organizer = ("a@example.org", text),
        };
        var calendar = Written.Calendar(@event) with { Add = calendar => Array.ForEach(["NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC"], name => calendar.Add(name, text)) };

        var lines = Written.Lines(calendar).SelectMany(line => line.Split('\r', '\n', '\u0085', '\u2028'));

        Assert.Equal(
            [
                "BEGIN", "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC",
                "BEGIN", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "X-ALT-DESC",
                "LOCATION", "GEO", "X-APPLE-STRUCTURED-LOCATION", "CATEGORIES", "ORGANIZER", "STATUS", "TRANSP", "END", "END",
            ],
            lines.Select(line => line.Split(':', ';')[0]));
    }
}
