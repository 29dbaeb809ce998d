using System.Text;

namespace Feeds.Formats.Syndication;

/// <summary>The one place where an address is let in: a feed is read far from its site, so nothing in it is relative.</summary>
internal static class Address
{
    /// <summary>Gives back the address with its host as DNS spells it and no bracket after it, so that <see cref="Uri.AbsoluteUri"/> is a URI of RFC 3986.</summary>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public static Uri Absolute(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri)
            throw new ArgumentException($"The address '{address.OriginalString}' is relative; it must be absolute.", nameof(address));

        // RSS and JSON Feed know URIs only, while AbsoluteUri leaves the letters of an internationalised host as they are.
        return WithoutBrackets(Ascii.IsValid(address.Host) ? address : new UriBuilder(address) { Host = address.IdnHost }.Uri);
    }

    /// <summary>The same for an address that may be absent.</summary>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public static Uri? AbsoluteOrNone(Uri? address) => address is null ? null : Absolute(address);

    /// <summary>Whether the address is of the web: RSS 2.0's enclosure and Apple's pictures may be nothing else.</summary>
    public static bool IsOfTheWeb(Uri address) =>
        string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal) || string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal);

    private static Uri WithoutBrackets(Uri address)
    {
        // RFC 3986 §3.2.2: brackets stand around an IPv6 address and nowhere else, but AbsoluteUri leaves them in a path.
        var text = address.AbsoluteUri;
        var afterHost = text.IndexOf(address.PathAndQuery, address.GetLeftPart(UriPartial.Authority).Length, StringComparison.Ordinal);
        if (afterHost < 0 || text.AsSpan(afterHost).IndexOfAny('[', ']') < 0)
            return address;

        var escaped = text[afterHost..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
        return new Uri(string.Concat(text.AsSpan(0, afterHost), escaped));
    }
}
