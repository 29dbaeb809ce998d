using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Feeds.Content.FrontMatter;

/// <summary>Parses TOML, and repairs invalid statements by quoting their values.</summary>
internal sealed partial class TomlRepair(string[] lines, DiagnosticBag report)
{
    /// <summary>After so many mistakes the rest is repaired at once, without another parsing for each.</summary>
    private const int MaxMistakes = 10;

    private const int MaxCharacters = 10_000;

    public static DocumentSyntax Parse(string text, int firstLine, DiagnosticBag report, out bool isBroken)
    {
        // Blank lines above the text give each of its lines its number in the file.
        var lines = (new string('\n', firstLine - 1) + text).Split('\n');
        var repair = new TomlRepair(lines, report);
        var mistakes = text.Length > MaxCharacters ? MaxMistakes : 0;
        isBroken = false;
        for (var previous = -1; ; mistakes++)
        {
            var document = repair.Parse(out var mistake);
            isBroken |= document.HasErrors || mistake is not null;
            if (mistake is not var (line, reason)) return document;
            if (mistakes > MaxMistakes) repair.Drop(mistakes > MaxMistakes + 1 ? 0 : line, lines.Length);
            else if (line == previous) repair.Drop(line, repair.EndOf(line));
            else repair.Mend(line, reason);
            for (var next = repair.EndOf(line); mistakes == MaxMistakes && next < lines.Length; next = repair.EndOf(next))
                repair.Mend(next, reason: null);
            previous = line;
        }
    }

    /// <summary>Parses the lines; the mistake is the first one of syntax, with the first line of its statement.</summary>
    private DocumentSyntax Parse(out (int Line, string Reason)? mistake)
    {
        // Tomlyn 2.10.2 throws when an escape ends with the text.
        var text = string.Join('\n', lines) + '\n';
        mistake = null;
        try
        {
            var document = SyntaxParser.Parse(text);
            if (!document.HasErrors) return document;
            if (SyntaxParser.Parse(text, validate: false).HasErrors) mistake = First(document);
            else ReportRedefinitions(document);
            return document;
        }
        catch (TomlException exception)
        {
            // The text is nested too deep for the parser, which does not say where.
            mistake = (Enumerable.Range(0, lines.Length).MaxBy(line => lines[line].AsSpan().CountAny("[{")), exception.Message);
            return new DocumentSyntax();
        }
    }

    private (int Line, string Reason) First(DocumentSyntax document)
    {
        var first = document.Diagnostics.MinBy(LineOf)!;
        var line = LineOf(first);
        var fields = document.KeyValues.Concat(document.Tables.SelectMany(table => table.Items))
            .Where(field => field.Span.Start.Line <= line);
        var statement = IsAtEnd(first) ? fields.LastOrDefault() : fields.FirstOrDefault(field => field.Span.End.Line >= line);
        return (statement?.Span.Start.Line ?? line, first.Message);
    }

    private int LineOf(DiagnosticMessage diagnostic) =>
        IsAtEnd(diagnostic) ? lines.Length - 1 : Math.Min(diagnostic.Span.Start.Line, lines.Length - 1);

    // Tomlyn 2.10.2 reports what the end of the text leaves open on the first line.
    private static bool IsAtEnd(DiagnosticMessage diagnostic) => diagnostic.Message.Contains("<eof>", StringComparison.Ordinal);

    private void ReportRedefinitions(DocumentSyntax document)
    {
        foreach (var diagnostic in document.Diagnostics)
        {
            var reason = diagnostic.Message.Split(" with `")[0];
            var line = diagnostic.Span.Start.Line + 1;
            report.Recovered(line, $"this is invalid TOML ({reason}); write it once, or give this one another name");
        }
    }

    /// <summary>Replaces a statement by a valid one with its value as text, or removes it when it has no value.</summary>
    private void Mend(int line, string? reason)
    {
        var (written, end) = (lines[line].Trim(), EndOf(line));
        var mended = Mended(lines.AsSpan(line, end - line));
        Drop(line, end);
        lines[line] = mended ?? "";
        if (reason?.Split(". ")[0] is not { } mistake) return;
        var cure = mended is not null ? $"; write: {mended}" : $", so it is not read; check the names, quotes and brackets in: {written}";
        report.Recovered(line + 1, $"this is invalid TOML ({mistake}){cure}");
    }

    private static string? Mended(ReadOnlySpan<string> statement)
    {
        if (Header().Match(statement[0]) is { Success: true } header)
        {
            var name = KeyOf(header.Groups["name"].Value.TrimEnd());
            return header.Groups["list"].Success ? $"[[{name}]]" : $"[{name}]";
        }

        if (Assignment().Match(statement[0]) is not { Success: true } match || match.Groups["value"].Value.StartsWith('#')) return null;
        var key = match.Groups["key"].Value;
        var yaml = $"{(Yaml.IsTitle(key) ? "title" : "key")}: {match.Groups["value"]}\n{string.Join('\n', statement[1..])}";
        var field = KeyLine.ReadAll(KeyLine.WithoutComments(yaml), firstLine: 1).Fields.FirstOrDefault();
        var value = field?.Value switch
        {
            TextValue { Text: { Length: > 0 } text } when KeyLine.Quoted(field) is not null => Quoted(text),
            ListValue list => $"[{string.Join(", ", list.Items.OfType<TextValue>().Select(item => Quoted(item.Text)))}]",
            _ => null,
        };
        return value is null ? null : $"{KeyOf(key)} = {value}";
    }

    private static string KeyOf(string written) => written is ['"' or '\'', ..] || Bare().IsMatch(written) ? written : Quoted(written);

    // The escapes of JSON are escapes of TOML too.
    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    private void Drop(int line, int end) => Array.Fill(lines, "", line, end - line);

    /// <summary>The next line that looks like the start of a statement.</summary>
    private int EndOf(int line)
    {
        do line++;
        while (line < lines.Length && !IsStatement(lines[line]));
        return line;
    }

    private static bool IsStatement(string line) => Assignment().IsMatch(line) || Header().IsMatch(line);

    [GeneratedRegex(
        """^\s*(?<key>[\w-]+(\.[\w-]+)*|"[^"]*"|'[^']*')\s*[=:]\s*("{3}|'{3})?(?<value>.*)$""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();

    [GeneratedRegex("""^\s*\[(?<list>\[)?\s*(?<name>[^\]\[,=]*)(\][^,]*)?$""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Header();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Bare();
}
