using System.Text.RegularExpressions;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>A list of attributes in braces, as in Pandoc, kramdown and Python-Markdown.</summary>
internal static class AttributeList
{
    public const int MaxLength = 400;

    public const string Attribute = """[.#][\w:/.-]+|(?<name>[\w:/.-]+)=(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[\w:/.%#-]*))""";

    // Its name after a colon is kramdown's.
    private static readonly Regex List = new(
        $$"""^\{(?::[:/][^}]*|:(?:{{Attribute}}|toc|\s)*|\s*(?:(?:{{Attribute}})\s*)+)\}""",
        TemplateTag.Linear);

    private static readonly Regex One = new(Attribute, TemplateTag.Linear);

    /// <summary>The number of characters of the list that begins here; 0 when none does.</summary>
    public static int Length(string text, int start, int end)
    {
        var next = start + 1 < end ? text[start + 1] : '}';
        if (!(next is ':' or '.' or '#' or ' ' or '\n' or '_' || char.IsAsciiLetter(next))) return 0;
        return List.Match(text, start, Math.Min(MaxLength, end - start)).Length;
    }

    /// <summary>Gives an element what readers see of a list: its id, its language, and the size of a picture.</summary>
    public static void Apply(ReadOnlySpan<char> list, MarkdownObject target)
    {
        foreach (var match in One.Matches(list.ToString()).Cast<Match>())
        {
            var (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value);
            if (match.Value[0] == '#') (name, value) = ("id", match.Value[1..]);
            if (value.Length == 0) continue;
            if (name is "id") target.GetAttributes().Id = value;
            else if (name is "lang" or "dir") target.GetAttributes().AddPropertyIfNotExist(name, value);
            else if (name is "width" or "height" && target is LinkInline { IsImage: true })
                target.GetAttributes().AddPropertyIfNotExist(name, value.EndsWith("px", StringComparison.Ordinal) ? value[..^2] : value);
        }
    }
}
