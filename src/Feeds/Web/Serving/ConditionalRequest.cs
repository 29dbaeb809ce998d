using System.Globalization;
using Feeds.Publishing;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace Feeds.Web.Serving;

/// <summary>Decides whether a client already has what it asks for (RFC 9110 §13).</summary>
internal static class ConditionalRequest
{
    // RFC 9110 §5.6.7: a recipient accepts the two obsolete forms of a date too.
    private static readonly string[] DateFormats =
        ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy"];

    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static bool IsFresh(IHeaderDictionary request, Representation representation)
    {
        // RFC 9110 §13.1.3: If-Modified-Since is ignored beside If-None-Match, whatever that says.
        var tags = request.IfNoneMatch;
        if (tags.Count > 0) return Names(tags, representation.OpaqueTag);
        return Date(request.IfModifiedSince) is { } since && representation.LastModified <= since;
    }

    /// <summary>Whether a list of entity tags contains one, or is <c>*</c>.</summary>
    public static bool Names(StringValues tags, string opaqueTag)
    {
        foreach (var line in tags)
        {
            var rest = line.AsSpan().Trim();
            if (rest is "*") return true;
            while (NextTag(ref rest, out var tag))
            {
                if (IsOf(tag, opaqueTag)) return true;
            }
        }

        return false;
    }

    /// <summary>Takes the next entity tag off a list (RFC 9110 §8.8.3), without its quotes and its weakness.</summary>
    private static bool NextTag(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> tag)
    {
        tag = default;
        rest = rest.TrimStart(" \t,");
        if (rest.StartsWith("W/")) rest = rest[2..];
        if (rest.IsEmpty || rest[0] != '"' || rest[1..].IndexOf('"') is not (>= 0 and var length)) return false;
        tag = rest.Slice(1, length);
        rest = rest[(length + 2)..];
        // Some versions of Apache write the coding after the quotes, others within them.
        rest = rest.IndexOf(',') is >= 0 and var comma ? rest[comma..] : default;
        return true;
    }

    private static bool IsOf(ReadOnlySpan<char> tag, string opaqueTag) =>
        tag.StartsWith(opaqueTag, StringComparison.Ordinal)
        && tag[opaqueTag.Length..] is "" or "-gzip" or "-br" or ";gzip" or ";br" or "--gzip" or "-gzip-gzip";

    private static Instant? Date(StringValues value) =>
        value.Count == 1 && DateTime.TryParseExact(value[0], DateFormats, CultureInfo.InvariantCulture, Utc, out var date)
            ? Instant.FromDateTimeUtc(date)
            : null;
}
