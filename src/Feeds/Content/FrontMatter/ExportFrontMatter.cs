namespace Feeds.Content.FrontMatter;

/// <summary>The plain values of an object that MDX exports, such as <c>export const meta = {…}</c> in Next.</summary>
internal static class ExportFrontMatter
{
    private static readonly string[] Names = ["meta", "metadata", "frontmatter", "frontMatter"];

    /// <summary>Reads the object; the body is the whole file, in which exports are ignored.</summary>
    public static FrontMatterBlock Read(string text, LineReader lines, DiagnosticBag report)
    {
        while (lines.Peek() is { } line && !Opens(line))
        {
            if (line is ['#', ..]) return FrontMatterBlock.None(text);
            lines.Skip();
        }

        if (lines.Peek() is not { } first) return FrontMatterBlock.None(text);
        var (start, firstLine) = (lines.Position + first.IndexOf('{', StringComparison.Ordinal), lines.Line);
        while (lines.Peek() is { } line && line.TrimEnd().TrimEnd(';') is not [.., '}']) lines.Skip();
        lines.Skip();
        // An object with plain values is YAML.
        var values = YamlFrontMatter.Values(text[start..lines.Position].TrimEnd().TrimEnd(';'), firstLine, report);
        return new FrontMatterBlock(values, text, 1);
    }

    private static bool Opens(string line) => Names.Any(name =>
        line.StartsWith($"export const {name} = {{", StringComparison.Ordinal)
        || (line.StartsWith($"export const {name}: ", StringComparison.Ordinal) && line.Contains("= {", StringComparison.Ordinal)));
}
