using System.Collections.Immutable;

namespace Feeds.Content.FrontMatter;

/// <content>The values: strings, lists, inline tables, and all that stands without quotes.</content>
internal sealed partial class TomlSyntax
{
    private const string ListClosers = ",]";
    private const string TableClosers = ",}";

    private int lineOfUnquoted;

    /// <summary>Reads a value; none when it is known to be no value, false when the place is lost.</summary>
    private bool TryReadValue(string closers, int depth, out Value? value)
    {
        value = null;
        if (depth > MaxDepth)
            return FailTooDeep();

        var line = Line;
        switch (Current)
        {
            case '"' or '\'':
                var isRead = TryReadString(out var decoded);
                value = isRead ? new TextValue(decoded!, line) : null;
                return isRead;
            case '[':
                return TryReadList(depth, out value);
            case '{':
                return TryReadInlineTable(depth, out value);
            default:
                return TryReadUnquoted(closers, out value);
        }
    }

    private bool TryReadUnquoted(string closers, out Value? value)
    {
        value = null;
        var rest = text.AsSpan(at, UnquotedLength(closers));
        var comment = rest.IndexOf('#');
        var strict = (comment < 0 ? rest : rest[..comment]).TrimEnd(" \t");
        var kind = TomlScalar.KindOf(strict);
        if (kind != TomlScalarKind.Unknown)
        {
            if (kind == TomlScalarKind.NoSuchTime)
                Report(Line, $"'{strict}' is a date or time that does not exist; correct its numbers");
            else if (kind == TomlScalarKind.TooLarge)
                Report(Line, $"'{Shown(strict)}' is larger than a number of TOML can be; put it in quotes");

            value = kind == TomlScalarKind.NoSuchTime ? null : new TextValue(strict.ToString(), Line);
            at += strict.Length;
            return true;
        }

        var whole = rest.TrimEnd(" \t");
        if (whole.IsEmpty)
            return Fail(Line, "a value is missing; write one, \"\" when it is to be empty");
        if (!ReportControls(whole) && lineOfUnquoted != Line)
            Report(Line, $"'{Shown(whole)}' is no number, date, true or false; put it in quotes");
        lineOfUnquoted = Line;

        value = new TextValue(whole.ToString(), Line);
        at += rest.Length;
        return true;
    }

    /// <summary>The length up to a closer or a comment; a <c>#</c> inside a word begins none.</summary>
    private int UnquotedLength(string closers)
    {
        var end = at;
        while (end < text.Length && NewlineLength(end) == 0 && !closers.Contains(text[end], StringComparison.Ordinal)
            && !(text[end] == '#' && (end == at || text[end - 1] is ' ' or '\t')))
        {
            end++;
        }

        return end - at;
    }

    private bool TryReadList(int depth, out Value? value)
    {
        value = null;
        var start = Here;
        var items = ImmutableArray.CreateBuilder<Value>();
        var isReported = false;
        at++;
        SkipEmptyLines();
        while (!TrySkip(']'))
        {
            if (IsAtEnd || IsFirstOfLine(start) && IsField(at))
                return FailUnclosed(start, '[', ']');
            if (!TryReadValue(ListClosers, depth + 1, out var item))
                return false;
            if (item is not null)
                items.Add(item);

            SkipEmptyLines();
            var isParted = TrySkip(',') || Current == ']';
            if (!isParted && (IsAtEnd || IsFirstOfLine(start) && (IsField(at) || IsHeader(at))))
                return FailUnclosed(start, '[', ']');
            if (!isParted && !isReported)
                Report(Line, $"'{Shown(RestOfLine())}' follows a value; write a comma between the two");
            isReported |= !isParted;
            SkipEmptyLines();
        }

        value = new ListValue(items.ToImmutable(), start.Line);
        return true;
    }

    private bool TryReadInlineTable(int depth, out Value? value)
    {
        value = null;
        var start = Here;
        var table = new TomlTable(start.Line, TomlOrigin.Key);
        if (TryReadFieldsOfTable(table, depth, out var hasLineEnd))
        {
            value = table.ToValue();
            if (hasLineEnd)
                Report(start.Line, "a table in braces goes on after its line; write it on one line");
            return true;
        }

        if (Line == start.Line && !IsAtEnd)
            return false;

        // What it swallowed is not its own and will be read again.
        problems.Count = start.Problems;
        return FailUnclosed(start, '{', '}');
    }

    private bool TryReadFieldsOfTable(TomlTable table, int depth, out bool hasLineEnd)
    {
        var isAfterComma = false;
        at++;
        hasLineEnd = TrySkipEmptyLines();
        while (!TrySkip('}'))
        {
            if (!TryReadField(table, TableClosers, depth))
                return false;

            hasLineEnd |= TrySkipEmptyLines();
            isAfterComma = TrySkip(',');
            if (!isAfterComma && Current != '}')
                return Fail(Line, $"'{Shown(RestOfLine())}' follows a value; write a comma between the two");
            hasLineEnd |= TrySkipEmptyLines();
        }

        if (isAfterComma)
            Report(Line, "a comma stands before '}'; remove it");
        return true;
    }

    private bool TrySkipEmptyLines()
    {
        var line = Line;
        SkipEmptyLines();
        return Line > line;
    }

    /// <summary>Whether nothing stands before the place on its line, and the line is not the first.</summary>
    private bool IsFirstOfLine(Place start) =>
        Line > start.Line && text.AsSpan(0, at).TrimEnd(" \t") is [.., '\n'];

    /// <summary>Goes back to the opening mark, because what follows it may not belong to it.</summary>
    private bool FailUnclosed(Place start, char open, char close)
    {
        (at, Line) = (start.At, start.Line);
        return Fail(Line, $"'{open}' is never closed; write '{close}' at its end");
    }
}
