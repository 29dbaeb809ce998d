using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Feeds.Content.Markdown.Html;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Markdown.Foreign;

/// <summary>Makes a body of the text or the HTML of somebody else.</summary>
internal static class ForeignText
{
    private static readonly Regex Address = new(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]}']", LinearRegex.IgnoreCase);

    private static readonly Regex Element = new(
        @"<(p|br|a|div|span|b|i|u|ul|ol|li|em|strong|h[1-6]|table|html|body|pre|blockquote|img)(\s[^<>]*)?/?>", LinearRegex.IgnoreCase);

    private static readonly Regex Blank = new(@"\n[ \t]*\n\s*", LinearRegex.Options);

    /// <summary>Whether a text without a statement of its kind is HTML.</summary>
    public static bool IsHtml(string text) => Element.IsMatch(text);

    /// <summary>The addresses in a text or HTML, in order.</summary>
    public static IEnumerable<Uri> Addresses(string text) =>
        Address.Matches(text).Select(match => WebAddress.Read(match.Value)).OfType<Uri>();

    /// <summary>The body, cleaned like any other.</summary>
    public static Body Render(string text, LinkResolver links) => IsHtml(text) ? RenderHtml(text, links) : RenderPlain(text, links);

    public static Body RenderPlain(string text, LinkResolver links) => RenderHtml(HtmlOf(text), links);

    public static Body RenderHtml(string html, LinkResolver links)
    {
        var cleaned = HtmlNesting.IsTooDeep(html) ? HtmlCleaner.Plain(html) : HtmlCleaner.Clean(html, links);
        // A picture without an address is not the author's mistake here, and no file of the site is meant.
        return new Body(cleaned.Html, cleaned.Text, PlainText.Shortened(cleaned.Introduction), cleaned.FirstImage, []);
    }

    /// <summary>Paragraphs with their line ends, and links.</summary>
    private static string HtmlOf(string text)
    {
        var body = new HtmlParser().ParseDocument("").Body!;
        foreach (var words in Blank.Split(text.Trim()))
        {
            var paragraph = body.Owner!.CreateElement("p");
            paragraph.Append([.. Lines(words, body.Owner)]);
            body.AppendChild(paragraph);
        }

        return HtmlTree.Inner(body);
    }

    private static IEnumerable<INode> Lines(string words, IDocument document)
    {
        var isFirst = true;
        foreach (var line in words.Split('\n'))
        {
            if (!isFirst) yield return document.CreateElement("br");
            isFirst = false;
            var start = 0;
            foreach (Match match in Address.Matches(line))
            {
                if (match.Index > start) yield return document.CreateTextNode(line[start..match.Index]);
                var link = document.CreateElement("a");
                link.SetAttribute("href", match.Value);
                link.TextContent = match.Value;
                yield return link;
                start = match.Index + match.Length;
            }

            if (start < line.Length) yield return document.CreateTextNode(line[start..]);
        }
    }
}
