using System.Collections.Frozen;
using Feeds.Content.Kinds;
using Feeds.Model;

namespace Feeds.Content.Languages;

/// <summary>Decides which folders with the name of a language hold documents in it: <c>posts/it</c> may be about computers.</summary>
internal static class LanguageFolders
{
    private const string OfPlugin = "docusaurus-plugin-content-";

    private static readonly (string Translations, string Originals)[] Originals =
    [
        ($"/i18n/{OfPlugin}blog/", "blog/"), ($"/i18n/{OfPlugin}docs/current/", "docs/"), ($"/i18n/{OfPlugin}pages/", "src/pages/"),
    ];

    /// <summary>The language folders, by their paths.</summary>
    /// <param name="files">The paths of all files, without extensions.</param>
    public static FrozenDictionary<string, LanguageCode> In(HashSet<string> files, SiteSettings settings)
    {
        var all = files.SelectMany(Named).ToArray();
        var sections = settings.Posts.Folders.Concat(settings.Events.Folders).Select(FolderName.Plain).ToArray();
        var siblings = all.Select(one => (one.Parent, one.Path, one.Code)).Distinct()
            .GroupBy(one => one.Parent, StringComparer.Ordinal)
            .Where(group => AreLanguages([.. group.Select(one => one.Code)], settings.Language))
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        var translated = all.Where(one => !one.IsIndex)
            .GroupBy(one => one.Without, StringComparer.Ordinal)
            .Where(group => files.Contains(group.Key) || (group.Skip(1).Any() && group.Any(one => one.Code.IsSureAsFolder)))
            .SelectMany(group => group);
        return all.Where(one => siblings.Contains(one.Parent) || HasSection(one) || IsListed(one) || one.IsOfDocusaurus)
            .Concat(translated)
            .DistinctBy(one => one.Path)
            .ToFrozenDictionary(one => one.Path, one => one.Code, StringComparer.Ordinal);

        // The author of a site of several says which words are languages.
        bool IsListed(NamedFolder one) =>
            (settings.Languages.Length > 1 || one.Parent is "" or "content" or "src/content") && settings.Languages.Any(one.Code.IsOf);

        // At the top of the content, such as fr/posts.
        bool HasSection(NamedFolder one) => one.Parent is "" or "content" or "src/content" && one.Code.IsSureAsFolder
            && sections.Any(section => one.Rest.StartsWith(section + "/", StringComparison.Ordinal));
    }

    /// <summary>The path without the folder in which its first characters end.</summary>
    public static string Without(string path, int length, LanguageCode code) =>
        path.Remove(length - code.Folder.Length, code.Folder.Length + 1);

    /// <summary>The path of the original of a translation, which Docusaurus keeps in another folder; else the path itself.</summary>
    public static string Original(string path)
    {
        foreach (var (translations, originals) in Originals)
        {
            if ($"/{path}".IndexOf(translations, StringComparison.Ordinal) is >= 0 and var start)
                return string.Concat(path.AsSpan(0, start), originals, path.AsSpan(start + translations.Length - 1));
        }

        return path;
    }

    private static bool AreLanguages(LanguageCode[] siblings, string? language) =>
        siblings.Length > 1
        && (siblings.Count(code => code.IsSureAsFolder) > 1 || siblings.Any(code => code.IsOf("en") || code.IsOf(language)));

    private static IEnumerable<NamedFolder> Named(string file)
    {
        var start = 0;
        for (var end = file.IndexOf('/', StringComparison.Ordinal); end > 0; end = file.IndexOf('/', start))
        {
            if (LanguageCode.Read(file.AsSpan(start, end - start)) is { } code) yield return new NamedFolder(file, end, code);
            start = end + 1;
        }
    }

    /// <summary>A folder with the name of a language, above a file.</summary>
    private sealed record NamedFolder(string File, int Length, LanguageCode Code)
    {
        public string Path => File[..Length];

        public string Parent => File[..Math.Max(0, Length - Code.Folder.Length - 1)];

        public string Rest => File[(Length + 1)..];

        public string Without => LanguageFolders.Without(File, Length, Code);

        public bool IsOfDocusaurus => (Parent is "i18n" || Parent.EndsWith("/i18n", StringComparison.Ordinal))
            && Rest.StartsWith(OfPlugin, StringComparison.Ordinal);

        /// <summary>Whether most folders have such a file.</summary>
        public bool IsIndex => Rest.ToUpperInvariant() is "INDEX" or "_INDEX" or "README";
    }
}
