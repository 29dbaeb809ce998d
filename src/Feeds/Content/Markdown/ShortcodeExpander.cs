using System.Buffers;
using Feeds.Text;

namespace Feeds.Content.Markdown;

/// <summary>Takes the languages of site generators out of Markdown, so that none of their tags is left for readers to see.</summary>
internal static class ShortcodeExpander
{
    private const int MaxShown = 7;
    private const int MaxShownLength = 40;

    private static readonly SearchValues<string> TagMarks = SearchValues.Create(["{{", "{%"], StringComparison.Ordinal);

    /// <summary>The Markdown, with HTML where it needs some, that says what the text says; the text itself where nothing has to change.</summary>
    /// <param name="firstLine">The line in the file on which the text begins.</param>
    public static string Expand(string markdown, int firstLine, string path, DiagnosticBag report)
    {
        var dialect = path.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase) ? MarkdownDialect.Mdx : MarkdownDialect.CommonMark;
        if (dialect == MarkdownDialect.CommonMark && !markdown.AsSpan().ContainsAny(TagMarks)) return MarkdownDialects.Remove(markdown, dialect);
        var expansion = new TemplateExpansion(markdown, path, dialect);
        var expanded = expansion.Read();
        if (expansion.LeftOut is [var first, .. var others])
            report.Warning(firstLine + markdown.AsSpan(0, expansion.FirstLeftOut).Count('\n'), $"'{Short(first.Shown)}' means something only to your site generator and was left out{Also(others)}");
        return MarkdownDialects.Remove(expanded, dialect);
    }

    private static string Also(List<TemplateTag> others)
    {
        if (others.Count == 0) return "";
        var names = others.Take(MaxShown).Select(tag => Short(tag.Name));
        return $" (also: {string.Join(", ", others.Count > MaxShown ? names.Append("…") : names)})";
    }

    private static string Short(string words)
    {
        words = PlainText.OneLine(words);
        return words.Length <= MaxShownLength ? words : string.Concat(words.AsSpan(0, MaxShownLength - 1), "…");
    }
}
