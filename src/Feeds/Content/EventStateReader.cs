using System.Globalization;
using Feeds.Model;

namespace Feeds.Content;

/// <summary>Finds out what has become of an event, and how often that changed.</summary>
internal static class EventStateReader
{
    public static EventState Read(FrontMatter front)
    {
        if (front.IsTrue(Keys.Cancelled)) return EventState.Cancelled;
        // Search engines have words of their own for it: EventPostponed.
        return front.Text(Keys.Status)?.Replace("event", "", StringComparison.OrdinalIgnoreCase).ToUpperInvariant() switch
        {
            "CANCELLED" or "CANCELED" => EventState.Cancelled,
            "POSTPONED" => EventState.Postponed,
            "MOVED" or "RESCHEDULED" => EventState.Moved,
            "TENTATIVE" => EventState.Tentative,
            _ => EventState.Confirmed,
        };
    }

    /// <summary>The count that the author keeps; 0 when there is none.</summary>
    public static int Sequence(FrontMatter front, Report report)
    {
        if (front.FindText(Keys.Sequence) is not { } field) return 0;
        if (int.TryParse(field.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return count;
        report.Error(field.Line, $"'{field.Key}' ({field.Text()}) is no count of changes; write a whole number such as 1");
        return 0;
    }
}
