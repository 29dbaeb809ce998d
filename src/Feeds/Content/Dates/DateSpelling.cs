using System.Buffers;
using System.Text.RegularExpressions;
using Feeds.Text;

namespace Feeds.Content.Dates;

/// <summary>Rewrites dates and times as people write them in several languages, where they cannot be read as they stand.</summary>
internal static class DateSpelling
{
    /// <summary>A text of these alone is in the spelling that is read, or in none.</summary>
    private static readonly SearchValues<char> Plainest = SearchValues.Create("0123456789-:/. TZ");

    /// <summary>A longer text is prose.</summary>
    private const int MaxLength = 200;

    private const string Hour = @"\d{1,2}([:.h]\d{2})?";
    private const string Weekday =
        @"(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
        + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|sábado|domingo|sabato|domenica"
        + "|zaterdag|zondag|lørdag|søndag|lördag|söndag";

    private static readonly Regex JoinedDays =
        new(@"(\d(st|nd|rd|th|\.)?|\p{L})\s*(&|\b(and|und|et|y|og|och|en)\b)\s*\d", LinearRegex.IgnoreCase);

    private static readonly Regex Zone = new(
        @"\b(?<zone>(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/-]+)", LinearRegex.IgnoreCase);
    private static readonly Regex DoorsFirst =
        new(
            $@"\bdoors?(\s+open(s)?)?(\s+at|\s*:)?\s*{Hour}\s*(?<half>[ap]\.?m\b\.?)?\s*(,|;|/|-|–|\||\.|and)\s*(?<rest>\S.*)$",
            LinearRegex.IgnoreCase);

