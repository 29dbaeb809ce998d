using Feeds.Content.Files;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Feeds.Content.Markdown.Dialects;

/// <summary>Reads Obsidian's links to notes and files by their names: <c>[[note#part|label]]</c> and <c>![[picture.png|300]]</c>.</summary>
internal sealed class WikiLinkParser : InlineParser
{
    private const int MaxLength = 300;

    private static readonly string[] Pictures = [".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"];
    private static readonly string[] Videos = [".mp4", ".ogv", ".webm"];
    private static readonly string[] Sounds = [".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav"];

    public WikiLinkParser() => OpeningCharacters = ['[', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var isEmbed = slice.CurrentChar == '!';
        var rest = slice.Text.AsSpan(slice.Start, Math.Min(MaxLength, slice.End + 1 - slice.Start));
        if (isEmbed) rest = rest[1..];
        if (!rest.StartsWith("[[", StringComparison.Ordinal)) return false;
        var length = rest.IndexOf("]]", StringComparison.Ordinal);
        if (length < 3) return false;
        var content = rest[2..length];
        if (!IsTarget(content) || HtmlCode.IsAround(processor) || rest[(length + 2)..] is ['(' or '[' or ':', ..]) return false;
        var link = content.ToString();
        if (processor.Document.TryGetLinkReferenceDefinition(link, out _)) return false;
        var inline = Inline(link, isEmbed, processor.Context?.Properties.GetValueOrDefault(typeof(LinkResolver)) as LinkResolver);
        // An index of an array, unless there is such a note.
        if (inline is LiteralInline && !isEmbed && char.IsAsciiLetterOrDigit(slice.PeekCharExtra(-1))) return false;
        processor.Inline = inline;
        slice.Start += (isEmbed ? 1 : 0) + length + 2;
        return true;
    }

    private static bool IsTarget(ReadOnlySpan<char> content) =>
        content.IndexOfAny("[]\n") < 0
        && !char.IsWhiteSpace(content[0])
        && content[0] is not (':' or '$')
        && content.IndexOfAnyExceptInRange('0', '9') >= 0
        && content.IndexOfAny('`', '<', '>') < 0;

    private static Inline Inline(string content, bool isEmbed, LinkResolver? links)
    {
        // In a table, the bar is escaped.
        var parts = content.Replace("\\|", "|", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries);
        var target = parts[0];
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var (name, part) = hash < 0 ? (target, "") : (target[..hash].Trim(), target[(hash + 1)..].Trim());
        var label = parts.Length > 1 && parts[^1].Length > 0 ? parts[^1] : Shown(name, part);
        if (FileExtensions.All.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
            return File(name, isEmbed, parts, links);
        // The name of a paragraph is nothing that can be linked to.
        var fragment = part.StartsWith('^') || part.Length == 0 ? "" : "#" + LinkHelper.UrilizeAsGfm(part.Split('#')[^1]);
        var address = name.Length == 0 ? fragment : links?.Note(name) is { } note ? note.AbsoluteUri + fragment : "";
        return address.Length == 0 ? Text(label) : Link(address, label);
    }

    private static string Shown(string name, string part)
    {
        if (part.Length == 0 || part[0] == '^') return name;
        var heading = part.Replace("#", " > ", StringComparison.Ordinal);
        return name.Length == 0 ? heading : $"{name} > {heading}";
    }

    private static Inline File(string name, bool isEmbed, string[] parts, LinkResolver? links)
    {
        var address = string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
        links?.FindInAnyFolder(address);
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (isEmbed && Videos.Contains(extension)) return new HtmlInline($"<video src=\"{address}\" controls></video>");
        if (isEmbed && Sounds.Contains(extension)) return new HtmlInline($"<audio src=\"{address}\" controls></audio>");
        var labels = parts.Skip(1).Where(label => label.Length > 0).ToArray();
        if (!isEmbed || !Pictures.Contains(extension)) return Link(address, labels.Length > 0 ? labels[^1] : name);
        var image = Link(address, Array.Find(labels, label => !IsSize(label)) ?? Path.GetFileNameWithoutExtension(name));
        image.IsImage = true;
        if (Array.FindLast(labels, IsSize) is not { } size) return image;
        var sizes = size.Split('x');
        image.GetAttributes().AddProperty("width", sizes[0]);
        if (sizes.Length > 1) image.GetAttributes().AddProperty("height", sizes[1]);
        return image;
    }

    private static bool IsSize(string label) =>
        label.Split('x') is { Length: 1 or 2 } sizes
        && Array.TrueForAll(sizes, size => size.Length is > 0 and < 6 && size.All(char.IsAsciiDigit));

    private static LinkInline Link(string address, string label)
    {
        var link = new LinkInline(address, "") { Title = null, IsClosed = true };
        link.AppendChild(Text(label));
        return link;
    }

    private static LiteralInline Text(string label) => new(label) { IsClosed = true };
}
