namespace Feeds.Content.FrontMatter;

/// <summary>The front matter of a file, and the body below it.</summary>
/// <param name="BodyLine">The line in the file on which the body starts, counted from 1.</param>
internal sealed record FrontMatterBlock(MapValue Values, string Body, int BodyLine)
{
    public static FrontMatterBlock Read(string text, DiagnosticBag report)
    {
        var lines = new LineReader(text);
        while (lines.Peek() is { } blank && string.IsNullOrWhiteSpace(blank)) lines.Skip();
        if (lines.Peek() is not { } first) return None(text);
        return first.TrimEnd() switch
        {
            "---yaml" or "---yml" or "--- yaml" => YamlFrontMatter.Read(text, lines, report),
            "+++" or "---toml" or "--- toml" => TomlFrontMatter.Read(text, lines, report),
            ";;;" or "---json" or "--- json" => JsonFrontMatter.ReadFenced(text, lines, report),
            var fence when YamlFrontMatter.IsFence(fence) || fence.StartsWith("--- #", StringComparison.Ordinal) =>
                YamlFrontMatter.Read(text, lines, report),
            _ when first[0] == '{' && JsonFrontMatter.Read(text, lines, report) is { } json => json,
            _ when first.StartsWith("@def ", StringComparison.Ordinal) => FranklinFrontMatter.Read(text, lines),
            _ when first.StartsWith("<!--", StringComparison.Ordinal) && CommentFrontMatter.Read(text, lines) is { } comment => comment,
            _ when first.StartsWith("import ", StringComparison.Ordinal) || first.StartsWith("export ", StringComparison.Ordinal) =>
                ExportFrontMatter.Read(text, lines, report),
            _ => LineFrontMatter.Read(text, lines) ?? None(text),
        };
    }

    public static FrontMatterBlock None(string text) => new(new MapValue([], 1), text, 1);

    /// <summary>Front matter whose body is the rest of the lines.</summary>
    public static FrontMatterBlock Above(MapValue values, string text, LineReader lines) => new(values, text[lines.Position..], lines.Line);
}