    private static readonly (Regex Old, string New)[] Steps =
    [
        (new(@"<[^<>]{0,60}>|&nbsp;|\bbr\s*/>?", LinearRegex.IgnoreCase), " "),
        (new(@"&(ndash|mdash|#8211);", LinearRegex.IgnoreCase), "–"),
        (new(@"&amp;", LinearRegex.IgnoreCase), "&"),
        // An opening of the doors beside the start.
        (new($@"[(,;]\s*doors?(\s+open(s)?)?(\s+at|\s*:)?\s*{Hour}\s*([ap]\.?m\b\.?)?(\s*uhr)?\s*\)?\s*$", LinearRegex.IgnoreCase), ""),
        (new(@"\b(talks?|show|starts?|begins?|kick-?off|einlass|beginn)(\s+at|\s*:)?\s+(?<hour>\d)", LinearRegex.IgnoreCase), "${hour}"),
        (new(@"\bdoors?(\s+open(s)?)?(\s+at|\s*:)?\s+(?<hour>\d)", LinearRegex.IgnoreCase), "${hour}"),
        (new(@"\b12\s*(noon|midday)\b|\bmidday\b", LinearRegex.IgnoreCase), "noon"),
        (new(@"\b12\s*midnight\b", LinearRegex.IgnoreCase), "midnight"),
        (new(@"\s+(onwards?|till\s+late|til\s+late|until\s+late|open\s+end|ff\.?)\s*$", LinearRegex.IgnoreCase), ""),
        // 19 bis 21 Uhr, 19-21h, 19.30 Uhr.
        (new($@"\b(?<a>\d{{1,2}})\s*(-|–|bis)\s*(?<b>{Hour})\s*uhr\b", LinearRegex.IgnoreCase), "${a}:00 – ${b} Uhr"),
        (new(@"\b(?<a>\d{1,2})\s*(-|–|à)\s*(?<b>\d{1,2})\s*h\b", LinearRegex.IgnoreCase), "${a}:00 – ${b}:00"),
        (new(@"(?<a>\d{1,2})[:.](?<b>\d{2})\s*uhr\b", LinearRegex.IgnoreCase), "${a}:${b}"),
        (new(@"(?<a>\d{1,2})\s*uhr\b", LinearRegex.IgnoreCase), "${a}:00"),
        (new(
            @"(~|\b(kl\.?|klo|um|ca\.?|circa|approx\.?|around|about|alle\s+ore|alle|a\s+las|à|às|vers)\s)\s*(?<hour>\d)",
            LinearRegex.IgnoreCase), "${hour}"),
        (new(@"\b(?<mark>UTC|GMT)\s+(?<sign>[+-])(?<hour>\d)", LinearRegex.IgnoreCase), "${mark}${sign}${hour}"),
        (new(
            @"(?<a>[\d\p{L}.])\s+(bis(\s+zum)?|hasta|jusqu'à|tot(\s+en\s+met)?|til|do|al|au|a|à)\s+(?<b>[\d\p{L}])",
            LinearRegex.IgnoreCase), "${a} to ${b}"),
        (new(@"^\s*(von|vom|du|dal|de|van|le|el|il|am|den|dne|od|fra|från|ab)\s+(?<next>[\d\p{L}])", LinearRegex.IgnoreCase), "${next}"),
        // Twice, because in '5 de março de 2026' one match ends where the next begins.
        (new(@"(?<a>[\d\p{L}.])\s+(de|del|di|van)\s+(?<b>[\d\p{L}])", LinearRegex.IgnoreCase), "${a} ${b}"),
        (new(@"(?<a>[\d\p{L}.])\s+(de|del|di|van)\s+(?<b>[\d\p{L}])", LinearRegex.IgnoreCase), "${a} ${b}"),
        (new($@"\b({Weekday})\s*(&|\+|-|–|/|and|und|et|y|e|og|och|en)\s*({Weekday})\b[.,]?", LinearRegex.IgnoreCase), " "),
        (new(@"^\s*(mo|tu|we|th|fr|sa|su|di|mi|do|so)[.,]?\s+(?<next>\d)", LinearRegex.IgnoreCase), "${next}"),
        (new(@"(?<day>\d)(er|º|ª|°)(?<next>\s)", LinearRegex.IgnoreCase), "${day}${next}"),
        (new(@"(?<a>\d(st|nd|rd|th|\.)?|\p{L})\s*&\s*(?<b>\d)", LinearRegex.IgnoreCase), "${a} - ${b}"),
        (new(
            @"^(?<a>\D*\d{1,2}(st|nd|rd|th|\.)?)\s*\+\s*(?<b>\d{1,2}(st|nd|rd|th|\.)?\s+\p{L}.*)$",
            LinearRegex.IgnoreCase), "${a} - ${b}"),
        (new(@"(?<a>\d(st|nd|rd|th|\.)?|\p{L})\s+(and|und|et|y|og|och|en)\s+(?<b>\d)", LinearRegex.IgnoreCase), "${a} - ${b}"),
        (new(@"\s+", LinearRegex.IgnoreCase), " "),
    ];

    /// <summary>Whether a text names two days as separate ones, which are only a range when they run on.</summary>
    public static bool JoinsDays(string text) => JoinedDays.IsMatch(text);

    /// <summary>The text in the spelling that is read; null when there is nothing to rewrite.</summary>
    /// <param name="zone">The IANA name in the text; null for none.</param>
    public static string? Plain(string text, out string? zone)
    {
        zone = null;
        if (text.Length > MaxLength || !text.AsSpan().ContainsAnyExcept(Plainest)) return null;
        var plain = text;
        if (Zone.Match(plain) is { Success: true } name)
        {
            zone = name.Groups["zone"].Value;
            plain = plain.Replace(zone, "", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal);
        }

        if (DoorsFirst.Match(plain) is { Success: true } doors)
        {
            // The talks begin in the half of the day in which the doors open.
            var rest = doors.Groups["rest"].Value;
            string[] halves = ["am", "pm"];
            var isMarked = halves.Any(half => rest.Contains(half, StringComparison.OrdinalIgnoreCase));
            plain = plain[..doors.Index] + rest + (isMarked ? "" : $" {doors.Groups["half"].Value}");
        }

        foreach (var (old, replacement) in Steps) plain = old.Replace(plain, replacement);
        return plain.Trim() == text.Trim() ? null : plain;
    }
}
