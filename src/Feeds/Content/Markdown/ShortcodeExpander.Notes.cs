using System.Collections.Frozen;
using System.Net;
using Feeds.Text;

namespace Feeds.Content.Markdown;

/// <content>Tags around text that readers can be shown without the generator: notes, and links with an address of their own.</content>
internal sealed partial class ShortcodeExpander
{
    private const int MaxOpenNotes = 12;

    private static readonly FrozenSet<string> Notes =
    [
        "notice", "admonition", "callout", "alert", "hint", "aside", "spoiler", "expand", "collapse", "fold", "blockquote", "pullquote",
    ];

    private static readonly string[] Addresses = ["href", "to", "url", "link", "relref"];

    private static readonly string[] Labels = ["text", "title", "content", "label", "name"];

    private readonly Stack<(string Name, string Indent)> openNotes = [];
    private readonly Stack<string> openLinks = [];
    private readonly Dictionary<(TagForm Form, string Name), int> nextEnds = [];

    /// <summary>Writes a note as a quote with its title.</summary>
    private bool TryWriteNote(TemplateTag tag)
    {
        if (tag.Form == TagForm.Expression || tag.IsSelfClosing) return false;
        var name = tag.Name.ToLowerInvariant();
        if (tag.IsClosing) return EndNote(name);
        if (hasText || !(Notes.Contains(name) || MarkdownDialects.IsNote(name))) return false;
        if (tag.Form == TagForm.Element ? beganInHtml : isInHtml) return false;
        if (openNotes.Count == MaxOpenNotes || EndAfter(tag) == int.MaxValue) return false;
        while (output.Length > lineStart && output[^1] is ' ' or '\t') output.Length--;
        var indent = new string(' ', lineIndent > 0 ? code.ListIndent : 0);
        openNotes.Push((name, indent));
        output.Append('\n').Append(indent).Append("<blockquote>\n\n");
        if (TitleOf(tag, name) is { Length: > 0 } title) output.Append(indent).Append("**").Append(title).Append("**\n\n");
        output.Append(indent);
        (hasText, isInHtml) = (true, false);
        return true;
    }

    private bool EndNote(string name)
    {
        // Zola ends all its tags in the same way.
        if (!openNotes.TryPeek(out var note) || !(name.Length == 0 || name == note.Name)) return false;
        openNotes.Pop();
        while (output.Length > lineStart && output[^1] is ' ' or '\t') output.Length--;
        output.Append("\n\n").Append(note.Indent).Append("</blockquote>\n\n");
        hasText = true;
        return true;
    }

    /// <summary>Where the end of a tag is, or of one of the same name behind it; beyond the text when there is none.</summary>
    private int EndAfter(TemplateTag tag)
    {
        // Each part of the text is searched once.
        if (nextEnds.TryGetValue((tag.Form, tag.Name), out var known) && known >= tag.End) return known;
        string[] ends = tag.Form switch
        {
            TagForm.Element => [$"</{tag.Name}>"],
            TagForm.Shortcode => [$"/{tag.Name} ", $"/{tag.Name}>", $"/{tag.Name}%", $"/ {tag.Name} "],
            _ when tag.IsCall => ["{% end %}"],
            _ => [$"{{% end{tag.Name}"],
        };
        var found = ends.Select(end => text.IndexOf(end, tag.End, StringComparison.Ordinal)).Where(at => at >= 0);
        return nextEnds[(tag.Form, tag.Name)] = found.DefaultIfEmpty(int.MaxValue).Min();
    }

    private static string TitleOf(TemplateTag tag, string name)
    {
        var written = tag.Named("title", "header", "summary", "text") ?? (tag.Form == TagForm.Element ? "" : WordsOf(tag.Positional));
        if (written.Length > 0) return LabelMarks.Replace(PlainText.Joined(written), @"\$0");
        if (name is "quote" or "blockquote" or "pullquote") return "";
        string?[] types = [tag.Named("type", "style", "level", "kind", "variant", "context"), tag.Positional.FirstOrDefault(), name];
        var known = types.FirstOrDefault(type => type is not null && MarkdownDialects.IsNote(type));
        return MarkdownDialects.Capitalized(known);
    }

    /// <summary>The title among the words of a tag, where others are its type, icon and colour.</summary>
    private static string WordsOf(IEnumerable<string> words)
    {
        string[] title = [.. words.SkipWhile(MarkdownDialects.IsNote).Where(word => word is not ("true" or "false"))];
        var isTitle = title.Any(word => word.Any(c => char.IsUpper(c) || c is ' ' or > '\u007F'));
        return isTitle ? string.Join(' ', title) : "";
    }

    /// <summary>Writes a component or a shortcode that has an address as a link.</summary>
    private bool TryWriteLink(TemplateTag tag)
    {
        if (tag.IsClosing)
        {
            if (!openLinks.TryPeek(out var open) || open != tag.Name) return false;
            output.Append("</a>");
            openLinks.Pop();
            return true;
        }

        if (AddressOf(tag) is not { } address) return false;
        var hasContent = !tag.IsSelfClosing && EndAfter(tag) < MarkdownCode.LineEnd(text, tag.End);
        var label = hasContent ? null : tag.Named(Labels) ?? tag.Positional.ElementAtOrDefault(1);
        if (!hasContent && label is null) return false;
        output.Append("<a href=\"").Append(WebUtility.HtmlEncode(address)).Append("\">");
        if (label is null) openLinks.Push(tag.Name);
        else output.Append(WebUtility.HtmlEncode(PlainText.Joined(label))).Append("</a>");
        hasText = true;
        return true;
    }

    private static string? AddressOf(TemplateTag tag)
    {
        if (tag.Form == TagForm.Element) return tag.IsComponent ? tag.Named(Addresses[..3]) : null;
        if (tag.Form != TagForm.Shortcode) return null;
        string[] names = ["link", "button"];
        if (!names.Any(name => tag.Name.Contains(name, StringComparison.OrdinalIgnoreCase))) return null;
        return tag.Named(Addresses) ?? tag.Positional.FirstOrDefault(word => WebAddress.Read(word) is not null);
    }
}
