using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Feeds.Content.FrontMatter;

/// <summary>Reads the lines, keys and values of TOML at a place in the text that moves on.</summary>
internal sealed partial class TomlSyntax(string text, int firstLine)
{
    /// <summary>What ends an unquoted value besides the end of its line: nothing, outside of brackets and braces.</summary>
    public const string NoClosers = "";

    private const int MaxDepth = 64;
    private const int MaxShown = 60;

    private readonly ImmutableArray<FrontMatterProblem>.Builder problems = ImmutableArray.CreateBuilder<FrontMatterProblem>();
    private int at;

    public int Line { get; private set; } = firstLine;

    public bool IsAtEnd => at >= text.Length;

    public char Current => at < text.Length ? text[at] : '\0';

    public Place Here => new(at, Line, problems.Count);

    public ImmutableArray<FrontMatterProblem> Problems => [.. problems.OrderBy(problem => problem.Line)];

    private bool IsAtLineEnd => IsAtEnd || NewlineLength(at) > 0;

    public void Report(int line, string message) => problems.Add(new FrontMatterProblem(line, message));

    public void SkipEmptyLines()
    {
        do
            SkipBlanksAndComment();
        while (TrySkipNewline());
    }

    /// <summary>Reads <c>[key]</c> or <c>[[key]]</c> and the rest of its line.</summary>
    public bool TryReadHeader(out List<string> key, out bool isList)
    {
        at++;
        isList = TrySkip('[');
        SkipBlanks();
        if (!TryReadKey(out key))
        {
            SkipLine();
            return false;
        }

        if (!(TrySkip(']') && (!isList || TrySkip(']'))))
        {
            Report(Line, $"'{Shown(string.Join('.', key))}' has no closing '{(isList ? "]]" : "]")}'; write it after the name");
            SkipLine();
            return true;
        }

        ReadLineEnd();
        return true;
    }

    /// <summary>Reads <c>key = value</c> into the table; false when the place is lost.</summary>
    public bool TryReadField(TomlTable table, string closers, int depth)
    {
        var line = Line;
        if (!TryReadKey(out var key))
            return false;

        if (!TrySkip('=') && !TrySkipColon())
            return Fail(line, $"'{Shown(string.Join('.', key))}' has no value; write '=' and the value after it");

        SkipBlanks();
        if (depth + key.Count > MaxDepth)
            return FailTooDeep();
        if (!TryReadValue(closers, depth + key.Count, out var value))
            return false;

        if (value is not null && table.Set(key, value, line) is { } problem)
            Report(line, problem);
        return true;
    }

    /// <summary>Goes to the next line, and reports what is left on this one.</summary>
    public void ReadLineEnd()
    {
        SkipBlanksAndComment();
        if (TrySkipNewline() || IsAtEnd)
            return;

        Report(Line, $"'{Shown(RestOfLine())}' stands after the end of a value; remove it, or put the whole value in quotes");
        SkipLine();
    }

    private bool Fail(int line, string message)
    {
        Report(line, message);
        return false;
    }

    private bool FailTooDeep() => Fail(Line, string.Create(null, $"tables and lists nest deeper than {MaxDepth} levels here; use fewer"));

    private bool TrySkipColon()
    {
        if (Current != ':')
            return false;

        Report(Line, "':' stands where TOML has '='; write '='");
        at++;
        return true;
    }

    private bool TryReadKey(out List<string> key)
    {
        key = [];
        do
        {
            SkipBlanks();
            if (Current is '"' or '\'')
            {
                if (!TryReadString(out var part))
                    return false;
                key.Add(part);
            }
            else if (!TryReadBareKey(key))
            {
                return Fail(Line, $"'{Shown(RestOfLine())}' is no name; write letters, digits, '-' and '_', or put it in quotes");
            }

            SkipBlanks();
        }
        while (TrySkip('.'));

        return key.Count <= MaxDepth || FailTooDeep();
    }

    private bool TryReadBareKey(List<string> key)
    {
        var start = at;
        while (!IsAtEnd && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-'))
            at++;
        if (at == start)
            return false;

        var part = text[start..at];
        if (!Ascii.IsValid(part))
            Report(Line, $"'{Shown(part)}' has letters beyond A to Z; put the name in quotes");
        key.Add(part);
        return true;
    }

    private bool TrySkip(char c)
    {
        if (IsAtEnd || text[at] != c)
            return false;

        at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t')
            at++;
    }

    private void SkipBlanksAndComment()
    {
        SkipBlanks();
        if (Current != '#')
            return;

        var end = LineEnd(at);
        ReportControls(text.AsSpan(at, end - at));
        at = end;
    }

    private bool TrySkipNewline()
    {
        var length = NewlineLength(at);
        if (length == 0)
            return false;

        at += length;
        Line++;
        return true;
    }

    private void SkipLine()
    {
        at = LineEnd(at);
        TrySkipNewline();
    }

    private int LineEnd(int start)
    {
        var end = start < text.Length ? text.IndexOf('\n', start) : -1;
        if (end < 0)
            return text.Length;
        return end > start && text[end - 1] == '\r' ? end - 1 : end;
    }

    private int NewlineLength(int index)
    {
        if (index >= text.Length)
            return 0;
        if (text[index] == '\n')
            return 1;
        return text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n' ? 2 : 0;
    }

    private ReadOnlySpan<char> RestOfLine() => text.AsSpan(at, LineEnd(at) - at).TrimEnd();

    private bool ReportControls(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
        {
            if (!IsControl(c))
                continue;
            Report(Line, ControlProblem(c));
            return true;
        }

        return false;
    }

    private static bool IsControl(char c) => c < ' ' && c != '\t' || c == '\u007F';

    private static string ControlProblem(char c) =>
        string.Create(CultureInfo.InvariantCulture, $"the control character U+{(int)c:X4} stands in the text; remove it");

    private static string Shown(ReadOnlySpan<char> part) => part.Length <= MaxShown ? part.ToString() : $"{part[..MaxShown]}…";

    /// <summary>A place to come back to.</summary>
    /// <param name="Problems">How many problems there were.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Place(int At, int Line, int Problems);
}
