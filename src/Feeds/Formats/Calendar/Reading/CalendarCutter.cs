using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Feeds.Formats.Calendar.Reading;

/// <summary>Cuts the text of a calendar into components.</summary>
/// <param name="warn">Is told the line and the problem of what cannot be read.</param>
internal sealed class CalendarCutter(Action<int, string> warn)
{
    /// <summary>The properties of an event that are published, or say that it is not.</summary>
    private static readonly FrozenSet<string> Read =
    [
        "UID", "SUMMARY", "DESCRIPTION", "X-ALT-DESC", "LOCATION", "GEO", "URL", "DTSTART", "DTEND", "DURATION", "STATUS", "CLASS",
        "SEQUENCE", "CATEGORIES", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "IMAGE", "CONFERENCE", "X-GOOGLE-CONFERENCE",
    ];

    /// <summary>Their text may go on in lines that should have been folded.</summary>
    private static readonly FrozenSet<string> Texts = ["SUMMARY", "DESCRIPTION", "LOCATION"];

    private readonly ImmutableArray<EventLines>.Builder events = ImmutableArray.CreateBuilder<EventLines>();
    private readonly ImmutableArray<ImmutableArray<ContentLine>>.Builder zones =
        ImmutableArray.CreateBuilder<ImmutableArray<ContentLine>>();

    private readonly Stack<ContentLine> open = [];
    private readonly List<ContentLine> current = [];
    private bool hasBegun;
    private bool hasEnded;
    private string? zone;

    public CalendarFile Cut(string text)
    {
        foreach (var (line, number) in Unfolded(text))
        {
            if (ContentLine.Parse(line, number) is { } content && !IsStray(content)) Take(content);
            else if (IsInEvent && current is [.., var last] && Texts.Contains(last.Name))
                current[^1] = last with { Value = $"{last.Value}\\n{line}" };
            else if (IsInEvent) warn(number, "this is no line of a calendar, so it is not read");
        }

        if (open.FirstOrDefault(begin => IsEvent(begin.Value)) is { } half)
            warn(half.Line, "the file ends within this event, so it is not read");
        return new CalendarFile(events.ToImmutable(), zones.ToImmutable(), zone, hasBegun && hasEnded && open.Count == 0);
    }

    private bool IsInEvent => open.TryPeek(out var inner) && IsEvent(inner.Value);

    /// <summary>Whether a line within a text only looks like a property, such as an address.</summary>
    private bool IsStray(ContentLine content) =>
        IsInEvent && current is [.., var last] && Texts.Contains(last.Name) && content.Parameters.Length == 0
        && content.Name is "HTTP" or "HTTPS" or "MAILTO" or "TEL";

    private void Take(ContentLine content)
    {
        switch (content.Name)
        {
            case "BEGIN":
                Begin(content);
                break;
            case "END":
                End(content);
                break;
            case "X-WR-TIMEZONE" when !IsInEvent:
                zone ??= content.Value;
                break;
            default:
                if ((IsInEvent && Read.Contains(content.Name)) || open.Any(begin => IsZone(begin.Value))) current.Add(content);
                break;
        }
    }

    private void Begin(ContentLine begin)
    {
        if (IsCalendar(begin.Value)) hasBegun = true;
        if (open.Any(outer => IsEvent(outer.Value)) && (IsEvent(begin.Value) || IsCalendar(begin.Value) || IsZone(begin.Value)))
        {
            warn(open.First(outer => IsEvent(outer.Value)).Line, "this event has no END:VEVENT; it is taken to end before the next one");
            while (open.Count > 0 && !IsEvent(open.Peek().Value)) open.Pop();
            End(open.Peek());
        }

        open.Push(begin);
        if (IsEvent(begin.Value) || IsZone(begin.Value)) current.Clear();
        // What is in a zone has its own beginning and end.
        else if (open.Any(outer => IsZone(outer.Value))) current.Add(begin);
    }

    private void End(ContentLine end)
    {
        if (!open.Any(begin => Same(begin.Value, end.Value))) return;
        while (open.TryPop(out var begin))
        {
            if (IsEvent(begin.Value)) events.Add(new EventLines([.. current], begin.Line));
            else if (IsZone(begin.Value)) zones.Add([.. current]);
            if (Same(begin.Value, end.Value)) break;
        }

        if (IsCalendar(end.Value)) hasEnded = true;
    }

    private static bool IsEvent(string name) => Same(name, "VEVENT");

    private static bool IsZone(string name) => Same(name, "VTIMEZONE");

    private static bool IsCalendar(string name) => Same(name, "VCALENDAR");

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The content lines, each with its number; lines without anything do not end one.</summary>
    private static IEnumerable<(string Text, int Line)> Unfolded(string text)
    {
        var (content, start, number) = (new StringBuilder(), 0, 0);
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line.Length == 0) continue;
            if (line[0] is ' ' or '\t' && content.Length > 0)
            {
                content.Append(line, 1, line.Length - 1);
                continue;
            }

            if (content.Length > 0) yield return (content.ToString(), start);
            content.Clear().Append(line);
            start = number;
        }

        if (content.Length > 0) yield return (content.ToString(), start);
    }
}
