using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Feeds.Model;

namespace Feeds.Content.Markdown;

/// <summary>Turns a frame, which no reader shows, into a link to its page.</summary>
internal static class Embed
{
    private static readonly Uri Sources = new("https://localhost/");

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

    /// <summary>A link to the page of what a script shows; null for any other script.</summary>
    public static IElement? PageOf(IHtmlScriptElement script)
    {
        if (script.GetAttribute("src") is not { } written || !Uri.TryCreate(Sources, written.Trim(), out var source)) return null;
        if (source.Host is not ("gist.github.com" or "asciinema.org")) return null;
        var page = source.GetLeftPart(UriPartial.Path);
        if (!page.EndsWith(".js", StringComparison.Ordinal)) return null;
        page = page[..^".js".Length];
        var link = script.Owner!.CreateElement("a");
        link.SetAttribute("href", page);
        link.ClassName = RenderedBody.EmbedClass;
        link.TextContent = page[(page.IndexOf("//", StringComparison.Ordinal) + 2)..];
        if (script.ParentElement is IHtmlParagraphElement) return link;
        var paragraph = script.Owner!.CreateElement("p");
        paragraph.Append(link);
        return paragraph;
    }

    private static string? YouTubeVideo(Uri source)
    {
        if (source.Host is not ("www.youtube.com" or "youtube.com" or "www.youtube-nocookie.com" or "youtube-nocookie.com")) return null;
        var parts = source.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["embed" or "v", { Length: 11 } video] && video is not "videoseries" ? video : null;
    }

    private static Uri? VimeoPage(Uri source) =>
        source.Host is "player.vimeo.com" && source.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["video", var video]
            ? new Uri($"https://vimeo.com/{video}")
            : null;
}
