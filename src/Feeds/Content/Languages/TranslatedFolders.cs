using System.Collections.Immutable;
using Feeds.Model;

namespace Feeds.Content.Languages;

/// <summary>The folders where the translations of a document lie: Hugo and Docusaurus share the pictures in them.</summary>
internal static class TranslatedFolders
{
    public static ImmutableArray<string> Of(string path, LocalizedPath name, SiteSettings settings)
    {
        if (settings.Languages.Length < 2) return [];
        var folder = Path.GetDirectoryName(path) ?? "";
        var original = Path.GetDirectoryName(name.Plain) ?? "";
        if (folder == original) return [];
        var parts = folder.Split('/');
        var at = Array.FindIndex(parts, part => LanguageCode.Read(part) is { } code && code.IsOf(name.Language));
        var others = at < 0 ? [] : settings.Languages.SelectMany(Names)
            .Select(other => string.Join('/', [.. parts[..at], other, .. parts[(at + 1)..]]));
        return [.. others.Prepend(original).Where(other => other != folder)];
    }

    private static string[] Names(string language) => [language, language.ToLowerInvariant()];
}
