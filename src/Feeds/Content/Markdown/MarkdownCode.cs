namespace Feeds.Content.Markdown;

/// <summary>Finds the code in a Markdown text, of which it takes each line once and in order.</summary>
internal sealed class MarkdownCode(string text, MarkdownDialect dialect)
{
    private readonly Dictionary<int, int> lastRuns = [];
    private int runsEnd;
    private char fence;
    private int fenceLength;
    private int fenceQuotes;
    private int fenceIndent;
    private int quotes;
    private bool isAfterBlank = true;
    private bool isInPre;

    /// <summary>Whether lines in the element <c>pre</c> are code too.</summary>
    public bool IncludesPre { get; init; }

    /// <summary>The columns that belong to the list item of the last line.</summary>
    public int ListIndent { get; private set; }

    /// <summary>Takes the next line; true when it is code or a fence.</summary>
    public bool TakeLine(ReadOnlySpan<char> line)
    {
        var isCode = TakeMarkdown(line);
        if (!IncludesPre || (isCode && !isInPre)) return isCode;
        isInPre = isInPre || line.TrimStart().StartsWith("<pre", StringComparison.OrdinalIgnoreCase);
        if (!isInPre) return false;
        isInPre = !line.Contains("</pre>", StringComparison.OrdinalIgnoreCase);
        return true;
    }

    private bool TakeMarkdown(ReadOnlySpan<char> line)
    {
        var depth = TakeQuotes(ref line);
        var indent = Indent(line);
        var words = line.Trim();
        if (fence != '\0' && depth >= fenceQuotes && (words.IsEmpty || indent >= fenceIndent))
        {
            if (IsClosingFence(words)) fence = '\0';
            return true;
        }

        fence = '\0';
        if (depth != quotes) (isAfterBlank, ListIndent) = (true, 0);
        quotes = depth;
        if (words.IsEmpty)
        {
            isAfterBlank = true;
            return false;
        }

        if (isAfterBlank && indent < ListIndent) ListIndent = indent;
        if (isAfterBlank && dialect == MarkdownDialect.CommonMark && indent >= ListIndent + 4) return true;
        isAfterBlank = false;
        for (int width; (width = MarkerWidth(words)) > 0; words = words[Math.Min(width, words.Length)..]) ListIndent = indent += width;
        return (dialect == MarkdownDialect.Mdx || indent < ListIndent + 4) && OpensFence(words, depth, indent);
    }

    public void LeaveFence() => fence = '\0';

    /// <summary>The line that ends the fence which is open; empty when none is.</summary>
    public string EndOfFence => fence == '\0' ? "" : new string(fence, fenceLength);

    /// <summary>The end of the code span whose backquotes are here, or of the backquotes when they begin none.</summary>
    public int SpanEnd(int start)
    {
        var length = RunLength(text, start, '`');
        if (start >= runsEnd) ReadRuns(start);
        var end = start + length;
        if (lastRuns.GetValueOrDefault(length, -1) <= start) return end;
        while (true)
        {
            end += text.AsSpan(end).IndexOf('`');
            var run = RunLength(text, end, '`');
            end += run;
            if (run == length) return end;
        }
    }

    public static MarkdownDialect DialectOf(string path) =>
        path.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase) ? MarkdownDialect.Mdx : MarkdownDialect.CommonMark;

    /// <summary>The columns before the first word of a line.</summary>
    public static int Indent(ReadOnlySpan<char> line)
    {
        var column = 0;
        foreach (var c in line)
        {
            if (c == ' ') column++;
            else if (c == '\t') column += 4 - (column % 4);
            else break;
        }

        return column;
    }

    /// <summary>The position of the next LF, or of the end of the text.</summary>
    public static int LineEnd(string text, int position) => text.IndexOf('\n', position) is >= 0 and var end ? end : text.Length;

    private static int TakeQuotes(ref ReadOnlySpan<char> line)
    {
        var count = 0;
        while (true)
        {
            var rest = line.TrimStart(' ');
            if (line.Length - rest.Length > 3 || rest is not ['>', ..]) return count;
            line = rest[1..];
            if (line is [' ', ..]) line = line[1..];
            count++;
        }
    }

    private static int MarkerWidth(ReadOnlySpan<char> words)
    {
        var digits = 0;
        while (digits < Math.Min(words.Length, 9) && char.IsAsciiDigit(words[digits])) digits++;
        var isMarker = digits == 0 ? words is ['-' or '*' or '+', ..] : words[digits..] is ['.' or ')', ..];
        if (!isMarker) return 0;
        var rest = words[(digits + 1)..];
        if (rest.IsEmpty) return digits + 2;
        var blanks = rest.Length - rest.TrimStart(" \t").Length;
        return blanks == 0 ? 0 : digits + 1 + (blanks > 4 ? 1 : blanks);
    }

    private bool OpensFence(ReadOnlySpan<char> words, int depth, int indent)
    {
        if (words is not (['`', '`', '`', ..] or ['~', '~', '~', ..])) return false;
        var length = RunLength(words, 0, words[0]);
        if (words[0] == '`' && words[length..].Contains('`')) return false;
        (fence, fenceLength, fenceQuotes, fenceIndent) = (words[0], length, depth, indent < ListIndent ? 0 : ListIndent);
        return true;
    }

    private bool IsClosingFence(ReadOnlySpan<char> words) => words.Length >= fenceLength && words.IndexOfAnyExcept(fence) < 0;

    // With the last run of each length in the paragraph, no search for the end of a span fails.
    private void ReadRuns(int start)
    {
        lastRuns.Clear();
        runsEnd = start;
        do
        {
            var lineEnd = LineEnd(text, runsEnd);
            while (text.AsSpan(runsEnd, lineEnd - runsEnd).IndexOf('`') is >= 0 and var at)
            {
                var length = RunLength(text, runsEnd + at, '`');
                lastRuns[length] = runsEnd + at;
                runsEnd += at + length;
            }

            runsEnd = Math.Min(lineEnd + 1, text.Length);
        }
        while (runsEnd < text.Length && GoesOn(text.AsSpan(runsEnd, LineEnd(text, runsEnd) - runsEnd).Trim()));
    }

    private static bool GoesOn(ReadOnlySpan<char> words) =>
        words is not ([] or ['#', ..] or ['|', ..] or ['`', '`', '`', ..] or ['~', '~', '~', ..]) && MarkerWidth(words) == 0;

    private static int RunLength(ReadOnlySpan<char> span, int start, char c)
    {
        var length = span[start..].IndexOfAnyExcept(c);
        return length < 0 ? span.Length - start : length;
    }
}

/// <summary>The kinds of Markdown that differ in what is code.</summary>
internal enum MarkdownDialect
{
    /// <summary>Text that is indented by four columns after a blank line is code.</summary>
    CommonMark,

    /// <summary>Only fences contain code.</summary>
    Mdx,
}
