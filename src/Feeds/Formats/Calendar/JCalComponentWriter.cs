using System.Globalization;
using System.Text.Json;

namespace Feeds.Formats.Calendar;

/// <summary>Writes components as jCal's arrays (RFC 7265 §3): name, properties, components.</summary>
internal sealed class JCalComponentWriter(Utf8JsonWriter json) : IComponentWriter
{
    // The properties of a component stand in one array, which ends where the array of components begins.
    private bool isAmongProperties;

    public void Begin(string component)
    {
        EndProperties();
        json.WriteStartArray();
        WriteName(component);
        json.WriteStartArray();
        isAmongProperties = true;
    }

    public void End(string component)
    {
        EndProperties();
        json.WriteEndArray();
        json.WriteEndArray();
    }

    public void Property(string name)
    {
        json.WriteStartArray();
        WriteName(name);
        json.WriteStartObject();
    }

    public void ValueType(string type)
    {
        // RFC 7265 §3.5.1: every value says its type, and no parameter does.
    }

    public void Keyword(string name, string value) => Parameter(name, value);

    public void Parameter(string name, string value) => json.WriteString(Lower(name), CalendarText.Clean(value));

    public void Texts(IEnumerable<string> values)
    {
        BeginValue("text"u8);
        foreach (var value in values) json.WriteStringValue(CalendarText.Clean(value));
        json.WriteEndArray();
    }

    // RFC 7265 §5.1: what is not understood is kept as iCalendar writes it, with its escapes.
    public void Unknown(string value) => Value("unknown"u8, Escapes.OfText.Apply(CalendarText.Clean(value)));

    public void Integer(int value)
    {
        BeginValue("integer"u8);
        json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    public void Value(ReadOnlySpan<byte> type, string value)
    {
        BeginValue(type);
        json.WriteStringValue(value);
        json.WriteEndArray();
    }

    // RFC 7265 §3.6.4 and §3.6.5: dates and times as ISO 8601's extended format has them.
    public void Date(DateOnly value) => Value("date"u8, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Local(DateTime value) => Value("date-time"u8, value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));

    public void Utc(DateTime value) => Value("date-time"u8, value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    public void UtcOffset(TimeSpan value)
    {
        var digits = value.ToString(value.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
        Value("utc-offset"u8, (value < TimeSpan.Zero ? "-" : "+") + digits);
    }

    public void Position(string latitude, string longitude)
    {
        BeginValue("float"u8);
        json.WriteStartArray();
        json.WriteRawValue(latitude);
        json.WriteRawValue(longitude);
        json.WriteEndArray();
        json.WriteEndArray();
    }

    public void Recurrence(string rule)
    {
        BeginValue("recur"u8);
        json.WriteStartObject();
        foreach (var part in rule.Split(';'))
        {
            var border = part.IndexOf('=', StringComparison.Ordinal);
            var (name, values) = (part[..border].ToLowerInvariant(), part[(border + 1)..].Split(','));
            json.WritePropertyName(name);
            if (values.Length > 1) json.WriteStartArray();
            foreach (var value in values) WritePart(name, value);
            if (values.Length > 1) json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WritePart(string name, string value)
    {
        if (name == "until") json.WriteStringValue(WithSeparators(value));
        else if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            json.WriteNumberValue(number);
        else json.WriteStringValue(value);
    }

    private static string WithSeparators(string time)
    {
        var date = $"{time[..4]}-{time[4..6]}-{time[6..8]}";
        return time.Length == 8 ? date : $"{date}T{time[9..11]}:{time[11..13]}:{time[13..]}";
    }

    private void EndProperties()
    {
        if (!isAmongProperties) return;
        json.WriteEndArray();
        json.WriteStartArray();
        isAmongProperties = false;
    }

    private void WriteName(string name) => json.WriteStringValue(Lower(name));

    // RFC 7265 §3.3 and §3.4: names are written in lower case.
    private static string Lower(string name) => name.ToLowerInvariant();

    private void BeginValue(ReadOnlySpan<byte> type)
    {
        json.WriteEndObject();
        json.WriteStringValue(type);
    }
}
