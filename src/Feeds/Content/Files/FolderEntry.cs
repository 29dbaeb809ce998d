using System.IO.Enumeration;
using Feeds.Content.Sources;
using Feeds.Model.Names;

namespace Feeds.Content.Files;

/// <summary>A file or folder in the list of its folder.</summary>
internal sealed record FolderEntry(string Name, FileVersion Version, bool IsFolder, bool IsLink)
{
    private static readonly EnumerationOptions All = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>The entries in any order, without hidden ones except for the files that the program writes and reads.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be listed.</exception>
    public static List<FolderEntry> In(string folder) =>
    [
        .. new FileSystemEnumerable<FolderEntry>(folder, Of, All)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                entry.FileName is (not ['.', ..]) or OutputNames.List or PullRecords.Name,
        },
    ];

    public static FolderEntry? At(string location)
    {
        if (Directory.Exists(location))
            return new FolderEntry(Path.GetFileName(location), Unversioned(location), IsFolder: true, IsLink: false);
        var file = new FileInfo(location);
        if (!file.Exists) return null;
        var version = new FileVersion(location, file.Length, file.LastWriteTimeUtc);
        return new FolderEntry(file.Name, version, IsFolder: false, IsLink: false);
    }

    private static FolderEntry Of(ref FileSystemEntry entry)
    {
        var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        var location = entry.ToFullPath();
        var version = entry.IsDirectory || isLink
            ? Unversioned(location)
            : new FileVersion(location, entry.Length, entry.LastWriteTimeUtc.UtcDateTime);
        return new FolderEntry(entry.FileName.ToString(), version, entry.IsDirectory, isLink);
    }

    private static FileVersion Unversioned(string location) => new(location, 0, default);
}
