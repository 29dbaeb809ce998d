using System.Text.RegularExpressions;
using Feeds.Content.FrontMatter;

namespace Feeds.Content.Visibility;

/// <summary>Finds the keys that hold a document back in front matter of which not all could be read.</summary>
internal static class RecoveredKeys
{
    private const RegexOptions Linear = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly Regex Pair = new(@"(^|[{,])\s*[""']?(?<key>[\w.-]{2,40})[""']?\s*[:=]\s*(?<value>[^\s,}][^,}]*)", Linear);

    private static readonly Regex Table = new(@"^\s*\[\s*(?<name>[\w.-]+)\s*\]\s*$", Linear);

    /// <summary>The values, and those of such keys that are not among them, as the text that was written.</summary>
    /// <param name="firstLine">The line in the file on which the text begins.</param>
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
                fields.Add(new Field(prefix + pair.Groups["key"].Value,
                    new TextValue(pair.Groups["value"].Value.Trim().Trim('"', '\''), line), line));
            }
        }

        return fields.Count == values.Fields.Length ? values : values with { Fields = fields.ToImmutable() };
    }
}
