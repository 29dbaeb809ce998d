using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;

namespace Feeds.Content.Files;

/// <summary>A temporary file that has no name and ends with the process: with it, memory does not grow with the bodies of a site. The first megabyte stays in memory, and so does everything where no such file can be made.</summary>
/// <param name="folder">Where the file is made.</param>
internal sealed class Spool(string folder)
{
    private const long OctetsInMemory = 1024 * 1024;

    /// <summary>A text that is edited keeps its size more or less, so that its next version fits where one before it was.</summary>
    private const int OctetsOfStep = 1024;

    public static readonly Spool Shared = new(Path.GetTempPath());

    private readonly Lazy<FileStream?> file = new(() => Open(folder));
    private readonly ConcurrentDictionary<int, ConcurrentBag<long>> free = new();
    private long inMemory;
    private long end;

    /// <summary>How far the file reaches.</summary>
    public long Octets => Interlocked.Read(ref end);

    /// <summary>Where the bytes were written; null where memory is to keep them.</summary>
    public SpoolBlock? Write(ReadOnlySpan<byte> bytes)
    {
        if (Interlocked.Read(ref inMemory) < OctetsInMemory)
        {
            Interlocked.Add(ref inMemory, bytes.Length);
            return null;
        }

        if (file.Value is not { } stream) return null;
        var octets = ((bytes.Length / OctetsOfStep) + 1) * OctetsOfStep;
        var offset = Take(octets);
        try
        {
            RandomAccess.Write(stream.SafeFileHandle, bytes, offset);
            return new SpoolBlock(this, offset, octets);
        }
        catch (Exception exception) when (exception is IOException or ArgumentOutOfRangeException)
        {
            // The disk is full, or the system allows no file of that size, which the runtime says by its argument.
            Free(offset, octets);
            return null;
        }
    }

    /// <summary>The first bytes from an offset on.</summary>
    /// <exception cref="IOException">The disk does not give back what it took.</exception>
    public byte[] Read(long offset, int length)
    {
        var bytes = new byte[length];
        for (var read = 0; read < length;)
        {
            var more = RandomAccess.Read(file.Value!.SafeFileHandle, bytes.AsSpan(read), offset + read);
            if (more == 0) throw new EndOfStreamException("The temporary file is shorter than what was written to it.");
            read += more;
        }

        return bytes;
    }

    /// <summary>Lets another text take a place that nobody needs any more.</summary>
    public void Free(long offset, int octets) => free.GetOrAdd(octets, _ => []).Add(offset);

    private long Take(int octets) => free.TryGetValue(octets, out var offsets) && offsets.TryTake(out var freed) ? freed : Interlocked.Add(ref end, octets) - octets;

    private static FileStream? Open(string folder)
    {
        var path = Path.Join(folder, $"feeds-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (OperatingSystem.IsWindows()) options.Options = FileOptions.DeleteOnClose;
        else options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            var stream = new FileStream(path, options);
            // Without a name it is gone even after a kill.
            if (!OperatingSystem.IsWindows()) File.Delete(path);
            return stream;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>A piece of the spool, free again when nobody knows it any more.</summary>
internal sealed class SpoolBlock : SafeHandleMinusOneIsInvalid
{
    private readonly Spool spool;
    private readonly long offset;
    private readonly int octets;

    public SpoolBlock(Spool spool, long offset, int octets)
        : base(ownsHandle: true)
    {
        (this.spool, this.offset, this.octets) = (spool, offset, octets);
        SetHandle(0);
    }

    /// <summary>Its first bytes.</summary>
    public byte[] Read(int length)
    {
        var bytes = spool.Read(offset, length);
        GC.KeepAlive(this);
        return bytes;
    }

    protected override bool ReleaseHandle()
    {
        spool.Free(offset, octets);
        return true;
    }
}
