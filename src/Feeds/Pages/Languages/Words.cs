using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Pages.Languages;

/// <summary>The sentences of pages, feeds and calendars in the language of a site, and how it writes dates.</summary>
internal sealed class Words
{
    private static readonly ConcurrentDictionary<string, Words> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> Files = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, DateTable> Tables = new(StringComparer.Ordinal);

    private readonly string language;
    private readonly FrozenDictionary<string, string> texts;

    private Words(string tag)
    {
        var primary = LanguageTag.Primary(tag);
        language = LanguageTag.WithWords.Contains(primary) ? primary : LanguageTag.English;
        texts = Files.GetOrAdd(language, TextsOf);
        var hasDates = DateTable.Languages.Contains(primary);
        Dates = DateFormat.Of(Tables.GetOrAdd(hasDates ? primary : LanguageTag.English, DateTable.Read), LanguageTag.Region(tag));
        if (language == primary) return;
        (Lang, Authored, Dated) = (LanguageTag.English, tag, hasDates ? tag : null);
    }

    public DateFormat Dates { get; }

    /// <summary>The language of the words, where it is not that of the site; null else.</summary>
    public string? Lang { get; }

    /// <summary>The language of what authors wrote, where it is not that of the words; null else.</summary>
    public string? Authored { get; }

    /// <summary>The language of dates, where it is not that of the words; null else.</summary>
    public string? Dated { get; }

    public string this[string key] => texts[key];

    /// <summary>The words of the language of a site; English for one without a language.</summary>
    public static Words Of(SiteSettings settings) => Of(settings.Language);

    /// <inheritdoc cref="Of(SiteSettings)"/>
    public static Words Of(string? tag) => Known.GetOrAdd(tag ?? LanguageTag.English, tag => new Words(tag));

    /// <summary>The name of a language in that language, or its tag where it has no words.</summary>
    public static string NameOf(string tag) => LanguageTag.WithWords.Contains(LanguageTag.Primary(tag)) ? Of(tag)["language"] : tag;

    public string Format(string key, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, texts[key], values);

    /// <summary>A count with what is counted.</summary>
    public string Count(string key, int count) => Numbered(key, PluralRules.Of(language, count), count);

    /// <summary>A position in a row.</summary>
    public string Ordinal(string key, int number) => Numbered(key, PluralRules.OfOrdinal(language, number), number);

    /// <summary>A text in which a name stands, or the text of that name, where there is one for each.</summary>
    /// <param name="index">The place of the name among all, from 0.</param>
    public string Named(string key, int index, string name) =>
        texts.GetValueOrDefault(FormattableString.Invariant($"{key}/{index}")) ?? Format(key, name);

    public string List(IEnumerable<string> words)
    {
        var all = words.ToArray();
        return all.Length < 2 ? string.Concat(all) : Format("list", string.Join(", ", all[..^1]), all[^1]);
    }

    private string Numbered(string key, string category, int number)
    {
        var text = texts.GetValueOrDefault($"{key}/{category}") ?? texts[$"{key}/other"];
        return string.Format(CultureInfo.InvariantCulture, text, Dates.Number(number));
    }

    /// <summary>The texts of a file by key; of several with one key, each has its own name after a slash.</summary>
    private static FrozenDictionary<string, string> TextsOf(string language)
    {
        using var file = JsonDocument.Parse(Page.Resource($"words.{language}.json"));
        return file.RootElement.EnumerateObject().SelectMany(TextsOf).ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string>> TextsOf(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Object => property.Value.EnumerateObject().Select(form => Text($"{property.Name}/{form.Name}", form.Value)),
        JsonValueKind.Array => property.Value.EnumerateArray()
            .Select((form, index) => Text(FormattableString.Invariant($"{property.Name}/{index}"), form)),
        _ => [Text(property.Name, property.Value)],
    };

    private static KeyValuePair<string, string> Text(string key, JsonElement text) => KeyValuePair.Create(key, text.GetString()!);
}
