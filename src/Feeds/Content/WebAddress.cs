namespace Feeds.Content;

/// <summary>An address that a browser can open.</summary>
internal static class WebAddress
{
    /// <summary>The address; null when the text is no absolute http or https address.</summary>
    public static Uri? Read(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address : null;
}
