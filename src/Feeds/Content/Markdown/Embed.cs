using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Feeds.Model;

namespace Feeds.Content.Markdown;

/// <summary>Turns a frame, which no reader shows, into a link to its page.</summary>
internal static class Embed
{
    /// <summary>The link, in a paragraph unless the frame is in one; null when the frame shows nothing that can be linked to.</summary>
    public static IElement? AsLink(IHtmlElement frame, LinkResolver addresses)
    {
        if (addresses.Resolve(frame.GetAttribute("src") ?? "") is not { Scheme: "http" or "https" } source) return null;
        var document = frame.Owner!;
        var video = YouTubeVideo(source);
        var target = video is null ? VimeoPage(source) ?? source : new Uri($"https://www.youtube.com/watch?v={video}");
        var title = frame.GetAttribute("title")?.Trim() is { Length: > 0 } written ? written : target.Host;

        var link = document.CreateElement("a");
        link.SetAttribute("href", target.AbsoluteUri);
        link.ClassName = RenderedBody.EmbedClass;
        if (video is not null)
        {
            var picture = document.CreateElement("img");
            picture.SetAttribute("src", $"https://i.ytimg.com/vi/{video}/hqdefault.jpg");
            picture.SetAttribute("alt", "");
            picture.SetAttribute("width", "480");
            picture.SetAttribute("height", "360");
            link.Append(picture, document.CreateElement("br"));
        }

        link.Append(document.CreateTextNode(title));
        if (frame.Parent is IHtmlParagraphElement) return link;
        var paragraph = document.CreateElement("p");
        paragraph.Append(link);
        return paragraph;
    }

    private static string? YouTubeVideo(Uri source)
    {
        if (source.Host is not ("www.youtube.com" or "youtube.com" or "www.youtube-nocookie.com" or "youtube-nocookie.com")) return null;
        var parts = source.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["embed", { Length: 11 } video] && video is not "videoseries" ? video : null;
    }

    private static Uri? VimeoPage(Uri source) =>
        source.Host is "player.vimeo.com" && source.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["video", var video]
            ? new Uri($"https://vimeo.com/{video}")
            : null;
}
