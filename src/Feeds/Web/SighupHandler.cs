using System.Runtime.InteropServices;

namespace Feeds.Web;

/// <summary>Reads the content again on SIGHUP.</summary>
internal static class SighupHandler
{
    /// <summary>Null where the signal means something else.</summary>
    public static PosixSignalRegistration? Register(Action readAgain)
    {
        // At a terminal it says that the terminal was closed, and ends the program; on Windows nothing sends it.
        if (OperatingSystem.IsWindows() || !Console.IsInputRedirected) return null;
        return PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            readAgain();
        });
    }
}
