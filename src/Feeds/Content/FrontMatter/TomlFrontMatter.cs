namespace Feeds.Content.FrontMatter;

/// <summary>TOML between <c>+++</c> and <c>+++</c>, or <c>---toml</c> and <c>---</c>.</summary>
internal static class TomlFrontMatter
{
    public static FrontMatterBlock Read(string text, LineReader lines, DiagnosticBag report)
    {
        var opening = lines.Line;
        var fence = lines.Peek()![..3];
        lines.Skip();
        var (start, firstLine) = (lines.Position, lines.Line);
        while (lines.Peek() is { } line && line.TrimEnd() != fence) lines.Skip();
        if (lines.Peek() is null)
        {
            report.Recovered(opening, $"the front matter is opened here but never closed; write '{fence}' on a line of its own below it");
            lines = new LineReader(text);
            while (lines.Position < start || !string.IsNullOrWhiteSpace(lines.Peek())) lines.Skip();
        }

        var toml = text[start..lines.Position];
        lines.Skip();
        if (toml.Contains("= Date(", StringComparison.Ordinal))
        {
            report.Recovered(opening, $"this is Julia rather than TOML, so only plain assignments are read");
            return FrontMatterBlock.Above(FranklinFrontMatter.Assignments(toml, firstLine), text, lines);
        }

        return FrontMatterBlock.Above(Toml.Read(toml, firstLine, report), text, lines);
    }
}
