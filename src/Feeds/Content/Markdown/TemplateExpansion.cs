using System.Buffers;
using System.Text;

namespace Feeds.Content.Markdown;

/// <summary>Goes through one text from tag to tag, past the code, and writes what they mean.</summary>
internal sealed partial class TemplateExpansion(string text, string path, MarkdownDialect dialect)
{
    private const int MaxTagLength = 4000;
    private const int MaxTagLengthOutOfPatience = 200;
    private const int MaxFigureIndent = 12;
    private const int MaxLeftOut = 9;

    private static readonly SearchValues<char> Stops = SearchValues.Create("\n`{<\\");

    private static readonly SearchValues<char> ContainerMarks = SearchValues.Create(" \t>-*+.)0123456789");

    private readonly StringBuilder output = new(text.Length);
    private readonly MarkdownCode code = new(text, dialect);
    private readonly HashSet<string> missingEnds = [];
    private readonly Stack<string> openCalls = [];
    private int patience = (8 * text.Length) + 100_000;
    private int position;
    private int rawEnd = -1;
    private int rawResume;
    private int lineStart;
    private int lineIndent;
    private int blankEnd;
    private int cutIndent;
    private bool isLineTouched;
    private bool isInCode;
    private bool isInHtml;
    private bool isAfterBlank = true;

    /// <summary>The tags that mean nothing here, one of each name, the first few of them.</summary>
    public List<TemplateTag> LeftOut { get; } = [];

    /// <summary>Where the first of them stands.</summary>
    public int FirstLeftOut { get; private set; }

    private int Limit => patience > 0 ? MaxTagLength : MaxTagLengthOutOfPatience;

    public string Read()
    {
        while (position < text.Length) ReadLine();
        return output.ToString();
    }

    private void ReadLine()
    {
        var end = MarkdownCode.LineEnd(text, position);
        var line = text.AsSpan(position, end - position);
        var wasInCode = isInCode;
        isInCode = code.TakeLine(line);
        lineStart = output.Length;
        lineIndent = MarkdownCode.Indent(line);
        isLineTouched = false;
        if (dialect == MarkdownDialect.Mdx) CutIndent(line, wasInCode && isInCode);
        if (isInCode)
        {
            AppendCode(Math.Min(end + 1, text.Length));
            isAfterBlank = false;
            return;
        }

        if (dialect == MarkdownDialect.Mdx && isAfterBlank && TrySkipStatement(line)) return;
        var words = line.TrimStart();
        isAfterBlank = words.Trim().IsEmpty;
        if (isAfterBlank) isInHtml = false;
        else if (words is ['<', '/' or '!', ..] || (words is ['<', var c, ..] && char.IsAsciiLetter(c) && !words.StartsWith("<http", StringComparison.OrdinalIgnoreCase))) isInHtml = true;
        ReadWords();
    }

    // What is indented within JSX is no code, which Markdown would take it for.
    private void CutIndent(ReadOnlySpan<char> line, bool isInsideFence)
    {
        if (!isInsideFence) cutIndent = lineIndent >= code.ListIndent + 4 ? lineIndent - code.ListIndent : 0;
        var columns = 0;
        foreach (var c in line)
        {
            if (columns >= cutIndent || c is not (' ' or '\t')) return;
            columns += c == '\t' ? 4 : 1;
            position++;
        }
    }

    private void AppendCode(int end)
    {
        if (rawEnd >= position && rawEnd < end)
        {
            Append(rawEnd);
            position = rawResume;
            rawEnd = -1;
            if (position >= end) return;
        }

        Append(end);
    }

    private void Append(int end)
    {
        output.Append(text, position, end - position);
        position = end;
    }

    private void ReadWords()
    {
        while (position < text.Length)
        {
            if (position == rawEnd)
            {
                (position, rawEnd, isLineTouched) = (rawResume, -1, true);
                continue;
            }

            var next = text.AsSpan(position).IndexOfAny(Stops);
            Append(next < 0 ? text.Length : position + next);
            if (position == rawEnd) continue;
            if (position == text.Length) break;
            switch (text[position])
            {
                case '\n':
                    EndLine();
                    return;
                case '`':
                    var end = code.SpanEnd(position);
                    Append(rawEnd > position && rawEnd < end ? rawEnd : end);
                    break;
                case '\\' when Ahead(1) is '`' or '\\' || (dialect == MarkdownDialect.Mdx && Ahead(1) is '{' or '<'):
                    Append(position + 2);
                    break;
                case '{' when rawEnd < 0:
                    ReadBraces();
                    break;
                case '<' when rawEnd < 0:
                    ReadAngle();
                    break;
                default:
                    Append(position + 1);
                    break;
            }
        }

        EndLine();
    }

    private char Ahead(int count) => position + count < text.Length ? text[position + count] : '\0';

    /// <summary>Ends the line; one on which there were only tags goes where a blank line would mean something.</summary>
    private void EndLine()
    {
        var isAtEnd = position >= text.Length;
        position = Math.Min(position + 1, text.Length);
        if (isLineTouched)
        {
            TrimBlanks();
            if (output.Length == lineStart && (lineIndent > 0 || isInHtml)) return;
        }

        if (!isAtEnd) output.Append('\n');
    }

    private void TrimBlanks()
    {
        while (output.Length > lineStart && output[^1] is ' ' or '\t' or '\r') output.Length--;
        blankEnd = Math.Min(blankEnd, output.Length);
    }
}
