using System.Collections.Immutable;
using Feeds.Content.Kinds;
using Feeds.Model;

namespace Feeds.Content.Files;

/// <summary>Warns of files that seem to contain events and are not read.</summary>
internal static class UnreadFiles
{
    private const int MaxNamed = 10;

    private static readonly ImmutableArray<string> Extensions = [".json", ".toml", ".csv", ".ics"];
    private static readonly ImmutableArray<string> DataExtensions = [.. Extensions, ".yaml", ".yml"];
    private static readonly ImmutableArray<string> DataNames = ["event", "events", "meetup", "meetups", "calendar"];

    public static IEnumerable<Diagnostic> Diagnostics(FolderReading folder, SiteSettings settings)
    {
        var all = folder.Files.Select(file => file.Path).Concat(folder.Assets.Select(asset => asset.File.Path));
        string[] paths = [.. all.Where(path => IsUnread(path, settings)).Order(StringComparer.Ordinal)];
        if (paths.Length == 0) yield break;
        var more = paths.Length > MaxNamed ? FormattableString.Invariant($" and {paths.Length - MaxNamed} more") : "";
        var (named, below) = (string.Join(", ", paths.Take(MaxNamed)), settings.Events.Folders.FirstOrDefault("events"));
        var subject = paths.Length == 1
            ? "this file lies where events are, and is"
            : FormattableString.Invariant($"{paths.Length} files lie where events are, and are");
        var cure = $"write each event in a Markdown or YAML file of its own, below '{below}'";
        yield return new Diagnostic(paths[0], 0, Severity.Warning, $"{subject} not read: {named}{more}; {cure}");
    }

    private static bool IsUnread(string path, SiteSettings settings)
    {
        if (DocumentReader.IsDocument(path, settings) && ContentFolder.IsSource(path)) return false;
        var (folder, name) = (Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path).ToLowerInvariant());
        var extension = Path.GetExtension(path).ToLowerInvariant();
        // Eleventy and Docusaurus describe a folder in such files.
        if (name.EndsWith(".11tydata", StringComparison.Ordinal) || name is "_category_") return false;
        if (Extensions.Contains(extension) && FolderName.IsAbove(path, settings.Events.Folders)) return true;
        var isData = Path.GetFileName(folder) is "" or "_data" or "data";
        return isData && DataExtensions.Contains(extension) && (DataNames.Contains(name)
            || settings.Events.Folders.Select(FolderName.Plain).Contains(name, StringComparer.Ordinal));
    }
}
