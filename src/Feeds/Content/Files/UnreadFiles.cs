using System.Collections.Immutable;
using Feeds.Content.Kinds;
using Feeds.Content.Lists;
using Feeds.Model;

namespace Feeds.Content.Files;

/// <summary>Warns of files that seem to contain events and are not read.</summary>
internal static class UnreadFiles
{
    private const int MaxNamed = 10;

    private static readonly ImmutableArray<string> DataNames =
        ["event", "events", "meetup", "meetups", "calendar", "conferences", "talks"];

    public static IEnumerable<Diagnostic> Diagnostics(FolderReading folder, SiteSettings settings)
    {
        var all = folder.Files.Select(file => file.Path).Concat(folder.Assets.Select(asset => asset.File.Path));
        string[] paths = [.. all.Where(path => IsUnread(path, settings)).Order(StringComparer.Ordinal)];
        string[] lists = [.. paths.Where(ListFiles.IsData)];
        string[] others = [.. paths.Except(lists, StringComparer.Ordinal)];
        if (lists.Length > 0)
        {
            var read = folder.Files.Select(file => file.Path).Concat(folder.Assets.Select(asset => asset.File.Path))
                .Where(path => ListFiles.IsInDataFolder(path) && ListFiles.IsList(path, settings))
                .Concat(settings.Events.Files);
            var files = string.Join(", ", read.Concat(lists.Take(MaxNamed)).Distinct(StringComparer.Ordinal));
            yield return Warning(lists, $"if events are listed there, write 'events: {{ files: [{files}] }}' in site.yaml");
        }

        if (others.Length == 0) yield break;
        var below = settings.Events.Folders.FirstOrDefault("events");
        yield return Warning(others, $"write each event in a Markdown or YAML file of its own, below '{below}'");
    }

    private static Diagnostic Warning(string[] paths, string cure)
    {
        var more = paths.Length > MaxNamed ? FormattableString.Invariant($" and {paths.Length - MaxNamed} more") : "";
        var subject = paths.Length == 1
            ? "this file lies where events are, and is"
            : FormattableString.Invariant($"{paths.Length} files lie where events are, and are");
        var named = string.Join(", ", paths.Take(MaxNamed));
        return new Diagnostic(paths[0], 0, Severity.Warning, $"{subject} not read: {named}{more}; {cure}");
    }

    private static bool IsUnread(string path, SiteSettings settings)
    {
        if (DocumentReader.IsDocument(path, settings) && ContentFolder.IsSource(path)) return false;
        if (ListFiles.IsList(path, settings) || ListFiles.DescribesAFolder(path)) return false;
        var isCalendar = Path.GetExtension(path).Equals(".ics", StringComparison.OrdinalIgnoreCase);
        if (isCalendar && FolderName.IsAbove(path, settings.Events.Folders)) return true;
        return (isCalendar || ListFiles.IsData(path)) && ListFiles.IsInDataFolder(path) && (DataNames.Contains(ListFiles.NameOf(path))
            || settings.Events.Folders.Select(FolderName.Plain).Contains(ListFiles.NameOf(path), StringComparer.Ordinal));
    }
}
