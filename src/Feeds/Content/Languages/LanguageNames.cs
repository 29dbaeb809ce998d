using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content.Languages;

/// <summary>Finds the languages that files name: <c>post.fr.md</c>, <c>fr/posts/post.md</c>, <c>posts/fr/post.md</c>.</summary>
internal sealed class LanguageNames
{
    public static readonly LanguageNames None = new();

    private readonly string? siteLanguage;
    private readonly ImmutableArray<string> listed = [];

    /// <summary>The paths of the files that name no language, without extensions.</summary>
    private readonly FrozenSet<string> plain = [];

    private readonly FrozenDictionary<string, LanguageCode> folders = FrozenDictionary<string, LanguageCode>.Empty;

    /// <summary>The languages in names of files, by the last part of the name.</summary>
    private readonly FrozenDictionary<string, LanguageCode> names = FrozenDictionary<string, LanguageCode>.Empty;

    private LanguageNames() { }

    private LanguageNames(SiteSettings settings, IEnumerable<string> paths)
    {
        siteLanguage = settings.Language;
        listed = settings.Languages;
        var files = paths.Select(path => WithoutExtension(path).ToString()).ToHashSet(StringComparer.Ordinal);
        names = NamesIn(files);
        folders = LanguageFolders.In(files, settings);
        plain = files.Where(file => FolderIn(file) is null && CodeIn(file) is null).ToFrozenSet(StringComparer.Ordinal);
    }

    public bool AreUsed => names.Count > 0 || folders.Count > 0;

    public static LanguageNames Of(IEnumerable<string> paths, SiteSettings settings)
    {
        var all = paths.ToArray();
        return all.Any(MayNameOne) ? new LanguageNames(settings, all) : None;
    }

    public LocalizedPath Of(string path)
    {
        if (EntryPath.FileOf(path) is not { } file) return OfFile(path);
        var (of, entry) = (OfFile(file), path[file.Length..]);
        return of with { Plain = of.Plain + entry, Below = of.Below + entry };
    }

    private LocalizedPath OfFile(string path)
    {
        if (ReferenceEquals(this, None)) return LocalizedPath.Of(path);
        var (bare, extension) = (WithoutExtension(path).ToString(), Path.GetExtension(path));
        var folder = FolderIn(bare);
        var code = CodeIn(bare);
        if ((code ?? folder?.Code) is not { } language) return LocalizedPath.Of(path);
        var below = code is null ? bare : bare[..^LengthOfLast(bare)];
        var name = folder is { } one ? LanguageFolders.Without(below, one.Length, one.Code) : below;
        var original = LanguageFolders.Original(name);
        if (original != name) (name, folder, below) = (original, null, original);
        // Where the document that names no language is there too, that one has the address without a language.
        var isOfSite = language.IsOf(siteLanguage) && !plain.Contains(name);
        var prefix = isOfSite ? "" : language.Folder;
        if (folder is null && !isOfSite) below = $"{prefix}/{below}";
        return new LocalizedPath(name + extension, below + extension, language.IsOf(siteLanguage) ? siteLanguage : language.Tag, prefix);
    }

    private (LanguageCode Code, int Length)? FolderIn(string bare)
    {
        if (folders.Count == 0) return null;
        for (var end = bare.IndexOf('/', StringComparison.Ordinal); end > 0; end = bare.IndexOf('/', end + 1))
        {
            if (folders.TryGetValue(bare[..end], out var code)) return (code, end);
        }

        return null;
    }

    private LanguageCode? CodeIn(string bare) =>
        LengthOfLast(bare) is > 0 and var length ? names.GetValueOrDefault(bare[^(length - 1)..].ToLowerInvariant()) : null;

    /// <summary>Those that are sure, and those of which there are translations.</summary>
    private FrozenDictionary<string, LanguageCode> NamesIn(HashSet<string> files)
    {
        var codes = new Dictionary<string, LanguageCode>(StringComparer.Ordinal);
        var unsure = new List<(string Name, LanguageCode Code)>();
        var translated = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var length = LengthOfLast(file);
            if (length == 0 || LanguageCode.Read(file.AsSpan(file.Length - length + 1)) is not { } code) continue;
            var name = file[..^length];
            if (code.IsSureInName || code.IsOf(siteLanguage) || listed.Any(code.IsOf) || files.Contains(name)) codes[code.Folder] = code;
            else unsure.Add((name, code));
            if (code.IsSureInName) translated.Add(name);
        }

        foreach (var (_, code) in unsure.Where(one => translated.Contains(one.Name))) codes[code.Folder] = code;
        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool MayNameOne(string path)
    {
        var bare = WithoutExtension(path);
        if (LengthOfLast(bare) > 0) return true;
        foreach (var part in bare.Split('/'))
        {
            if (part.End.Value < bare.Length && LanguageCode.Read(bare[part]) is not null) return true;
        }

        return false;
    }

    /// <summary>The length of the last part of a file's name with its dot; 0 when it has only one part.</summary>
    private static int LengthOfLast(ReadOnlySpan<char> bare)
    {
        var name = bare[(bare.LastIndexOf('/') + 1)..];
        return name.LastIndexOf('.') is > 0 and var dot ? name.Length - dot : 0;
    }

    private static ReadOnlySpan<char> WithoutExtension(string path) => path.AsSpan(0, path.Length - Path.GetExtension(path).Length);
}
