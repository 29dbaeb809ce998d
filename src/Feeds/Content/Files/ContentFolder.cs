using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Lists;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Model.Sources;

namespace Feeds.Content.Files;

/// <summary>Reads the files of a content folder.</summary>
internal static class ContentFolder
{
    /// <summary>Fewer files are read faster without threads.</summary>
    private const int MinParallel = 50;

    private static readonly FrozenSet<string> Extensions =
        FrozenSet.ToFrozenSet([".md", ".markdown", ".mkd", ".mkdn", ".mdx", ".qmd", ".yaml", ".yml"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads all files that are not in <paramref name="previous"/> with the same version.</summary>
    /// <param name="spill">Where the texts may lie; null for memory.</param>
    /// <param name="state">Where sources are fetched to; null for the content folder itself.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static FolderReading Read(string folder, FolderReading? previous, SpillFile? spill = null, string? state = null)
    {
        var root = RealPath.Of(folder);
        if (!Directory.Exists(root)) throw new DirectoryNotFoundException($"no content folder at {folder}");
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var assets = ImmutableArray.CreateBuilder<AssetFile>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var changed = new List<(string Path, FileVersion Version)>();
        foreach (var (path, version) in Walk(root, root, "", [root], diagnostics))
        {
            if (!IsSource(path)) assets.Add(AssetFile.At(path, version, previous?.Asset(path)));
            else if (previous?.File(path) is { Problem: null } file && file.Version == version) files.Add(file);
            else changed.Add((path, version));
        }

        var read = changed.Count < MinParallel
            ? changed.Select(file => SourceFile.Read(file.Path, file.Version, spill))
            : changed.AsParallel().Select(file => SourceFile.Read(file.Path, file.Version, spill));
        files.AddRange(read.OfType<SourceFile>());
        files.AddRange(OutsideLists.Read(root, files.ToArray(), previous));
        ImmutableArray<AssetFile> pulled = state is null ? [] : Pulled(state, previous, diagnostics);

        // The file system lists entries in any order.
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        assets.Sort((a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        diagnostics.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new FolderReading(files.DrainToImmutable(), assets.DrainToImmutable(), diagnostics.DrainToImmutable())
        {
            Pulled = pulled,
        };
    }

    /// <summary>Reads only the files that were fetched into a folder.</summary>
    public static FolderReading ReadPulled(string folder, FolderReading previous) =>
        previous with { Pulled = Pulled(folder, previous, ImmutableArray.CreateBuilder<Diagnostic>()) };

    /// <summary>Reads only files that are said to have changed.</summary>
    /// <param name="locations">The absolute paths of all that may have changed.</param>
    /// <returns>Null when something else than a known text file changed.</returns>
    public static FolderReading? ReadChanged(
        string folder, IReadOnlyCollection<string> locations, FolderReading previous, SpillFile? spill)
    {
        var root = RealPath.Of(folder);
        var files = previous.Files.ToBuilder();
        foreach (var location in locations)
        {
            var path = NormalPath.Of(Path.GetRelativePath(root, location).Replace(Path.DirectorySeparatorChar, '/'));
            if (previous.IndexOf(path) is not { } index || files[index].Version.Location != location) return null;
            if (FolderEntry.At(location) is not { IsFolder: false, Version: var version }) return null;
            if (files[index] is { Problem: null } && files[index].Version == version) continue;
            if (SourceFile.Read(path, version, spill) is not { } file) return null;
            files[index] = file;
        }

        return previous with { Files = files.DrainToImmutable() };
    }

    public static bool IsSource(string path) => Extensions.Contains(Path.GetExtension(path));

    public static bool IsYaml(string path) => Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML";

    private static bool IsIgnored(string folderName) => folderName is ['.', ..] or "node_modules";

    private static IEnumerable<(string Path, FileVersion Version)> Walk(
        string root, string folder, string prefix, ImmutableArray<string> trail, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var entries = Entries(folder, prefix, diagnostics);
        // The output of 'build' is not content in any folder.
        if (prefix.Length > 0 && entries.Exists(entry => entry is { Name: OutputNames.List, IsFolder: false })) yield break;
        var names = entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            // When both Unicode forms of a name exist, they are two files.
            var path = prefix + (NormalPath.Of(entry.Name) is var name && names.Contains(name) ? entry.Name : name);
            if (path is LockNames.Lock or LockNames.Rejected or OutputNames.List) continue;
            var found = entry;
            if (entry.IsLink)
            {
                var location = RealPath.Of(entry.Version.Location);
                if (!RealPath.IsInside(location, root))
                {
                    var problem = $"this symbolic link leads out of the content folder (to {location}); put the file itself here";
                    diagnostics.Add(new Diagnostic(path, 0, Severity.Error, problem));
                    continue;
                }

                if (FolderEntry.At(location) is not { } target) continue;
                found = target;
            }

            if (!found.IsFolder) yield return (path, found.Version);
            else if (!IsIgnored(entry.Name) && !trail.Contains(found.Version.Location))
            {
                var below = Walk(root, found.Version.Location, path + "/", trail.Add(found.Version.Location), diagnostics);
                foreach (var file in below) yield return file;
            }
        }
    }

    private static ImmutableArray<AssetFile> Pulled(
        string folder, FolderReading? previous, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var known = (previous?.Pulled ?? []).ToDictionary(asset => asset.File.Path, StringComparer.Ordinal);
        const string Prefix = $"{SourceSettings.Folder}/";
        return
        [
            .. Entries(Path.Join(RealPath.Of(folder), SourceSettings.Folder), Prefix, diagnostics)
                .Where(entry => !entry.IsFolder && !entry.IsLink)
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
                .Select(entry => AssetFile.At(Prefix + entry.Name, entry.Version, known.GetValueOrDefault(Prefix + entry.Name))),
        ];
    }

    private static List<FolderEntry> Entries(string folder, string prefix, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        try
        {
            return FolderEntry.In(folder);
        }
        catch (DirectoryNotFoundException) when (prefix.Length > 0)
        {
            // It was removed after it was listed.
            return [];
        }
        catch (UnauthorizedAccessException)
        {
            diagnostics.Add(new Diagnostic(prefix.TrimEnd('/'), 0, Severity.Error, "this folder cannot be read: permission denied"));
            return [];
        }
    }
}
