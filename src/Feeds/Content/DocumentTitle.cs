using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Content.Names;
using Feeds.Text;

namespace Feeds.Content;

/// <summary>Finds the title of a document.</summary>
internal static partial class DocumentTitle
{
    /// <summary>The elements that only style a text.</summary>
    private static readonly FrozenSet<string> Styling =
    [
        "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "nobr", "q", "rp", "rt",
        "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
    ];

    /// <summary>The title of the front matter, else the first heading, else the name of the file with a warning.</summary>
    public static string Read(FrontMatterFields front, FrontMatterBlock block, DocumentName name, DiagnosticBag report)
    {
        if (front.Text(FieldNames.Title) is { } written && TextOf(written) is { Length: > 0 } title) return title;
        if (front.Find(FieldNames.Title) is { } field && TextOf(First(field.Value)?.Text ?? "") is { Length: > 0 } first)
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

    /// <summary>A title on one line, without the elements that style it; <c>The &lt;em&gt; element</c> stays.</summary>
    public static string TextOf(string title)
    {
        if (!title.Contains('<', StringComparison.Ordinal)) return PlainText.OneLine(title);
        var removed = new HashSet<int>();
        var open = new Stack<Match>();
        foreach (var tag in (IEnumerable<Match>)Tag().Matches(title))
        {
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            if (name is "br" or "wbr" && !StandsAlone(title, tag)) removed.Add(tag.Index);
            if (!Styling.Contains(name)) continue;
            if (!tag.Groups["end"].Success)
            {
                open.Push(tag);
            }
            else if (open.TryPop(out var start) && start.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)
                && title[(start.Index + start.Length)..tag.Index] is var inner && !(inner.StartsWith(' ') && inner.EndsWith(' ')))
            {
                removed.Add(start.Index);
                removed.Add(tag.Index);
            }
        }

        var text = Tag().Replace(title, tag => removed.Contains(tag.Index) ? Instead(tag) : tag.Value);
        return PlainText.OneLine(text);
    }

    private static string Instead(Match tag) => tag.Groups["name"].Value.Equals("br", StringComparison.OrdinalIgnoreCase) ? " " : "";

    private static bool StandsAlone(string title, Match tag) =>
        (tag.Index == 0 || title[tag.Index - 1] == ' ')
        && (tag.Index + tag.Length == title.Length || title[tag.Index + tag.Length] is ' ' or ',' or '.' or ':' or '?' or '!');

    private static TextValue? First(Value value) => value switch
    {
        ListValue list => list.Items.OfType<TextValue>().FirstOrDefault(),
        MapValue map => map.Fields.Select(field => field.Value).OfType<TextValue>().FirstOrDefault(),
        _ => null,
    };

    [GeneratedRegex(@"<(?<end>/)?(?<name>[A-Za-z]+)(\s[^<>]*)?/?>", LinearRegex.Options)]
    private static partial Regex Tag();
}
