using System.Globalization;
using Feeds.Model;

namespace Feeds.Content.Files;

/// <summary>A file of the content folder as it was found.</summary>
/// <param name="Path">Relative to the content folder, with <c>/</c> between the parts.</param>
/// <param name="Stamp">What the file system says of it; where that has not changed the bytes are not read again.</param>
/// <param name="Content">What it holds; empty where <paramref name="Problem"/> says why it could not be read.</param>
/// <param name="Hash">A hash of the bytes.</param>
/// <param name="Problem">Why it could not be read; null when it could.</param>
internal sealed record SourceFile(string Path, FileStamp Stamp, PackedBytes Content, UInt128 Hash, string? Problem)
{
    /// <summary>The hash as the lock writes it.</summary>
    public string HashText => Hash.ToString("x32", CultureInfo.InvariantCulture);
}

/// <summary>What tells one state of a file from another without reading it.</summary>
/// <param name="Location">The file itself, links followed: a folder swapped by a link changes it.</param>
internal sealed record FileStamp(string Location, long Length, DateTime WrittenUtc);

/// <summary>A file of the content folder that is no text: a picture, a recording, the slides of a talk.</summary>
internal sealed record OtherFile(FileStamp Stamp, SiteFile File)
{
    /// <summary>More than this is for a host of files, not for a server that keeps what it sends in memory.</summary>
    public const long MaxOctets = 16 * 1024 * 1024;

    /// <summary>Whether it was to be published, and could not be read.</summary>
    public bool IsUnread => File.Bytes is { IsValueCreated: true, Value.IsEmpty: true } && Stamp.Length is > 0 and <= MaxOctets;

    /// <summary>Itself, or another that can be read where it could not.</summary>
    public OtherFile Again() => IsUnread && At(File.Path, Stamp) is { File.Bytes.Value.IsEmpty: false } mended ? mended : this;

    public static OtherFile At(string path, FileStamp stamp) => new(stamp, new SiteFile(path, stamp.Length, new Lazy<ReadOnlyMemory<byte>>(() => Read(stamp))));

    private static ReadOnlyMemory<byte> Read(FileStamp stamp)
    {
        if (stamp.Length > MaxOctets) return default;
        try
        {
            return System.IO.File.ReadAllBytes(stamp.Location);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
