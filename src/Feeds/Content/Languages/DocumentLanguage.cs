using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Languages;

/// <summary>Reads the language of a document: that of its front matter, else that of its name.</summary>
internal static class DocumentLanguage
{
    /// <returns>A BCP 47 tag; null for the language of the site.</returns>
    public static string? Read(FrontMatterFields front, LocalizedPath name, DiagnosticBag report)
    {
        if (front.FindText(FieldNames.Language) is not { } field) return name.Language;
        if (LanguageTag.Read(field.Text()!) is { } language) return language;
        report.Warning(field, $"is not the tag of a language; write one such as 'en' or 'en-AU'");
        return name.Language;
    }

    /// <summary>The folder of a language on the site; empty for the main one.</summary>
    public static string FolderOf(string? language, SiteSettings settings) =>
        settings.Languages.Length < 2 ? "" : settings.FolderOf(settings.LanguageOf(language));

    /// <returns>Null for a document whose path alone tells what it is.</returns>
    public static string? TranslationKey(FrontMatterFields front, LocalizedPath name) =>
        front.Text(FieldNames.TranslationKey) ?? (name.Language is null ? null : Path.ChangeExtension(name.Plain, null));
}
