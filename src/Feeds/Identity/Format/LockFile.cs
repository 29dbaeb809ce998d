using System.Collections.Immutable;
using Feeds.Model.Names;

namespace Feeds.Identity.Format;

/// <summary>The file <c>feeds.lock</c> on disk, which is only ever replaced as a whole.</summary>
/// <remarks>Where it cannot be read or written, IOException or UnauthorizedAccessException says so, and it is unchanged.</remarks>
internal sealed class LockFile(string folder)
{
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

    public void CheckWritable() => WholeFile.Try(Target);

    public void Replace(Action<Stream> write, FolderHandle handle)
    {
        WholeFile.Replace(Target, Location, write);
        handle.Flush();
    }

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
