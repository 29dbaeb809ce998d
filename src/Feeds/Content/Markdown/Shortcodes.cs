using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Feeds.Text;

namespace Feeds.Content.Markdown;

/// <summary>The surroundings of a tag.</summary>
internal enum TagPlace
{
    InLine,
    OwnLine,

    /// <summary>Raw HTML, in which Markdown is not read.</summary>
    InHtml,
}

/// <summary>The shortcodes that mean the same in many site generators, and the Markdown or HTML that replaces each.</summary>
internal static class Shortcodes
{
    private static readonly FrozenSet<string> SiteAddresses = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "site.baseurl", "site.url", "site.base_url", "site.github.url", "config.base_url", "baseurl", "base_url", "root_url");

    private static readonly FrozenSet<string> AddressFilters = ["relative_url", "absolute_url", "url", "relURL", "absURL"];

    private static readonly Regex YouTubeVideo = new("(?:^|[/=])(?<id>[A-Za-z0-9_-]{11})(?:$|[?&#/])", TemplateTag.Linear);

    private static readonly Regex VimeoVideo = new("(?:^|/)(?<id>[0-9]+)(?:$|[?#/])", TemplateTag.Linear);

    private static readonly Regex PictureName = new("im(?:g|age)|figure|picture|photo", TemplateTag.Linear);

    private static readonly Regex PictureFile = new(
        @"\.(?:avif|gif|jpe?g|png|svg|webp)(?:$|[?#])", TemplateTag.Linear | RegexOptions.IgnoreCase);

    private static readonly Regex FilmFile = new(
        @"\.(?:m4v|mov|mp4|ogv|webm)(?:$|[?#])", TemplateTag.Linear | RegexOptions.IgnoreCase);

    private static readonly Regex SoundFile = new(
        @"\.(?:flac|m4a|mp3|oga|ogg|opus|wav)(?:$|[?#])", TemplateTag.Linear | RegexOptions.IgnoreCase);

    private static readonly Regex LabelMarks = new(@"[\\\[\]`<*_]", TemplateTag.Linear);

    private static readonly Regex AddressMarks = new("[ ()<>\"\n\r\t]", TemplateTag.Linear);

    /// <summary>The Markdown or HTML that replaces a tag; null when the tag is unknown.</summary>
    /// <param name="path">The file with the tag.</param>
    public static string? Replacement(TemplateTag tag, TagPlace place, string path)
    {
        if (tag is { Form: TagForm.Expression, IsCall: false }) return Value(tag.Text);
        var name = tag.Name;
        if (tag is { Form: TagForm.Statement, Name: "include" or "render", Arguments: [{ Name: null, Value: var included }, .. var given] })
            (name, tag) = (Path.GetFileNameWithoutExtension(included), tag with { Arguments = [.. given] });
        name = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        if (tag.IsClosing) return name == "details" && tag.Form != TagForm.Element ? "</details>" : null;
        if (name.Contains("youtube", StringComparison.Ordinal))
            return Frame(tag, YouTubeVideo, "https://www.youtube.com/embed/", "YouTube video");
        if (name.Contains("vimeo", StringComparison.Ordinal))
            return Frame(tag, VimeoVideo, "https://player.vimeo.com/video/", "Vimeo video");
        return name switch
        {
            "gist" => Link(GistPage(tag)),
            "tweet" or "twitter" or "x" or "tweetsimple" or "twittersimple" or "xsimple" => Link(PostPage(tag)),
            "figure" or "image" or "img" => Picture(tag, place),
            "details" when tag.Form != TagForm.Element => Details(tag),
            "ref" or "relref" when tag.Form == TagForm.Shortcode => HugoFile(tag.Named("path") ?? First(tag), path),
            "posturl" when tag.Form == TagForm.Statement && First(tag) is { } post =>
                JekyllFile($"_posts/{post.TrimStart('/')}{Path.GetExtension(path)}", path),
            "link" when tag.Form == TagForm.Statement && First(tag) is { } file => JekyllFile(file.TrimStart('/'), path),
            "geturl" when tag.IsCall => ZolaFile(tag.Named("path")),
            "video" when IsFrom(tag, "youtu") =>
                Frame(tag, YouTubeVideo, "https://www.youtube.com/embed/", "YouTube video"),
            "video" when IsFrom(tag, "vimeo") =>
                Frame(tag, VimeoVideo, "https://player.vimeo.com/video/", "Vimeo video"),
            "instagram" or "instagramsimple" when (tag.Named("id") ?? First(tag)) is { Length: > 0 } post =>
                Link($"https://www.instagram.com/p/{Uri.EscapeDataString(post)}/"),
            "bilibili" when (tag.Named("id", "bvid") ?? First(tag)) is { Length: > 2 } film =>
                Link("https://www.bilibili.com/video/" + film),
            "kbd" when tag.Form != TagForm.Element && First(tag) is { } key => $"<kbd>{WebUtility.HtmlEncode(key)}</kbd>",
            "audio" when tag.Form != TagForm.Element && PictureSource(tag) is { } sound && SoundFile.IsMatch(sound) =>
                $"<audio src=\"{WebUtility.HtmlEncode(sound)}\" controls></audio>",
            "postlink" when tag.Form == TagForm.Statement && First(tag) is { } slug =>
                $"[[{string.Join('|', [slug, .. LabelOf(tag.Positional.Skip(1))])}]]",
            "assetlink" when tag.Form == TagForm.Statement && First(tag) is { } asset =>
                $"[{LabelMarks.Replace(tag.Positional.ElementAtOrDefault(1) ?? asset, @"\$0")}]({Destination(asset)})",
            "video" when tag.Form != TagForm.Element && PictureSource(tag) is { } film && FilmFile.IsMatch(film) =>
                $"<video src=\"{WebUtility.HtmlEncode(film)}\" controls></video>",
            // Themes name theirs after where it stands, such as 'imgright'.
            _ when PictureName.IsMatch(name) && PictureSource(tag) is { } source && PictureFile.IsMatch(source) => Picture(tag, place),
            _ => null,
        };
    }

    private static string? Value(string expression)
    {
        var parts = expression.Split('|', StringSplitOptions.TrimEntries);
        if (IsSiteAddress(parts[0])) return "";
        if (parts[0] is not (['"', .., '"'] or ['\'', .., '\'']) || !parts.Skip(1).All(IsAddressFilter)) return null;
        var value = parts[0][1..^1];
        return parts.Length == 1 || IsAbsolute(value) || value is [] or ['/' or '.' or '#', ..] ? value : "/" + value;
    }

    private static bool IsAddressFilter(string filter) =>
        AddressFilters.Contains(filter) || IsSiteAddress(filter.Replace("prepend:", "", StringComparison.Ordinal).Trim());

    private static bool IsSiteAddress(string expression) => SiteAddresses.Contains(expression.TrimStart('$', '.'));

    private static bool IsFrom(TemplateTag tag, string host) =>
        (tag.Named("provider", "type") ?? PictureSource(tag) ?? "").Contains(host, StringComparison.OrdinalIgnoreCase);

    private static string[] LabelOf(IEnumerable<string> words) =>
        string.Join(' ', words.Where(word => word is not ("true" or "false"))) is { Length: > 0 } label ? [label] : [];

    private static string? First(TemplateTag tag) => tag.Positional.FirstOrDefault();

    private static string? Frame(TemplateTag tag, Regex video, string player, string title)
    {
        var written = tag.Named("id", "videoId", "video_id", "video", "youTubeId", "url", "src", "href", "link") ?? First(tag);
        if (written is null || video.Match(written) is not { Success: true } match) return null;
        title = WebUtility.HtmlEncode(tag.Named("title") ?? title);
        return $"<iframe src=\"{player}{match.Groups["id"].Value}\" title=\"{title}\"></iframe>";
    }

    private static string? GistPage(TemplateTag tag)
    {
        if ((tag.Named("url", "src") ?? First(tag)) is { } address && IsAbsolute(address)) return address;
        string[] words = tag.Named("id", "gistId") is { } id ? [tag.Named("user", "username") ?? "", id] : [.. tag.Positional.Take(2)];
        var path = string.Join('/', words.Where(word => word.Length > 0 && !word.Contains('.', StringComparison.Ordinal)));
        return path.Length == 0 ? null : "https://gist.github.com/" + path;
    }

    private static string? PostPage(TemplateTag tag)
    {
        var written = tag.Named("url", "id", "tweetId") ?? tag.Positional.LastOrDefault();
        if (written is null || IsAbsolute(written)) return written;
        return written.All(char.IsAsciiDigit) ? $"https://x.com/{tag.Named("user") ?? "i"}/status/{written}" : null;
    }

    private static string? Link(string? address) =>
        address is null ? null : $"<a href=\"{WebUtility.HtmlEncode(address)}\">{WebUtility.HtmlEncode(address.Split("://")[^1])}</a>";

    private static string? Picture(TemplateTag tag, TagPlace place)
    {
        if (PictureSource(tag) is not { } source || !source.AsSpan().ContainsAny('/', '.')) return null;
        var alternative = tag.Named("alt") ?? AlternativeOf(tag, source);
        // Jekyll's themes add the address of the site in front.
        var isFromRoot = tag is { Form: TagForm.Statement, Name: "include" } && source.Contains('/', StringComparison.Ordinal);
        if (isFromRoot && source[0] is not ('/' or '.') && !IsAbsolute(source)) source = "/" + source;
        var title = tag.Named("title");
        var caption = tag.Named("caption") is { } written ? PlainText.Joined(written) : null;
        var link = tag.Named("link", "href");
        if (place == TagPlace.InHtml) return HtmlPicture(source, alternative, title, caption, link);
        var picture = MarkdownPicture(source, alternative, title, link);
        if (caption is null) return picture;
        // The caption is Markdown, which is read only between blank lines.
        return place == TagPlace.InLine
            ? $"{picture} {caption}"
            : $"<figure>\n\n{picture}\n\n<figcaption>\n\n{caption}\n\n</figcaption>\n</figure>";
    }

    private static string? PictureSource(TemplateTag tag) =>
        tag.Named("src", "url", "path", "file", "image_path", "image", "img", "id")
        // Octopress has classes before the address, and a size behind it.
        ?? (tag.Form == TagForm.Statement ? tag.Positional.FirstOrDefault(PictureFile.IsMatch) : null)
        ?? First(tag);

    private static string AlternativeOf(TemplateTag tag, string source)
    {
        var words = tag.Positional;
        if (tag.Form != TagForm.Statement) return words.ElementAtOrDefault(source == First(tag) ? 1 : 0) ?? "";
        string[] labels =
        [
            .. words.Skip(words.IndexOf(source) + 1).Where(word => !int.TryParse(word, CultureInfo.InvariantCulture, out _)),
        ];
        // Octopress and Hexo have the title before it.
        if (tag.Name is not ("img" or "asset_img")) return labels.FirstOrDefault() ?? "";
        return labels.Any(label => label.Contains(' ', StringComparison.Ordinal)) ? labels[^1] : string.Join(' ', labels);
    }

    private static string HtmlPicture(string source, string alternative, string? title, string? caption, string? link)
    {
        var titled = title is null ? "" : $" title=\"{WebUtility.HtmlEncode(title)}\"";
        var picture = $"<img src=\"{WebUtility.HtmlEncode(source)}\" alt=\"{WebUtility.HtmlEncode(alternative)}\"{titled}>";
        if (link is not null) picture = $"<a href=\"{WebUtility.HtmlEncode(link)}\">{picture}</a>";
        return caption is null ? picture : $"<figure>{picture}<figcaption>{caption}</figcaption></figure>";
    }

    private static string MarkdownPicture(string source, string alternative, string? title, string? link)
    {
        title = WebUtility.HtmlEncode(PlainText.Joined(title ?? "")).Replace("\\", "\\\\", StringComparison.Ordinal);
        var titled = title.Length == 0 ? "" : $" \"{title}\"";
        var picture = $"![{LabelMarks.Replace(PlainText.Joined(alternative), @"\$0")}]({Destination(source)}{titled})";
        return link is null ? picture : $"[{picture}]({Destination(link)})";
    }

    private static string Details(TemplateTag tag)
    {
        var summary = PlainText.Joined(tag.Named("summary", "title") ?? string.Join(' ', tag.Positional));
        return summary.Length == 0 ? "<details>" : $"<details><summary>{WebUtility.HtmlEncode(summary)}</summary>";
    }

    private static string? ZolaFile(string? path) =>
        path is null || IsAbsolute(path) ? path : Destination("/" + path.TrimStart('@').TrimStart('/'));

    /// <summary>The address of a file of Jekyll's, whose site is the folder above the first one with a <c>_</c>.</summary>
    private static string JekyllFile(string file, string path)
    {
        var folders = path.Split('/')[..^1];
        var site = folders.TakeWhile(folder => !folder.StartsWith('_')).ToArray();
        return Destination(site.Length < folders.Length ? "/" + string.Join('/', [.. site, file]) : "/" + file);
    }

    /// <summary>The address of Hugo's target: a path starts at the parent of its first folder, a name at the file.</summary>
    private static string? HugoFile(string? target, string path)
    {
        if (target is null or ['#', ..] || IsAbsolute(target)) return target;
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

    private static bool IsAbsolute(string address) =>
        address.StartsWith("//", StringComparison.Ordinal) || WebAddress.Read(address) is not null;

    private static string Destination(string address) => AddressMarks.Replace(address.Trim(), mark => Uri.HexEscape(mark.Value[0]));
}
