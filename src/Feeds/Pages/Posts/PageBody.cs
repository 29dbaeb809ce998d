using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Feeds.Model;
using Feeds.Pages.Code;
using Feeds.Pages.Languages;
using Feeds.Text;

namespace Feeds.Pages.Posts;

/// <summary>Prepares the HTML of a body for a page: colours code, sizes pictures, and asks other hosts only for pictures.</summary>
/// <param name="files">The files of the site, by the paths of their addresses.</param>
internal sealed class PageBody(SiteSettings settings, IReadOnlyDictionary<string, SiteFile> files)
{
    // The pictures of embedded videos.
    private const string VideoPictures = "https://i.ytimg.com/";

    /// <param name="title">The heading above the body.</param>
    public string Html(Body body, string title)
    {
        if (!body.Html.Contains('<', StringComparison.Ordinal)) return body.Html;
        var document = new HtmlParser().ParseDocument("");
        var root = document.Body!;
        root.InnerHtml = body.Html;
        if (root.FirstElementChild is { LocalName: "h1" } first && first.TextContent.Trim() == title) first.Remove();
        // The first level is the title's.
        if (root.QuerySelector("h1") is not null) HtmlTree.Replace(root, Lowered);
        foreach (var link in root.QuerySelectorAll<IHtmlAnchorElement>("a[href]")) OnLink(link);
        foreach (var image in root.QuerySelectorAll<IHtmlImageElement>("img")) OnImage(image);
        foreach (var other in root.QuerySelectorAll("audio[src], video[src], source[src], track[src], video[poster]")) OnMedia(other);
        foreach (var lines in root.QuerySelectorAll("pre")) OnCode(lines);
        HtmlTree.Replace(root, element => element.LocalName is "table" ? Wide(element) : element);
        foreach (var box in root.QuerySelectorAll<IHtmlInputElement>("input"))
            box.SetAttribute("aria-label", Words.Of(settings)[box.IsChecked ? "done" : "to do"]);

        return HtmlTree.Inner(root);
    }

    /// <summary>The image of a document; null where its body shows the same one.</summary>
    public LeadImage? Lead(Uri? image, Body body)
    {
        if (image is null || body.Html.Contains(WebUtility.HtmlEncode(image.AbsoluteUri), StringComparison.Ordinal)) return null;
        var (near, size) = (settings.Href(image), SizeOf(image.AbsoluteUri));
        return new LeadImage(near, size?.Width, size?.Height, near == image.AbsoluteUri ? "no-referrer" : null);
    }

    private static IElement Lowered(IElement heading)
    {
        if (heading.LocalName is not ['h', >= '1' and <= '5' and var level]) return heading;
        return HtmlTree.Renamed(heading, FormattableString.Invariant($"h{level - '0' + 1}"));
    }

    private void OnLink(IHtmlAnchorElement link)
    {
        link.SetAttribute("href", Near(link.GetAttribute("href")!));
        if (link.ClassList.Contains(RenderedBody.EmbedClass) && Uri.TryCreate(link.Href, UriKind.Absolute, out var shown))
            OnEmbed(link, shown);
    }

    /// <summary>Makes a card that names the host; a script replaces it by a player when a visitor asks for it.</summary>
    private static void OnEmbed(IHtmlAnchorElement link, Uri shown)
    {
        if (link.QuerySelector("img")?.GetAttribute("src")?.StartsWith(VideoPictures, StringComparison.Ordinal) is true)
        {
            foreach (var picture in link.QuerySelectorAll("img, br").ToArray()) picture.Remove();
        }

        if (Player.Of(shown) is { } player) link.SetAttribute("data-player", player);
        if (link.TextContent == shown.Host) return;
        var host = link.Owner!.CreateElement("small");
        host.TextContent = shown.Host;
        link.Append(host);
    }

    private void OnImage(IHtmlImageElement image)
    {
        if (image.GetAttribute("src") is not { } source) return;
        var near = Near(source);
        image.SetAttribute("src", near);
        if (image.GetAttribute("srcset") is { } candidates) image.SetAttribute("srcset", NearEach(candidates));
        image.SetAttribute("loading", "lazy");
        if (near == source) image.SetAttribute("referrerpolicy", "no-referrer");
        if (!image.HasAttribute("alt")) image.SetAttribute("alt", "");
        if (image.HasAttribute("width") || image.HasAttribute("height") || SizeOf(source) is not var (width, height)) return;
        image.SetAttribute("width", width.ToString(CultureInfo.InvariantCulture));
        image.SetAttribute("height", height.ToString(CultureInfo.InvariantCulture));
    }

    private void OnMedia(IElement element)
    {
        foreach (var name in (string[])["src", "poster"])
        {
            if (element.GetAttribute(name) is { } address) element.SetAttribute(name, Near(address));
        }

        if (element.LocalName is "audio" or "video") element.SetAttribute("preload", "none");
    }

    // A tabindex lets the keyboard reach what scrolls.
    private static void OnCode(IElement lines)
    {
        lines.SetAttribute("tabindex", "0");
        if (lines.Children is not [{ LocalName: "code" } code] || code.ChildElementCount > 0) return;
        var name = code.ClassList.FirstOrDefault(name => name.StartsWith("language-", StringComparison.Ordinal))?["language-".Length..];
        if (name is null || CodeLanguage.Find(name) is not { } language) return;
        var pieces = CodeToken.Split(code.TextContent, language).Select(token => Colored(token, code.Owner!)).ToArray();
        code.TextContent = "";
        code.Append(pieces);
    }

    private static INode Colored(CodeToken token, IDocument document)
    {
        if (token.Kind == CodeKind.Plain) return document.CreateTextNode(token.Text);
        var span = document.CreateElement("span");
        span.ClassName = $"code-{token.Kind.ToString().ToLowerInvariant()}";
        span.TextContent = token.Text;
        return span;
    }

    private static IElement Wide(IElement table)
    {
        var around = table.Owner!.CreateElement("div");
        around.ClassName = "wide";
        around.SetAttribute("tabindex", "0");
        around.Append(table);
        return around;
    }

    private string NearEach(string candidates) =>
        string.Join(", ", candidates.Split(", ").Select(candidate => string.Join(' ', candidate.Split(' ').Select(Near))));

    private string Near(string address) => WebAddress.Read(address) is { } absolute ? settings.Href(absolute) : address;

    private PictureSize? SizeOf(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var absolute) || !settings.Url.IsBaseOf(absolute)) return null;
        var path = "/" + Uri.UnescapeDataString(absolute.AbsolutePath[settings.Url.AbsolutePath.Length..]);
        return files.TryGetValue(path, out var file) ? PictureSize.Read(file.Bytes.Value.Span) : null;
    }
}
