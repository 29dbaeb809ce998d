using System.Globalization;
using Feeds.Content.FrontMatter;
using Feeds.Model;

namespace Feeds.Content.Events;

/// <summary>Reads the status of an event and its sequence number.</summary>
internal static class EventStateReader
{
    public static EventState Read(FrontMatterFields front, DiagnosticBag report)
    {
        if (front.IsTrue(FieldNames.Cancelled)) return EventState.Cancelled;
        if (front.Find(FieldNames.Cancelled) is { } cancelled && !cancelled.IsFalse())
            WarnOf(cancelled, "neither true nor false", "write 'status: cancelled' if it does not take place", report);
        if (front.FindText(FieldNames.Status) is not { } field) return EventState.Confirmed;
        if (StateOf(field.Text()!) is { } state) return state;
        WarnOf(field, "not an event status", "write cancelled, postponed, moved, tentative or confirmed", report);
        return EventState.Confirmed;
    }

    // Schema.org writes EventPostponed, and other programs write whether the page is published.
    private static EventState? StateOf(string text)
    {
        var word = text.Split('/')[^1].Replace("event", "", StringComparison.OrdinalIgnoreCase);
        return word.ToUpperInvariant() switch
        {
            "CANCELLED" or "CANCELED" => EventState.Cancelled,
            "POSTPONED" => EventState.Postponed,
            "MOVED" or "MOVEDONLINE" or "RESCHEDULED" => EventState.Moved,
            "TENTATIVE" => EventState.Tentative,
            "CONFIRMED" or "SCHEDULED" or "PUBLISHED" or "PUBLISH" => EventState.Confirmed,
            _ => null,
        };
    }

    private static void WarnOf(Field field, string problem, string cure, DiagnosticBag report) =>
        report.Warning(field, $"is {problem}, so the event is taken to be confirmed; {cure}");

    /// <summary>The SEQUENCE that the author wrote; 0 when there is none.</summary>
    public static int Sequence(FrontMatterFields front, DiagnosticBag report)
    {
        if (front.FindText(FieldNames.Sequence) is not { } field) return 0;
        if (int.TryParse(field.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return count;
        report.Error(field, $"is not a count of changes; write a whole number such as 1");
        return 0;
    }
}
