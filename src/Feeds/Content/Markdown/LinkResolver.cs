using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content.Markdown;

/// <summary>Makes the addresses in one document absolute, and collects the files of the site among them.</summary>
/// <param name="path">The document's file, relative to the content folder.</param>
/// <param name="page">The document's own address, the base of its relative addresses.</param>
/// <param name="documentAt">The address of the document in a file of the content; null when there is none.</param>
internal sealed class LinkResolver(string path, Uri page, SiteSettings settings, Func<string, Uri?> documentAt)
{
    private readonly List<FileReference> files = [];
    private readonly HashSet<string> inAnyFolder = new(StringComparer.Ordinal);

    /// <summary>The address of the document whose file has a name; null when there is none.</summary>
    public Func<string, Uri?> Note { get; init; } = _ => null;

    /// <summary>The folders of the document's translations, in which its files may lie.</summary>
    public ImmutableArray<string> OfTranslations { get; init; } = [];

    /// <summary>The folder of pictures and films with relative addresses, if the front matter names one.</summary>
    public string? MediaFolder { get; init; }

    public ImmutableArray<FileReference> Files => [.. files.DistinctBy(file => file.Address)];

    /// <summary>Makes a relative address mean a file of that name in any folder.</summary>
    public void FindInAnyFolder(string address) => inAnyFolder.Add(address);

    /// <summary>The absolute form of the address of a picture or a film.</summary>
    public Uri? ResolveMedia(string address)
    {
        var isRelative = address.Trim() is not ([] or ['/' or '#', ..]) && !address.Contains(':', StringComparison.Ordinal);
        return Resolve(isRelative && MediaFolder is { Length: > 0 } folder ? $"{folder.TrimEnd('/')}/{address.Trim()}" : address);
    }

    /// <summary>The absolute form of an address; null when it is invalid.</summary>
    public Uri? Resolve(string address)
    {
        // Like browsers: without blanks around it, and without line breaks and tabs within, which could hide a scheme.
        var written = string.Concat(address.Trim().Where(c => c >= ' '));
        // Zola's mark for the root of the content.
        if (written.StartsWith("@/", StringComparison.Ordinal)) written = written[1..];
        if (written.Length == 0 || !Uri.TryCreate(page, written, out var absolute)) return null;
        if (absolute.Scheme is not ("http" or "https") || Uri.TryCreate(written, UriKind.Absolute, out var own) && !own.IsFile)
            return absolute;
        var end = written.AsSpan().IndexOfAny('?', '#') is >= 0 and var at ? at : written.Length;
        var local = Uri.UnescapeDataString(written[..end]);
        if (local.Length == 0 || local.StartsWith("//", StringComparison.Ordinal)) return absolute;
        var candidates = Candidates(local, absolute);
        var documents = IsDocument(local) ? candidates.Concat(BelowFolders(local)).Select(documentAt) : [];
        if (documents.FirstOrDefault(link => link is not null) is { } document) return new Uri(document, written[end..]);
        if (AddressOnSite(absolute) is { } onSite && !candidates.IsEmpty)
        {
            var name = inAnyFolder.Contains(written) ? Path.GetFileName(local) : null;
            files.Add(new FileReference(onSite, candidates, written) { Name = name });
        }

        return absolute;
    }

    private ImmutableArray<string> Candidates(string local, Uri absolute)
    {
        var beside = local.StartsWith('/') ? Normalized("", local) : Normalized(Path.GetDirectoryName(path) ?? "", local);
        var addressed = AddressOnSite(absolute)?.TrimStart('/');
        // Hugo and Zola publish 'static' at the root, Astro and Next 'public'.
        IEnumerable<string?> all = addressed is null ? [beside] : [beside, addressed, $"static/{addressed}", $"public/{addressed}"];
        if (!local.StartsWith('/')) all = all.Concat(OfTranslations.Select(folder => Normalized(folder, local)));
        var usable = all.OfType<string>().Where(candidate => candidate.Length > 0 && !candidate.EndsWith('/'));
        return [.. usable.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The files that a path from the root may mean when the generator's content is in a subfolder.</summary>
    private IEnumerable<string> BelowFolders(string local)
    {
        if (!local.StartsWith('/')) yield break;
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end > 0; end = path.IndexOf('/', end + 1))
        {
            if (Normalized(path[..end], local) is { } below) yield return below;
        }
    }

    private string? AddressOnSite(Uri absolute)
    {
        var site = settings.Url.GetLeftPart(UriPartial.Path);
        var address = absolute.GetLeftPart(UriPartial.Path);
        if (!address.StartsWith(site, StringComparison.Ordinal)) return null;
        var onSite = "/" + Uri.UnescapeDataString(address[site.Length..]);
        return onSite.Split('/', '\\').Contains("..") ? null : onSite;
    }

    private static bool IsDocument(string local) =>
        Path.GetExtension(local).ToUpperInvariant() is ".MD" or ".MARKDOWN" or ".MDX" or ".MKD" or ".QMD";

    /// <summary>Null when the path leads out of the content.</summary>
    private static string? Normalized(string folder, string local)
    {
        var parts = new List<string>();
        foreach (var part in $"{folder}/{local}".Split('/', '\\'))
        {
            if (part is "" or ".") continue;
            if (part is not "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else return null;
        }

        return NormalPath.Of(string.Join('/', parts));
    }
}
