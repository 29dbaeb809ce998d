using System.Runtime.InteropServices;

namespace Feeds.Identity.Format;

/// <summary>An exclusive lock on a folder, which the operating system releases when the process ends.</summary>
internal sealed class FolderHandle : IDisposable
{
    private const int ExclusiveNonBlocking = 2 | 4;
    private const string NameOnWindows = ".feeds.lock.turn";

    private readonly int descriptor = -1;
    private readonly FileStream? file;

    private FolderHandle(int descriptor) => this.descriptor = descriptor;

    private FolderHandle(FileStream file) => this.file = file;

    /// <returns>Null while another process holds the folder.</returns>
    /// <exception cref="IOException">The folder cannot be opened.</exception>
    public static FolderHandle? TryHold(string folder)
    {
        if (OperatingSystem.IsWindows()) return TryHoldByFile(Path.Join(folder, NameOnWindows));
        var opened = Open(folder, 0);
        if (opened < 0)
            throw new IOException($"{folder} cannot be opened: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

        var handle = new FolderHandle(opened);
        // Some network file systems have no such locks: the file is still written whole, but two processes may write at the same time.
        if (Lock(opened, ExclusiveNonBlocking) == 0 || !IsHeldByAnother(Marshal.GetLastPInvokeError())) return handle;
        handle.Dispose();
        return null;
    }

    /// <summary>Makes a rename in the folder survive a loss of power.</summary>
    public void Flush()
    {
        // Some file systems refuse this, and the file is whole without it.
        if (descriptor >= 0) _ = Flush(descriptor);
    }

    public void Dispose()
    {
        file?.Dispose();
        if (descriptor >= 0) _ = Close(descriptor);
    }

    // EWOULDBLOCK on Linux and on the BSDs, and EINTR.
    private static bool IsHeldByAnother(int error) => error is 11 or 35 or 4;

    private static FolderHandle? TryHoldByFile(string path)
    {
        try
        {
            return new FolderHandle(new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "flock", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Lock(int descriptor, int operation);

    [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Close(int descriptor);
}
