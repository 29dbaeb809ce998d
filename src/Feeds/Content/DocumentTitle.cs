using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Text;

namespace Feeds.Content;

/// <summary>Finds the title of a document.</summary>
internal static class DocumentTitle
{
    /// <summary>The title of the front matter, else the first heading, else the name of the file with a warning.</summary>
    public static string Read(FrontMatterFields front, FrontMatterBlock block, DocumentName name, DiagnosticBag report)
    {
        if (front.Text(FieldNames.Title) is { } written && PlainText.OneLine(written) is { Length: > 0 } title) return title;
        if (front.Find(FieldNames.Title) is { } field && PlainText.OneLine(First(field.Value)?.Text ?? "") is { Length: > 0 } first)
        {
            report.Warning(field.Line, $"'{field.Key}' has several values, of which \"{first}\" is used; write one");
            return first;
        }

        if (MarkdownBody.FirstHeading(block.Body) is { Length: > 0 } heading) return heading;
        var words = name.Slug.Replace('-', ' ').Replace('_', ' ').Trim();
        var fromName = words.Length > 0 ? string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1)) : name.Path;
        report.Warning(1, $"there is no title, so \"{fromName}\" is taken from the file's name; write 'title: …'");
        return fromName;
    }

    private static TextValue? First(Value value) => value switch
    {
        ListValue list => list.Items.OfType<TextValue>().FirstOrDefault(),
        MapValue map => map.Fields.Select(field => field.Value).OfType<TextValue>().FirstOrDefault(),
        _ => null,
    };
}
