using System.Runtime.InteropServices;

namespace Feeds.Web;

/// <summary>The signal of a system that lets no file grow beyond a size (<c>LimitFSIZE=</c> of systemd): unless it is ignored, the first such write ends the process.</summary>
internal static class FileGrowth
{
    /// <summary>SIGXFSZ, on Linux and macOS.</summary>
    private const int Exceeded = 25;

    private const nint Ignored = 1;

    /// <summary>Lets such a write fail, like one to a full disk.</summary>
    public static void Survive()
    {
        if (!OperatingSystem.IsWindows()) _ = Answer(Exceeded, Ignored);
    }

    [DllImport("libc", EntryPoint = "signal"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint Answer(int signal, nint answer);
}
