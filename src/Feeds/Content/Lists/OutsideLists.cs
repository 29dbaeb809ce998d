using System.Text;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Settings;

namespace Feeds.Content.Lists;

/// <summary>Reads the lists that <c>site.yaml</c> names beside the content folder, inside its repository.</summary>
internal static class OutsideLists
{
    private const string Mark = "../";

    /// <param name="root">The content folder, with links resolved.</param>
    public static IEnumerable<SourceFile> Read(string root, SourceFile[] files, FolderReading? previous)
    {
        if (files.FirstOrDefault(file => file.Path == SettingsFile.Path) is not { Problem: null } settings) yield break;
        var text = Encoding.UTF8.GetString(settings.Content.Unpacked());
        if (!text.Contains(Mark, StringComparison.Ordinal)) yield break;
        var values = YamlFrontMatter.Values(text, firstLine: 1, new DiagnosticBag(SettingsFile.Path));
        var field = (values.Fields.FirstOrDefault(field => field.Key == "events")?.Value as MapValue)?.Fields
            .FirstOrDefault(field => field.Key == "files");
        var paths = (field?.Words() ?? []).Where(path => path.StartsWith(Mark, StringComparison.Ordinal)).ToArray();
        if (paths.Length == 0) yield break;
        var repository = RepositoryOf(root);
        foreach (var path in paths)
        {
            var location = RealPath.Of(Path.Join(root, path));
            if (FolderEntry.At(location) is not { IsFolder: false } entry) continue;
            if (repository is null || !RealPath.IsInside(location, repository))
            {
                const string Problem = "the file is outside the repository of the content, so it is not read; put it inside";
                yield return new SourceFile(path, entry.Version, PackedBytes.Empty, Hash: default, Problem);
            }
            else if (previous?.File(path) is { Problem: null } known && known.Version == entry.Version)
            {
                yield return known;
            }
            else if (SourceFile.Read(path, entry.Version, spill: null) is { } read)
            {
                yield return read;
            }
        }
    }

    /// <summary>The folders in which such lists lie.</summary>
    public static string[] FoldersOf(FolderReading folder) =>
    [
        .. folder.Files.TakeWhile(file => string.CompareOrdinal(file.Path, Mark + char.MaxValue) < 0)
            .Where(file => file.Path.StartsWith(Mark, StringComparison.Ordinal) && file.Problem is null)
            .Select(file => Path.GetDirectoryName(file.Version.Location)!)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The nearest folder above the content with <c>.git</c>, else the one that holds it; null for the root of the disk.</summary>
    private static string? RepositoryOf(string root)
    {
        for (var folder = root; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Join(folder, ".git"))) return folder;
        }

        return Path.GetDirectoryName(root) is { } parent && Path.GetDirectoryName(parent) is not null ? parent : null;
    }
}
