using System.Text;
using Feeds.Content.Files;
using Feeds.Formats.Calendar;
using Feeds.Model;

namespace Feeds.Content.Sources;

/// <summary>Adds to an event of the author what it lacks and an event of a source has.</summary>
internal static class MissingFacts
{
    /// <returns>The same object when nothing is added.</returns>
    public static Event AddTo(Event own, Event remote)
    {
        var hasMore = (own.Place is null && remote.Place is not null) || (own.Online is null && remote.Online is not null)
            || (own.Image is null && remote.Image is not null);
        if (hasMore)
        {
            own = own with
            {
                Place = own.Place ?? remote.Place,
                Online = own.Online ?? remote.Online,
                Image = own.Image ?? remote.Image,
            };
        }

        // A single date says nothing of the others.
        if (own.Recurrence is not null && remote.Recurrence is null) return own;
        return WithBody(WithEnd(own, remote.Span), remote.Body);
    }

    /// <summary>With the end of another that begins at the same moment.</summary>
    private static Event WithEnd(Event own, EventSpan remote)
    {
        if (!own.IsEndAssumed || EventSigns.StartOf(own.Span) != EventSigns.StartOf(remote)) return own;
        // A calendar without an end has the start.
        if (remote is EventSpan.Timed { Start: var start, End: var end } && start == end) return own;
        return own with
        {
            Span = Lasting(own.Span, remote),
            IsEndAssumed = false,
            Overrides = [.. own.Overrides.Select(one => one.IsEndAssumed ? one with { Span = Lasting(one.Span, remote) } : one)],
        };
    }

    /// <summary>The time as long as another; the time itself where that is impossible.</summary>
    private static EventSpan Lasting(EventSpan span, EventSpan other)
    {
        switch (span, other)
        {
            case (EventSpan.Timed { Start: var start }, EventSpan.Timed length):
                var end = start + (length.End - length.Start);
                return WritableYears.Contain(end.Date) ? new EventSpan.Timed(start, end) : span;
            case (EventSpan.AllDay { First: var first }, EventSpan.AllDay days):
                var last = first + (days.Last - days.First);
                return WritableYears.Contain(last) ? new EventSpan.AllDay(first, last) : span;
            default:
                return span;
        }
    }

    private static Event WithBody(Event own, RenderedBody remote)
    {
        if (!IsEmpty(own.Body) || IsEmpty(remote)) return own;
        var hash = ContentHash.Of(Encoding.UTF8.GetBytes(remote.Value.Html)).ToString();
        return own with
        {
            Body = remote,
            Source = own.Source with { Body = hash },
            Overrides = [.. own.Overrides.Select(one => ReferenceEquals(one.Body, own.Body) ? one with { Body = remote } : one)],
        };
    }

    private static bool IsEmpty(RenderedBody body) => body.Value is { Text.Length: 0, Image: null };
}
