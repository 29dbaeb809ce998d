using System.Collections.Immutable;
using Feeds.Content.Events;

namespace Feeds.Content.FrontMatter;

/// <summary>Reads a YAML file without a body, which contains one document.</summary>
internal static class YamlFile
{
    private static readonly ImmutableArray<string> ListNames =
        ["events", "meetups", "items", "entries", "list", "data", "dates", "calendar", "schedule", "upcoming", "past"];

    /// <summary>The values; null when the file contains several documents, which is reported.</summary>
    public static MapValue? Read(string text, DiagnosticBag report)
    {
        if (Several(text, report) is not var (seen, line)) return YamlFrontMatter.Values(text, firstLine: 1, report);
        const string Cure = "write each event in a file of its own";
        report.Error(line, $"this file holds {seen}, and one file holds one event, so nothing of it is published; {Cure}");
        return null;
    }

    private static (string Seen, int Line)? Several(string text, DiagnosticBag report)
    {
        if (Yaml.Documents(text) is not { } documents) return SeveralLines(text);
        var written = documents.Where(document => document is not TextValue).ToArray();
        if (written.Length == 1 && documents.FirstOrDefault(document => document is TextValue { Text.Length: > 0 }) is { } prose)
        {
            const string Problem = "what stands here is no 'key: value' line, and is not read";
            report.Warning(prose.Line, $"{Problem}; a text of its own belongs into a Markdown file");
        }

        if (written.Length > 1) return (FormattableString.Invariant($"{written.Length} documents"), written[1].Line);
        return written switch
        {
            [ListValue list] => (Listed(list), list.Line),
            [MapValue map] => Wrapped(map),
            _ => null,
        };
    }

    /// <summary>The events in a map that is not an event itself.</summary>
    private static (string Seen, int Line)? Wrapped(MapValue map)
    {
        var front = new FrontMatterFields(map);
        var isEvent = (EventStartReader.AnyStart(front) ?? front.Find(FieldNames.Rule) ?? front.Find(FieldNames.Every)) is not null;
        if (map.Fields.IsEmpty || isEvent) return null;
        foreach (var field in map.Fields)
        {
            var isNamed = ListNames.Contains(FrontMatterFields.Normalized(field.Key));
            if (field.Value is ListValue list && IsOfEvents(list.Items, isNamed))
                return ($"{Listed(list)} below '{field.Key}'", field.Line);
        }

        var values = map.Fields.Select(field => field.Value).ToImmutableArray();
        return values.All(value => value is MapValue) && IsOfEvents(values, isNamed: false)
            ? ($"a map of {Count(values.Length)}", map.Line)
            : null;
    }

    private static bool IsOfEvents(ImmutableArray<Value> items, bool isNamed) =>
        items.OfType<MapValue>().Any(item => new FrontMatterFields(item) is var front && (
            EventStartReader.AnyStart(front) is not null || (isNamed && front.Find(FieldNames.Title) is not null)));

    private static string Listed(ListValue list) =>
        list.Items.All(item => item is MapValue)
            ? $"a list of {Count(list.Items.Length)}"
            : FormattableString.Invariant($"a list of {list.Items.Length} values");

    private static string Count(int events) => FormattableString.Invariant($"{events} event{(events == 1 ? "" : "s")}");

    /// <summary>The events in a file that is invalid YAML, guessed from its lines.</summary>
    private static (string Seen, int Line)? SeveralLines(string text)
    {
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line)
            && line[0] != '#' && !YamlFrontMatter.IsFence(line) && line[0] != '%');
        if (first < 0) return null;
        if (lines[first] is ['-', ' ' or '\t', ..] or "-")
            return ($"a list of {Count(lines.Count(line => line is ['-', ' ' or '\t', ..] or "-"))}", first + 1);
        var fence = Array.FindIndex(lines, first, YamlFrontMatter.IsFence);
        if (fence >= 0 && Array.FindIndex(lines, fence, KeyLine.Is) is >= 0 and var second)
            return (FormattableString.Invariant($"{lines[first..].Count(YamlFrontMatter.IsFence) + 1} documents"), second + 1);
        var wrapper = lines[first].TrimEnd();
        var items = lines.Skip(first + 1).Count(line => line.TrimStart() is ['-', ' ', ..]);
        var isWrapper = wrapper.EndsWith(':') && ListNames.Contains(FrontMatterFields.Normalized(wrapper.TrimEnd(':').Trim('"', '\'')));
        return isWrapper && items > 0 ? ($"a list of {Count(items)} below '{wrapper.TrimEnd(':')}'", first + 1) : null;
    }
}
