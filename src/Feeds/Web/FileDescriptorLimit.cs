using System.Runtime.InteropServices;

namespace Feeds.Web;

/// <summary>How many files and connections the system lets this process have open at once.</summary>
internal static class FileDescriptorLimit
{
    private const int NumberOnLinux = 7;
    private const int NumberOnMacOS = 8;

    /// <summary>The limit, which the runtime has raised as far as it may; endless where it is not known.</summary>
    public static long Limit
    {
        get
        {
            if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) return long.MaxValue;
            var isKnown = Get(OperatingSystem.IsLinux() ? NumberOnLinux : NumberOnMacOS, out var limit) == 0;
            return isKnown ? (long)Math.Min(limit.Now, long.MaxValue) : long.MaxValue;
        }
    }

    [DllImport("libc", EntryPoint = "getrlimit"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Get(int resource, out Pair limit);

    /// <summary>What the system says of a limit.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Pair
    {
        public readonly ulong Now;
        public readonly ulong Most;
    }
}
