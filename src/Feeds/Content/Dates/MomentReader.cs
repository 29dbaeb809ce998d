using System.Diagnostics.CodeAnalysis;
using Feeds.Model;

namespace Feeds.Content.Dates;

/// <summary>Reads a date and time as it stands, and what cannot be read so in a plainer spelling.</summary>
internal static class MomentReader
{
    /// <summary>Reads one moment, or the two of a range.</summary>
    public static bool TryRead(
        string text, Reading reading, DateOrder order, out Moment start, out Moment? end, [NotNullWhen(false)] out string? problem)
    {
        if (MomentParser.TryRead(text, reading, order, out start, out end, out problem)) return true;
        // A time of day has no year.
        if (reading == Reading.Time && HasYear(text)) return false;
        if (DateSpelling.Plain(text, out var zone) is not { } plain) return false;
        if (!MomentParser.TryRead(plain, reading, order, out start, out end, out var other))
        {
            // What is said of the rewritten text names its mistake, if that is more than that it is no date.
            problem = other is DateErrors.NotADate or DateErrors.NotATime ? problem : other;
            return false;
        }

        start.Abbreviation ??= zone;
        problem = null;
        return true;
    }

    private static bool HasYear(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == 4) return true;
        }

        return false;
    }
}
