using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Feeds.Content.Dates;

/// <summary>Reads the date at the start of the name of a file, or from the names of its folders.</summary>
internal static partial class FileDate
{
    /// <summary>Reads <c>2024-11-13-x</c>, <c>20180403_x</c> and <c>2014/12/12/x</c>.</summary>
    /// <param name="path">A path without an extension.</param>
    /// <param name="slug">The last part without its date, or the whole part when it is only a date.</param>
    public static bool TryRead(string path, out LocalDate date, out string slug)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = parts.Length > 0 ? parts[^1] : "";
        slug = name;
        if (!TryReadLeading(name, out date, out var rest))
            return parts.Length > 3 && (TryReadFolders(parts[^4..^1], out date) || TryReadFolders(parts[..3], out date));

        while (TryReadLeading(rest, out var repeated, out var shorter) && repeated == date) rest = shorter;
        slug = rest.Length > 0 ? rest : name;
        return true;
    }

    private static bool TryReadFolders(string[] folders, out LocalDate date)
    {
        var text = string.Join('-', folders);
        return TryReadDate(text, out date, out var length) && length == text.Length;
    }

    private static bool TryReadLeading(string name, out LocalDate date, out string rest)
    {
        var isDate = TryReadDate(name, out date, out var length);
        rest = name[length..].TrimStart(' ', '-', '_', '.');
        return isDate;
    }

    private static bool TryReadDate(string text, out LocalDate date, out int length)
    {
        var match = Date().Match(text);
        length = match.Length;
        var written = $"{match.Groups["year"]}-{match.Groups["month"]}-{match.Groups["day"]}";
        var isDate = DateOnly.TryParseExact(written, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        date = LocalDate.FromDateOnly(read);
        return isDate;
    }

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})((?<month>[0-9]{2})(?<day>[0-9]{2})|(?<mark>[-_.])(?<month>[0-9]{1,2})\k<mark>(?<day>[0-9]{1,2}))"
            + @"(?![\p{L}\p{Nd}])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Date();
}
