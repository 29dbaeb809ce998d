namespace Feeds.Content.FrontMatter;

/// <summary>YAML between <c>---</c> and <c>---</c> or <c>...</c>.</summary>
internal static class YamlFrontMatter
{
    public static FrontMatterBlock Read(string text, LineReader lines, DiagnosticBag report)
    {
        var opening = lines.Line;
        lines.Skip();
        var (start, firstLine) = (lines.Position, lines.Line);
        while (lines.Peek() is { } line)
        {
            if (!IsFence(line) && line.TrimEnd() is not "...")
            {
                lines.Skip();
                continue;
            }

            var yaml = text[start..lines.Position];
            lines.Skip();
            // Two rulers with prose between them are not front matter.
            if (!KeyLine.IsAny(yaml) && !IsMapping(yaml, firstLine) && !string.IsNullOrWhiteSpace(yaml)) return FrontMatterBlock.None(text);
            return FrontMatterBlock.Above(Values(yaml, firstLine, report), text, lines);
        }

        return Unclosed(text, start, opening, report);
    }

    /// <summary>The values of YAML, or of its lines when it is invalid.</summary>
    public static MapValue Values(string yaml, int firstLine, DiagnosticBag report)
    {
        var reading = Yaml.Read(yaml, firstLine, report);
        if (reading.Values is { } values) return values;
        values = KeyLine.ReadAll(KeyLine.WithoutComments(yaml), firstLine);
        report.Recovered(reading.ProblemLine, $"{Cure(yaml, firstLine, reading, values)}");
        return values;
    }

    /// <summary>Whether a line is only three dashes or more; Hexo's fences may be longer.</summary>
    public static bool IsFence(string line) =>
        line.Length > 2 && line.AsSpan().TrimEnd() is ['-', '-', '-', ..] and var fence && fence.IndexOfAnyExcept('-') < 0;

    private static FrontMatterBlock Unclosed(string text, int start, int opening, DiagnosticBag report)
    {
        var rest = text[start..];
        var length = KeyLine.LengthOfBlock(rest);
        if (!KeyLine.IsAny(rest[..length])) return FrontMatterBlock.None(text);
        report.Recovered(opening, $"the front matter is opened here but never closed; write '---' on a line of its own below it");
        var lines = new LineReader(text);
        while (lines.Position < start + length) lines.Skip();
        return FrontMatterBlock.Above(Values(rest[..length], opening + 1, report), text, lines);
    }

    /// <summary>Whether a text whose lines do not start with keys is YAML: one in braces, or indented as a whole.</summary>
    private static bool IsMapping(string yaml, int firstLine) =>
        Yaml.Read(yaml, firstLine, new DiagnosticBag("")).Values is { } values && values.Fields.All(field => KeyLine.Is($"{field.Key}:"));

    private static string Cure(string yaml, int firstLine, Yaml.Reading reading, MapValue values)
    {
        var last = values.Fields.Where(field => field.Line <= reading.ProblemLine).MaxBy(field => field.Line);
        if (last is { } field && KeyLine.Quoted(field) is { } quoted)
            return $"this is not valid YAML ({reading.Problem}), so it was read line by line; write: {quoted}";
        var lines = yaml.Split('\n')[..Math.Clamp(reading.ProblemLine - firstLine + 1, 1, yaml.Count('\n') + 1)];
        var line = Array.FindLast(lines, line => !string.IsNullOrWhiteSpace(line)) ?? "";
        const string Cure = "so it was read line by line; look at the blanks, quotes and brackets in";
        return $"this is not valid YAML ({reading.Problem}), {Cure}: {line.Trim()}";
    }
}
