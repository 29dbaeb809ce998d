using Feeds.Content.Bodies;
using Feeds.Content.Headers;

namespace Feeds.Content;

/// <summary>Finds the picture that stands for a document.</summary>
internal static class DocumentImage
{
    /// <summary>The address of the picture; null when none is named.</summary>
    public static Uri? Read(FrontMatter front, DocumentAddresses addresses)
    {
        var text = front.Find(Keys.Image) switch
        {
            { Value: TextValue value } => value.Text,
            { Value: MapValue map } => new FrontMatter(map).Text(["src", "url", "image"]),
            _ => null,
        };
        return addresses.Resolve(text ?? "") is { Scheme: "http" or "https" } address ? address : null;
    }
}
