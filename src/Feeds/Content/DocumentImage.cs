using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Text;

namespace Feeds.Content;

/// <summary>Finds the picture that stands for a document.</summary>
internal static class DocumentImage
{
    /// <summary>The address of the picture; null when none is named.</summary>
    public static Uri? Read(FrontMatterFields front, LinkResolver addresses, DiagnosticBag report)
    {
        var field = front.Find(FieldNames.Image);
        var text = field switch
        {
            { Value: TextValue value } => value.Text,
            { Value: MapValue map } => new FrontMatterFields(map).Text(["src", "url", "image"]),
            _ => null,
        };
        if (addresses.Resolve(text ?? "") is not { Scheme: "http" or "https" } address) return null;
        if (AsciiAddress.IsOf(address)) return address;
        report.Error(field!.Line, $"'{field.Key}' ({PlainText.OneLine(text!)}) is no address; write one such as https://example.org/picture.png");
        return null;
    }
}
