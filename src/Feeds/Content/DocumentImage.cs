using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Text;

namespace Feeds.Content;

/// <summary>Reads the address of the image of a document.</summary>
internal static class DocumentImage
{
    public static Uri? Read(FrontMatterFields front, LinkResolver links, DiagnosticBag report)
    {
        var field = front.Find(FieldNames.Image);
        var text = field switch
        {
            { Value: TextValue value } => value.Text,
            { Value: MapValue map } => new FrontMatterFields(map).Text(["src", "url", "image", "path"]),
            _ => null,
        };
        if (links.ResolveMedia(text ?? "") is not { Scheme: "http" or "https" } address) return null;
        if (AsciiAddress.IsOf(address)) return address;
        var shown = PlainText.OneLine(text!);
        report.Error(field!.Line, $"'{field.Key}' ({shown}) is not a valid address; write one such as https://example.org/picture.png");
        return null;
    }
}
