using System.Text.RegularExpressions;
using Feeds.Content.FrontMatter;
using Feeds.Text;

namespace Feeds.Content.Visibility;

/// <summary>Finds keys that hide a document in broken front matter.</summary>
internal static class RecoveredKeys
{
    private static readonly Regex Pair = new(
        @"(^|[{,])\s*[""']?(?<key>[\w.-]{2,40})[""']?\s*[:=]\s*(?<value>[^\s,}][^,}]*)", LinearRegex.Options);

    private static readonly Regex Table = new(@"^\s*\[\s*(?<name>[\w.-]+)\s*\]\s*$", LinearRegex.Options);

    /// <summary>Adds the keys that the values lack, with their text.</summary>
    public static MapValue With(MapValue values, string text, int firstLine)
    {
        var fields = values.Fields.ToBuilder();
        var front = new FrontMatterFields(values);
        var (line, prefix) = (firstLine - 1, "");
        foreach (var written in text.Split('\n'))
        {
            line++;
            if (Table.Match(written) is { Success: true } table)
            {
                prefix = $"{table.Groups["name"].Value}.";
                continue;
            }

            foreach (Match pair in Pair.Matches(written))
            {
                var name = FrontMatterFields.Normalized(prefix + pair.Groups["key"].Value);
                if (!VisibilityKeys.IsOne(name) || front.Find([name]) is not null) continue;
                var value = new TextValue(pair.Groups["value"].Value.Trim().Trim('"', '\''), line);
                fields.Add(new Field(prefix + pair.Groups["key"].Value, value, line));
            }
        }

        return fields.Count == values.Fields.Length ? values : values with { Fields = fields.ToImmutable() };
    }
}
