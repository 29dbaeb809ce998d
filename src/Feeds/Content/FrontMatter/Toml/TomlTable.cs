namespace Feeds.Content.FrontMatter;

/// <summary>What brought a table into being, which decides what may still be added to it.</summary>
internal enum TomlOrigin
{
    /// <summary>A header of its own: <c>[a]</c>.</summary>
    Header,

    /// <summary>The header of a table inside it: <c>[a.b]</c>, after which <c>[a]</c> may follow.</summary>
    InnerHeader,

    /// <summary>A dotted key, <c>a.b = 1</c>, or the braces of an inline table.</summary>
    Key,
}

/// <summary>A table while it is being read, with the rules about what may be defined where.</summary>
internal sealed class TomlTable(int line, TomlOrigin origin)
{
    private readonly OrderedDictionary<string, Entry> entries = [];
    private TomlOrigin origin = origin;

    /// <summary>Sets a value under a key of one part or more; what forbids it is the answer.</summary>
    public string? Set(IReadOnlyList<string> key, Value value, int keyLine)
    {
        var table = this;
        for (var i = 0; i < key.Count - 1; i++)
        {
            if (!table.entries.TryGetValue(key[i], out var entry))
            {
                entry = new Entry(keyLine, null, [new TomlTable(keyLine, TomlOrigin.Key)], IsList: false);
                table.entries.Add(key[i], entry);
            }

            if (entry is not { IsList: false, Tables: [{ origin: TomlOrigin.Key } inner] })
                return Taken(key.Take(i + 1), entry);
            table = inner;
        }

        return table.entries.TryAdd(key[^1], new Entry(keyLine, value, [], IsList: false)) ? null : Taken(key, table.entries[key[^1]]);
    }

    /// <summary>Finds or makes the table of <c>[key]</c>; one outside the document when the key cannot be a table.</summary>
    public TomlTable OpenTable(IReadOnlyList<string> key, int keyLine, out string? problem)
    {
        if (!TryOpenParent(key, keyLine, out var parent, out problem))
            return parent;
        if (!parent.entries.TryGetValue(key[^1], out var entry))
            return parent.Add(key[^1], keyLine, TomlOrigin.Header, isList: false);

        if (entry.Tables.Count == 0)
        {
            problem = Taken(key, entry);
            return Lost(keyLine);
        }

        var table = entry.Tables[^1];
        if (entry.IsList || table.origin != TomlOrigin.InnerHeader)
            problem = Taken(key, entry);
        else
            table.origin = TomlOrigin.Header;
        return table;
    }

    /// <summary>Adds a table to the list of <c>[[key]]</c>; one outside the document when the key cannot be such a list.</summary>
    public TomlTable OpenListItem(IReadOnlyList<string> key, int keyLine, out string? problem)
    {
        if (!TryOpenParent(key, keyLine, out var parent, out problem))
            return parent;
        if (!parent.entries.TryGetValue(key[^1], out var entry))
            return parent.Add(key[^1], keyLine, TomlOrigin.Header, isList: true);

        if (!entry.IsList)
        {
            problem = Taken(key, entry);
            return Lost(keyLine);
        }

        var table = new TomlTable(keyLine, TomlOrigin.Header);
        entry.Tables.Add(table);
        return table;
    }

    public MapValue ToValue() => new([.. entries.Select(pair => new Field(pair.Key, pair.Value.ToValue(), pair.Value.Line))], line);

    private bool TryOpenParent(IReadOnlyList<string> key, int keyLine, out TomlTable parent, out string? problem)
    {
        parent = this;
        for (var i = 0; i < key.Count - 1; i++)
        {
            if (!parent.entries.TryGetValue(key[i], out var entry))
            {
                parent = parent.Add(key[i], keyLine, TomlOrigin.InnerHeader, isList: false);
                continue;
            }

            if (entry.Tables.Count == 0)
            {
                problem = Taken(key.Take(i + 1), entry);
                parent = Lost(keyLine);
                return false;
            }

            parent = entry.Tables[^1];
        }

        problem = null;
        return true;
    }

    private TomlTable Add(string key, int keyLine, TomlOrigin origin, bool isList)
    {
        var table = new TomlTable(keyLine, origin);
        entries.Add(key, new Entry(keyLine, null, [table], isList));
        return table;
    }

    private static TomlTable Lost(int line) => new(line, TomlOrigin.Header);

    private static string Taken(IEnumerable<string> key, Entry entry) => string.Create(
        null, $"'{string.Join('.', key)}' is already set on line {entry.Line}; write it once, or give this one another name");

    /// <summary>What stands under a name: a value that is closed, a table, or a list of tables.</summary>
    private sealed record Entry(int Line, Value? Value, List<TomlTable> Tables, bool IsList)
    {
        public Value ToValue()
        {
            if (Value is not null)
                return Value;
            return IsList ? new ListValue([.. Tables.Select(table => (Value)table.ToValue())], Line) : Tables[0].ToValue();
        }
    }
}
