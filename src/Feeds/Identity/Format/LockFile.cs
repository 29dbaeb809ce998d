using System.Collections.Immutable;
using Feeds.Model.Names;

namespace Feeds.Identity.Format;

/// <summary>The file <c>feeds.lock</c> on disk, which is only ever replaced as a whole.</summary>
internal sealed class LockFile(string folder)
{
    private const string NewPrefix = ".feeds.lock.new.";

    private const int BufferSize = 65_536;

    /// <summary>A new file older than this was left by a process that was stopped.</summary>
    private static readonly TimeSpan LongestWriting = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly string path = Path.Join(folder, LockNames.Lock);

    public string Location => path;

    /// <summary>Shows whether the file changed without reading it.</summary>
    public (long Length, DateTime WrittenUtc) State =>
        new FileInfo(Target) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;

    // The path may be a symbolic link.
    private string Target => new FileInfo(path).LinkTarget is null
        ? Path.GetFullPath(path)
        : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    /// <summary>Reads the file; empty when there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public ReadOnlyMemory<byte> Read()
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return default;
        }
    }

    /// <summary>Runs an action while no other process writes the file.</summary>
    /// <exception cref="IOException">The folder cannot be opened, or another process does not finish writing.</exception>
    public void Exclusively(Action<FolderHandle> action)
    {
        var parent = Path.GetDirectoryName(Target)!;
        for (var waited = TimeSpan.Zero; waited < LongestWait; waited += Pause)
        {
            using var handle = FolderHandle.TryHold(parent);
            if (handle is not null)
            {
                action(handle);
                return;
            }

            Thread.Sleep(Pause);
        }

        throw new IOException($"another program is writing {path}");
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public void CheckWritable()
    {
        var trial = NewName();
        File.OpenHandle(trial, FileMode.CreateNew, FileAccess.Write).Dispose();
        File.Delete(trial);
    }

    /// <exception cref="IOException">The file cannot be written, and is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written, and is unchanged.</exception>
    public void Replace(Action<Stream> write, FolderHandle handle)
    {
        var target = Target;
        var fresh = NewName();
        DeleteAbandoned(Path.GetDirectoryName(target)!);
        try
        {
            using (var stream = new FileStream(fresh, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferSize))
            {
                if (!OperatingSystem.IsWindows() && File.Exists(target))
                {
                    File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
                }

                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, target, overwrite: true);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // .NET reports so that the system allows no file of that size.
            throw new IOException($"{path} would be larger than a file may be here", exception);
        }
        finally
        {
            File.Delete(fresh);
        }

        handle.Flush();
    }

    private static void DeleteAbandoned(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, NewPrefix + "*"))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > LongestWriting) File.Delete(file);
        }
    }

    private string NewName() => Path.Join(Path.GetDirectoryName(Target), NewPrefix + Path.GetRandomFileName());

    /// <exception cref="IOException">The lines cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The lines must not be written.</exception>
    public void AppendRejected(ImmutableArray<ReadOnlyMemory<byte>> lines)
    {
        if (lines.IsEmpty) return;
        using var stream = new FileStream(Path.Join(folder, LockNames.Rejected), FileMode.Append, FileAccess.Write);
        foreach (var line in lines)
        {
            stream.Write(line.Span);
            stream.WriteByte((byte)'\n');
        }

        stream.Flush(flushToDisk: true);
    }
}
