using System.Collections.Immutable;
using Feeds.Model.Names;

namespace Feeds.Identity.Format;

/// <summary>The file <c>feeds.lock</c> on disk, which is only ever replaced as a whole.</summary>
/// <remarks>Where it cannot be read or written, IOException or UnauthorizedAccessException says so, and it is unchanged.</remarks>
internal sealed class LockFile(string folder)
{
    private const string NewPrefix = ".feeds.lock.new.";
    private const int BufferSize = 65_536;

    /// <summary>A new file older than this was left by a process that was stopped.</summary>
    private static readonly TimeSpan LongestWriting = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public string Location { get; } = Path.Join(folder, LockNames.Lock);

    /// <summary>Shows whether the file changed without reading it.</summary>
    public (long Length, DateTime WrittenUtc) State =>
        new FileInfo(Target) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;

    // The path may be a symbolic link.
    private string Target => new FileInfo(Location).LinkTarget is null
        ? Path.GetFullPath(Location)
        : File.ResolveLinkTarget(Location, returnFinalTarget: true)!.FullName;

    /// <summary>Reads the file; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Read()
    {
        try
        {
            return File.ReadAllBytes(Location);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return default;
        }
    }

    /// <summary>Runs an action while no other process writes the file.</summary>
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

        throw new IOException($"another program is writing {Location}");
    }

    public void CheckWritable()
    {
        var trial = NewName();
        File.OpenHandle(trial, FileMode.CreateNew, FileAccess.Write).Dispose();
        File.Delete(trial);
    }

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
                    File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, target, overwrite: true);
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // .NET reports so that the system allows no file of that size.
            throw new IOException($"{Location} would be larger than a file may be here", exception);
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
