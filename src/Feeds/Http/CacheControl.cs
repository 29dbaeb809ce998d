using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Http;

/// <summary>How long caches may hold an answer (RFC 9111 §5.2.2, RFC 5861).</summary>
internal static class CacheControl
{
    private const int MaxAgeSeconds = 300;
    private const int MaxStaleSeconds = 60;

    /// <summary>By the whole seconds that are left until a publication stops being right; the last is for all that last longer.</summary>
    private static readonly ImmutableArray<string> BySecondsLeft = [.. Enumerable.Range(0, MaxAgeSeconds + MaxStaleSeconds + 1).Select(Of)];

    /// <summary>The field for a publication that is right until a moment, or until its content changes.</summary>
    public static string Until(Instant? until, Instant now)
    {
        if (until is not { } end) return BySecondsLeft[^1];
        var left = (end - now).TotalSeconds;
        return BySecondsLeft[(int)Math.Clamp(left, 0, BySecondsLeft.Length - 1)];
    }

    // No cache may send an answer past the moment at which the next post appears by itself, not even while it asks for a new one.
    private static string Of(int secondsLeft)
    {
        var fresh = Math.Min(MaxAgeSeconds, secondsLeft);
        return FormattableString.Invariant($"public, max-age={fresh}, stale-while-revalidate={secondsLeft - fresh}, stale-if-error=86400");
    }
}
