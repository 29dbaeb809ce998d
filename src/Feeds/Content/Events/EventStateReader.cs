using System.Globalization;
using Feeds.Content.FrontMatter;
using Feeds.Model;

namespace Feeds.Content.Events;

/// <summary>Finds out what has become of an event, and how often that changed.</summary>
internal static class EventStateReader
{
    public static EventState Read(FrontMatterFields front, DiagnosticBag report)
    {
        if (front.IsTrue(FieldNames.Cancelled)) return EventState.Cancelled;
        if (front.Find(FieldNames.Cancelled) is { } cancelled && !cancelled.IsFalse()) WarnOf(cancelled, "neither true nor false", "write 'status: cancelled' if it does not take place", report);
        if (front.FindText(FieldNames.Status) is not { } field) return EventState.Confirmed;
        if (StateOf(field.Text()!) is { } state) return state;
        WarnOf(field, "no status of an event", "write cancelled, postponed, moved, tentative or confirmed", report);
        return EventState.Confirmed;
    }

    // Search engines have words of their own for it, such as EventPostponed, and other programs say here whether the page is published.
    private static EventState? StateOf(string text) => text.Split('/')[^1].Replace("event", "", StringComparison.OrdinalIgnoreCase).ToUpperInvariant() switch
    {
        "CANCELLED" or "CANCELED" => EventState.Cancelled,
        "POSTPONED" => EventState.Postponed,
        "MOVED" or "MOVEDONLINE" or "RESCHEDULED" => EventState.Moved,
        "TENTATIVE" => EventState.Tentative,
        "CONFIRMED" or "SCHEDULED" or "PUBLISHED" or "PUBLISH" => EventState.Confirmed,
        _ => null,
    };

    private static void WarnOf(Field field, string problem, string cure, DiagnosticBag report) =>
        report.Warning(field.Line, $"'{field.Key}' ({field.Text()}) is {problem}, so the event is taken to be confirmed; {cure}");

    /// <summary>The count that the author keeps; 0 when there is none.</summary>
    public static int Sequence(FrontMatterFields front, DiagnosticBag report)
    {
        if (front.FindText(FieldNames.Sequence) is not { } field) return 0;
        if (int.TryParse(field.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return count;
        report.Error(field.Line, $"'{field.Key}' ({field.Text()}) is no count of changes; write a whole number such as 1");
        return 0;
    }
}
