using System.Buffers;
using System.Xml;
using Feeds.Content.Markdown.Html;
using Feeds.Text;

namespace Feeds.Content.Markdown;

/// <summary>Renders a text without marks of Markdown and HTML as its paragraphs, which most events of lists are.</summary>
internal static class PlainParagraphs
{
    private const string Blank = "\n\n";

    private static readonly XmlWriterSettings Fragment = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.None,
    };

    private static readonly SearchValues<char> Marks = SearchValues.Create(
        [.. "&<>*_`[]{}~=^$|\\\u007F", .. Enumerable.Range(0, 32).Select(code => (char)code).Except("\n")]);

    /// <summary>Addresses, and blanks that are not kept as they are.</summary>
    private static readonly SearchValues<string> Words =
        SearchValues.Create(["://", "mailto:", "tel:", "www.", "  ", " \n"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Begin a list, a heading, a definition or code.</summary>
    private static readonly SearchValues<char> BlockMarks = SearchValues.Create(" -+#:0123456789");

    /// <summary>The same as Markdig and AngleSharp make of the text; null where it is more than words.</summary>
    public static CleanedHtml? Read(string markdown)
    {
        var text = markdown.AsSpan();
        if (text.ContainsAny(Marks) || text.ContainsAny(Words) || text is [.., ' ']) return null;
        foreach (var line in text.Split('\n'))
        {
            if (text[line] is [var first, ..] && BlockMarks.Contains(first)) return null;
        }

        foreach (var c in text)
        {
            if (c > '\u007F' && char.IsWhiteSpace(c)) return null;
        }

        var paragraphs = markdown.Split(Blank).Select(paragraph => paragraph.Trim('\n')).Where(paragraph => paragraph.Length > 0).ToArray();
        var html = new StringWriter();
        using (var writer = XmlWriter.Create(html, Fragment))
        {
            foreach (var (index, paragraph) in paragraphs.Index())
            {
                if (index > 0) writer.WriteWhitespace("\n");
                writer.WriteElementString("p", paragraph);
            }
        }

        var lines = string.Join(Blank, paragraphs.Select(PlainText.Joined));
        return new CleanedHtml(html.ToString(), lines, paragraphs.FirstOrDefault(), FirstImage: null);
    }
}
