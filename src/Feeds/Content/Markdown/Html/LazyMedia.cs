using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Feeds.Text;

namespace Feeds.Content.Markdown.Html;

/// <summary>Gives pictures, videos and frames the addresses that a script would load, because readers run none.</summary>
internal static class LazyMedia
{
    private static readonly SearchValues<string> Marks =
        SearchValues.Create(
            ["data-", "-src=", ":src=", "<noscript", "<amp-", "<lite-", "<object", "<embed"], StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Names = ["img", "source", "iframe", "video", "audio", "track"];

    /// <summary>Attributes of scripts that load pictures late; the first that has an address counts.</summary>
    private static readonly string[] LateSources =
        ["data-lazy-src", "data-src", "data-original", "data-original-src", "data-actualsrc", "data-lazy"];

    private static readonly string[] LateSets = ["data-lazy-srcset", "data-srcset", "data-original-set"];

    /// <summary>Parts of the names of pictures that stand for one that is not yet loaded.</summary>
    private static readonly string[] Placeholders =
        ["placeholder", "blank.", "spacer", "lazy", "loading", "loader", "transparent", "1x1", "pixel.", "grey.", "gray."];

    private static readonly Regex LateAddress = new(
        """^(?:[$\w]+\()?["']?(?<address>[^\s"'()]+\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#][^\s"'()]*)?)["']?\)?$""",
        LinearRegex.IgnoreCase);

    private static readonly FrozenSet<string> Pictures = ["avif", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp"];

    /// <summary>Whether HTML may have such elements; false for almost all.</summary>
    public static bool MayBeIn(string html) => html.AsSpan().ContainsAny(Marks);

    public static void Restore(IElement body)
    {
        HtmlTree.Replace(body, Shown);
        var shown = body.QuerySelectorAll("img").Where(image => image.Closest("noscript") is null)
            .Select(image => image.GetAttribute("src"))
            .ToHashSet(StringComparer.Ordinal);
        HtmlTree.Splice(body, node => WithoutScript(node, shown));
    }

    private static IElement Shown(IElement element)
    {
        if (Names.Contains(element.LocalName)) GiveSource(element);
        return element.LocalName switch
        {
            "amp-img" or "amp-anim" => Renamed(element, "img"),
            "amp-video" => Renamed(element, "video"),
            "amp-audio" => Renamed(element, "audio"),
            "amp-iframe" => Renamed(element, "iframe"),
            "amp-youtube" or "lite-youtube" => Frame(element, "https://www.youtube.com/embed/", "YouTube video"),
            "amp-vimeo" or "lite-vimeo" => Frame(element, "https://player.vimeo.com/video/", "Vimeo video"),
            "object" => Embedded(element, element.GetAttribute("data")),
            "embed" => Embedded(element, element.GetAttribute("src")),
            _ => element,
        };
    }

    private static void GiveSource(IElement element)
    {
        if (FirstAddress(element, LateSources) is { } source && (IsPlaceholder(element) || !element.HasAttribute("data-src")))
            element.SetAttribute("src", source);
        if (element is IHtmlImageElement && IsPlaceholder(element) && AnyAddress(element) is { } found) element.SetAttribute("src", found);
        if (FirstAddress(element, LateSets) is { } set) element.SetAttribute("srcset", set);
        if (element.GetAttribute("data-poster") is { } poster && !element.HasAttribute("poster")) element.SetAttribute("poster", poster);
    }

    private static string? FirstAddress(IElement element, string[] names) => names
        .Select(name => element.GetAttribute(name)?.Trim())
        .FirstOrDefault(value => value is not (null or [] or ['{' or '[', ..]) && value.AsSpan().ContainsAny('/', '.'));

    /// <summary>The first address of a picture among the attributes of other scripts, some of which are expressions.</summary>
    private static string? AnyAddress(IElement element) => element.Attributes
        .Where(attribute => attribute.Name is not ("src" or "alt" or "title" or "id" or "class"))
        .Select(attribute => LateAddress.Match(attribute.Value.Trim()).Groups["address"].Value)
        .FirstOrDefault(address => address.Length > 0);

    /// <summary>Whether the picture that is there stands for one that is loaded late.</summary>
    private static bool IsPlaceholder(IElement element) =>
        element.GetAttribute("src")?.Trim() is not { Length: > 0 } source
        || source[0] == '#'
        || source.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
        || source.StartsWith("about:", StringComparison.OrdinalIgnoreCase)
        || Placeholders.Any(part => source.Contains(part, StringComparison.OrdinalIgnoreCase))
        || element.ClassName?.Contains("lazy", StringComparison.OrdinalIgnoreCase) is true;

    private static IElement Renamed(IElement element, string name)
    {
        var renamed = HtmlTree.Renamed(element, name);
        GiveSource(renamed);
        return renamed;
    }

    private static IElement Frame(IElement element, string player, string title)
    {
        if ((element.GetAttribute("videoid") ?? element.GetAttribute("data-videoid")) is not { Length: > 0 } video) return element;
        var frame = element.Owner!.CreateElement("iframe");
        frame.SetAttribute("src", player + Uri.EscapeDataString(video.Trim()));
        var written = element.GetAttribute("title") ?? element.GetAttribute("videotitle") ?? element.GetAttribute("playlabel");
        frame.SetAttribute("title", written ?? title);
        return frame;
    }

    /// <summary>A picture, a frame that becomes a link, or what the author wrote for programs that show neither.</summary>
    private static IElement Embedded(IElement element, string? address)
    {
        var type = element.GetAttribute("type") ?? "";
        var path = (address ?? "").Split('?', '#')[0];
        var extension = path[(path.LastIndexOf('.') + 1)..].ToLowerInvariant();
        if (address is { Length: > 0 } && (type.StartsWith("image/", StringComparison.Ordinal) || Pictures.Contains(extension)))
        {
            var alternative = element.GetAttribute("alt") ?? element.GetAttribute("title") ?? element.TextContent.Trim();
            HtmlTree.Fill(element, []);
            var image = HtmlTree.Renamed(element, "img");
            image.SetAttribute("src", address);
            image.SetAttribute("alt", alternative);
            return image;
        }

        if (element.QuerySelector("img, a, p, iframe, video, audio") is not null) return HtmlTree.Renamed(element, "div");
        // Films of the time of Flash.
        address ??= element.QuerySelector("param[name='movie']")?.GetAttribute("value");
        address ??= element.QuerySelector("embed")?.GetAttribute("src");
        var isPlayer = address is not null && (address.Contains("/embed/", StringComparison.Ordinal) || IsFilm(address));
        if (address is null || !(extension is "pdf" || isPlayer)) return element;
        var frame = HtmlTree.Renamed(element, "iframe");
        frame.SetAttribute("src", address);
        if (!frame.HasAttribute("title") && extension is "pdf") frame.SetAttribute("title", path[(path.LastIndexOf('/') + 1)..]);
        return frame;
    }

    private static bool IsFilm(string address) =>
        address.Contains("youtube", StringComparison.Ordinal) && address.Contains("/v/", StringComparison.Ordinal);

    /// <summary>The nodes in place of one: of a <c>noscript</c> with a picture what is in it, unless it is shown already.</summary>
    private static IEnumerable<INode> WithoutScript(INode node, HashSet<string?> shown)
    {
        if (node is IHtmlImageElement image && IsReplaced(image)) return [];
        if (node is not IElement { LocalName: "noscript" } element) return [node];
        return Media(element).Any(one => !shown.Contains(one.GetAttribute("src"))) ? [.. element.ChildNodes] : [];
    }

    /// <summary>Whether the picture itself follows, for programs without scripts.</summary>
    private static bool IsReplaced(IHtmlImageElement image) =>
        image.NextElementSibling is { LocalName: "noscript" } next
        && (IsPlaceholder(image) || FirstAddress(image, LateSources) is not null)
        && Media(next).Any(one => one.GetAttribute("src") != image.GetAttribute("src"));

    private static IEnumerable<IElement> Media(IElement noscript) =>
        noscript.QuerySelectorAll("img[src], iframe, video, audio").Where(one => !IsPixel(one));

    /// <summary>Whether a picture counts visitors and shows nothing.</summary>
    private static bool IsPixel(IElement element) =>
        element.GetAttribute("width") is "0" or "1"
        || element.GetAttribute("height") is "0" or "1"
        || IsHidden(element.GetAttribute("style") ?? "");

    private static bool IsHidden(string style) =>
        style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.Ordinal);
}
