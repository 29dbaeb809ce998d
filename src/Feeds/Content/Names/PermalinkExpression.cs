using System.Text.RegularExpressions;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Text;

namespace Feeds.Content.Names;

/// <summary>Reads the expressions that Eleventy fills in in addresses, such as <c>{{ title | slugify }}</c>.</summary>
internal static class PermalinkExpression
{
    private static readonly Regex Expression = new(@"\{\{-?(?<words>[^{}]*?)-?\}\}", LinearRegex.Options);

    public static bool IsIn(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal);

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
        return isKnown && !IsIn(filled) ? filled : null;
    }

    private static string? Value(string words, SiteSettings settings, DocumentName name)
    {
        var parts = words.Split('|', StringSplitOptions.TrimEntries);
        var filters = parts[1..];
        if (!filters.All(filter => IsSlug(filter) || filter is "url" or "downcase" or "lower" or "strip" or "trim")) return null;
        return parts[0] switch
        {
            "title" or "page.title" when filters.Any(IsSlug) => TitleSlug(name),
            "slug" or "page.slug" or "fileSlug" or "page.fileSlug" => name.Slug,
            "lang" or "page.lang" or "locale" => LanguageOf(settings, name),
            _ => null,
        };
    }

    // Eleventy takes accents away.
    private static string? TitleSlug(DocumentName name) =>
        Slug.Of(NormalPath.WithoutMarks(name.Title ?? "")) is { Length: > 0 } slug ? slug : null;

    private static bool IsSlug(string filter) => filter.StartsWith("slug", StringComparison.OrdinalIgnoreCase);

    private static string? LanguageOf(SiteSettings settings, DocumentName name) =>
        name.Folder.Length > 0 ? name.Folder : (settings.Languages.FirstOrDefault() ?? settings.Language)?.ToLowerInvariant();
}
