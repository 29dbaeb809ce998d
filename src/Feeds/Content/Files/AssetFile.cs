using Feeds.Model;

namespace Feeds.Content.Files;

/// <summary>A file of the content folder that is not text, such as an image or a recording.</summary>
internal sealed record AssetFile(FileVersion Version, SiteFile File)
{
    /// <summary>Larger files belong on a file host, because the server keeps files in memory.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>Whether it should be published, but could not be read.</summary>
    public bool IsUnread => File.Bytes is { IsValueCreated: true, Value.IsEmpty: true } && Version.Length is > 0 and <= MaxBytes;

    /// <summary>The same file, read again if it could not be read before.</summary>
    public AssetFile RetryIfUnread() => IsUnread && At(File.Path, Version) is { File.Bytes.Value.IsEmpty: false } read ? read : this;

    /// <param name="known">The same of the previous reading; null for none.</param>
    public static AssetFile At(string path, FileVersion version, AssetFile? known = null) => known?.Version == version
        ? known.RetryIfUnread()
        : new(version, new SiteFile(path, version.Length, new Lazy<ReadOnlyMemory<byte>>(() => Read(version))));

    private static ReadOnlyMemory<byte> Read(FileVersion version)
    {
        if (version.Length > MaxBytes) return default;
        try
        {
            return System.IO.File.ReadAllBytes(version.Location);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
