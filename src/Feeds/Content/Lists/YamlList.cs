using System.Collections.Immutable;
using Feeds.Content.FrontMatter;

namespace Feeds.Content.Lists;

/// <summary>Reads a YAML file entry by entry where it is long, or where one entry is invalid.</summary>
internal sealed class YamlList(string[] lines, DiagnosticBag report)
{
    private int at;

    /// <summary>The documents of the file.</summary>
    public static ImmutableArray<Value> Read(string text, DiagnosticBag report)
    {
        var own = new DiagnosticBag(report.Path);
        if (Yaml.Documents(text, own) is { } documents)
        {
            report.AddAll(own);
            return documents;
        }

        return new YamlList(text.Split('\n'), report).ReadDocuments();
    }

    private ImmutableArray<Value> ReadDocuments()
    {
        var documents = ImmutableArray.CreateBuilder<Value>();
        while (SkipToContent())
        {
            if (IsFence(lines[at])) at++;
            else documents.Add(IsItem(lines[at]) ? ReadItems() : ReadFields());
        }

        return documents.DrainToImmutable();
    }

    /// <summary>The items of a list that starts here.</summary>
    private ListValue ReadItems()
    {
        var (first, indent) = (at, IndentOf(lines[at]));
        var items = new List<(string[] Lines, int Start)>();
        while (SkipToContent() && IsItem(lines[at]) && IndentOf(lines[at]) == indent && items.Count <= ListReader.MaxEntries)
        {
            var start = at++;
            while (at < lines.Length && !IsFence(lines[at]) && (IsBlank(lines[at]) || IndentOf(lines[at]) > indent)) at++;
            var item = lines[start..at];
            item[0] = $"{item[0][..indent]} {item[0][(indent + 1)..]}";
            items.Add((item, start));
        }

        var read = items.AsParallel().AsOrdered().Select(item =>
        {
            var own = new DiagnosticBag(report.Path);
            return (Values: ValuesOf(item.Lines, item.Start, own), Report: own);
        }).ToArray();
        foreach (var (_, own) in read) report.AddAll(own);
        return new ListValue([.. read.Select(item => item.Values)], first + 1);
    }

    /// <summary>The fields of a map that starts here, of which each may hold a list.</summary>
    private MapValue ReadFields()
    {
        var (first, indent) = (at, IndentOf(lines[at]));
        var fields = ImmutableArray.CreateBuilder<Field>();
        while (SkipToContent() && !IsFence(lines[at]) && !IsItem(lines[at]))
        {
            var start = at++;
            var key = lines[start].TrimEnd();
            if (SkipToContent() && key.EndsWith(':') && IsItem(lines[at]) && IndentOf(lines[at]) >= indent)
            {
                fields.Add(new Field(key[..^1].Trim(' ', '"', '\''), ReadItems(), start + 1));
                continue;
            }

            at = start + 1;
            while (at < lines.Length && !IsFence(lines[at]) && (IsBlank(lines[at]) || IndentOf(lines[at]) > indent)) at++;
            fields.AddRange(ValuesOf(lines[start..at], start, report).Fields);
        }

        return new MapValue([.. fields.DistinctBy(field => field.Key)], first + 1);
    }

    private static MapValue ValuesOf(string[] block, int start, DiagnosticBag report)
    {
        // The first line may hold nothing but the hyphen.
        var content = block.FirstOrDefault(line => !IsBlank(line)) ?? "";
        var indent = IndentOf(content);
        var text = block.Select(line => IndentOf(line) >= indent ? line[indent..] : line.TrimStart());
        var values = YamlFrontMatter.Values(string.Join('\n', text), start + 1, report);
        return values with { Line = start + 1 };
    }

    private bool SkipToContent()
    {
        while (at < lines.Length && (IsBlank(lines[at]) || lines[at].TrimStart()[0] == '#' || lines[at][0] == '%')) at++;
        return at < lines.Length;
    }

    private static bool IsFence(string line) => YamlFrontMatter.IsFence(line) || line.TrimEnd() is "...";

    private static bool IsItem(string line) => !IsFence(line) && line.TrimStart(' ') is ['-'] or ['-', ' ' or '\t', ..];

    private static bool IsBlank(string line) => string.IsNullOrWhiteSpace(line);

    private static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;
}
