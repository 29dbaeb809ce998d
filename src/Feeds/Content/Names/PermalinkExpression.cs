using System.Text;
using System.Text.RegularExpressions;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Names;

/// <summary>Reads the expressions that Eleventy fills in in addresses, such as <c>{{ title | slugify }}</c>.</summary>
internal static class PermalinkExpression
{
    private static readonly Regex Expression = new(@"\{\{-?(?<words>[^{}]*?)-?\}\}", LinearRegex.Options);

    /// <summary>The address with the values; null where one of them is unknown.</summary>
    public static string? Filled(string text, SiteSettings settings, DocumentName name)
    {
        var isKnown = true;
        var filled = Expression.Replace(text, match =>
        {
            var value = Value(match.Groups["words"].Value, settings, name);
            isKnown &= value is not null;
            return value ?? "";
        });
        return isKnown && !filled.Contains("{{", StringComparison.Ordinal) && !filled.Contains("{%", StringComparison.Ordinal) ? filled : null;
    }

    private static string? Value(string words, SiteSettings settings, DocumentName name)
    {
        var parts = words.Split('|', StringSplitOptions.TrimEntries);
        var isSlug = parts.Skip(1).Any(filter => filter.StartsWith("slug", StringComparison.OrdinalIgnoreCase));
        if (parts.Skip(1).Any(filter => filter is not ("url" or "downcase" or "lower" or "strip" or "trim") && !filter.StartsWith("slug", StringComparison.OrdinalIgnoreCase)))
            return null;
        return parts[0] switch
        {
            "title" or "page.title" or "data.title" when isSlug && Slug.Of(Plain(name.Title ?? "")) is { Length: > 0 } slug => slug,
            "slug" or "page.slug" or "fileSlug" or "page.fileSlug" => name.Slug,
            "lang" or "page.lang" or "locale" => LanguageOf(settings, name),
            _ => null,
        };
    }

    private static string? LanguageOf(SiteSettings settings, DocumentName name) =>
        name.Folder.Length > 0 ? name.Folder : (settings.Languages.FirstOrDefault() ?? settings.Language)?.ToLowerInvariant();

    /// <summary>A text without accents, which the filters of Eleventy take away.</summary>
    private static string Plain(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD).Where(c => c is < '\u0300' or > '\u036f');
        return string.Concat(letters).Normalize(NormalizationForm.FormC);
    }
}
