using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Feeds.Content.Bodies;

/// <summary>HTML as plain text that reads well on a phone: paragraphs apart, list items as lines, addresses behind their links.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder text = new();

    public static string Read(IElement element)
    {
        var reading = new HtmlText();
        reading.ReadChildren(element, indent: "");
        return reading.text.ToString().Trim();
    }

    private void ReadChildren(INode parent, string indent)
    {
        foreach (var child in parent.ChildNodes) ReadNode(child, indent);
    }

    private void ReadNode(INode node, string indent)
    {
        switch (node)
        {
            case IText words when node.ParentElement?.Closest("pre") is not null:
                text.Append(words.Data);
                break;
            case IText words:
                AppendWords(words.Data);
                break;
            case IHtmlBreakRowElement:
                EndLine();
                break;
            case IHtmlAnchorElement link:
                ReadLink(link, indent);
                break;
            case IHtmlImageElement image:
                AppendWords(image.AlternativeText ?? "");
                break;
            case IHtmlListItemElement item:
                EndLine();
                text.Append(indent).Append(Marker(item));
                ReadChildren(item, indent + "  ");
                EndLine();
                break;
            case IElement { LocalName: "ul" or "ol" or "dl" or "tr" or "dt" or "dd" } lines:
                EndLine();
                ReadChildren(lines, indent);
                EndLine();
                if (indent.Length == 0 && lines.LocalName is "ul" or "ol" or "dl") EndParagraph();
                break;
            case IElement { LocalName: "td" or "th" } cell:
                ReadChildren(cell, indent);
                AppendWords(" ");
                break;
            case IElement { LocalName: "p" or "div" or "pre" or "blockquote" or "table" or "figure" or "section" or "hr" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" } block:
                if (block.ParentElement is not IHtmlListItemElement) EndParagraph();
                ReadChildren(block, indent);
                if (block.ParentElement is not IHtmlListItemElement) EndParagraph();
                else EndLine();
                break;
            case IElement other:
                ReadChildren(other, indent);
                break;
        }
    }

    private void ReadLink(IHtmlAnchorElement link, string indent)
    {
        var start = text.Length;
        ReadChildren(link, indent);
        var address = link.GetAttribute("href");
        if (WebAddress.Read(address) is null || link.ClassList.Contains("footnote-ref") || link.ClassList.Contains("footnote-back-ref")) return;
        var label = text.ToString(start, text.Length - start).Trim();
        if (label == address) return;
        AppendWords(label.Length > 0 ? $" ({address})" : address!);
    }

    private static string Marker(IHtmlListItemElement item)
    {
        if (item.ParentElement is not IHtmlOrderedListElement list) return "- ";
        var number = list.Start + list.Children.TakeWhile(sibling => sibling != item).Count();
        return string.Create(null, $"{number}. ");
    }

    private void AppendWords(string words)
    {
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c)) text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
        }
    }

    private void EndLine()
    {
        TrimBlanks();
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }

    private void EndParagraph()
    {
        EndLine();
        if (text.Length > 1 && text[^2] != '\n') text.Append('\n');
    }

    private void TrimBlanks()
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
    }
}
