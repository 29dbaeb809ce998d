using System.Collections.Immutable;
using System.Text;
using Feeds.Content.FrontMatter;

namespace Feeds.Content.Lists;

/// <summary>Reads comma-separated values (RFC 4180), also with semicolons or tabs, whose first line names the columns.</summary>
internal sealed class Csv(string text, char separator)
{
    private int at;
    private int line = 1;
    private int? lastQuote;

    /// <summary>A list with a map for each row.</summary>
    public static ListValue Read(string text, DiagnosticBag report)
    {
        var reader = new Csv(text, SeparatorOf(text));
        var names = reader.Row(out var first).Select(name => name.Trim()).ToArray();
        var rows = ImmutableArray.CreateBuilder<Value>();
        while (reader.at < text.Length)
        {
            var cells = reader.Row(out var row);
            var fields = names.Zip(cells)
                .Where(cell => cell.First.Length > 0 && !string.IsNullOrWhiteSpace(cell.Second))
                .Select(cell => new Field(cell.First, new TextValue(cell.Second.Trim(), row), row))
                .DistinctBy(field => field.Key, StringComparer.OrdinalIgnoreCase)
                .ToImmutableArray();
            if (!fields.IsEmpty) rows.Add(new MapValue(fields, row));
            if (cells.Count > names.Length && cells.Skip(names.Length).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                const string Cure = "put a value with the separator in it into double quotes";
                report.Warning(row, $"this row has {cells.Count} values for {names.Length} columns, so the last are not read; {Cure}");
            }
        }

        return new ListValue(rows.DrainToImmutable(), first);
    }

    /// <summary>The separator that occurs most in the first line.</summary>
    private static char SeparatorOf(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        return ",;\t".MaxBy(separator => first.Count(c => c == separator));
    }

    private List<string> Row(out int start)
    {
        start = line;
        var cells = new List<string>();
        do cells.Add(Cell());
        while (at < text.Length && text[at++] == separator);
        if (at > 0 && text[at - 1] == '\n') line++;
        return cells;
    }

    /// <summary>The next cell; after it comes a separator, the end of the line or that of the text.</summary>
    private string Cell()
    {
        var start = at;
        while (at < text.Length && text[at] is ' ' && text[at] != separator) at++;
        if (at >= text.Length || text[at] != '"' || !IsClosed())
        {
            at = text.AsSpan(start).IndexOfAny(separator, '\n') is >= 0 and var length ? start + length : text.Length;
            return text[start..at];
        }

        var cell = new StringBuilder();
        for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
        {
            if (text[at] == '"') at++;
            if (text[at] == '\n') line++;
            cell.Append(text[at]);
        }

        at++;
        // What follows the closing quote belongs to no value.
        at = text.AsSpan(at).IndexOfAny(separator, '\n') is >= 0 and var rest ? at + rest : text.Length;
        return cell.ToString();
    }

    // The last quote of the text is looked for once, so that unclosed ones cost nothing.
    private bool IsClosed()
    {
        lastQuote ??= text.LastIndexOf('"');
        if (at >= lastQuote) return false;
        for (var next = at + 1; next < text.Length; next++)
        {
            next = text.IndexOf('"', next);
            if (next < 0) return false;
            if (next + 1 >= text.Length || text[next + 1] != '"') return true;
            next++;
        }

        return false;
    }
}
