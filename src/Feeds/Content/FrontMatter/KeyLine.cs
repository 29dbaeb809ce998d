using System.Collections.Immutable;

namespace Feeds.Content.FrontMatter;

/// <summary>Reads <c>key: value</c> lines as they stand, whatever YAML would make of them.</summary>
internal static class KeyLine
{
    private const int MaxKey = 61;

    /// <summary>Whether a line of the text is a key with its value.</summary>
    public static bool IsAny(string text) => text.Split('\n').Any(Is);

    /// <summary>Whether a line is a key with its value.</summary>
    public static bool Is(string line) => Split(line) is not null;

    /// <summary>How far a text goes on as keys, comments, blank lines and what is indented below a key.</summary>
    public static int LengthOfBlock(string text)
    {
        var lines = new LineReader(text);
        var end = 0;
        while (lines.Peek() is { } line)
        {
            var isBlank = string.IsNullOrWhiteSpace(line);
            if (!isBlank && !Is(line) && line[0] is not (' ' or '\t' or '-')) return end;
            lines.Skip();
            if (!isBlank) end = lines.Position;
        }

        return end;
    }

    /// <summary>The values of all lines: text with its wrapped lines, and indented lines as a list, a map or text.</summary>
    public static MapValue ReadAll(string text, int firstLine)
    {
        var fields = new OrderedDictionary<string, Field>(StringComparer.Ordinal);
        var lines = text.Split('\n');
        for (int i = 0, next; i < lines.Length; i = next)
        {
            next = i + 1;
            if (Split(lines[i].TrimStart()) is not var (key, own)) continue;
            while (next < lines.Length && (IsBlockMark(own) ? IsBelow(lines[next]) : GoesOn(lines[next]))) next++;
            if (Value(own, lines.AsSpan(i + 1, next - i - 1), firstLine + i) is not { } value) continue;
            fields[key] = new Field(key, value, firstLine + i);
        }

        return new MapValue([.. fields.Values], firstLine);
    }

    /// <summary>The text without what YAML takes for comments, but for those in titles, which no author means.</summary>
    public static string WithoutComments(string text) =>
        string.Join(
            '\n',
            text.Split('\n').Select(line => Split(line) is var (key, value) ? line.TrimEnd()[..^Comment(key, value).Length] : line));

    /// <summary>A field as a line of YAML with its value in quotes; null when the value is not text.</summary>
    public static string? Quoted(Field field)
    {
        if (field.Value is not TextValue { Text: var value }) return null;
        if (value[0] is '[' or '{' && value.AsSpan().CountAny("[{") != value.AsSpan().CountAny("]}")) return null;
        var quoted = value.Contains('"', StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal)
            ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"
            : $"\"{value}\"";
        return $"{field.Key}: {quoted}";
    }

