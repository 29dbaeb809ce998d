using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Web.Serving;

/// <summary>How long caches may keep an answer (RFC 9111 §5.2.2, RFC 5861).</summary>
internal static class CacheControl
{
    private const int MaxAgeSeconds = 300;
    private const int MaxStaleSeconds = 60;

    // One of several servers may publish a new page seconds before the others.
    private const int MaxMissingSeconds = 10;

    /// <summary>By the seconds until a publication expires; the last is for all that expire later or never.</summary>
    private static readonly ImmutableArray<string> BySecondsLeft = [.. Enumerable.Range(0, MaxAgeSeconds + MaxStaleSeconds + 1).Select(Of)];

    public static string Until(Instant? until, Instant now) => BySecondsLeft[SecondsLeft(until, now)];

    /// <summary>For a 404 or 410, which Varnish and CDNs would otherwise keep for minutes.</summary>
    public static string OfNothing(Instant? until, Instant now) =>
        FormattableString.Invariant($"public, max-age={Math.Min(MaxMissingSeconds, SecondsLeft(until, now))}");

    private static int SecondsLeft(Instant? until, Instant now)
    {
        var longest = BySecondsLeft.Length - 1;
        return until is { } end ? (int)Math.Clamp((end - now).TotalSeconds, 0, longest) : longest;
    }

    // No cache may send an answer after the next scheduled change, not even while it asks for a new one.
    private static string Of(int secondsLeft)
    {
        var fresh = Math.Min(MaxAgeSeconds, secondsLeft);
        return FormattableString.Invariant($"public, max-age={fresh}, stale-while-revalidate={secondsLeft - fresh}, stale-if-error=86400");
    }
}
