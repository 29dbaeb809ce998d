using System.Text.RegularExpressions;

namespace Feeds.Content.FrontMatter;

/// <summary><c>.. key: value</c> in HTML comments, as in Nikola: one for each line, or one for all.</summary>
internal static class CommentFrontMatter
{
    private static readonly Regex DottedKey = new(
        @"^(?:<!--)?\s*\.\. (?<key>[\w-]+):(?<value>.*?)\s*(?:-->)?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public static FrontMatterBlock? Read(string text, LineReader lines)
    {
        var fields = new List<Field>();
        var isOpen = false;
        while (lines.Peek() is { } line && (isOpen || line.StartsWith("<!--", StringComparison.Ordinal)))
        {
            if (DottedKey.Match(line) is { Success: true } match && match.Groups["value"].Value.Trim() is { Length: > 0 } value)
                fields.Add(new Field(match.Groups["key"].Value, new TextValue(value, lines.Line), lines.Line));
            isOpen = !line.Contains("-->", StringComparison.Ordinal);
            lines.Skip();
        }

        return fields.Count == 0 ? null : FrontMatterBlock.Above(new MapValue([.. fields.DistinctBy(field => field.Key)], 1), text, lines);
    }
}
