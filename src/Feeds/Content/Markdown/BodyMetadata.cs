using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Feeds.Content.Dates;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Markdown;

/// <summary>The facts of an event in lines of its body such as <c>**Location**: Town Hall</c>.</summary>
internal sealed record BodyMetadata(
    Field? Link, Field? Place, Field? Address, Field? Date, Field? Time, Field? End, Field? Online, bool HasMarked)
{
    /// <summary>The facts before any prose.</summary>
    public required FirstFacts First { get; init; }

    /// <summary>A line before any prose that is a date and no more, as below the title of a page; null when there is none.</summary>
    public Field? LoneDate { get; private init; }

    private const int MaxWordsOfDate = 5;
    private const int MaxLoneDate = 60;

    private static readonly SearchValues<char> RulerMarks = SearchValues.Create("-*_=: ");
    private static readonly SearchValues<string> BoldMarks = SearchValues.Create(["**", "__"], StringComparison.Ordinal);

    // A list item, a line of a paragraph or a row of a table; the colon is in the bold, after it, or the border of the table.
    private static readonly Regex MarkedFact = new(
        @"^(?:(?:[-*+]|\d{1,3}[.)])\s+|\|\s*)?[^\w*|]{0,6}(?:\*\*|__)[^\w*]{0,6}"
        + @"(?<label>[\p{L}&/ ]{2,20}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*[:|]|(?<whole>:\s))(?<value>.*)$",
        LinearRegex.Options);

    private static readonly Regex TableFact = new(@"^\|\s*(?<label>[\p{L}&/ ]{2,20}?)\s*\|(?<value>.*)$", LinearRegex.Options);

    private static readonly Regex PlainFact = new(@"^(?:[-*+]\s+)?(?<label>[\p{L}&/ ]{2,20}?)\s*:\s+(?<value>.*)$", LinearRegex.Options);

    private static readonly Regex InlineLink = new(@"\[(?<text>[^\]]*)\]\(\s*<?(?<url>[^)\s>]*)>?[^)]*\)", LinearRegex.Options);

    private static readonly Regex BareLink = new(@"https?://[^\s<>""|)]+", LinearRegex.Options);

    private static readonly Dictionary<string, string[]> English = new()
    {
        ["link"] = ["event", "link", "rsvp"],
        ["place"] = ["location", "where", "venue", "place"],
        ["address"] = ["address"],
        ["date"] = ["date", "when", "date and time", "date & time", "date/time"],
        ["time"] = ["time", "starts"],
        ["doors"] = ["doors"],
        ["end"] = ["ends"],
        ["online"] = ["online", "zoom"],
    };

    // Czech, German, Spanish, French, Italian, Dutch, Polish, Portuguese, Russian; some of them are English words as well.
    private static readonly Dictionary<string, string[]> Others = new()
    {
        ["place"] =
        [
            "kde", "místo", "wo", "ort", "veranstaltungsort", "dónde", "lugar", "où", "lieu", "dove", "luogo", "waar", "plaats",
            "locatie", "gdzie", "miejsce", "onde", "где", "место",
        ],
        ["address"] = ["adresa", "adresse", "dirección", "indirizzo", "adres", "endereço", "адрес"],
        ["date"] =
        [
            "kdy", "datum", "wann", "cuándo", "fecha", "quand", "quando", "data", "wanneer", "kiedy", "когда", "дата",
        ],
        ["time"] =
        [
            "čas", "uhrzeit", "zeit", "beginn", "hora", "horario", "heure", "horaire", "ora", "orario", "tijd", "aanvang", "godzina",
            "horário", "время",
        ],
        ["doors"] = ["einlass"],
    };

    private static readonly FrozenDictionary<string, string> Labels = English.Concat(Others)
        .SelectMany(fact => fact.Value.Select(label => KeyValuePair.Create(label, fact.Key)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OtherLabels =
        Others.SelectMany(fact => fact.Value).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static readonly BodyMetadata None = Read("", firstLine: 1);

    /// <summary>Reads the facts, of two with the same label the first.</summary>
    public static BodyMetadata Read(string body, int firstLine)
    {
        var found = new Dictionary<string, Field>(StringComparer.Ordinal);
        var (isCode, isTop, hasMarked) = (false, true, false);
        var (line, heading) = (firstLine - 1, "");
        var first = new FirstFacts([], HasMarked: false, IsBelowHeading: false);
        Field? lone = null;
        var isFirst = true;
        var (isTable, isAgenda, isHeader) = (false, false, false);
        foreach (var range in body.AsSpan().Split('\n'))
        {
            line++;
            var text = body.AsSpan(range).Trim();
            var wasTable = isTable;
            isTable = text is ['|', ..];
            if (isTable && !wasTable)
                (isAgenda, isHeader) = FactTable.Read(body.AsSpan(range.Start.GetOffset(body.Length)), IsLabel, IsTime);
            else isHeader = false;
            if (text.StartsWith("```") || text.StartsWith("~~~")) isCode = !isCode;
            if (isCode) isFirst = false;
            if (isCode || text.IsEmpty) continue;
            if (heading.Length > 0 && text[0] is not '#' && !IsProse(heading, text)) Add(heading, text.ToString());
            heading = text[0] == '#' && Labels.ContainsKey(text.Trim("# :").ToString()) ? text.Trim("# :").ToString() : "";
            if (text[0] == '#')
            {
                // One heading may be the title.
                isFirst = isFirst && first is { IsBelowHeading: false, Names.IsEmpty: true };
                if (isFirst) first = first with { IsBelowHeading = true };
                continue;
            }

            if (isTable && (isAgenda || isHeader)) continue;
            var marked = Marked(text);
            var match = marked.Success || !isTop ? marked : Matched(PlainFact, text);
            isTop = isTop && match.Success;
            if (isFirst && !match.Success && lone is null && LoneDateIn(text) is { } date)
                lone = new Field("the text", new TextValue(date, line), line);
            isFirst = isFirst && (match.Success || IsNoProse(text));
            if (!match.Success) continue;
            var label = match.Groups["label"].Value.Trim();
            var written = match.Groups["value"].Value;
            // Not only the label is bold, as in "**Time: 19:30**".
            var isFact = Add(label, match.Groups["whole"].Success ? WithoutBold(written) : written);
            hasMarked |= isFact && marked.Success;
            if (!isFirst || !isFact) continue;
            first = first with { Names = first.Names.Add(Labels[label]), HasMarked = first.HasMarked || marked.Success };
        }

        return new BodyMetadata(
            Link: found.GetValueOrDefault("link"),
            Place: found.GetValueOrDefault("place"),
            Address: found.GetValueOrDefault("address"),
            Date: found.GetValueOrDefault("date"),
            Time: found.GetValueOrDefault("time") ?? found.GetValueOrDefault("doors"),
            End: found.GetValueOrDefault("end"),
            Online: found.GetValueOrDefault("online"),
            HasMarked: hasMarked)
        { First = first, LoneDate = lone };

        bool Add(string label, string written)
        {
            if (!Labels.TryGetValue(label, out var fact)) return false;
            if (OtherLabels.Contains(label) && IsTime(label) && (!written.Any(char.IsAsciiDigit) || IsProse(label, written))) return false;
            // The lines of a place are its parts.
            var value = WithBreaks(written, fact is "place" or "address" ? "\n" : "").Trim(' ', '|', '\\', '\n');
            return value.Length > 0 && found.TryAdd(fact, new Field(label, new TextValue(value, line), line));
        }
    }

    private static string? LoneDateIn(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxLoneDate || line.IndexOfAnyInRange('0', '9') < 0) return null;
        var text = Plain(new Field("", new TextValue(line.ToString(), 0), 0)).Trim('_', '~', '\\', ' ');
        return DateRangeReader.TryRead(text, DateOrder.Unstated, out _, out _) ? text : null;
    }

    private static string WithoutBold(string text) =>
        text.AsSpan().IndexOfAny(BoldMarks) is >= 0 and var end ? text.Remove(end, "**".Length) : text;

    private static bool IsLabel(ReadOnlySpan<char> cell) => Labels.ContainsKey(cell.Trim("*_: ").ToString());

    private static bool IsTime(ReadOnlySpan<char> cell) =>
        Labels.GetValueOrDefault(cell.Trim("*_: ").ToString()) is "date" or "time" or "doors" or "end";

    /// <summary>Whether the paragraph below a heading such as <c>Time</c> says something else than a time.</summary>
    private static bool IsProse(string heading, ReadOnlySpan<char> paragraph)
    {
        if (!IsTime(heading)) return false;
        var text = Plain(new Field(heading, new TextValue(paragraph.ToString(), 0), 0));
        return !DateRangeReader.TryRead(text, DateOrder.DayFirst, out _, out _)
            && !TimeReader.TryRead(text, out _, out _)
            && !WholeDays.IsAll(WholeDays.Without(text))
            && !(text.Split(' ').Length <= MaxWordsOfDate && IsPartOfDate(text.Split(' ', ',')[0]));
    }

    // What begins like a date and is short was meant as one, and is reported when it cannot be read.
    private static bool IsPartOfDate(string word) => word is [>= '0' and <= '9', ..]
        || CalendarWords.TryReadMonth(word, out _) || CalendarWords.TryReadWeekday(word, out _);

    private static string WithBreaks(string value, string lineBreak) =>
        value.Replace("<br>", lineBreak, StringComparison.OrdinalIgnoreCase)
            .Replace("<br/>", lineBreak, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a line is a picture, a ruler, a tag or a part of a table.</summary>
    private static bool IsNoProse(ReadOnlySpan<char> line) =>
        line is ['!', '[', ..] or ['[', '!', '[', ..] or ['<', ..] or ['|', ..] or ['{', '{' or '%' or ':', ..]
        || line.IndexOfAnyExcept(RulerMarks) < 0
        || line.StartsWith("import ", StringComparison.Ordinal);

    private static Match Marked(ReadOnlySpan<char> line)
    {
        var marked = MayBeMarked(line) ? Matched(MarkedFact, line) : Match.Empty;
        return marked.Success || line is not ['|', ..] ? marked : Matched(TableFact, line);
    }

    // No letter is before the bold of a label, which is faster to check than the expression.
    private static bool MayBeMarked(ReadOnlySpan<char> line)
    {
        var at = line.IndexOfAny(BoldMarks);
        foreach (var c in line[..Math.Max(at, 0)])
        {
            if (char.IsLetter(c)) return false;
        }

        return at >= 0;
    }

    // Almost no line is a fact, so most lines are not copied.
    private static Match Matched(Regex fact, ReadOnlySpan<char> line) => fact.IsMatch(line) ? fact.Match(line.ToString()) : Match.Empty;

    /// <summary>Whether a file with it is an event in any folder: it has a date and a place, time or link in marked lines.</summary>
    public bool MakeAnEvent => HasMarked && Date is not null && (Place ?? Address ?? Link ?? Online ?? Time) is not null;

    /// <summary>The text of a fact without the marks of Markdown.</summary>
    public static string Plain(Field fact)
    {
        var text = InlineLink.Replace(((TextValue)fact.Value).Text, "${text}");
        return string.Join(' ', text.Split((char[])['*', '`', ' ', '<', '>'], StringSplitOptions.RemoveEmptyEntries));
    }

    public static Uri? LinkOf(Field fact)
    {
        var text = ((TextValue)fact.Value).Text;
        return WebAddress.Read(InlineLink.Match(text) is { Success: true } link ? link.Groups["url"].Value : BareLink.Match(text).Value);
    }
}

/// <summary>The facts with which a body begins.</summary>
/// <param name="Names">Their meanings.</param>
internal sealed record FirstFacts(ImmutableHashSet<string> Names, bool HasMarked, bool IsBelowHeading)
{
    public bool MakeAnEvent => HasMarked && Names.Contains("date") && Names.Overlaps(["place", "address", "online", "time", "doors"]);
}
