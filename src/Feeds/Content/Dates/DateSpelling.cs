using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Feeds.Text;

namespace Feeds.Content.Dates;

/// <summary>Rewrites dates and times as people write them in several languages, where they cannot be read as they stand.</summary>
internal static class DateSpelling
{
    /// <summary>A text of these alone is in the spelling that is read, or in none.</summary>
    private static readonly SearchValues<char> Plainest = SearchValues.Create("0123456789-:/. TZ");

    /// <summary>The characters that East Asian keyboards write for those of ASCII.</summary>
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';

    /// <summary>A longer text is prose.</summary>
    private const int MaxLength = 200;

    private const string Hour = @"\d{1,2}([:.h]\d{2})?";
    private const string Half = @"([ap]\.?m\b\.?)?";
    private const string Doors = @"\b(doors?(\s+open(s)?)?|einlass)(\s+at|\s+ab|\s*:)?\s*";
    private const string EasternHour = "[時时點点시]";
    private const string EasternTime = $@"\d{{1,2}}(\s*{EasternHour}(\s*\d{{1,2}}\s*[分분]|\s*半)?|:\d{{2}})?";
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
            $@"{Doors}{Hour}\s*(?<half>[ap]\.?m\b\.?)?(\s*uhr)?\s*(,|;|/|-|–|\||\.|and)\s*(?<rest>\S.*)$",
            LinearRegex.IgnoreCase);

    /// <summary>A note behind a date, such as "(half-day)"; the name of a zone has a capital.</summary>
    private static readonly Regex Note = new(@"\s\(\p{Ll}[^()\d]{3,60}\)\s*$", LinearRegex.Options);

    /// <summary>The first date of a range has no year: 30.09. – 01.10.2026.</summary>
    private static readonly Regex YearAtEnd = new(
        @"^(?<before>\D*)(?<day>\d{1,2})(?<mark>[./])(?<month>\d{1,2})\.?\s*(-|–|—|&|bis|to|und|and)\s*"
        + @"(?<last>\d{1,2}[./](?<lastmonth>\d{1,2})[./](?<year>\d{4}))\b",
        LinearRegex.IgnoreCase);

    /// <summary>5. 10. 2026 in Central Europe, and 2026. 10. 5. in Korea.</summary>
    private static readonly Regex Spaced = new(
        @"\b(?<d>\d{1,2})\.\s+(?<m>\d{1,2})\.\s+(?<y>\d{4})\b|\b(?<year>\d{4})\.\s+(?<m>\d{1,2})\.\s+(?<d>\d{1,2})\.",
        LinearRegex.Options);

    private static readonly (Regex Old, string New)[] Steps =
    [
        // Chinese, Japanese and Korean.
        (new(@"(?<y>\d{4})\s*[年년]\s*(?<m>\d{1,2})\s*[月월]\s*(?<d>\d{1,2})\s*[日일]", LinearRegex.Options), "${y}-${m}-${d} "),
        (new(
            @"\(\s*[月火水木金土日월화수목금토일](曜日?|요일)?[・,/]?祝?\s*\)|[月火水木金土日]曜日?|[월화수목금토일]요일",
            LinearRegex.Options), " "),
        (new($@"(午前|오전|上午)\s*(?<t>{EasternTime})", LinearRegex.Options), "${t} am "),
        (new($@"(午後|오후|下午)\s*(?<t>{EasternTime})", LinearRegex.Options), "${t} pm "),
        (new($@"(?<h>\d{{1,2}})\s*{EasternHour}\s*(?<m>\d{{1,2}})\s*[分분]", LinearRegex.Options), "${h}:${m}"),
        (new($@"(?<h>\d{{1,2}})\s*{EasternHour}\s*半", LinearRegex.Options), "${h}:30"),
        (new($@"(?<h>\d{{1,2}})\s*{EasternHour}", LinearRegex.Options), "${h}:00"),
        (new(@"(?<a>[\dm])\s*([~〜]|から|부터)\s*(?<b>\d)", LinearRegex.Options), "${a} – ${b}"),
        (new(@"(?<a>\d)\s*(まで|까지)", LinearRegex.Options), "${a}"),
        // What stands beside the date, or for a time that is not known yet.
        (new(@"(?<a>[\d\p{L}.)])\s+[·•|]\s+(?<b>\d)", LinearRegex.Options), "${a}, ${b}"),
        (new(
            @"([\s,;(]+(time\s+)?|\s*[–-]\s*time\s+)(tb[acd]|to\s+be\s+(announced|confirmed|decided|determined))\b[\s).]*$",
            LinearRegex.IgnoreCase), ""),
        (new(@"(?<t>\d[:.]\d{2})\s*\(\d{1,2}([:.]\d{2})?\s*[ap]\.?m\.?\)", LinearRegex.IgnoreCase), "${t}"),
        (new(@"(?<year>\d{4})\s*(г|р|года|року)\b\.?", LinearRegex.IgnoreCase), "${year}"),
        // 6:30 for 7pm; 6pm doors, 7pm start.
        (new($@"\b{Hour}\s*{Half}\s+for\s+(?<hour>\d)", LinearRegex.IgnoreCase), "${hour}"),
        (new($@"^\s*{Hour}\s*{Half}\s*doors?(\s+open(s)?)?\s*[,;/|–-]\s*(?<hour>\d.*)$", LinearRegex.IgnoreCase), "${hour}"),
        (new(@"(?<t>\d\s*([ap]\.?m\.?)?)\s+(start|show|talks?)\s*$", LinearRegex.IgnoreCase), "${t}"),
        (new(@"\beastern(\s+(standard|daylight))?\s+time\b", LinearRegex.IgnoreCase), "ET"),
        (new(@"\bcentral(\s+(standard|daylight))?\s+time\b", LinearRegex.IgnoreCase), "CT"),
        (new(@"\bmountain(\s+(standard|daylight))?\s+time\b", LinearRegex.IgnoreCase), "MT"),
        (new(@"\bpacific(\s+(standard|daylight))?\s+time\b", LinearRegex.IgnoreCase), "PT"),
        (new(@"(?<t>\d(\s*uhr)?)\s*s\.\s?t\.", LinearRegex.IgnoreCase), "${t}"),
        (new(@"(?<t>\d)\s*(hs|hod|uur|ч|год)\b\.?", LinearRegex.IgnoreCase), "${t}"),
        (new(@"<[^<>]{0,60}>|&nbsp;|\bbr\s*/>?", LinearRegex.IgnoreCase), " "),
        (new(@"&(ndash|mdash|#8211);", LinearRegex.IgnoreCase), "–"),
        (new(@"&amp;", LinearRegex.IgnoreCase), "&"),
        // An opening of the doors beside the start.
        (new(
            $@"^(?<start>(.*(\d[:.h]\d{{2}}|\d\s*[ap]\.?m\b|\d\s*uhr).*|\s*\d{{1,2}}\s*))[(,;]\s*{Doors}{Hour}\s*{Half}(\s*uhr)?\s*\)?\s*$",
            LinearRegex.IgnoreCase), "${start}"),
        (new(@"\b(talks?|show|starts?|begins?|kick-?off|beginn)(\s+at|\s*:)?\s+(?<hour>\d)", LinearRegex.IgnoreCase), "${hour}"),
        (new($@"{Doors}(?<hour>\d)", LinearRegex.IgnoreCase), "${hour}"),
        (new(@"\b12\s*(noon|midday)\b|\bmidday\b", LinearRegex.IgnoreCase), "noon"),
        (new(@"\b12\s*midnight\b", LinearRegex.IgnoreCase), "midnight"),
        (new(@"\s+(onwards?|till\s+late|til\s+late|until\s+late|open\s+end|ff\.?)\s*$", LinearRegex.IgnoreCase), ""),
        // 19 bis 21 Uhr, 19-21h, 19.30 Uhr.
        (new(
            $@"(?<before>^|[^\dh:.])(?<a>\d{{1,2}})\s*(-|–|bis)\s*(?<b>{Hour})\s*uhr\b",
            LinearRegex.IgnoreCase), "${before}${a}:00 – ${b} Uhr"),
        (new(
            @"(?<before>^|[^\dh:.])(?<a>\d{1,2})\s*(-|–|à)\s*(?<b>\d{1,2})\s*h\b",
            LinearRegex.IgnoreCase), "${before}${a}:00 – ${b}:00"),
        (new(@"(?<a>\d{1,2})[:.](?<b>\d{2})\s*uhr\b", LinearRegex.IgnoreCase), "${a}:${b}"),
        (new(@"(?<a>\d{1,2})\s*uhr\b", LinearRegex.IgnoreCase), "${a}:00"),
        (new(@"(?<a>\d{1,2}([:.h]\d{2}|\s*h))\s*à\s*(?<b>\d{1,2}\s*[:h])", LinearRegex.IgnoreCase), "${a} – ${b}"),
        (new(@"^\s*(kl\.?|klo|um|ab|ore|alle|a\s+las|à|às|vers)\s+(?<hour>\d{1,2})\s*$", LinearRegex.IgnoreCase), "${hour}:00"),
        (new(
            @"(~|\b(kl\.?|klo|um|ab|ca\.?|circa|approx\.?|around|about|(alle|dalle)(\s+ore)?|ore|(a|desde)\s+las|à|às|vers"
            + @"|vanaf|om|v|ve|(o\s+)?godz\.?|o|в|u)\s)\s*(?<hour>\d)",
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

    /// <summary>The text with a year in the first date of a range too; the same object when there is nothing to add.</summary>
    public static string WithYears(string text)
    {
        if (YearAtEnd.Match(text) is not { Success: true, Groups: var groups }) return text;
        // From December into January.
        var isBefore = groups["mark"].Value == "." && Number("month") > Number("lastmonth");
        var year = Number("year") - (isBefore ? 1 : 0);
        var mark = groups["mark"].Value;
        var first = FormattableString.Invariant($"{groups["day"].Value}{mark}{groups["month"].Value}{mark}{year:D4}");
        return $"{groups["before"].Value}{first} – {groups["last"].Value}{text[(groups["last"].Index + groups["last"].Length)..]}";

        int Number(string name) => int.Parse(groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>The text in the spelling that is read; null when there is nothing to rewrite.</summary>
    /// <param name="zone">The IANA name in the text; null for none.</param>
    public static string? Plain(string text, out string? zone)
    {
        zone = null;
        if (text.Length > MaxLength) return null;
        var plain = Spaced.Replace(WithYears(text), "${y}${year}-${m}-${d} ");
        if (!plain.AsSpan().ContainsAnyExcept(Plainest)) return plain == text ? null : plain;
        plain = string.Concat(plain.Select(c => c is >= FirstWide and <= LastWide ? (char)(c - FirstWide + '!') : c));
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

        plain = Note.Replace(plain, "");
        foreach (var (old, replacement) in Steps) plain = old.Replace(plain, replacement);
        return plain.Trim() == text.Trim() ? null : plain;
    }
}
