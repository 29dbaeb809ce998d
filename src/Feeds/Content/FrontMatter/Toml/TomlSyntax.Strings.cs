using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Feeds.Content.FrontMatter;

/// <content>The four kinds of strings and their escapes.</content>
internal sealed partial class TomlSyntax
{
    private const int Quotes = 3;

    private bool TryReadString([NotNullWhen(true)] out string? decoded)
    {
        var quote = Current;
        var isMultiline = text.AsSpan(at).StartsWith([quote, quote, quote]);
        return isMultiline ? TryReadMultiline(quote, out decoded) : TryReadOneLine(quote, out decoded);
    }

    private bool TryReadOneLine(char quote, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        var builder = new StringBuilder();
        var isReported = false;
        for (at++; !IsAtLineEnd;)
        {
            if (TrySkip(quote))
            {
                decoded = builder.ToString();
                return true;
            }

            ReadCharacter(quote, builder, ref isReported);
        }

        return Fail(Line, $"a text is never closed; write {quote} at its end");
    }

    private bool TryReadMultiline(char quote, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        var start = Here;
        var builder = new StringBuilder();
        var isReported = false;
        at += Quotes;
        TrySkipNewline();
        while (!IsAtEnd)
        {
            if (Current == quote)
            {
                var length = 1;
                while (length < Quotes + 2 && at + length < text.Length && text[at + length] == quote)
                    length++;

                at += length;
                builder.Append(quote, length >= Quotes ? length - Quotes : length);
                if (length < Quotes)
                    continue;
                decoded = builder.ToString();
                return true;
            }

            if (TrySkipNewline())
                builder.Append('\n');
            else if (quote == '\'' || !TrySkipLineJoin())
                ReadCharacter(quote, builder, ref isReported);
        }

        problems.Count = start.Problems;
        (at, Line) = (start.At, start.Line);
        return Fail(Line, $"a text is never closed; write {new string(quote, Quotes)} at its end");
    }

    /// <summary>Skips a backslash at the end of a line with all blanks and line ends after it.</summary>
    private bool TrySkipLineJoin()
    {
        if (Current != '\\')
            return false;

        var start = at++;
        SkipBlanks();
        if (!TrySkipNewline())
        {
            at = start;
            return false;
        }

        do
            SkipBlanks();
        while (TrySkipNewline());
        return true;
    }

    private void ReadCharacter(char quote, StringBuilder builder, ref bool isReported)
    {
        var c = text[at];
        string? problem = null;
        if (c == '\\' && quote == '"')
        {
            problem = ReadEscape(builder);
        }
        else
        {
            problem = IsControl(c) ? ControlProblem(c) : null;
            builder.Append(c);
            at++;
        }

        if (problem is null || isReported)
            return;
        Report(Line, problem);
        isReported = true;
    }

    /// <summary>Decodes an escape, or keeps its backslash when there is no such escape and says so.</summary>
    private string? ReadEscape(StringBuilder builder)
    {
        var kind = at + 1 < text.Length ? text[at + 1] : '\0';
        var digits = kind switch
        {
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        if (digits > 0 && at + 2 + digits <= text.Length
            && uint.TryParse(text.AsSpan(at + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && Rune.TryCreate(code, out var rune))
        {
            builder.Append(rune.ToString());
            at += 2 + digits;
            return null;
        }

        var plain = kind switch
        {
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'f' => '\f',
            'r' => '\r',
            '"' or '\\' => kind,
            _ => '\0',
        };
        if (plain != '\0')
        {
            builder.Append(plain);
            at += 2;
            return null;
        }

        builder.Append('\\');
        at++;
        var shown = kind is '\0' or '\r' or '\n' ? "" : kind.ToString();
        return $"'\\{shown}' is no escape; write '\\\\' for a backslash, or put the text in single quotes";
    }
}
