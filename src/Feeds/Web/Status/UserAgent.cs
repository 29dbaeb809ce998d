using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Feeds.Web.Status;

/// <summary>What a feed service reports in its user agent.</summary>
/// <param name="Service">Its name without version and address, so that all its versions are one.</param>
internal sealed partial record UserAgent(string Service, int Subscribers)
{
    /// <summary>Far above what an honest program sends.</summary>
    public const int MaxLength = 300;

    private const int MaxNameLength = 48;
    private const string Unnamed = "(no name)";
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int Timeout = 1000;

    /// <summary>Null for a field that reports no subscribers.</summary>
    public static UserAgent? Read(string field)
    {
        if (field.Length > MaxLength) field = field[..MaxLength];
        if (Count().Match(field) is not { Success: true } count) return null;
        return new UserAgent(NameOf(field), int.Parse(count.Groups["count"].ValueSpan, CultureInfo.InvariantCulture));
    }

    /// <summary>Text without invisible characters, cut at a length.</summary>
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

    // The format characters contain marks of direction, which would reorder the rest of a line.
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // A service that calls itself Mozilla says in brackets what it is.
    private static string NameOf(string field)
    {
        var product = Compatible().Match(field) is { Success: true } match ? match.Groups["name"].Value : field;
        var name = Shown(NameEnd().Split(product, 2)[0], MaxNameLength);
        return name.Length > 0 ? name : Unnamed;
    }

    [GeneratedRegex(@"\b(?<count>[0-9]{1,8}) (subscriber|reader)s?\b", Options, Timeout)]
    private static partial Regex Count();

    [GeneratedRegex(@"[/(;,+]| - |\bhttps?:", Options, Timeout)]
    private static partial Regex NameEnd();

    [GeneratedRegex(@"^Mozilla/.*\(compatible; *(?<name>[^;)]+)", Options, Timeout)]
    private static partial Regex Compatible();
}
