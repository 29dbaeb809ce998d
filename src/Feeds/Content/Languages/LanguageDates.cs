using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Languages;

/// <summary>Knows the languages in which dates such as 2/3/2026 have the day first (CLDR).</summary>
internal static class LanguageDates
{
    private static readonly FrozenSet<string> DayFirst = FrozenSet.ToFrozenSet(
    [
        "bg", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "gl", "hr", "id", "it", "nb", "nl", "nn", "no", "pl", "pt", "ro",
        "ru", "sk", "sl", "sr", "tr", "uk", "vi",
    ]);

    /// <summary>The countries where English has the day first.</summary>
    private static readonly FrozenSet<string> EnglishDayFirst = FrozenSet.ToFrozenSet(["AU", "GB", "IE", "IN", "NZ"]);

    /// <summary>The countries in which one of the languages has another order, or several are used.</summary>
    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet(["CA", "PA", "PH", "PR", "US"]);

    /// <summary>The order in all languages of a site; unstated where they differ or one of them does not tell.</summary>
    public static DateOrder OrderIn(ImmutableArray<string> languages) =>
        languages.Length > 0 && languages.All(HasDayFirst) ? DateOrder.DayFirst : DateOrder.Unstated;

    private static bool HasDayFirst(string language)
    {
        var (primary, country) = (LanguageTag.Primary(language), LanguageTag.Region(language) ?? "");
        return primary == "en" ? EnglishDayFirst.Contains(country) : DayFirst.Contains(primary) && !Others.Contains(country);
    }
}