    /// <summary>The key of a line, without the quotes around it, and what stands behind its colon; null when the line has none.</summary>
    private static (string Key, string Value)? Split(string line)
    {
        var quotes = line is ['"' or '\'', ..] ? 1 : 0;
        var end = quotes;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '_' or '.' or ' ' or '-')) end++;
        var key = line[quotes..end].TrimEnd();
        if (key.Length is 0 or > MaxKey || !(char.IsLetter(key[0]) || key[0] == '_')) return null;
        var rest = line.AsSpan(end);
        if (quotes > 0 && !(rest.Length > 0 && rest[0] == line[0])) return null;
        rest = rest[quotes..].TrimStart();
        if (rest is not [':', .. var value]) return null;
        // Without a blank behind the colon it is an address or a word such as :smile:, or a slip in a short line of one word.
        if (value.Length > 0 && !char.IsWhiteSpace(value[0]) && (value[0] is ':' or '/' || key.Contains(' ', StringComparison.Ordinal)))
            return null;
        return (key, value.Trim().ToString());
    }

    private static Value? Value(string own, ReadOnlySpan<string> below, int line)
    {
        if (IsBlockMark(own)) return Below(own, below, line);
        own = string.Join(' ', [own, .. below.ToArray().Select(line => line.Trim())]);
        if (own is ['[', .. var inner] && inner.IndexOf(']', StringComparison.Ordinal) is var end && (end < 0 || end == inner.Length - 1))
        {
            var words = inner.TrimEnd(']').Split(',').Select(item => item.Trim().Trim('"', '\'')).Where(item => item.Length > 0);
            return new ListValue([.. words.Select(item => new TextValue(item, line))], line);
        }

        return Text(own, line);
    }

    private static Value? Below(string mark, ReadOnlySpan<string> below, int line)
    {
        var items = ImmutableArray.CreateBuilder<Value>();
        var fields = ImmutableArray.CreateBuilder<Field>();
        var words = new List<string>();
        foreach (var written in below)
        {
            line++;
            var trimmed = written.Trim();
            if (mark.Length == 0 && trimmed.StartsWith("- ", StringComparison.Ordinal) && Text(trimmed[2..].Trim(), line) is { } item)
                items.Add(item);
            else if (mark.Length == 0 && Split(trimmed) is var (key, own) && Text(own, line) is { } value)
                fields.Add(new Field(key, value, line));
            else if (trimmed.Length > 0) words.Add(trimmed);
        }

        line -= below.Length;
        if (items.Count > 0) return new ListValue(items.DrainToImmutable(), line);
        if (fields.Count > 0) return new MapValue(fields.DrainToImmutable(), line);
        return Text(string.Join(' ', words), line);
    }

    private static TextValue? Text(string written, int line) =>
        Unquoted(written) is { Length: > 0 } text ? new TextValue(text, line) : null;

    /// <summary>Whether what stands behind a key says that its value stands below.</summary>
    private static bool IsBlockMark(string value) => value is "" or "|" or ">" or "|-" or ">-" or "|+" or ">+";

    private static bool IsBelow(string line) =>
        line.Length > 0 && line[0] is ' ' or '\t' or '-' && !line.StartsWith("---", StringComparison.Ordinal);

    /// <summary>Whether a line is the next one of a wrapped text: no key, no comment, no item and no mark of a merge.</summary>
    private static bool GoesOn(string line) =>
        !string.IsNullOrWhiteSpace(line)
        && Split(line.TrimStart()) is null
        && (char.IsWhiteSpace(line[0]) ? line.TrimStart()[0] is not '#' : char.IsLetterOrDigit(line[0]) || line[0] is '"' or '\'' or '(');

    private static string Comment(string key, string value)
    {
        var from = value is ['"' or '\'', ..] ? value.LastIndexOf(value[0]) : 0;
        if (from == 0 && Yaml.IsTitle(key)) return "";
        var at = value.IndexOf(" #", from, StringComparison.Ordinal);
        return at < 0 ? "" : value[at..];
    }

    /// <summary>The text without quotes around it, also where the closing one is missing.</summary>
    private static string Unquoted(string text)
    {
        if (text.Length == 0 || text[0] is not ('"' or '\'')) return text;
        var quote = text[0];
        if (text.Length > 1 && text[^1] == quote && !IsTwoQuotations(text[1..^1], quote)) text = text[1..^1];
        else if (text.LastIndexOf(quote) == 0) text = text[1..];
        return quote == '\'' ? text.Replace("''", "'", StringComparison.Ordinal) : text.Replace("\\\"", "\"", StringComparison.Ordinal);
    }

    /// <summary>Whether the outer quotes do not belong together, as in <c>"Ann" and "Bea"</c>.</summary>
    private static bool IsTwoQuotations(string inner, char quote)
    {
        var at = inner.IndexOf(quote, StringComparison.Ordinal);
        return at > 0 && at < inner.Length - 1 && inner.Count(c => c == quote) % 2 == 0
            && inner[at - 1] != '\\' && !char.IsWhiteSpace(inner[at - 1]) && !char.IsLetterOrDigit(inner[at + 1]) && inner[at + 1] != quote;
    }
}
