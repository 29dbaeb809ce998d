using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Feeds.Pages.Languages;
using Feeds.Text;
using Xunit;

namespace Feeds.Tests.Pages.Languages;

/// <summary>The files of words: whole, used, and alike.</summary>
public sealed partial class WordsTests
{
    // Keys that the program puts together.
    private static readonly string[] Composed = ["all years", "all sources", "all series", "all venues", "all categories", "all tags", "all authors"];

    public static TheoryData<string> Languages => [.. LanguageTag.WithWords.Order(StringComparer.Ordinal)];

    [Fact]
    public void HasAFile_ForEachLanguageWithWords()
    {
        var files = Directory.GetFiles(Folder("Words")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(LanguageTag.WithWords.Order(StringComparer.Ordinal), files);
    }

    [Fact]
    public void HasATable_ForEachLanguageWithDates()
    {
        var files = Directory.GetFiles(Folder("Dates"), "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(DateTable.Languages.Order(StringComparer.Ordinal), files);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void HasEachWord_InTheOrderOfEnglish(string language) => Assert.Equal(Keys("en"), Keys(language));

    // Whatever a language leaves out of an English sentence, a reader would miss.
    [Theory]
    [MemberData(nameof(Languages))]
    public void HasTheSameLinksAndValues_InEachWord(string language)
    {
        var english = Read("en");
        var different = Read(language).Where(word => !word.Key.StartsWith("every", StringComparison.Ordinal))
            .Where(word => word.Value.ValueKind == JsonValueKind.String && english[word.Key].ValueKind == JsonValueKind.String)
            .Where(word => Slots(word.Value.GetString()!) != Slots(english[word.Key].GetString()!));

        Assert.Empty(different.Select(word => word.Key));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void HasANameForEachDayOrMonth_WhereItHasSeveral(string language) => Assert.All(
        Read(language).Where(word => word.Value.ValueKind == JsonValueKind.Array),
        word => Assert.Equal(word.Key == "in month" ? 12 : 7, word.Value.GetArrayLength()));

    // Each form of the plural that a language has, for every number.
    [Theory]
    [MemberData(nameof(Languages))]
    public void HasEachFormOfThePlural(string language)
    {
        var forms = Enumerable.Range(3, 100).Select(count => PluralRules.Of(language, count)).Distinct(StringComparer.Ordinal);

        Assert.All(
            Read(language).Where(word => word.Value.ValueKind == JsonValueKind.Object && word.Key != "day"),
            word => Assert.Empty(forms.Except(word.Value.EnumerateObject().Select(form => form.Name), StringComparer.Ordinal)));
    }

    [Fact]
    public void UsesEachWord_AndNoOther()
    {
        var sources = Directory.EnumerateFiles(Folder("../../Feeds"), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => file.Contains("/Pages/", StringComparison.Ordinal) || file.Contains("/Publishing/", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToArray();
        var asked = sources.SelectMany(source => Asked().Matches(source)).Select(match => match.Groups["text"].Value);

        Assert.Equal(
            [],
            Keys("en").Except(Composed, StringComparer.Ordinal).Where(key => !Array.Exists(sources, source => source.Contains($"\"{key}\"", StringComparison.Ordinal))));
        Assert.Equal([], asked.Except(Keys("en"), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("pl", "en", "pl", null)]
    [InlineData("ar", "en", "ar", "ar")]
    [InlineData("cs", null, null, null)]
    [InlineData("en-AU", null, null, null)]
    [InlineData(null, null, null, null)]
    public void MarksEnglish_WhereItStandsInForAnotherLanguage(string? language, string? words, string? authored, string? dated)
    {
        var found = Words.Of(language);

        Assert.Equal((words, authored, dated), (found.Lang, found.Authored, found.Dated));
    }

    private static string Slots(string text) => string.Concat(Slot().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal));

    private static string[] Keys(string language) => [.. Read(language).Keys];

    private static OrderedDictionary<string, JsonElement> Read(string language) =>
        JsonSerializer.Deserialize<OrderedDictionary<string, JsonElement>>(File.ReadAllText(Path.Join(Folder("Words"), $"{language}.json")))!;

    private static string Folder(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Join(Path.GetDirectoryName(here), "../../../../src/Feeds/Pages", name));

    [GeneratedRegex(@"\{\d\}|[\[\]]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slot();

    [GeneratedRegex("""\b[wW]ords(\[|\.(Format|Count|Ordinal|Named)\()"(?<text>[^"]*)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();
}
