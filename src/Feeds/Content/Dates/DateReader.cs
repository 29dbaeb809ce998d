using System.Diagnostics.CodeAnalysis;
using Feeds.Model;

namespace Feeds.Content.Dates;

/// <summary>Reads a date, with or without a time, in the spellings of front matter.</summary>
internal static class DateReader
{
    /// <param name="problem">A half sentence that follows the quoted text.</param>
    public static bool TryRead(string text, DateOrder order, out DateText value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        if (!MomentReader.TryRead(text, Reading.Date, order, out var moment, out var end, out problem)) return false;
        if (end is null) return moment.TryResolve(out value, out problem);

        problem = DateErrors.Range;
        return false;
    }
}
