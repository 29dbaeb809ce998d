using NodaTime;

namespace Feeds.Content.Dates;

/// <summary>Reads the date at the start of the name of a file, or from the names of its folders.</summary>
internal static class FileDate
{
    /// <summary>Reads <c>2024-11-13-x</c>, <c>20180403_x</c> and <c>2014/12/12/x</c>.</summary>
    /// <param name="path">A path without an extension.</param>
    /// <param name="slug">The last part without its date, or the whole part when it is only a date.</param>
    public static bool TryRead(string path, out LocalDate date, out string slug)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = parts.Length > 0 ? parts[^1] : "";
        slug = name;
        if (TryReadLeading(name, out date, out var rest))
        {
            while (TryReadLeading(rest, out var repeated, out var shorter) && repeated == date) rest = shorter;

            slug = rest.Length > 0 ? rest.ToString() : name;
            return true;
        }

        return parts.Length > 3
            && (TryReadFolders(parts.AsSpan(parts.Length - 4, 3), out date) || TryReadFolders(parts.AsSpan(0, 3), out date));
    }

    private static bool TryReadLeading(ReadOnlySpan<char> name, out LocalDate date, out ReadOnlySpan<char> rest)
    {
        rest = name;
        if (!TryReadCompact(name, out date, out var length) && !TryReadSeparated(name, out date, out length))
            return false;
        if (length < name.Length && char.IsLetterOrDigit(name[length])) return false;

        rest = name[length..].TrimStart(" -_.");
        return true;
    }

    private static bool TryReadCompact(ReadOnlySpan<char> name, out LocalDate date, out int length)
    {
        date = default;
        length = 8;
        return DigitsAt(name, 0) == length && TryMake(name[..4], name[4..6], name[6..8], out date);
    }

    private static bool TryReadSeparated(ReadOnlySpan<char> name, out LocalDate date, out int length)
    {
        date = default;
        length = 0;
        if (DigitsAt(name, 0) != 4 || name.Length < 6 || name[4] is not ('-' or '_' or '.')) return false;

        var monthDigits = DigitsAt(name, 5);
        var dayStart = 5 + monthDigits + 1;
        if (monthDigits is < 1 or > 2 || dayStart >= name.Length || name[dayStart - 1] != name[4]) return false;

        var dayDigits = DigitsAt(name, dayStart);
        length = dayStart + dayDigits;
        return dayDigits is 1 or 2 && TryMake(name[..4], name.Slice(5, monthDigits), name.Slice(dayStart, dayDigits), out date);
    }

    private static bool TryReadFolders(ReadOnlySpan<string> folders, out LocalDate date)
    {
        date = default;
        return IsNumber(folders[0], 4, 4) && IsNumber(folders[1], 1, 2) && IsNumber(folders[2], 1, 2)
            && TryMake(folders[0], folders[1], folders[2], out date);
    }

    private static bool IsNumber(string text, int minDigits, int maxDigits) =>
        text.Length >= minDigits && text.Length <= maxDigits && DigitsAt(text, 0) == text.Length;

    private static int DigitsAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - start;
    }

    private static bool TryMake(ReadOnlySpan<char> yearText, ReadOnlySpan<char> monthText, ReadOnlySpan<char> dayText, out LocalDate date)
    {
        date = default;
        var (year, month, day) = (Number(yearText), Number(monthText), Number(dayText));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return false;

        date = new LocalDate(year, month, day);
        return true;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = number * 10 + digit - '0';
        return number;
    }
}
