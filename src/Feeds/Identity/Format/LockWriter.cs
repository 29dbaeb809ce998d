using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Feeds.Model;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Identity.Format;

/// <summary>Writes a lock: a line of JSON for the site, then one for each document.</summary>
internal static class LockWriter
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The first moment that a <see cref="DateTime"/> holds.</summary>
    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);

    /// <summary>Writes UTF-8 with LF after each line; nothing for an empty lock.</summary>
    public static void Write(LockData known, Stream output)
    {
        if (known.Site is null) return;
        // Written to a stream, each line would be a system call.
        var line = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(line, Options);
        Write(() => WriteSite(json, known.Site));
        foreach (var record in known.Records) Write(() => WriteRecord(json, record));

        void Write(Action write)
        {
            json.WriteStartObject();
            write();
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.Write(line.WrittenSpan);
            output.WriteByte((byte)'\n');
            line.ResetWrittenCount();
        }
    }

    private static void WriteSite(Utf8JsonWriter json, SiteRecord site)
    {
        json.WriteNumber(LockKeys.Version, LockKeys.CurrentVersion);
        json.WriteNumber(LockKeys.Reader, site.ReaderVersion);
        json.WriteString(LockKeys.Origin, site.Origin);
        if (site.Url != site.Origin) json.WriteString(LockKeys.Url, site.Url);
        json.WriteString(LockKeys.Facts, site.Facts);
        Write(json, LockKeys.Changed, site.Changed);
    }

    private static void WriteRecord(Utf8JsonWriter json, LockRecord record)
    {
        json.WriteString(LockKeys.Path, record.Path);
        json.WriteString(LockKeys.Kind, record.Kind == DocumentKind.Event ? LockKeys.Event : LockKeys.Post);
        json.WriteString(LockKeys.Id, record.Id);
        Write(json, LockKeys.Uid, record.Uid);
        Write(json, LockKeys.Written, record.Written);
        Write(json, LockKeys.Address, record.Address);
        Write(json, LockKeys.Wanted, record.Wanted);
        Write(json, LockKeys.Calendar, record.Calendar);
        Write(json, LockKeys.Link, record.Link);
        Write(json, LockKeys.Earlier, record.Earlier);
        Write(json, LockKeys.First, record.First);
        Write(json, LockKeys.Locked, record.Locked);
        Write(json, LockKeys.Changed, record.Changed);
        Write(json, LockKeys.Updated, record.Updated);
        Write(json, LockKeys.Moved, record.Moved);
        if (record.Uid is not null) json.WriteNumber(LockKeys.Sequence, record.Sequence);
        json.WriteString(LockKeys.Title, record.Title);
        Write(json, LockKeys.Published, record.Published);
        Write(json, LockKeys.Start, record.Schedule?.Start);
        Write(json, LockKeys.End, record.Schedule?.End);
        Write(json, LockKeys.Zone, record.Schedule?.Zone);
        Write(json, LockKeys.Place, record.Schedule?.Place);
        Write(json, LockKeys.Street, record.Schedule?.Street);
        Write(json, LockKeys.Status, record.Schedule?.Status);
        Write(json, LockKeys.Repeats, record.Schedule?.Repeats);
        Write(json, LockKeys.Tags, record.TermNames.Tags);
        Write(json, LockKeys.Categories, record.TermNames.Categories);
        Write(json, LockKeys.Authors, record.TermNames.Authors);
        Write(json, LockKeys.Series, record.TermNames.Series);
        json.WriteString(LockKeys.Facts, record.Facts);
        json.WriteString(LockKeys.PlacementHash, record.PlacementHash);
        json.WriteString(LockKeys.Text, record.Text);
        Write(json, LockKeys.Bytes, record.Bytes);
        Write(json, LockKeys.Body, record.Body);
        Write(json, LockKeys.Removed, record.Removed);
        Write(json, LockKeys.Withdrawn, record.Withdrawn);
        Write(json, LockKeys.Missing, record.Missing);
        if (record.IsForgotten) json.WriteBoolean(LockKeys.Forgotten, true);
    }

    private static void Write(Utf8JsonWriter json, string key, TextList values)
    {
        if (values.Items.IsEmpty) return;
        json.WriteStartArray(key);
        foreach (var value in values.Items) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string key, string? value)
    {
        if (value is not null) json.WriteString(key, value);
    }

    private static void Write(Utf8JsonWriter json, string key, Instant? value)
    {
        if (value is not { } instant) return;
        // Most of the time of a large lock would go into the pattern.
        if (instant >= Earliest) json.WriteString(key, Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds()).ToDateTimeUtc());
        else json.WriteString(key, InstantPattern.General.Format(instant));
    }
}
