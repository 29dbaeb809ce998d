using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Events;

/// <summary>Reads the status of an event and its sequence number.</summary>
internal static partial class EventStateReader
{
    /// <summary>Words of other programs about an event that takes place as written.</summary>
    private static readonly FrozenSet<string> NoStates = FrozenSet.ToFrozenSet(
    [
        "PAST", "UPCOMING", "DONE", "COMPLETED", "FINISHED", "ENDED", "OVER", "OPEN", "CLOSED", "ACTIVE", "LIVE", "FULL",
    ]);

    private static readonly Regex MovedOnlineWords = new(@"moved[\s_-]*(to[\s_-]+)?online$", LinearRegex.IgnoreCase);

    // In capitals, beside a mark or last: "Cancelled culture" is a title, and so is "How to get cancelled".
    [GeneratedRegex(
        @"^\W{0,3}(CANCELL?ED\b|(?i:cancell?ed)\s*[\])!:–—-])|([\[(:–—-]\s*(?i:cancell?ed)|(?<!\bnot)\s(CANCELL?ED|Cancell?ed))\W{0,3}$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex CancelledTitle { get; }

    /// <param name="title">The title, which may begin or end with the word; null where there is none of its own.</param>
    public static EventState Read(FrontMatterFields front, Field? title, DiagnosticBag report)
    {
        if (front.IsTrue(FieldNames.Cancelled)) return EventState.Cancelled;
        if (front.IsTrue(FieldNames.Postponed)) return EventState.Postponed;
        if (front.Find(FieldNames.Cancelled) is { } cancelled && cancelled.IsWritten() && !cancelled.IsFalse())
            WarnOf(cancelled, "neither true nor false", "write 'status: cancelled' if it does not take place", report);
        // A 'state' may be that of a country.
        foreach (var name in FieldNames.Status)
        {
            if (front.FindText([name]) is not { } field) continue;
            if (StateOf(field.Text()!) is { } state) return state;
            if (name == "state") continue;
            if (!NoStates.Contains(field.Text()!.ToUpperInvariant()))
                WarnOf(field, "not an event status", "write cancelled, postponed, moved, tentative or confirmed", report);
            return EventState.Confirmed;
        }

        if (title is null || !CancelledTitle.IsMatch(title.Text() ?? "")) return EventState.Confirmed;
        report.Note(title.Line, $"its title says that it is cancelled, so it is; write 'status: cancelled', or 'status: confirmed' if not");
        return EventState.Cancelled;
    }

    /// <summary>The status that an event moved from its place to the Internet; null for another.</summary>
    public static Field? MovedOnline(FrontMatterFields front) =>
        front.FindText(FieldNames.Status) is { } field && MovedOnlineWords.IsMatch(field.Text()!) ? field : null;

    /// <summary>Whether a word is about the event and not the name of a region.</summary>
    public static bool IsState(string text) => StateOf(text) is not null || NoStates.Contains(text.ToUpperInvariant());

    // Schema.org writes EventPostponed, other programs whether the page is published, and people the reason after the word.
    private static EventState? StateOf(string text)
    {
        var word = text.Split('/')[^1].Replace("event", "", StringComparison.OrdinalIgnoreCase).Trim().ToUpperInvariant();
        var end = word.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        var isAlone = end < 0;
        return (isAlone ? word : word[..end]) switch
        {
            "CANCELLED" or "CANCELED" => EventState.Cancelled,
            "POSTPONED" => EventState.Postponed,
            "MOVED" or "MOVEDONLINE" or "RESCHEDULED" => EventState.Moved,
            "TENTATIVE" => EventState.Tentative,
            "CONFIRMED" or "SCHEDULED" or "PUBLISHED" or "PUBLISH" when isAlone => EventState.Confirmed,
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
