using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Feeds.Tests;

/// <summary>Does something as a user without rights, for file systems refuse nothing to root.</summary>
internal static partial class Unprivileged
{
    private const uint Nobody = 65534;

    public static void Run(Action action) => Run(() =>
    {
        action();
        return 0;
    });

    /// <summary>Runs on a thread of its own: on Linux each has its own user for the file system.</summary>
    public static T Run<T>(Func<T> action)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return action();
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            var before = SetFileSystemUser(Nobody);
            try
            {
                result = action();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
            finally
            {
                _ = SetFileSystemUser((uint)before);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(uint user);
}
