using Feeds.Content.Markdown;
using Feeds.Text;

namespace Feeds.Content.FrontMatter;

/// <summary>An address that a browser can open.</summary>
internal static class WebAddress
{
    /// <summary>The address; null when the text is no absolute http or https address.</summary>
    public static Uri? Read(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") && AsciiAddress.IsOf(address) ? address : null;

    /// <summary>The address that a field may hold; null when it holds something else, which is reported where it was meant for an address.</summary>
    public static Uri? Read(Field? field, DiagnosticBag report)
    {
        if (field?.Text() is not { } text) return null;
        if (Read(text) is { } address) return address;
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            report.Error(field.Line, $"'{field.Key}' ({PlainText.OneLine(text)}) is not a valid address; write one such as https://example.org/");
        }

        return null;
    }
}
