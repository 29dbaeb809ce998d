using System.Text.RegularExpressions;

namespace Feeds.Content.Schemas;

/// <summary>What the tables of the manual say about keys, so that editors show the same words.</summary>
internal static partial class KeyDescriptions
{
    /// <summary>Each key of <c>site.yaml</c>, such as <c>posts.folders</c>, with its description.</summary>
    public static Dictionary<string, string> OfSiteYaml()
    {
        var descriptions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, cells) in Rows("site-yaml.md", "| key | means | default |"))
        {
            var value = cells[2] is "none" ? "" : $". Default: {cells[2]}";
            foreach (var key in Names(cells[0])) descriptions.TryAdd(key, Plain(cells[1] + value));
        }

        return descriptions;
    }

    /// <summary>Each name of front matter as the manual spells it, with the heading above it and its description.</summary>
    public static IEnumerable<(string Heading, string Name, string Description)> OfFrontMatter() =>
    [
        .. from row in Rows("front-matter.md", "| meaning | names | value |")
           from name in Names(row.Cells[1])
           select (row.Heading, name, Plain($"{row.Cells[0].Trim('`')}: {row.Cells[2]}")),
        .. from row in Rows("front-matter.md", "| a file is | if |")
           from name in Names(row.Cells[1])
           select (row.Heading, name, Plain($"a file is {row.Cells[0]}")),
    ];

    /// <summary>The rows of the tables with these columns, each with the heading above it.</summary>
    private static IEnumerable<(string Heading, string[] Cells)> Rows(string page, string columns)
    {
        using var manual = new StreamReader(typeof(KeyDescriptions).Assembly.GetManifestResourceStream(page)!);
        var (heading, isInside) = ("", false);
        while (manual.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) heading = line["## ".Length..];
            isInside = line == columns || (isInside && line.StartsWith('|'));
            if (isInside && line != columns && !line.StartsWith("|-", StringComparison.Ordinal))
                yield return (heading, Array.ConvertAll(line.Trim('|').Split('|'), cell => cell.Trim()));
        }
    }

    private static IEnumerable<string> Names(string cell) => Code().Matches(cell).Select(match => match.Groups["code"].Value);

    private static string Plain(string markdown) => Link().Replace(markdown, "${text}").Replace('`', '\'');

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\[(?<text>[^\]]+)\]\([^)]+\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
