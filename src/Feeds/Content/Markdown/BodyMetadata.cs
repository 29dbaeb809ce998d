using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Feeds.Content.FrontMatter;
using Feeds.Text;

namespace Feeds.Content.Markdown;

/// <summary>What the body of an event says of it in lines such as <c>**Location**: Town Hall</c>.</summary>
internal sealed record BodyMetadata(
    Field? Link, Field? Place, Field? Address, Field? Date, Field? Time, Field? End, Field? Online, bool HasMarked)
{
    /// <summary>Those with which the body begins, before any prose.</summary>
    public required FirstFacts First { get; init; }

    private static readonly SearchValues<char> RulerMarks = SearchValues.Create("-*_=: ");

    private const RegexOptions Linear = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    // A list item, a paragraph's line or a table's row; the colon stands inside the bold, behind it, or is the table's border.
    private static readonly Regex MarkedFact = new(
        @"^(?:(?:[-*+]|\d{1,3}[.)])\s+|\|\s*)?[^\w*|]{0,6}(?:\*\*|__)[^\w*]{0,6}(?<label>[\p{L}&/ ]{2,20}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*[:|])(?<value>.*)$", Linear);

    private static readonly Regex TableFact = new(@"^\|\s*(?<label>[\p{L}&/ ]{2,20}?)\s*\|(?<value>.*)$", Linear);

    private static readonly Regex PlainFact = new(@"^(?:[-*+]\s+)?(?<label>[\p{L}&/ ]{2,20}?)\s*:\s+(?<value>.*)$", Linear);

    private static readonly Regex InlineLink = new(@"\[(?<text>[^\]]*)\]\(\s*<?(?<url>[^)\s>]*)>?[^)]*\)", Linear);

    private static readonly Regex BareLink = new(@"https?://[^\s<>""|)]+", Linear);

    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["event"] = "link",
        ["link"] = "link",
        ["rsvp"] = "link",
        ["location"] = "place",
        ["where"] = "place",
        ["venue"] = "place",
        ["place"] = "place",
        ["address"] = "address",
        ["date"] = "date",
        ["when"] = "date",
        ["date and time"] = "date",
        ["date & time"] = "date",
        ["date/time"] = "date",
        ["time"] = "time",
        ["starts"] = "time",
        ["doors"] = "doors",
        ["ends"] = "end",
        ["online"] = "online",
        ["zoom"] = "online",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of a text that says nothing.</summary>
    public static readonly BodyMetadata None = Read("", firstLine: 1);

    /// <summary>Reads the facts; of two lines with one label the first counts.</summary>
    public static BodyMetadata Read(string body, int firstLine)
    {
        var found = new Dictionary<string, Field>(StringComparer.Ordinal);
        var (isCode, isTop, hasMarked) = (false, true, false);
        var (line, heading) = (firstLine - 1, "");
        var first = new FirstFacts([], HasMarked: false, IsBelowHeading: false);
        var isFirst = true;
        foreach (var range in body.AsSpan().Split('\n'))
        {
            line++;
            var text = body.AsSpan(range).Trim();
            if (text.StartsWith("```") || text.StartsWith("~~~")) isCode = !isCode;
            if (isCode) isFirst = false;
            if (isCode || text.IsEmpty) continue;
            if (heading.Length > 0 && text[0] is not '#') Add(heading, text.ToString());
            heading = text[0] == '#' && Labels.ContainsKey(text.Trim("# :").ToString()) ? text.Trim("# :").ToString() : "";
            if (text[0] == '#')
            {
                // One heading may be the title.
                isFirst = isFirst && first is { IsBelowHeading: false, Names.IsEmpty: true };
                first = isFirst ? first with { IsBelowHeading = true } : first;
                continue;
            }

            var marked = Marked(text);
            var match = marked.Success || !isTop ? marked : Matched(PlainFact, text);
            isTop = isTop && match.Success;
            isFirst = isFirst && (match.Success || IsNoProse(text));
            if (!match.Success) continue;
            var label = match.Groups["label"].Value.Trim();
            var isFact = Add(label, match.Groups["value"].Value);
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
        {
            First = first,
        };

        bool Add(string label, string written)
        {
            var value = written.Replace("<br>", "", StringComparison.OrdinalIgnoreCase)
                .Replace("<br/>", "", StringComparison.OrdinalIgnoreCase)
                .Trim(' ', '|', '\\');
            return value.Length > 0
                && Labels.TryGetValue(label, out var fact)
                && found.TryAdd(fact, new Field(label, new TextValue(value, line), line));
        }
    }

    /// <summary>Whether a line is a picture, a ruler, a tag or a part of a table: nothing that anybody says.</summary>
    private static bool IsNoProse(ReadOnlySpan<char> line) =>
        line is ['!', '[', ..] or ['[', '!', '[', ..] or ['<', ..] or ['|', ..] or ['{', '{' or '%' or ':', ..]
        || line.IndexOfAnyExcept(RulerMarks) < 0
        || line.StartsWith("import ", StringComparison.Ordinal);

    private static Match Marked(ReadOnlySpan<char> line)
    {
        var marked = MayBeMarked(line) ? Matched(MarkedFact, line) : Match.Empty;
        return marked.Success || line is not ['|', ..] ? marked : Matched(TableFact, line);
    }

    // Before the bold of a label there is no letter, which is found out sooner than what the expression says.
    private static bool MayBeMarked(ReadOnlySpan<char> line)
    {
        var at = FirstOf(line.IndexOf("**"), line.IndexOf("__"));
        if (at < 0) return false;
        foreach (var c in line[..at])
        {
            if (char.IsLetter(c)) return false;
        }

        return true;
    }

    private static int FirstOf(int a, int b) => a < 0 || b < 0 ? Math.Max(a, b) : Math.Min(a, b);

    // Nearly no line is a fact, and to find that out takes no text of its own.
    private static Match Matched(Regex fact, ReadOnlySpan<char> line) => fact.IsMatch(line) ? fact.Match(line.ToString()) : Match.Empty;

    /// <summary>Whether a file with it is an event in any folder: it has a date and a place, time or link in marked lines.</summary>
    public bool MakeAnEvent =>
        HasMarked && Date is not null && (Place ?? Address ?? Link ?? Online ?? Time) is not null;

    /// <summary>The text of a fact as a reader sees it, without the marks of Markdown.</summary>
    public static string Plain(Field fact) =>
        string.Join(
            ' ',
            InlineLink.Replace(((TextValue)fact.Value).Text, "${text}")
                .Split((char[])['*', '`', ' ', '<', '>'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The web address that a fact links to; null when it links to none.</summary>
    public static Uri? LinkOf(Field fact)
    {
        var text = ((TextValue)fact.Value).Text;
        var link = InlineLink.Match(text);
        var address = link.Success ? link.Groups["url"].Value : BareLink.Match(text).Value;
        return WebAddress.Read(address);
    }
}

/// <summary>The facts with which a body begins.</summary>
/// <param name="Names">What they say, each by the name of its meaning.</param>
/// <param name="HasMarked">Whether one of them is marked as a fact.</param>
/// <param name="IsBelowHeading">Whether a heading stands above them.</param>
internal sealed record FirstFacts(ImmutableHashSet<string> Names, bool HasMarked, bool IsBelowHeading)
{
    /// <summary>Whether they say when people meet, and where or at what time.</summary>
    public bool MakeAnEvent => HasMarked && Names.Contains("date") && Names.Overlaps(["place", "address", "online", "time", "doors"]);
}
