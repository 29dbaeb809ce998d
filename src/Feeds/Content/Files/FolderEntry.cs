using System.IO.Enumeration;
using Feeds.Model.Names;

namespace Feeds.Content.Files;

/// <summary>A file or folder as its folder lists it.</summary>
/// <param name="Stamp">Where it is, and for a file what the file system says of it.</param>
internal sealed record FolderEntry(string Name, FileStamp Stamp, bool IsFolder, bool IsLink)
{
    private static readonly EnumerationOptions All = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>What a folder holds, in any order; of what is hidden by a dot only the list by which an output folder is known.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be listed.</exception>
    public static List<FolderEntry> In(string folder) =>
    [
        .. new FileSystemEnumerable<FolderEntry>(folder, Of, All)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.FileName is not ['.', ..] || entry.FileName is OutputNames.List,
        },
    ];

    /// <summary>What is at the end of a link; null when that is nothing.</summary>
    public static FolderEntry? At(string location)
    {
        if (Directory.Exists(location)) return new FolderEntry(Path.GetFileName(location), new FileStamp(location, 0, default), IsFolder: true, IsLink: false);
        var file = new FileInfo(location);
        return file.Exists ? new FolderEntry(file.Name, new FileStamp(location, file.Length, file.LastWriteTimeUtc), IsFolder: false, IsLink: false) : null;
    }

    private static FolderEntry Of(ref FileSystemEntry entry)
    {
        var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        var location = entry.ToFullPath();
        return entry.IsDirectory || isLink
            ? new FolderEntry(entry.FileName.ToString(), new FileStamp(location, 0, default), entry.IsDirectory, isLink)
            : new FolderEntry(entry.FileName.ToString(), new FileStamp(location, entry.Length, entry.LastWriteTimeUtc.UtcDateTime), IsFolder: false, IsLink: false);
    }
}
