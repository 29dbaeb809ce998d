using System.Collections.Frozen;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Finds the formulas of TeX in Markdown: between dollars, and between escaped brackets.</summary>
internal static class Formula
{
    private const int MaxLength = 10_000;

    private const string Begin = "\\begin{";
    private const string End = "\\end{";

    private static readonly FrozenSet<string> Environments =
    [
        "equation", "align", "gather", "multline", "eqnarray", "alignat", "flalign", "aligned", "gathered", "split", "cases", "array",
        "math", "displaymath", "matrix", "pmatrix", "bmatrix", "vmatrix",
    ];

    /// <summary>The number of characters of the formula that begins here; 0 when none does.</summary>
    public static int Length(string text, int start, int end)
    {
        var rest = text.AsSpan(start, end - start);
        var length = rest switch
        {
            ['$', '$', '$', ..] => 0,
            ['$', '$', ..] => Closed(rest, 2, "$$"),
            ['$', '`', ..] => Closed(rest, 2, "`$"),
            ['$', ..] => start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] is '$' or '\\') ? 0 : Dollars(rest),
            ['\\', '(', ..] => Escaped(rest, 2, "\\)"),
            ['\\', '[', ..] => Escaped(rest, 2, "\\]"),
            ['\\', 'b', ..] when EndOfEnvironment(rest) is { } closing => Closed(rest, OpeningLength(closing), closing),
            ['\\', '\\', '(', ..] => Escaped(rest, 3, "\\\\)"),
            ['\\', '\\', '[', ..] => Escaped(rest, 3, "\\\\]"),
            _ => 0,
        };
        var content = rest is ['$', '`', ..] && length > 0 ? rest[2..(length - 2)] : rest[..length];
        return length > 0 && IsPlausible(content) ? length : 0;
    }

    /// <summary>The closing mark that belongs to the opening one at the start of a line; null when there is none.</summary>
    public static string? ClosingMark(ReadOnlySpan<char> line) => line switch
    {
        ['$', '$', '$', ..] => null,
        ['$', '$', ..] => "$$",
        ['\\', '[', ..] => "\\]",
        ['\\', '\\', '[', ..] => "\\\\]",
        ['\\', 'b', ..] => EndOfEnvironment(line),
        _ => null,
    };

    /// <summary>The length of the opening mark that a closing one belongs to.</summary>
    public static int OpeningLength(string closing) =>
        closing.StartsWith(End, StringComparison.Ordinal) ? closing.Length + Begin.Length - End.Length : closing.Length;

    /// <summary>The end of the environment that begins here, which needs no other marks; null when none does.</summary>
    private static string? EndOfEnvironment(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Begin, StringComparison.Ordinal)) return null;
        var name = text[Begin.Length..];
        var length = name.IndexOf('}');
        return length > 0 && Environments.Contains(name[..length].TrimEnd('*').ToString()) ? $"{End}{name[..length]}}}" : null;
    }

    /// <summary>Whether it may be a formula: a span of code or the end of a tag is in none.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> formula) =>
        !formula.Contains('`') && !formula.Contains("</", StringComparison.Ordinal);

    /// <summary>Whether text in escaped brackets is a formula; many programs escape the brackets of ordinary text.</summary>
    public static bool IsMathematical(ReadOnlySpan<char> content, bool isInParentheses)
    {
        for (var at = 0; at < content.Length; at++)
        {
            var (before, next) = (at == 0 ? ' ' : content[at - 1], at + 1 < content.Length ? content[at + 1] : ' ');
            if (content[at] is '^' or '=') return true;
            if (content[at] == '\\' && (char.IsAsciiLetter(next) || next is '{' or '|')) return true;
            if (content[at] == '_' && char.IsLetterOrDigit(before) && (char.IsLetterOrDigit(next) || next is '{' or '\\')) return true;
            if (content[at] is '<' or '>' or '+' or '*' or '/' or '-' && before == ' ' && next == ' ') return true;
            if (content[at] is '+' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(next)) return true;
        }

        return LongestWord(content) is var longest && longest > 0 && longest <= (isInParentheses ? 3 : 1);
    }

    private static int LongestWord(ReadOnlySpan<char> content)
    {
        var (longest, length) = (0, 0);
        foreach (var c in content)
        {
            length = char.IsLetter(c) ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static int Closed(ReadOnlySpan<char> rest, int width, string mark)
    {
        var content = rest[width..Math.Min(rest.Length, MaxLength)];
        var length = content.IndexOf(mark, StringComparison.Ordinal);
        if (length <= 0 || content[..length].IsWhiteSpace() || HasBlankLine(content[..length])) return 0;
        return width + length + mark.Length;
    }

    private static int Escaped(ReadOnlySpan<char> rest, int width, string mark)
    {
        var length = Closed(rest, width, mark);
        if (length == 0 || rest[length..] is ['(', ..]) return 0;
        return IsMathematical(rest[width..(length - mark.Length)].Trim(), mark[^1] == ')') ? length : 0;
    }

    // Pandoc's rule: no blank inside the dollars, and no digit behind them.
    private static int Dollars(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 3 || char.IsWhiteSpace(rest[1])) return 0;
        rest = rest[..Math.Min(rest.Length, MaxLength)];
        for (var at = 1; at < rest.Length; at++)
        {
            if (rest[at] == '\\') at++;
            else if (rest[at] == '$')
            {
                var isClosing = !char.IsWhiteSpace(rest[at - 1]) && !(at + 1 < rest.Length && char.IsAsciiDigit(rest[at + 1]));
                return isClosing && !HasBlankLine(rest[..at]) ? at + 1 : 0;
            }
        }

        return 0;
    }

    private static bool HasBlankLine(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\n') is >= 0 and var at)
        {
            text = text[(at + 1)..];
            var end = text.IndexOf('\n');
            if (end >= 0 && text[..end].IsWhiteSpace()) return true;
        }

        return false;
    }
}
