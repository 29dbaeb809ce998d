using System.Collections.Frozen;
using System.Text.Json;
using Feeds.Model.Sources;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content.Sources;

/// <summary>Reads and writes when each source was last fetched.</summary>
internal static class PullRecords
{
    public const string Name = ".pulled.json";
    public const string Path = $"{SourceSettings.Folder}/{Name}";

    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>By the names of the sources; empty where the file is not valid.</summary>
    public static FrozenDictionary<string, PullRecord> Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!JsonDocument.TryParseValue(ref reader, out var document) || document.RootElement.ValueKind != JsonValueKind.Object)
                return FrozenDictionary<string, PullRecord>.Empty;
            using (document)
            {
                return document.RootElement.EnumerateObject()
                    .Select(source => (source.Name, Record: Record(source.Value)))
                    .Where(source => source.Record is not null)
                    .ToFrozenDictionary(source => source.Name, source => source.Record!, StringComparer.Ordinal);
            }
        }
        catch (JsonException)
        {
            return FrozenDictionary<string, PullRecord>.Empty;
        }
    }

    /// <param name="records">By the names of the sources.</param>
    public static byte[] Write(IEnumerable<KeyValuePair<string, PullRecord>> records)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            foreach (var (name, record) in records.OrderBy(record => record.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(name);
                json.WriteString("address", record.Address);
                json.WriteString("checked", InstantPattern.General.Format(record.Checked));
                if (record.Good is { } good) json.WriteString("good", InstantPattern.General.Format(good));
                if (record.Content is not null) json.WriteString("content", record.Content);
                if (record.ETag is not null) json.WriteString("etag", record.ETag);
                if (record.Modified is not null) json.WriteString("modified", record.Modified);
                if (record.Wait is { } wait) json.WriteString("wait", InstantPattern.General.Format(wait));
                if (record.Problem is not null) json.WriteString("problem", record.Problem);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static PullRecord? Record(JsonElement source)
    {
        if (source.ValueKind != JsonValueKind.Object) return null;
        if (Moment("checked") is not { } asked || Text("address") is not { } address) return null;
        return new PullRecord(address, asked)
        {
            Good = Moment("good"),
            Content = Text("content"),
            ETag = Text("etag"),
            Modified = Text("modified"),
            Wait = Moment("wait"),
            Problem = Text("problem"),
        };

        string? Text(string name) =>
            source.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        Instant? Moment(string name) =>
            Text(name) is { } text && InstantPattern.General.Parse(text) is { Success: true } moment ? moment.Value : null;
    }
}
