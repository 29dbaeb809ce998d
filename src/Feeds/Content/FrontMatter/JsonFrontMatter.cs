using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Feeds.Content.Visibility;

namespace Feeds.Content.FrontMatter;

/// <summary>A JSON object at the start of the file, bare or between fences.</summary>
internal static class JsonFrontMatter
{
    private static readonly JsonReaderOptions Options =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>Null when the brace opens no object, as in <c>{% raw %}</c> or <c>{{ name }}</c>.</summary>
    public static FrontMatterBlock? Read(string text, LineReader lines, DiagnosticBag report)
    {
        var (start, firstLine) = (lines.Position, lines.Line);
        if (text.AsSpan(start + 1).TrimStart() is not ['"' or '}', ..]) return null;
        var bytes = Encoding.UTF8.GetBytes(text[start..]);
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            var values = ReadObject(ref reader, new LineCounter(bytes, firstLine));
            var end = start + Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.BytesConsumed));
            while (lines.Position < end) lines.Skip();
            return new FrontMatterBlock(values, text[end..].TrimStart(), lines.Line);
        }
        catch (JsonException exception)
        {
            report.Recovered(
                firstLine + (int)(exception.LineNumber ?? 0),
                $"this is no JSON, so it was read line by line: {exception.Message.Split(" LineNumber:")[0]}");
            while (lines.Peek() is { } line && line.TrimEnd() is not ("}" or ";;;" or "---")) lines.Skip();
            var json = text[start..lines.Position];
            var fields = json.Split('\n').Select(line => line.Trim().TrimEnd(','));
            lines.Skip();
            var recovered = KeyLine.ReadAll(string.Join('\n', fields), firstLine);
            return FrontMatterBlock.Above(RecoveredKeys.With(recovered, json, firstLine), text, lines);
        }
    }

    /// <summary>Reads the object between <c>;;;</c> and <c>;;;</c>, or <c>---json</c> and <c>---</c>.</summary>
    public static FrontMatterBlock ReadFenced(string text, LineReader lines, DiagnosticBag report)
    {
        var fence = lines.Peek()![..3];
        lines.Skip();
        if (lines.Peek() is not ['{', ..] || Read(text, lines, report) is not { } header) return FrontMatterBlock.None(text);
        var body = new LineReader(header.Body);
        if (body.Peek()?.TrimEnd() != fence) return header;
        body.Skip();
        return header with { Body = header.Body[body.Position..], BodyLine = header.BodyLine + 1 };
    }

    /// <summary>Reads a file of one value, as Jekyll does also one that is only YAML; null when it is invalid, which is reported.</summary>
    public static Value? ReadFile(string text, DiagnosticBag report)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            var value = ReadValue(ref reader, new LineCounter(bytes, firstLine: 1));
            // Nothing may follow it.
            reader.Read();
            return value ?? new ListValue([], 1);
        }
        catch (JsonException exception)
        {
            var (line, reason) = (1 + (int)(exception.LineNumber ?? 0), exception.Message.Split(" LineNumber:")[0]);
            var own = new DiagnosticBag(report.Path);
            if (Yaml.Documents(text, own) is [(MapValue or ListValue) and var value])
            {
                report.Warning(line, $"this is not valid JSON, so the file is read as YAML: {reason}");
                report.AddAll(own);
                return value;
            }

            report.Error(line, $"this is not valid JSON, so nothing of the file is read: {reason}");
            return null;
        }
    }

    private static Value? ReadValue(ref Utf8JsonReader reader, LineCounter lines)
    {
        var line = lines.LineOf(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, lines),
            JsonTokenType.StartArray => ReadArray(ref reader, lines),
            JsonTokenType.Null => null,
            JsonTokenType.String => new TextValue(reader.GetString()!, line),
            _ => new TextValue(Encoding.UTF8.GetString(reader.ValueSpan), line),
        };
    }

    private static MapValue ReadObject(ref Utf8JsonReader reader, LineCounter lines)
    {
        var line = lines.LineOf(reader.TokenStartIndex);
        var fields = new OrderedDictionary<string, Field>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (key, keyLine) = (reader.GetString()!, lines.LineOf(reader.TokenStartIndex));
            reader.Read();
            if (ReadValue(ref reader, lines) is { } value) fields[key] = new Field(key, value, keyLine);
        }

        return new MapValue([.. fields.Values], line);
    }

    private static ListValue ReadArray(ref Utf8JsonReader reader, LineCounter lines)
    {
        var line = lines.LineOf(reader.TokenStartIndex);
        var items = ImmutableArray.CreateBuilder<Value>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadValue(ref reader, lines) is { } item) items.Add(item);
        }

        return new ListValue(items.DrainToImmutable(), line);
    }

    /// <summary>Finds the lines of positions that are in order, and counts each line once.</summary>
    private sealed class LineCounter(byte[] bytes, int firstLine)
    {
        private int counted;
        private int line = firstLine;

        public int LineOf(long index)
        {
            line += bytes.AsSpan(counted, (int)index - counted).Count((byte)'\n');
            counted = (int)index;
            return line;
        }
    }
}
