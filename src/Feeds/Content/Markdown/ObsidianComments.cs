using System.Text;

namespace Feeds.Content.Markdown;

/// <summary>Removes Obsidian's <c>%%comments%%</c> from Markdown.</summary>
internal sealed class ObsidianComments(string text, MarkdownDialect dialect)
{
    private const string Mark = "%%";

    private readonly MarkdownCode code = new(text, dialect);
    private readonly List<int> marks = [];

    /// <param name="firstLine">The line in the file on which the text begins.</param>
    public static string Remove(string markdown, int firstLine, string path, DiagnosticBag report)
    {
        if (!markdown.Contains(Mark, StringComparison.Ordinal)) return markdown;
        var comments = new ObsidianComments(markdown, MarkdownCode.DialectOf(path));
        comments.FindMarks();
        if (comments.marks.Count == 0) return markdown;
        if (comments.marks.Count % 2 == 0) return comments.Without([.. Pairs(comments.marks)]);
        var left = comments.PairsOfLines();
        report.Warning(
            firstLine + markdown.AsSpan(0, left[^1].Start).Count('\n'),
            $"this comment has no end, so all from here on is left out; write '%%' at its end, or '\\%%' where none is meant");
        return comments.Without(left);
    }

    private void FindMarks()
    {
        for (var start = 0; start < text.Length;)
        {
            var end = MarkdownCode.LineEnd(text, start);
            if (!code.TakeLine(text.AsSpan(start, end - start))) FindMarks(start, end);
            start = end + 1;
        }
    }

    private void FindMarks(int at, int end)
    {
        while (at < end)
        {
            if (text[at] == '\\') at += 2;
            else if (text[at] == '`') at = code.SpanEnd(at);
            else if (text[at] == '%') at = TakeRun(at, end);
            else at++;
        }
    }

    private int TakeRun(int at, int end)
    {
        var length = text.AsSpan(at, end - at).IndexOfAnyExcept('%') is >= 0 and var rest ? rest : end - at;
        // One is a percent sign, four are an empty comment, more are a ruler.
        var isMark = length is 2 or 3 && (marks.Count % 2 == 1 || at == 0 || !char.IsLetterOrDigit(text[at - 1]));
        if (isMark) marks.Add(at);
        return at + length;
    }

    private static IEnumerable<(int Start, int End)> Pairs(List<int> marks) =>
        marks.Chunk(2).Select(pair => (pair[0], pair[1] + Mark.Length));

    /// <summary>The comments that begin and end on one line, up to the first that does not, and all from there on.</summary>
    private List<(int Start, int End)> PairsOfLines()
    {
        // It is unknown which of an odd number of marks is the extra one.
        var pairs = new List<(int, int)>();
        for (int index = 0, next; ; index = next)
        {
            var end = MarkdownCode.LineEnd(text, marks[index]);
            next = marks.FindIndex(index, mark => mark >= end);
            if (next < 0) next = marks.Count;
            if ((next - index) % 2 == 0) pairs.AddRange(Pairs(marks[index..next]));
            else return [.. pairs, (marks[index], text.Length)];
        }
    }

    private string Without(List<(int Start, int End)> comments)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, end) in comments)
        {
            // The line breaks keep the line numbers of diagnostics.
            kept.Append(text, at, start - at).Append('\n', text.AsSpan(start, end - start).Count('\n'));
            at = end;
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }
}
