namespace Feeds.Text;

/// <summary>Addresses that a browser can open.</summary>
internal static class WebAddress
{
    /// <summary>The address; null when the text is not an absolute http or https address.</summary>
    public static Uri? Read(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && AsciiAddress.IsOf(address)
            ? address
            : null;

    /// <summary>A path, each part of it percent-encoded.</summary>
    public static string EscapePath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
