using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Languages;
using Feeds.Content.Names;
using Feeds.Model;

namespace Feeds.Content.Kinds;

/// <summary>Finds the folders that belong to one event, such as <c>events/2027-03-18-maps</c> with its talks.</summary>
internal static class EventFolders
{
    /// <summary>Say that a dated file is an event and not a page that lists some.</summary>
    private static readonly ImmutableArray<string> Supporting =
        [.. FieldNames.StartTime, .. FieldNames.End, .. FieldNames.EndTime, .. FieldNames.Duration, .. FieldNames.PlaceName];

    /// <summary>The folders, without a slash at the end.</summary>
    public static FrozenSet<string> Of(FolderReading folder, SiteSettings settings)
    {
        var candidates = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in folder.Files)
        {
            if (DocumentKindReader.FolderOf(file.Path, settings) != DocumentKind.Event) continue;
            var parent = ParentOf(file.Path);
            if (IsIndex(file.Path)) parent = ParentOf(parent);
            for (; parent.Length > 0 && FolderName.IsAbove(parent, settings.Events.Folders); parent = ParentOf(parent))
                candidates.Add(parent);
        }

        return folder.Files
            .Where(file => candidates.Contains(FolderOf(file.Path)) && IsEvent(file, settings))
            .Select(file => FolderOf(file.Path))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a file lies in such a folder and is not the event itself.</summary>
    public static bool Contain(FrozenSet<string> folders, string path)
    {
        if (folders.Count == 0) return false;
        var parent = ParentOf(path);
        if (IsIndex(path)) parent = ParentOf(parent);
        for (; parent.Length > 0; parent = ParentOf(parent))
        {
            if (folders.Contains(parent)) return true;
        }

        return false;
    }

    private static bool IsEvent(SourceFile file, SiteSettings settings)
    {
        var report = new DiagnosticBag(file.Path);
        if (file.Problem is not null || SourceText.Read(file, report) is not { } text) return false;
        var front = new FrontMatterFields(FrontMatterBlock.Read(text, report).Values, settings.Keys);
        if (front.FindWritten(FieldNames.Start) is not null) return true;
        if (DocumentName.Of(LocalizedPath.Of(file.Path), front).Date is not null) return true;
        return front.FindWritten(["date"]) is not null && front.FindWritten(Supporting) is not null;
    }

    /// <summary>The folder that belongs to a file: its own for an index, else the one with its name.</summary>
    private static string FolderOf(string path) =>
        IsIndex(path) ? ParentOf(path) : path[..^Path.GetExtension(path).Length];

    private static bool IsIndex(string path) =>
        !ContentFolder.IsYaml(path) && Path.GetFileNameWithoutExtension(path).Equals("index", StringComparison.OrdinalIgnoreCase);

    private static string ParentOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";
}
