using System.Text.RegularExpressions;

namespace Feeds.Content.FrontMatter;

/// <summary><c>@def key = value</c> lines, as in Franklin: Julia, of which plain assignments are read.</summary>
internal static class FranklinFrontMatter
{
    private static readonly Regex Assignment = new(
        @"^(?:@def\s+)?(?<key>\w+)\s*=\s*(?<value>""[^""]*""|""""""[^""]*""""""|Date\([^)]*\)|true|false|[\d.]+)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public static FrontMatterBlock Read(string text, LineReader lines)
    {
        var (start, firstLine) = (lines.Position, lines.Line);
        while (lines.Peek() is { } line && (line.StartsWith("@def ", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(line)))
            lines.Skip();
        return FrontMatterBlock.Above(Assignments(text[start..lines.Position], firstLine), text, lines);
    }

    public static MapValue Assignments(string text, int firstLine)
    {
        var fields = text.Split('\n')
            .Select((line, index) => (Match: Assignment.Match(line), Line: firstLine + index))
            .Where(found => found.Match.Success)
            .Select(found => (Key: found.Match.Groups["key"].Value, Value: found.Match.Groups["value"].Value.Trim('"', ' '), found.Line))
            .Select(found => new Field(found.Key, new TextValue(found.Value, found.Line), found.Line));
        return new MapValue([.. fields.DistinctBy(field => field.Key)], firstLine);
    }
}
