using Feeds.Text;

namespace Feeds.Formats.Syndication;

/// <summary>Spells an address as a URI of RFC 3986, which is all that RSS and JSON Feed know.</summary>
internal static class FeedAddress
{
    public static Uri Of(Uri address)
    {
        var text = AsciiAddress.Of(address);
        if (text.AsSpan().IndexOfAny('[', ']') < 0) return text == address.AbsoluteUri ? address : new Uri(text);

        var host = new Uri(text).GetLeftPart(UriPartial.Authority).Length;
        // RFC 3986 §3.2.2: brackets stand around an IPv6 address and nowhere else, but AbsoluteUri leaves them in a path.
        var escaped = text[host..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
        return new Uri(string.Concat(text.AsSpan(0, host), escaped));
    }
}
