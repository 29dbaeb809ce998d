using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Feeds.Commands.Comparison;

/// <summary>Reads the visible properties of the events in an iCalendar document.</summary>
internal static class CalendarDocument
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["SUMMARY"] = Fact.Title,
        ["URL"] = Fact.Address,
        ["DTSTART"] = Fact.Start,
        ["DTEND"] = Fact.End,
        ["DURATION"] = Fact.End,
        ["LOCATION"] = Fact.Place,
        ["STATUS"] = Fact.Status,
        ["DESCRIPTION"] = Fact.Text,
        ["CATEGORIES"] = Fact.Categories,
        ["RRULE"] = Fact.Recurrence,
        ["RDATE"] = Fact.Recurrence,
        ["EXDATE"] = Fact.Recurrence,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The events, and the overridden occurrences with an id of their own.</summary>
    /// <exception cref="InvalidDataException">It is not a calendar.</exception>
    public static ImmutableArray<PublishedItem> Read(Stream bytes)
    {
        var lines = Unfolded(bytes);
        if (lines.Count == 0 || !lines[0].Equals("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            throw new InvalidDataException("the calendar is not iCalendar");
        var items = ImmutableArray.CreateBuilder<PublishedItem>();
        var open = new Stack<string>();
        var (id, date, facts) = ("", "", new List<Fact>());
        foreach (var line in lines)
        {
            var (name, zone, value) = Split(line);
            if (name.Equals("BEGIN", StringComparison.OrdinalIgnoreCase))
            {
                open.Push(value);
                if (open.Count == 2) (id, date, facts) = ("", "", []);
            }
            else if (name.Equals("END", StringComparison.OrdinalIgnoreCase))
            {
                if (open.Count == 2 && value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase))
                    items.Add(new PublishedItem(ItemKind.Event, id + date, Joined(facts)) { SeriesId = id });
                if (open.Count > 0) open.Pop();
            }
            else if (open.Count == 2)
            {
                if (name.Equals("UID", StringComparison.OrdinalIgnoreCase)) id = value;
                else if (name.Equals("RECURRENCE-ID", StringComparison.OrdinalIgnoreCase)) date = $" ({Readable(value)})";
                else if (Names.TryGetValue(name, out var fact))
                    facts.Add(new Fact(fact, fact is Fact.Start or Fact.End ? $"{Readable(value)} {zone}".TrimEnd() : Unescaped(value)));
            }
        }

        return items.DrainToImmutable();
    }

    // RFC 5545 §3.1: a line that begins with a space continues the previous one.
    private static List<string> Unfolded(Stream bytes)
    {
        var lines = new List<StringBuilder>();
        using var reader = new StreamReader(bytes, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] is ' ' or '\t' && lines.Count > 0) lines[^1].Append(line, 1, line.Length - 1);
            else if (line.Length > 0) lines.Add(new StringBuilder(line));
        }

        return [.. lines.Select(line => line.ToString())];
    }

    private static (string Name, string? Zone, string Value) Split(string line)
    {
        var isQuoted = false;
        var colon = 0;
        for (; colon < line.Length && (isQuoted || line[colon] != ':'); colon++) isQuoted ^= line[colon] == '"';
        var parts = line[..colon].Split(';');
        var zone = parts.Skip(1).FirstOrDefault(part => part.StartsWith("TZID=", StringComparison.OrdinalIgnoreCase));
        return (parts[0], zone?[5..], colon < line.Length ? line[(colon + 1)..] : "");
    }

    /// <summary>Formats a date or time for people; returns any other value unchanged.</summary>
    private static string Readable(string value)
    {
        if (value.Length < 8 || value.AsSpan(0, 8).ContainsAnyExceptInRange('0', '9')) return value;
        var date = $"{value[..4]}-{value[4..6]}-{value[6..8]}";
        if (value.Length < 15 || value[8] != 'T') return date;
        return $"{date} {value[9..11]}:{value[11..13]}{(value.EndsWith('Z') ? " UTC" : "")}";
    }

    private static string Unescaped(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length) text.Append(value[i]);
            else text.Append(value[++i] is 'n' or 'N' ? '\n' : value[i]);
        }

        return text.ToString();
    }

    private static ImmutableArray<Fact> Joined(List<Fact> facts) =>
    [
        .. facts.GroupBy(fact => fact.Name, fact => fact.Value, StringComparer.Ordinal)
            .Select(values => new Fact(values.Key, string.Join(", ", values))),
    ];
}
