namespace Feeds.Identity.Format;

/// <summary>Writes a file whole or not at all.</summary>
internal static class WholeFile
{
    private const int BufferSize = 65_536;

    /// <summary>A new file older than this was left by a process that was stopped.</summary>
    private static readonly TimeSpan LongestWriting = TimeSpan.FromMinutes(1);

    /// <param name="target">Not a symbolic link, which would be replaced.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <exception cref="IOException">It cannot be written, and is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written, and is unchanged.</exception>
    public static void Replace(string target, string name, Action<Stream> write)
    {
        var fresh = NewName(target);
        DeleteAbandoned(target);
        try
        {
            using (var stream = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize))
            {
                if (!OperatingSystem.IsWindows() && File.Exists(target))
                    File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, target, overwrite: true);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // .NET reports so that the system allows no file of that size.
            throw new IOException($"{name} would be larger than a file may be here", exception);
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    /// <summary>Writes nothing, but fails where the file could not be written.</summary>
    public static void Try(string target)
    {
        var fresh = NewName(target);
        File.OpenHandle(fresh, FileMode.CreateNew, FileAccess.Write).Dispose();
        File.Delete(fresh);
    }

    private static void DeleteAbandoned(string target)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(target)!, $"{Prefix(target)}*"))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > LongestWriting) File.Delete(file);
        }
    }

    private static string NewName(string target) => Path.Join(Path.GetDirectoryName(target), Prefix(target) + Path.GetRandomFileName());

    private static string Prefix(string target) => $".{Path.GetFileName(target)}.new.";
}
