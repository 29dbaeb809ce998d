using System.Runtime.InteropServices;

namespace Feeds.Web;

/// <summary>SIGHUP, by which an operator has the content read again.</summary>
internal static class SighupHandler
{
    /// <summary>Takes the signal over; null where it means something else.</summary>
    public static PosixSignalRegistration? Register(Action readAgain)
    {
        // At a terminal it says that the terminal was closed, and ends the program as any other; Windows has nothing that sends it.
        if (OperatingSystem.IsWindows() || !Console.IsInputRedirected) return null;
        return PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            readAgain();
        });
    }
}
