using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Feeds.Web.Status;

/// <summary>What the name of a program says: which one it is, and for how many people it asks.</summary>
/// <param name="Name">Without version and address, so that all its versions are one.</param>
/// <param name="Subscribers">As many as it says; null when it does not.</param>
/// <param name="IsService">Whether it is one of the large calendar services.</param>
internal sealed partial record UserAgent(string Name, int? Subscribers, bool IsService)
{
    public const string Google = "Google Calendar";
    public const string Outlook = "Outlook";
    public const string Apple = "Apple Calendar";

    /// <summary>Far beyond what an honest program sends.</summary>
    public const int MaxLength = 300;

    private const int MaxNameLength = 48;
    private const string Unnamed = "(no name)";

    private static readonly (string Mark, string Service)[] Services =
    [
        ("Google-Calendar-Importer", Google),
        ("Microsoft Exchange/", Outlook),
        ("Microsoft.Exchange/", Outlook),
        ("Microsoft Outlook", Outlook),
        ("Outlook-iOS", Outlook),
        ("Outlook-Android", Outlook),
        ("dataaccessd/", Apple),
        ("CalendarAgent/", Apple),
        ("remindd/", Apple),
    ];

    /// <summary>What a User-Agent field says; it may hold anything.</summary>
    public static UserAgent Read(string field)
    {
        if (field.Length > MaxLength) field = field[..MaxLength];
        var service = Services.FirstOrDefault(known => field.Contains(known.Mark, StringComparison.Ordinal)).Service;
        int? subscribers = Count().Match(field) is { Success: true } count ? int.Parse(count.Groups["count"].ValueSpan, CultureInfo.InvariantCulture) : null;
        return new UserAgent(service ?? NameOf(field), subscribers, service is not null);
    }

    /// <summary>Text without what cannot be seen, and no longer than may be.</summary>
    public static string Shown(string text, int maxLength)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > maxLength) break;
            if (IsShown(rune)) shown.Append(rune);
        }

        return shown.ToString().Trim();
    }

    // Marks of direction are among the characters of format: they would turn the rest of a line around.
    private static bool IsShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string NameOf(string field)
    {
        var product = field.StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase) ? OfMozilla(field) : field;
        var end = NameEnd().Match(product) is { Success: true } match ? match.Index : product.Length;
        return Shown(product[..end], MaxNameLength) is { Length: > 0 } name ? name : Unnamed;
    }

    // Nearly all that call themselves Mozilla are something else: what they are stands in brackets, or last.
    private static string OfMozilla(string field)
    {
        if (Compatible().Match(field) is { Success: true } match) return match.Groups["name"].Value;
        var last = field[(field.LastIndexOf(' ') + 1)..];
        return last.StartsWith("Thunderbird/", StringComparison.Ordinal) ? last : "browsers";
    }

    [GeneratedRegex(@"\b(?<count>[0-9]{1,8}) (subscriber|reader)s?\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Count();

    [GeneratedRegex(@"[/(;,+]| - |\bhttps?:", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameEnd();

    [GeneratedRegex(@"\(compatible; *(?<name>[^;)]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Compatible();
}
