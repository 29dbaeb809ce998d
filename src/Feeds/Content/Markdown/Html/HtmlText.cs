using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Feeds.Text;

namespace Feeds.Content.Markdown.Html;

/// <summary>HTML as plain text: paragraphs, list items and rows on lines of their own, with the addresses of links.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder text = new();

    /// <summary>Written before each line: blanks below the marks of lists, and the marks of quotes.</summary>
    private string indent = "";

    /// <summary>The number of the next item of each list.</summary>
    private readonly Dictionary<IHtmlOrderedListElement, int> numbers = [];

    /// <summary>Where the last mark of a list ends: what follows it is on the same line.</summary>
    private int endOfMark = -1;

    /// <summary>Whether the last blank is the end of a line.</summary>
    private bool isAfterBreak;

    public static string Read(IElement element)
    {
        var reading = new HtmlText();
        reading.ReadChildren(element);
        return reading.text.ToString().Trim();
    }

    private void ReadChildren(INode parent)
    {
        foreach (var child in parent.ChildNodes) ReadNode(child);
    }

    private void ReadNode(INode node)
    {
        switch (node)
        {
            case IText words:
                AppendWords(words.Data);
                break;
            case IHtmlBreakRowElement:
                EndLine();
                break;
            case IHtmlAnchorElement link:
                ReadLink(link);
                break;
            case IHtmlImageElement image:
                AppendWords(image.AlternativeText ?? "");
                break;
            case IElement { LocalName: "math" } formula:
                AppendWords(formula.GetAttribute("alttext") ?? formula.TextContent);
                break;
            case IHtmlInputElement box:
                AppendWords(box.IsChecked ? "[x]" : "[ ]");
                break;
            case IElement { LocalName: "li" } item:
                EndLine();
                StartLine();
                var mark = MarkOf(item);
                text.Append(mark);
                endOfMark = text.Length;
                ReadIndented(item, new string(' ', mark.Length));
                endOfMark = -1;
                EndLine();
                break;
            case IElement { LocalName: "del" or "s" } deleted:
                ReadBetween("~~", deleted, "~~");
                break;
            case IElement { LocalName: "q" } quoted:
                ReadBetween("“", quoted, "”");
                break;
            case IElement element when IsLine(element):
                EndLine();
                if (element is IHtmlTableRowElement row) AppendWords(CellsOf(row));
                else ReadIndented(element, element.LocalName == "dd" ? "  " : "");
                EndLine();
                break;
            case IElement element when IsParagraph(element):
                EndBlock(element);
                if (element is IHtmlPreElement lines) AppendLines(lines.TextContent);
                else ReadIndented(element, element.LocalName == "blockquote" ? "> " : "");
                EndBlock(element);
                break;
            case IElement other:
                ReadChildren(other);
                break;
        }
    }

    private void ReadBetween(string before, IElement element, string after)
    {
        AppendWords(before);
        ReadChildren(element);
        AppendWords(after);
    }

    private void ReadIndented(IElement element, string room)
    {
        var before = indent;
        indent += room;
        ReadChildren(element);
        TrimBlanks();
        indent = before;
    }

    private static bool IsLine(IElement element) => element.LocalName is "tr" or "dt" or "dd" or "caption" or "figcaption" or "summary";

    private static bool IsParagraph(IElement element) => element.LocalName is
        "p" or "div" or "pre" or "blockquote" or "table" or "figure" or "section" or "article" or "aside" or "header" or "footer"
        or "address" or "details" or "hr" or "ul" or "ol" or "dl" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private static string CellsOf(IHtmlTableRowElement row)
    {
        var cells = row.Children.Where(cell => cell.LocalName is "td" or "th").Select(cell => PlainText.Joined(Read(cell))).ToList();
        return string.Join(" | ", cells.Take(cells.FindLastIndex(cell => cell.Length > 0) + 1));
    }

    private void ReadLink(IHtmlAnchorElement link)
    {
        if (link.ClassList.Contains("footnote-back-ref")) return;
        if (link.ClassList.Contains("footnote-ref"))
        {
            AppendWords($"[{link.TextContent}]");
            return;
        }

        var start = text.Length;
        ReadChildren(link);
        if (link.GetAttribute("href") is not { } address) return;
        var label = text.ToString(start, text.Length - start).Trim();
        var shown = ShownOf(address);
        if (label == shown || label == address || IsShort(label, address)) return;
        AppendWords(label.Length > 0 ? $" ({shown})" : shown);
    }

    private static string ShownOf(string address)
    {
        var scheme = address.IndexOf(':', StringComparison.Ordinal);
        return address[..(scheme + 1)] is "mailto:" or "tel:" ? Uri.UnescapeDataString(address[(scheme + 1)..]) : address;
    }

    // A label without the scheme or the last slash is the same address to a reader.
    private static bool IsShort(string label, string address) =>
        address.TrimEnd('/') is var bare && (bare == $"https://{label.TrimEnd('/')}" || bare == $"http://{label.TrimEnd('/')}");

    private string MarkOf(IElement item)
    {
        if (item.ParentElement is not IHtmlOrderedListElement list) return "- ";
        var number = numbers.GetValueOrDefault(list, list.Start);
        numbers[list] = number + 1;
        return string.Create(null, $"{number}. ");
    }

    private void AppendWords(string words)
    {
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c))
            {
                var hasBlank = isAfterBreak && text.Length > 1 && text[^1] == ' ';
                if (hasBlank && PlainText.IsUnspaced(text[^2]) && PlainText.IsUnspaced(c)) text.Length--;
                isAfterBreak = false;
                StartLine();
                text.Append(c);
                continue;
            }

            isAfterBreak |= c == '\n';
            if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
        }
    }

    private void AppendLines(string lines)
    {
        foreach (var line in lines.TrimEnd('\n').Split('\n'))
        {
            StartLine();
            text.Append(line).Append('\n');
        }
    }

    private void StartLine()
    {
        if (text.Length == 0 || text[^1] == '\n') text.Append(indent);
    }

    private void EndLine()
    {
        if (text.Length == endOfMark) return;
        TrimBlanks();
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }

    /// <summary>Separates blocks by an empty line, in a list only by a line end.</summary>
    private void EndBlock(IElement block)
    {
        EndLine();
        if (block.ParentElement?.Closest("li") is null && text.Length > 1 && text[^1] == '\n' && text[^2] != '\n') text.Append('\n');
    }

    private void TrimBlanks()
    {
        while (text.Length > 0 && text.Length != endOfMark && text[^1] == ' ') text.Length--;
    }
}
