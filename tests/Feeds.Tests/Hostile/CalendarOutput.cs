using System.Text;

namespace Feeds.Tests.Hostile;

/// <summary>Looks through a calendar line by line, as RFC 5545 §3.1 says where a line ends.</summary>
internal static class CalendarOutput
{
    private const int MaxOctets = 75;

    private static readonly string[] OnceAnEvent = ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "SEQUENCE", "URL", "ORGANIZER", "RECURRENCE-ID", "RRULE", "GEO"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Look(byte[] body, Action<string> part, Action<string> html, Action<string> report)
    {
        var lines = Utf8.GetString(body).Split("\r\n");
        if (lines[^1].Length > 0) report("does not end with a line");
        foreach (var line in lines)
        {
            if (Encoding.UTF8.GetByteCount(line) > MaxOctets) report("has a line of more than 75 octets");
            if (line.Any(c => c is '\u2028' or '\u2029' || (char.IsControl(c) && c != '\t'))) report($"has a character that may end a line in: {line}");
        }

        var components = new Stack<string>(["calendar"]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in string.Join("\r\n", lines[..^1]).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"))
        {
            var (name, parameters, value) = Split(line, report);
            foreach (var parameter in parameters) part($"{components.Peek()} > {name};{parameter}");
            part($"{components.Peek()} > {name}");
            if (name is "BEGIN")
            {
                part($"{components.Peek()} > {value}");
                components.Push(value);
                seen.Clear();
            }
            else if (name is "END")
            {
                if (components.Pop() != value) report($"ends {value} where it did not begin");
            }
            else if (components.Peek() is "VEVENT" && OnceAnEvent.Contains(name) && !seen.Add(name))
            {
                report($"has an event with two of {name}");
            }

            if (name is "STYLED-DESCRIPTION" or "X-ALT-DESC") html(value.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal));
            if (name is "URL" or "IMAGE" or "ATTACH" or "CONFERENCE" or "ORGANIZER" or "SOURCE" && !Addresses.IsHarmless(value)) report($"{name} leads to {value}");
        }

        if (components.Count != 1) report("does not end what it begins");
    }

    private static (string Name, string[] Parameters, string Value) Split(string line, Action<string> report)
    {
        var (isQuoted, start) = (false, 0);
        var parts = new List<string>();
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is '"') isQuoted = !isQuoted;
            if (isQuoted || line[at] is not (';' or ':')) continue;
            parts.Add(line[start..at]);
            start = at + 1;
            if (line[at] is ':') break;
        }

        if (parts.Count == 0 || line[start - 1] is not ':') report($"has a line without a value: {line}");
        return (parts.FirstOrDefault(""), [.. parts.Skip(1).Select(parameter => parameter.Split('=')[0])], line[start..]);
    }
}
