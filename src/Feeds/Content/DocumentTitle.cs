using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Text;

namespace Feeds.Content;

/// <summary>Finds the title of a document.</summary>
internal static class DocumentTitle
{
    /// <summary>The title of the front matter, else the first heading, else the file's name, which is then reported.</summary>
    public static string Read(FrontMatterFields front, FrontMatterBlock header, DocumentName name, DiagnosticBag report)
    {
        if (front.Text(FieldNames.Title) is { } written && PlainText.OneLine(written) is { Length: > 0 } title) return title;
        if (front.Find(FieldNames.Title) is { } several && First(several.Value) is { Text: var first } && PlainText.OneLine(first) is { Length: > 0 } chosen)
        {
            report.Warning(several.Line, $"'{several.Key}' has several values, of which \"{chosen}\" is used; write one");
            return chosen;
        }

        if (MarkdownBody.FirstHeading(header.Body) is { Length: > 0 } heading) return heading;
        var words = name.Slug.Replace('-', ' ').Replace('_', ' ').Trim();
        var named = words.Length > 0 ? string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1)) : name.Path;
        report.Warning(1, $"there is no title, so \"{named}\" is taken from the file's name; write 'title: …'");
        return named;
    }

    private static TextValue? First(Value value) => value switch
    {
        ListValue list => list.Items.OfType<TextValue>().FirstOrDefault(),
        MapValue map => map.Fields.Select(field => field.Value).OfType<TextValue>().FirstOrDefault(),
        _ => null,
    };
}
