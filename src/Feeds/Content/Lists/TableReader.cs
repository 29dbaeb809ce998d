using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Feeds.Content.FrontMatter;
using Feeds.Text;

namespace Feeds.Content.Lists;

/// <summary>Reads the Markdown table of a body whose header names a date and a title.</summary>
internal static class TableReader
{
    private static readonly Regex Ruler = new(@"^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$", LinearRegex.Options);
    private static readonly Regex Link = new(@"\[(?<text>[^\]]*)\]\(\s*<?(?<url>[^)\s>]*)>?[^)]*\)", LinearRegex.Options);

    /// <summary>A list with a map for each row; null when there is no such table, or more than one.</summary>
    public static ListValue? Read(string body, int firstLine)
    {
        if (!body.Contains('|', StringComparison.Ordinal)) return null;
        var lines = body.Split('\n');
        ListValue? found = null;
        for (var at = 1; at < lines.Length; at++)
        {
            if (!lines[at - 1].Contains('|', StringComparison.Ordinal) || !Ruler.IsMatch(lines[at].Trim())) continue;
            var names = ColumnNames.Translated(Cells(lines[at - 1]));
            var rows = lines.Skip(at + 1).TakeWhile(line => line.Contains('|', StringComparison.Ordinal))
                .Select((line, index) => Row(names, Cells(line), firstLine + at + 1 + index))
                .ToImmutableArray<Value>();
            at += rows.Length;
            if (!IsOfEvents(names)) continue;
            if (found is not null) return null;
            found = new ListValue(rows, firstLine + at);
        }

        return found;
    }

    private static bool IsOfEvents(string[] names)
    {
        var plain = names.Select(FrontMatterFields.Normalized).ToArray();
        return plain.Any(name => name is "date" or "day" || FieldNames.Start.Contains(name))
            && plain.Any(name => FieldNames.Title.Contains(name) || EntryFields.TitleNames.Contains(name));
    }

    private static string[] Cells(string line) =>
        [.. line.Trim().Trim('|').Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|')
            .Select(cell => cell.Replace('\u0001', '|').Trim())];

    /// <summary>The fields of a row; the link of its title is that of the event.</summary>
    private static MapValue Row(string[] names, string[] cells, int line)
    {
        var fields = new List<Field>();
        foreach (var (name, cell) in names.Zip(cells))
        {
            var plain = string.Join(' ', Link.Replace(cell, "${text}").Split(['*', '`', ' '], StringSplitOptions.RemoveEmptyEntries));
            if (name.Length == 0 || plain.Length == 0) continue;
            var link = Link.Match(cell);
            var isLink = FieldNames.EventLink.Contains(FrontMatterFields.Normalized(name));
            fields.Add(new Field(name, new TextValue(link.Success && isLink ? link.Groups["url"].Value : plain, line), line));
            if (link.Success && !isLink) fields.Add(new Field("link", new TextValue(link.Groups["url"].Value, line), line));
        }

        return new MapValue([.. fields.DistinctBy(field => field.Key, StringComparer.OrdinalIgnoreCase)], line);
    }
}
