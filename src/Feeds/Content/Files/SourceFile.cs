using Feeds.Content.Lists;
using Feeds.Model.Names;

namespace Feeds.Content.Files;

/// <summary>A text file of the content folder.</summary>
/// <param name="Path">Relative to the content folder, with <c>/</c> between the parts.</param>
/// <param name="Hash">A hash of the bytes.</param>
/// <param name="Problem">Why it cannot be read; null when it can.</param>
internal sealed record SourceFile(string Path, FileVersion Version, PackedBytes Content, ContentHash Hash, string? Problem)
{
    /// <summary>Larger files are hardly texts.</summary>
    private const int MaxMebibytes = 8;

    /// <summary>The entry of a list that it stands for; null for a file of the folder.</summary>
    public ListEntry? Entry { get; init; }

    /// <summary>The path of the file in the folder, which is that of the list for an entry.</summary>
    public string FilePath => Entry is null ? Path : EntryPath.FileOf(Path)!;

    /// <summary>Reads a file; null when it was removed in the meantime.</summary>
    public static SourceFile? Read(string path, FileVersion version, SpillFile? spill)
    {
        var mebibytes = version.Length / 1024 / 1024;
        var most = ContentFolder.IsYaml(path) ? ListFiles.MaxMebibytes : MaxMebibytes;
        if (version.Length > most * 1024 * 1024)
            return Unread(FormattableString.Invariant($"the file is {mebibytes} MiB; a text of at most {most} MiB is read"));
        try
        {
            var bytes = File.ReadAllBytes(version.Location);
            return new SourceFile(path, version, PackedBytes.Of(bytes, spill), ContentHash.Of(bytes), Problem: null);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return Unread("the file cannot be read: permission denied");
        }
        catch (IOException exception)
        {
            return Unread($"the file cannot be read: {exception.Message}");
        }

        SourceFile Unread(string problem) => new(path, version, PackedBytes.Empty, Hash: default, problem);
    }
}

/// <summary>Identifies a version of a file without reading it.</summary>
/// <param name="Location">The file itself, with links resolved, so that it changes when a link to its folder does.</param>
internal sealed record FileVersion(string Location, long Length, DateTime WrittenUtc);
