using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Feeds.Content.Schemas;

/// <summary>Writes a schema as JSON Schema, draft 7, which is the newest that editors of YAML know.</summary>
internal static class SchemaWriter
{
    private const string Dialect = "http://json-schema.org/draft-07/schema#";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(string title, ValueSchema schema)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Dialect);
            json.WriteString("title", title);
            WriteKeywords(json, schema);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    private static void WriteKeywords(Utf8JsonWriter json, ValueSchema schema)
    {
        if (schema.Reference is not null) json.WriteString("$ref", $"#/definitions/{schema.Reference}");
        if (schema.Description is not null) json.WriteString("description", schema.Description);
        if (schema.Types is [var one]) json.WriteString("type", one);
        else WriteTexts(json, "type", schema.Types);
        WriteTexts(json, "enum", schema.Values);
        if (schema.Pattern is not null) json.WriteString("pattern", schema.Pattern);
        if (schema.Minimum is { } minimum) json.WriteNumber("minimum", minimum);
        if (schema.Maximum is { } maximum) json.WriteNumber("maximum", maximum);
        if (schema.Items is not null) WriteNamed(json, "items", schema.Items);
        if (schema.MaxItems is { } items) json.WriteNumber("maxItems", items);
        if (schema.MaxProperties is { } properties) json.WriteNumber("maxProperties", properties);
        WriteMap(json, "properties", schema.Properties);
        WriteMap(json, "patternProperties", schema.PatternProperties);
        if (schema.IsClosed) json.WriteBoolean("additionalProperties", value: false);
        WriteMap(json, "definitions", schema.Definitions);
        if (schema.AnyOf.IsEmpty) return;
        json.WriteStartArray("anyOf");
        foreach (var inner in schema.AnyOf) WriteSchema(json, inner);
        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, string keyword, ImmutableArray<(string Name, ValueSchema Schema)> schemas)
    {
        if (schemas.IsEmpty) return;
        json.WriteStartObject(keyword);
        foreach (var (name, schema) in schemas) WriteNamed(json, name, schema);
        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, string name, ValueSchema schema)
    {
        json.WritePropertyName(name);
        WriteSchema(json, schema);
    }

    private static void WriteSchema(Utf8JsonWriter json, ValueSchema schema)
    {
        json.WriteStartObject();
        WriteKeywords(json, schema);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string keyword, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty) return;
        json.WriteStartArray(keyword);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
