using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;

namespace Feeds.Content.Files;

/// <summary>A temporary file that keeps the texts of a large site out of memory, and ends with the process.</summary>
/// <remarks>
/// The content itself is no substitute: a file that breaks keeps what it said before, and by then its old text is overwritten.
/// The row 'store for 10000 posts' of Feeds.Benchmarks needs this.
/// </remarks>
internal sealed class SpillFile(string folder)
{
    /// <summary>A small site needs no file.</summary>
    private const long BytesInMemory = 1024 * 1024;

    /// <summary>Places have few sizes, so that the next version of a text fits where an earlier one was.</summary>
    private const int BytesOfStep = 1024;

    private readonly Lazy<FileStream?> file = new(() => Open(folder));
    private readonly ConcurrentDictionary<int, ConcurrentBag<long>> free = new();
    private long inMemory;
    private long length;

    public SpillFile()
        : this(DefaultFolder)
    {
    }

    /// <summary>In bytes.</summary>
    public long Length => Interlocked.Read(ref length);

    // On many systems /tmp is memory.
    private static string DefaultFolder =>
        Environment.GetEnvironmentVariable("TMPDIR") is null or "" && Directory.Exists("/var/tmp") ? "/var/tmp" : Path.GetTempPath();

    /// <summary>Where the bytes were written; null when memory has to hold them.</summary>
    public SpilledBytes? Write(ReadOnlySpan<byte> bytes)
    {
        if (Interlocked.Read(ref inMemory) < BytesInMemory)
        {
            Interlocked.Add(ref inMemory, bytes.Length);
            return null;
        }

        if (file.Value is not { } stream) return null;
        var size = ((bytes.Length / BytesOfStep) + 1) * BytesOfStep;
        var offset = free.TryGetValue(size, out var offsets) && offsets.TryTake(out var freed)
            ? freed
            : Interlocked.Add(ref length, size) - size;
        try
        {
            RandomAccess.Write(stream.SafeFileHandle, bytes, offset);
            return new SpilledBytes(this, offset, size);
        }
        catch (Exception exception) when (exception is IOException or ArgumentOutOfRangeException)
        {
            // The disk is full, or the system allows no larger file, which the runtime reports by an argument.
            Free(offset, size);
            return null;
        }
    }

    /// <exception cref="IOException">The disk does not return what was written.</exception>
    public void Read(long offset, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var count = RandomAccess.Read(file.Value!.SafeFileHandle, bytes, offset);
            if (count == 0) throw new EndOfStreamException("the temporary file is shorter than what was written to it");
            bytes = bytes[count..];
            offset += count;
        }
    }

    public void Free(long offset, int size) => free.GetOrAdd(size, _ => []).Add(offset);

    private static FileStream? Open(string folder)
    {
        var path = Path.Join(folder, $"feeds-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (OperatingSystem.IsWindows()) options.Options = FileOptions.DeleteOnClose;
        else options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            var stream = new FileStream(path, options);
            // Without a name, it ends with the process even after a kill.
            if (!OperatingSystem.IsWindows()) File.Delete(path);
            return stream;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>Bytes in a spill file, whose place is free again when nothing refers to them.</summary>
internal sealed class SpilledBytes : SafeHandleMinusOneIsInvalid
{
    private readonly SpillFile file;
    private readonly long offset;
    private readonly int size;

    public SpilledBytes(SpillFile file, long offset, int size)
        : base(ownsHandle: true)
    {
        (this.file, this.offset, this.size) = (file, offset, size);
        SetHandle(0);
    }

    /// <summary>Reads the first bytes.</summary>
    public void Read(Span<byte> bytes)
    {
        file.Read(offset, bytes);
        GC.KeepAlive(this);
    }

    protected override bool ReleaseHandle()
    {
        file.Free(offset, size);
        return true;
    }
}
