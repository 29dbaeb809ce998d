using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Feeds.Text;

namespace Feeds.Content.FrontMatter;

/// <summary>Reads single <c>key: value</c> lines, also where YAML fails.</summary>
internal static partial class KeyLine
{
    private const int MaxKey = 61;

    public static bool IsAny(string text) => text.Split('\n').Any(Is);

    public static bool Is(string line) => Split(line) is not null;

    /// <summary>The length of the keys, comments, blank and indented lines at the start of a text.</summary>
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
            // The first item of a list beside its key.
            if (own is ['-', ' ', .. var item] && !Yaml.IsTitle(key)) own = item.Trim();
            while (next < lines.Length && (IsBlockMark(own) ? IsBelow(lines[next]) : GoesOn(lines[next]))) next++;
            if (Value(own, lines.AsSpan((i + 1)..next), firstLine + i) is { } value) fields[key] = new Field(key, value, firstLine + i);
        }

        return new MapValue([.. fields.Values], firstLine);
    }

    /// <summary>The text without YAML's comments, except in titles, where no author means them.</summary>
    public static string WithoutComments(string text)
    {
        var lines = text.Split('\n').Select(line => Split(line) is var (key, value) ? line.TrimEnd()[..^Comment(key, value).Length] : line);
        return string.Join('\n', lines);
    }

    /// <summary>A field as a line of YAML with its value in quotes; null when its value cannot be text.</summary>
    public static string? Quoted(Field field)
    {
        if (field.Value is not TextValue { Text: var value }) return null;
        if (value[0] is '[' or '{' && value.AsSpan().CountAny("[{") != value.AsSpan().CountAny("]}")) return null;
        var quoted = value.Contains('"', StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal)
            ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"
            : $"\"{value}\"";
        return $"{field.Key}: {quoted}";
    }

    /// <summary>The key of a line without quotes, and the text after its colon; null when the line has no key.</summary>
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
        // Without a blank after the colon it is an address or a word such as :smile:, or a slip after a key of one word.
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

    /// <summary>Whether the text after a key means that its value is on the lines below.</summary>
    private static bool IsBlockMark(string value) => value is "" or "|" or ">" or "|-" or ">-" or "|+" or ">+";

    private static bool IsBelow(string line) =>
        line.Length > 0 && line[0] is ' ' or '\t' or '-' && !line.StartsWith("---", StringComparison.Ordinal);

    /// <summary>Whether a line continues a wrapped text: no key, no comment, no item and no mark of a merge.</summary>
    private static bool GoesOn(string line) =>
        !string.IsNullOrWhiteSpace(line)
        && Split(line.TrimStart()) is null
        && (char.IsWhiteSpace(line[0]) ? line.TrimStart()[0] is not '#' : char.IsLetterOrDigit(line[0]) || line[0] is '"' or '\'' or '(');

    private static string Comment(string key, string value)
    {
        var from = value is ['"' or '\'', ..] ? value.LastIndexOf(value[0]) : 0;
        if (from == 0 && Yaml.IsTitle(key)) return "";
        var at = value.IndexOf(" #", from, StringComparison.Ordinal);
        return at < 0 || value[..at] == "-" ? "" : value[at..];
    }

    /// <summary>The text without quotes around it, also when the closing one is missing.</summary>
    private static string Unquoted(string text)
    {
        if (text.Length == 0 || text[0] is not ('"' or '\'')) return text;
        var quote = text[0];
        if (text.Length > 1 && text[^1] == quote && !IsTwoQuotations(text[1..^1], quote)) text = text[1..^1];
        else if (text.LastIndexOf(quote) == 0) text = text[1..];
        return quote == '\'' ? text.Replace("''", "'", StringComparison.Ordinal) : Escape().Replace(text, Unescaped);
    }

    /// <summary>The character that an escape of YAML, TOML or JSON means.</summary>
    private static string Unescaped(Match escape) => escape.Value[1] switch
    {
        'n' or 'r' or 't' => " ",
        'x' or 'u' or 'U' => Rune.TryCreate(NumberIn(escape), out var rune) ? rune.ToString() : escape.Value,
        var escaped => escaped.ToString(),
    };

    private static int NumberIn(Match escape) =>
        int.Parse(escape.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\\([nrt""\\/]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U00[0-9A-Fa-f]{6})", LinearRegex.Options)]
    private static partial Regex Escape();

    /// <summary>Whether the outer quotes do not belong together, as in <c>"Ann" and "Bea"</c>.</summary>
    private static bool IsTwoQuotations(string inner, char quote)
    {
        var at = inner.IndexOf(quote, StringComparison.Ordinal);
        return at > 0 && at < inner.Length - 1 && inner.Count(c => c == quote) % 2 == 0
            && inner[at - 1] != '\\' && !char.IsWhiteSpace(inner[at - 1]) && !char.IsLetterOrDigit(inner[at + 1]) && inner[at + 1] != quote;
    }
}
