using System.Buffers;
using System.Xml;
using Feeds.Content.Markdown.Dialects;
using Feeds.Model;
using Feeds.Text;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown;

/// <summary>Renders Markdown for feeds, calendars and pages.</summary>
internal static class MarkdownBody
{
    private const int MaxMarks = 60;
    private const int MaxRenderedMarks = 5_000;

    private static readonly SearchValues<char> BlockMarks = SearchValues.Create("-+*>.)0123456789 \t");

    private static readonly SearchValues<char> LineMarks = SearchValues.Create("*_`[]<~=$^{\\");

    private static readonly MarkdownPipeline LinePipeline = ForLines();

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseTaskLists()
        .UseDefinitionLists()
        .UseAlertBlocks()
        .UseAutoLinks()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Marked)
        .UseCjkFriendlyEmphasis()
        .UseAbbreviations()
        .Use<DialectExtension>()
        .Use<HeadingIds>()
        .Build();

    /// <summary>Renders a body, as plain text when it is nested too deep.</summary>
    public static Body Render(string markdown, LinkResolver addresses)
    {
        var cleaned = PlainParagraphs.Read(markdown) ?? Cleaned(markdown, addresses);
        return new Body(cleaned.Html, cleaned.Text, PlainText.Shortened(cleaned.Introduction), cleaned.FirstImage, addresses.Files)
        {
            LostImages = cleaned.LostImages,
        };
    }

    private static CleanedHtml Cleaned(string markdown, LinkResolver addresses)
    {
        var context = new MarkdownParserContext();
        context.Properties[typeof(LinkResolver)] = addresses;
        return Html(markdown, context) is { } html ? HtmlCleaner.Clean(html, addresses) : HtmlCleaner.Plain(markdown);
    }

    /// <summary>Renders an example, so that the first body does not wait for the compiler.</summary>
    public static void Prepare()
    {
        var page = new Uri("http://localhost/");
        var links = new LinkResolver("", page, new SiteSettings { Title = "", Url = page }, _ => null);
        Render("# a\n\nb *c* [d](#e) `f` &amp;\n\n- g\n", links);
    }

    public static string? FirstHeading(string markdown)
    {
        string[] marks = ["#", "\n=", "\n-", "<h1"];
        var mayHaveHeading = marks.Any(mark => markdown.Contains(mark, StringComparison.OrdinalIgnoreCase));
        if (!mayHaveHeading || IsTooDeep(markdown)) return null;
        var headings = from block in Markdig.Markdown.Parse(markdown, Pipeline).Descendants<LeafBlock>()
                       where block is HeadingBlock or HtmlBlock { Type: not HtmlBlockType.Comment }
                       let source = markdown[block.Span.Start..Math.Min(markdown.Length, block.Span.End + 1)]
                       select block is HeadingBlock ? PlainText.OneLine(Markdig.Markdown.ToPlainText(source, Pipeline)) : HeadingIn(source);
        return headings.FirstOrDefault(heading => heading is not null);
    }

    /// <summary>The text of the first heading of HTML; null when there is none, or only a picture in it.</summary>
    private static string? HeadingIn(string html)
    {
        var start = html.IndexOf("<h1", StringComparison.OrdinalIgnoreCase);
        if (start < 0 || html.AsSpan(start + "<h1".Length) is not ['>' or ' ' or '\n' or '\t', ..]) return null;
        var end = html.IndexOf("</h1", start, StringComparison.OrdinalIgnoreCase);
        return HtmlCleaner.TextOf(html[start..(end < 0 ? html.Length : end)]) is { Length: > 0 } text ? text : null;
    }

    /// <summary>A text of front matter without the marks of Markdown and HTML, on one line.</summary>
    public static string OneLine(string markdown)
    {
        if (!markdown.AsSpan().ContainsAny(LineMarks) || Marks(markdown) > MaxMarks) return PlainText.OneLine(markdown);
        var document = Markdig.Markdown.Parse(markdown, LinePipeline);
        foreach (var tag in document.Descendants<HtmlInline>().Where(tag => !IsElement(tag.Tag, markdown)).ToArray())
            tag.ReplaceBy(new LiteralInline(tag.Tag));
        return HtmlCleaner.TextOf(document.ToHtml(LinePipeline)) is { Length: > 0 } text ? text : PlainText.OneLine(markdown);
    }

    /// <summary>Whether a tag belongs to an element of a text, which is not only about it.</summary>
    private static bool IsElement(string tag, string text)
    {
        var name = string.Concat(tag.SkipWhile(c => c is '<' or '/').TakeWhile(char.IsAsciiLetterOrDigit));
        if (name.Length == 0) return true;
        var other = tag[1] == '/' ? $"<{name}" : $"</{name}";
        return HtmlCleaner.Knows(name)
            && (HtmlNesting.IsVoid(name) || name is "p" or "li" || text.Contains(other, StringComparison.OrdinalIgnoreCase));
    }

    public static bool IsTooDeep(string markdown) =>
        (Marks(markdown) > MaxMarks || HtmlNesting.IsTooDeep(markdown)) && Html(markdown) is null;

    /// <summary>The most marks that may nest in one line or paragraph.</summary>
    private static int Marks(string markdown)
    {
        var (brackets, stars, most) = (0, 0, 0);
        var code = new MarkdownCode(markdown, MarkdownDialect.CommonMark);
        foreach (var range in markdown.AsSpan().Split('\n'))
        {
            var line = markdown.AsSpan(range);
            var indent = line.IndexOfAnyExcept(BlockMarks);
            var isCode = code.TakeLine(line);
            if (isCode ? indent != 0 : BeginsBlock(line)) (brackets, stars) = (0, 0);
            brackets += line.Count('[');
            // For each address or declaration Markdig searches all the text before or after it.
            if (!isCode) stars += line.CountAny("*_~") + line.Count("://") + line.Count("www.") + line.Count("<?") + line.Count("<!");
            most = Math.Max(Math.Max(most, indent < 0 ? line.Length : indent), Math.Max(brackets, stars));
        }

        return most;
    }

    /// <summary>Whether a line ends the paragraph before it: a blank one, or an item of a list.</summary>
    private static bool BeginsBlock(ReadOnlySpan<char> line)
    {
        var words = line.TrimStart(" \t>");
        if (words.IsEmpty) return true;
        var digits = words.IndexOfAnyExceptInRange('0', '9');
        var mark = words[Math.Max(digits, 0)..];
        var isItem = mark is ['-' or '+' or '*' or '.' or ')'] or ['-' or '+' or '*' or '.' or ')', ' ' or '\t', ..];
        return isItem && (digits > 0) == (mark[0] is '.' or ')');
    }

    /// <summary>Reads no blocks but paragraphs: a line that begins with a number or a hash sign is no list or heading.</summary>
    private static MarkdownPipeline ForLines()
    {
        var builder = new MarkdownPipelineBuilder()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Marked)
            .UseCjkFriendlyEmphasis()
            .Use<DialectExtension>();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser { ParseSetextHeadings = false });
        return builder.Build();
    }

    private static string? Html(string markdown, MarkdownParserContext? context = null)
    {
        // Markdig takes minutes for so many unclosed brackets.
        if (Marks(markdown) > MaxRenderedMarks) return null;
        try
        {
            var html = Markdig.Markdown.ToHtml(markdown, Pipeline, context);
            return HtmlNesting.IsTooDeep(html) ? null : html;
        }
        catch (ArgumentException)
        {
            // Markdig throws it for elements that are nested too deep.
            return null;
        }
    }
}

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
