namespace Feeds.Content.FrontMatter;

/// <summary>Reads a YAML file without a body, which contains one document.</summary>
internal static class YamlFile
{
    public static MapValue Read(string text, DiagnosticBag report)
    {
        var documents = Yaml.Documents(text, new DiagnosticBag(report.Path)) ?? [];
        if (documents.Any(document => document is MapValue)
            && documents.FirstOrDefault(document => document is TextValue { Text.Length: > 0 }) is { } prose)
        {
            const string Problem = "what stands here is no 'key: value' line, and is not read";
            report.Warning(prose.Line, $"{Problem}; a text of its own belongs into a Markdown file");
        }

        return YamlFrontMatter.Values(text, firstLine: 1, report);
    }
}
