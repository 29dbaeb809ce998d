using System.Text;

namespace Feeds.Text;

/// <summary>Writes addresses in ASCII alone, which AbsoluteUri does not do for an internationalised host.</summary>
internal static class AsciiAddress
{
    /// <summary>Whether an address can be written so: some hosts that .NET takes have no such form.</summary>
    public static bool IsOf(Uri address)
    {
        if (Ascii.IsValid(address.Host)) return true;
        try
        {
            return Ascii.IsValid(Of(address));
        }
        catch (UriFormatException)
        {
            // .NET has no way to ask without.
            return false;
        }
    }

    public static string Of(Uri address) =>
        (Ascii.IsValid(address.Host) ? address : new UriBuilder(address) { Host = address.IdnHost }.Uri).AbsoluteUri;
}
