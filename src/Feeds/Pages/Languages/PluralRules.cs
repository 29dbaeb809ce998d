namespace Feeds.Pages.Languages;

/// <summary>The plural rules of CLDR for whole numbers, in the languages that have words.</summary>
internal static class PluralRules
{
    /// <summary>The category of a count.</summary>
    public static string Of(string language, int count) => (language, count) switch
    {
        ("fr" or "pt", 0 or 1) => "one",
        (_, 1) => "one",
        ("cs", >= 2 and <= 4) => "few",
        ("fr" or "es" or "it" or "pt", not 0) when count % 1_000_000 == 0 => "many",
        _ => "other",
    };

    /// <summary>The category of a position in a row.</summary>
    public static string OfOrdinal(string language, int number) => language switch
    {
        "en" => OfEnglish(number),
        "fr" when number == 1 => "one",
        "it" when number is 8 or 11 or 80 or 800 => "many",
        _ => "other",
    };

    private static string OfEnglish(int number) => (number % 10, number % 100) switch
    {
        (1, not 11) => "one",
        (2, not 12) => "two",
        (3, not 13) => "few",
        _ => "other",
    };
}
