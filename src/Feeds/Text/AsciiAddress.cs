using System.Text;

namespace Feeds.Text;

/// <summary>Writes addresses in ASCII, which AbsoluteUri does not do for an internationalized host.</summary>
internal static class AsciiAddress
{
    /// <summary>Whether an address has such a form: some hosts that .NET accepts have none.</summary>
    public static bool IsOf(Uri address)
    {
        if (Ascii.IsValid(address.Host)) return true;
        try
        {
            return Ascii.IsValid(Of(address));
        }
        catch (UriFormatException)
        {
            // .NET has no check without an exception.
            return false;
        }
    }

    public static string Of(Uri address) =>
        (Ascii.IsValid(address.Host) ? address : new UriBuilder(address) { Host = address.IdnHost }.Uri).AbsoluteUri;
}
