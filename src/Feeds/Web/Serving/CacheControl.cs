using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Web.Serving;

/// <summary>How long caches may hold an answer (RFC 9111 §5.2.2, RFC 5861).</summary>
internal static class CacheControl
{
    private const int MaxAgeSeconds = 300;
    private const int MaxStaleSeconds = 60;

    /// <summary>Of equal servers one may publish a new page seconds before the other: no cache is to go on denying it.</summary>
    private const int MaxMissingSeconds = 10;

    /// <summary>By the whole seconds that are left until a publication stops being right; the last is for all that last longer.</summary>
    private static readonly ImmutableArray<string> BySecondsLeft = [.. Enumerable.Range(0, MaxAgeSeconds + MaxStaleSeconds + 1).Select(Of)];

    /// <summary>The field for a publication that is right until a moment, or until its content changes.</summary>
    public static string Until(Instant? until, Instant now) => BySecondsLeft[SecondsLeft(until, now)];

    /// <summary>The field for saying that nothing is there; without it Varnish and CDNs keep that for minutes.</summary>
    public static string OfNothing(Instant? until, Instant now) =>
        FormattableString.Invariant($"public, max-age={Math.Min(MaxMissingSeconds, SecondsLeft(until, now))}");

    private static int SecondsLeft(Instant? until, Instant now)
    {
        var longest = BySecondsLeft.Length - 1;
        return until is { } end ? (int)Math.Clamp((end - now).TotalSeconds, 0, longest) : longest;
    }

    // No cache may send an answer past the moment at which the next post appears by itself, not even while it asks for a new one.
    private static string Of(int secondsLeft)
    {
        var fresh = Math.Min(MaxAgeSeconds, secondsLeft);
        return FormattableString.Invariant($"public, max-age={fresh}, stale-while-revalidate={secondsLeft - fresh}, stale-if-error=86400");
    }
}
