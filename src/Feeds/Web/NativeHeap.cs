using System.Runtime.InteropServices;

namespace Feeds.Web;

/// <summary>The memory that compression and the runtime take beside the collector's.</summary>
internal static class NativeHeap
{
    /// <summary>Gives back what is free; only glibc keeps so much that it has a call for this.</summary>
    public static void Trim()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = MallocTrim(0);
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            // Another C library: it has nothing to give back.
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int MallocTrim(nuint pad);
}
