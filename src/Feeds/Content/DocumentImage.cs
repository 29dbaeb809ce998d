using Feeds.Content.Bodies;
using Feeds.Content.Headers;
using Feeds.Model;

namespace Feeds.Content;

/// <summary>Finds the picture that stands for a document.</summary>
internal static class DocumentImage
{
    /// <summary>The address of the picture; null when none is named.</summary>
    public static Uri? Read(FrontMatter front, DocumentAddresses addresses, Report report)
    {
        var field = front.Find(Keys.Image);
        var text = field switch
        {
            { Value: TextValue value } => value.Text,
            { Value: MapValue map } => new FrontMatter(map).Text(["src", "url", "image"]),
            _ => null,
        };
        if (addresses.Resolve(text ?? "") is not { Scheme: "http" or "https" } address) return null;
        if (AsciiAddress.IsOf(address)) return address;
        report.Error(field!.Line, $"'{field.Key}' ({PlainText.OneLine(text!)}) is no address; write one such as https://example.org/picture.png");
        return null;
    }
}
