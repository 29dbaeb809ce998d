using System.Collections.Frozen;
using System.Text;
using Feeds.Text;

namespace Feeds.Content.Markdown;

/// <summary>What is around a tag.</summary>
internal enum TagPlace
{
    /// <summary>Words of Markdown, before or behind the tag.</summary>
    InLine,

    /// <summary>A line of Markdown that the tag has to itself.</summary>
    OwnLine,

    /// <summary>Raw HTML, in which Markdown means nothing.</summary>
    InHtml,
}

/// <summary>The tags that mean the same in so many site generators that they mean it here, and what they mean.</summary>
internal static class Shortcodes
{
    private static readonly FrozenSet<string> SitePrefixes = FrozenSet.ToFrozenSet(
        [
            "site.baseurl", "site.url", "site.base_url", "site.base", "site.root", "site.github.url", "config.base_url", "config.root", "base_url",
            "baseurl", "root_url", "relative_url", "absolute_url", "url_base", "pathprefix", ".site.baseurl", "$.site.baseurl", "import.meta.env.base_url",
            "process.env.public_url",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> VoidElements = FrozenSet.ToFrozenSet(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The Markdown or HTML that says what the tag says; null when its meaning is not known.</summary>
    /// <param name="path">The file in which the tag stands.</param>
    public static string? Meaning(TemplateTag tag, TagPlace place, string path) => Subject(tag) switch
    {
        var name when name.Contains("youtube", StringComparison.Ordinal) => Frame(tag, YouTubeVideo(tag), "https://www.youtube.com/embed/", "YouTube video"),
        var name when name.Contains("vimeo", StringComparison.Ordinal) => Frame(tag, VimeoVideo(tag), "https://player.vimeo.com/video/", "Vimeo video"),
        "gist" => Link(tag, place, GistPage(tag)),
        "tweet" or "twitter" or "x" or "tweetsimple" or "twittersimple" or "xsimple" => Link(tag, place, PostPage(tag)),
        "figure" or "image" or "img" or "picture" or "assetimg" => Picture(tag, place),
        "ref" or "relref" when tag.Form == TagForm.Shortcode => TargetPath(tag.Named("path") ?? tag.Values.FirstOrDefault(), path),
        "posturl" when tag is { Form: TagForm.Statement, Values: [var name, ..] } => JekyllFile("_posts/" + name.TrimStart('/') + Path.GetExtension(path), path),
        "link" when tag is { Form: TagForm.Statement, Values: [var file, ..] } => JekyllFile(file.TrimStart('/'), path),
        "link" or "a" when tag.Form == TagForm.Element && char.IsAsciiLetterUpper(tag.Name[0]) => Anchor(tag),
        "geturl" when tag.IsCall => ZolaFile(tag.Named("path")),
        "details" when tag.Form != TagForm.Element => Details(tag),
        _ => null,
    };

    /// <summary>The text that an expression stands for; null when only the site generator knows.</summary>
    public static string? Value(TemplateTag tag)
    {
        var parts = tag.Text.Split('|', StringSplitOptions.TrimEntries);
        var value = SitePrefixes.Contains(parts[0]) ? "" : Quoted(parts[0]);
        foreach (var filter in parts.Skip(1))
        {
            var colon = filter.IndexOf(':', StringComparison.Ordinal);
            var given = colon < 0 ? "" : filter[(colon + 1)..].Trim();
            switch (colon < 0 ? filter : filter[..colon].Trim())
            {
                case "append":
                    value += Quoted(given);
                    break;
                case "prepend":
                    value = Quoted(given) + value;
                    break;
                case "relative_url" or "absolute_url" or "url" or "relURL" or "absURL" when value is not null:
                    value = IsAbsolute(value) || value is [] or ['/' or '.' or '#', ..] ? value : "/" + value;
                    break;
                default:
                    break;
            }
        }

        return value;
    }

    /// <summary>Whether a tag of HTML is written as only JSX has it.</summary>
    public static bool IsJsx(TemplateTag element) =>
        element.Text.Contains('{', StringComparison.Ordinal)
        || (element.IsSelfClosing && !VoidElements.Contains(element.Name))
        || element.Arguments.Any(argument => argument.Name is "className" or "htmlFor");

    /// <summary>HTML that was written as JSX.</summary>
    public static string Html(TemplateTag element)
    {
        if (element.IsClosing) return element.Text;
        var attributes = element.Arguments.Select(argument => (argument.Name switch { "className" => "class", "htmlFor" => "for", var name => name! }, (string?)argument.Value));
        var html = Open(element.Name, [.. attributes]);
        return element.IsSelfClosing && !VoidElements.Contains(element.Name) ? html + Close(element.Name) : html;
    }

    /// <summary>The name by which a tag is known, however it is spelt; of an include, the name of what it includes.</summary>
    private static string Subject(TemplateTag tag)
    {
        var name = tag.Form == TagForm.Statement && tag.Name is "include" or "render" && tag.Values is [var file, ..] ? Path.GetFileNameWithoutExtension(file) : tag.Name;
        return name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
    }

    private static string? Frame(TemplateTag tag, string? video, string player, string title)
    {
        if (tag.IsClosing) return "";
        if (string.IsNullOrEmpty(video) || !video.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return null;
        return Open("iframe", ("src", player + video), ("title", tag.Named("title") ?? title)) + Close("iframe");
    }

    private static string? YouTubeVideo(TemplateTag tag)
    {
        var written = tag.Named("id", "videoId", "video_id", "video", "youTubeId", "url", "src", "href", "link") ?? GivenValues(tag).FirstOrDefault();
        if (written is null || !written.Contains('/', StringComparison.Ordinal)) return written;
        var parts = written.Split('/', '?', '&', '#');
        return parts.FirstOrDefault(part => part.StartsWith("v=", StringComparison.Ordinal))?[2..]
            ?? parts.SkipWhile(part => part is not ("embed" or "shorts" or "live" or "v" or "youtu.be" or "www.youtu.be")).Skip(1).FirstOrDefault();
    }

    private static string? VimeoVideo(TemplateTag tag)
    {
        var written = tag.Named("id", "videoId", "video_id", "video", "url", "src") ?? GivenValues(tag).FirstOrDefault();
        return written?.Split('/', '?', '#').FirstOrDefault(part => part.Length > 0 && part.All(char.IsAsciiDigit));
    }

    private static string? GistPage(TemplateTag tag)
    {
        if (tag.Named("url", "src") is { } address) return IsAbsolute(address) ? address : null;
        var words = GivenValues(tag).Take(2).Where(word => !word.Contains('.', StringComparison.Ordinal)).ToArray();
        if (tag.Named("id", "gistId") is { } id) words = tag.Named("user", "username") is { } user ? [user, id] : [id];
        return words.Length == 0 ? null : "https://gist.github.com/" + string.Join('/', words.Select(word => word.Trim('/')));
    }

    private static string? PostPage(TemplateTag tag)
    {
        var written = tag.Named("url", "id", "tweetId") ?? GivenValues(tag).LastOrDefault();
        if (written is null || IsAbsolute(written)) return written;
        return written.All(char.IsAsciiDigit) ? $"https://x.com/{tag.Named("user") ?? (GivenValues(tag) is [var user, _] ? user : "i")}/status/{written}" : null;
    }

    private static string[] GivenValues(TemplateTag tag) => [.. tag.Values.Skip(tag.Name is "include" or "render" ? 1 : 0)];

    private static string? Link(TemplateTag tag, TagPlace place, string? address)
    {
        if (tag.IsClosing) return "";
        if (address is null) return null;
        var label = address.Contains("://", StringComparison.Ordinal) ? address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..] : address;
        return place == TagPlace.InHtml ? Open("a", ("href", address)) + Escaped(label) + Close("a") : $"[{Label(label)}]({Destination(address)})";
    }

    private static string? Anchor(TemplateTag tag)
    {
        if (tag.IsClosing) return Close("a");
        if (tag.Named("href", "to") is not { } address) return null;
        return Open("a", ("href", address)) + (tag.IsSelfClosing ? Close("a") : "");
    }

    private static string? Picture(TemplateTag tag, TagPlace place)
    {
        if (tag.IsClosing) return "";
        var values = GivenValues(tag);
        var source = tag.Named("src", "url", "path", "file", "image_path") ?? values.FirstOrDefault(IsPicture) ?? (tag.Form == TagForm.Shortcode ? values.FirstOrDefault() : null);
        if (source is null) return null;
        var words = values.SkipWhile(value => value != source).Skip(1).Where(value => !value.All(char.IsAsciiDigit)).ToArray();
        var alternative = tag.Named("alt") ?? (words.Length > 1 && tag.Name is "img" or "asset_img" ? words[1] : words.FirstOrDefault()) ?? "";
        var title = tag.Named("title");
        var caption = tag.Named("caption");
        var link = tag.Named("link", "href");
        return place == TagPlace.InHtml
            ? HtmlPicture(source, alternative, title, caption, link)
            : MarkdownPicture(source, alternative, title, caption, link, place);
    }

    private static bool IsPicture(string value) => value.AsSpan().ContainsAny('/', '.') && !value.Contains(' ', StringComparison.Ordinal);

    private static string HtmlPicture(string source, string alternative, string? title, string? caption, string? link)
    {
        var picture = Open("img", ("src", source), ("alt", alternative), ("title", title));
        if (link is not null) picture = Open("a", ("href", link)) + picture + Close("a");
        return caption is null ? picture : Open("figure") + picture + Open("figcaption") + OnOneLine(caption) + Close("figcaption") + Close("figure");
    }

    private static string MarkdownPicture(string source, string alternative, string? title, string? caption, string? link, TagPlace place)
    {
        var quotedTitle = title is null ? "" : $" \"{OnOneLine(title).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        var picture = $"![{Label(alternative)}]({Destination(source)}{quotedTitle})";
        if (link is not null) picture = $"[{picture}]({Destination(link)})";
        if (caption is null) return picture;
        // The caption is Markdown, which is read as such only between blank lines.
        return place == TagPlace.InLine
            ? $"{picture} {OnOneLine(caption)}"
            : $"{Open("figure")}\n\n{picture}\n\n{Open("figcaption")}\n\n{OnOneLine(caption)}\n\n{Close("figcaption")}\n{Close("figure")}";
    }

    private static string Details(TemplateTag tag)
    {
        if (tag.IsClosing) return Close("details");
        var summary = tag.Named("summary", "title") ?? string.Join(' ', tag.Values);
        return summary.Length == 0 ? Open("details") : Open("details") + Open("summary") + Escaped(OnOneLine(summary)) + Close("summary");
    }

    private static string? ZolaFile(string? path)
    {
        if (path is null || IsAbsolute(path)) return path;
        return Destination("/" + path.TrimStart('@').TrimStart('/'));
    }

    /// <summary>The address of a file of Jekyll's, whose site begins above the first folder with a <c>_</c>.</summary>
    private static string JekyllFile(string file, string path)
    {
        var folders = path.Split('/')[..^1].TakeWhile(folder => !folder.StartsWith('_')).ToArray();
        var isInSite = folders.Length < path.Count(c => c == '/');
        return Destination(isInSite && folders.Length > 0 ? $"/{string.Join('/', folders)}/{file}" : $"/{file}");
    }

    /// <summary>The address of Hugo's target: one with folders counts from the folder that holds them, one without from the file's own.</summary>
    private static string? TargetPath(string? target, string path)
    {
        if (target is null || target is ['#', ..] || IsAbsolute(target)) return target;
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var (file, fragment) = hash < 0 ? (target, "") : (target[..hash], target[hash..]);
        if (file is not [.., '/'] && !Path.HasExtension(file)) file += ".md";
        if (file is ['.', ..] || !file.Contains('/', StringComparison.Ordinal)) return Destination(file + fragment);
        file = file.TrimStart('/');
        var folders = path.Split('/')[..^1];
        var depth = Array.IndexOf(folders, file.Split('/')[0]);
        if (depth < 0) depth = Array.IndexOf(folders, "content") + 1;
        return Destination($"/{string.Concat(folders.Take(depth).Select(folder => folder + "/"))}{file}{fragment}");
    }

    private static bool IsAbsolute(string address) => address.StartsWith("//", StringComparison.Ordinal) || WebAddress.Read(address) is not null;

    private static string? Quoted(string text) =>
        text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : null;

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Label(string text) => Escaping(OnOneLine(text), "\\[]`<*_", c => $"\\{c}");

    private static string Destination(string address) => Escaping(address.Trim(), " ()<>\"\n\r\t", c => $"%{(int)c:X2}");

    private static string Escaped(string text) => Escaping(text, "&<>\"", c => $"&#{(int)c};");

    private static string Escaping(string text, string special, Func<char, FormattableString> escape)
    {
        if (!text.AsSpan().ContainsAny(special)) return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (special.Contains(c, StringComparison.Ordinal)) escaped.Append(FormattableString.Invariant(escape(c)));
            else escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var element = new StringBuilder().Append('<').Append(name);
        foreach (var attribute in attributes)
        {
            if (attribute.Value is { } value) element.Append(' ').Append(attribute.Name).Append("=\"").Append(Escaped(value)).Append('"');
        }

        return element.Append('>').ToString();
    }

    private static string Close(string name) => $"</{name}>";
}
