using Feeds.Content.Visibility;
using Tomlyn.Syntax;

namespace Feeds.Content.FrontMatter;

/// <summary>Reads TOML into values: each scalar as the written text, each value with its line.</summary>
internal static class Toml
{
    /// <summary>Each part of a key is a map, and maps are read recursively.</summary>
    private const int MaxParts = 32;

    /// <param name="firstLine">The line in the file on which the text starts.</param>
    public static MapValue Read(string text, int firstLine, DiagnosticBag report)
    {
        var root = new Table(firstLine);
        var document = TomlRepair.Parse(text, firstLine, report, out var isBroken);
        AddAll(root, document.KeyValues, report);
        foreach (var table in document.Tables)
        {
            var path = PathOf(table.Name!, report);
            var target = table is TableArraySyntax
                ? root.Inner(path[..^1], LineOf(table)).NewItem(path[^1], LineOf(table))
                : root.Inner(path, LineOf(table));
            AddAll(target, table.Items, report);
        }

        return isBroken ? RecoveredKeys.With(root.ToValue(), text, firstLine) : root.ToValue();
    }

    private static void AddAll(Table table, IEnumerable<KeyValueSyntax> fields, DiagnosticBag report)
    {
        foreach (var field in fields)
        {
            var path = PathOf(field.Key!, report);
            // Of two values for a key the first is kept, and the second is reported as a mistake.
            table.Inner(path[..^1], LineOf(field)).Entries.TryAdd(path[^1], new Entry(LineOf(field), ValueOf(field.Value!, report)));
        }
    }

    private static string[] PathOf(KeySyntax key, DiagnosticBag report)
    {
        string[] path = [NameOf(key.Key!), .. key.DotKeys.Select(part => NameOf(part.Key!))];
        if (path.Length <= MaxParts) return path;
        report.Recovered(LineOf(key), $"a key has more than {MaxParts} parts, of which only the first are read; use fewer");
        return path[..MaxParts];
    }

    private static string NameOf(BareKeyOrStringValueSyntax name) =>
        name is StringValueSyntax quoted ? quoted.Value! : ((BareKeySyntax)name).Key!.Text!;

    private static Value ValueOf(ValueSyntax value, DiagnosticBag report) => value switch
    {
        StringValueSyntax text => new TextValue(text.Value!, LineOf(value)),
        ArraySyntax list => new ListValue([.. list.Items.Select(item => ValueOf(item.Value!, report))], LineOf(value)),
        InlineTableSyntax table => MapOf(table, report),
        _ => new TextValue(((SyntaxToken)value.GetChild(0)!).Text!, LineOf(value)),
    };

    private static MapValue MapOf(InlineTableSyntax table, DiagnosticBag report)
    {
        var inner = new Table(LineOf(table));
        AddAll(inner, table.Items.Select(item => item.KeyValue!), report);
        return inner.ToValue();
    }

    private static int LineOf(SyntaxNode node) => node.Span.Start.Line + 1;

    /// <summary>A value in a table, a table to which lines may add, or a list of such tables.</summary>
    private sealed record Entry(int Line, Value? Value, params List<Table> Tables)
    {
        public bool IsList { get; init; }

        public Value ToValue() =>
            Value ?? (IsList ? new ListValue([.. Tables.Select(table => table.ToValue())], Line) : Tables[0].ToValue());
    }

    /// <summary>A table while it is read.</summary>
    private sealed class Table(int line)
    {
        public OrderedDictionary<string, Entry> Entries { get; } = [];

        /// <summary>The table at a path; one outside the document when the path leads to another value.</summary>
        public Table Inner(IEnumerable<string> path, int keyLine)
        {
            var table = this;
            foreach (var name in path)
            {
                table.Entries.TryAdd(name, new Entry(keyLine, null, new Table(keyLine)));
                table = table.Entries[name].Tables.LastOrDefault(new Table(keyLine));
            }

            return table;
        }

        public Table NewItem(string name, int keyLine)
        {
            var item = new Table(keyLine);
            var isFirst = Entries.TryAdd(name, new Entry(keyLine, null, item) { IsList = true });
            if (!isFirst && Entries[name].IsList) Entries[name].Tables.Add(item);
            return item;
        }

        public MapValue ToValue() => new([.. Entries.Select(entry => new Field(entry.Key, entry.Value.ToValue(), entry.Value.Line))], line);
    }
}
