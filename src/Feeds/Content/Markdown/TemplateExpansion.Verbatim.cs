using System.Collections.Immutable;

namespace Feeds.Content.Markdown;

/// <content>Tags between which nothing is a tag: code and raw text.</content>
internal sealed partial class TemplateExpansion
{
    /// <summary>Takes the tags between which nothing is a tag, with what is between them.</summary>
    private bool TryTakeVerbatim(TemplateTag tag, TagPlace place)
    {
        var isHighlight = tag.Name is "highlight" or "codeblock";
        var isRaw = tag.Name is "raw" or "rawhtml" or "verbatim";
        if (tag.IsClosing || tag.IsSelfClosing || tag.IsCall || tag.Form is not (TagForm.Shortcode or TagForm.Statement)) return false;
        if (!isHighlight && !isRaw && tag.Name is not "comment") return false;
        if (FindClosing(tag) is not { } closing)
        {
            position = tag.End;
            return true;
        }

        var content = text.AsSpan(tag.End, closing.Start - tag.End);
        position = closing.End;
        if (isRaw) (position, rawEnd, rawResume) = (tag.End, closing.Start, closing.End);
        else if (isHighlight && place == TagPlace.InLine && !content.Contains('\n')) WriteCodeSpan(content);
        else if (isHighlight) WriteFence(tag, content);
        return true;
    }

    private (int Start, int End)? FindClosing(TemplateTag tag)
    {
        var (open, mark) = tag.Form == TagForm.Shortcode ? ("{{", "/") : ("{%", "end");
        var key = mark + tag.Name;
        if (missingEnds.Contains(key)) return null;
        for (var at = text.IndexOf(open, tag.End, StringComparison.Ordinal); at >= 0; at = text.IndexOf(open, at + 2, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + 2);
            if (tag.Form == TagForm.Shortcode && rest is not ['<' or '%', ..]) continue;
            rest = (rest is ['<' or '%' or '-', ..] ? rest[1..] : rest).TrimStart();
            if (!rest.StartsWith(mark, StringComparison.Ordinal)) continue;
            rest = rest[mark.Length..].TrimStart();
            if (!rest.StartsWith(tag.Name, StringComparison.Ordinal)) continue;
            rest = rest[tag.Name.Length..].TrimStart();
            var width = rest switch
            {
                ['>' or '%', '}', '}', ..] when tag.Form == TagForm.Shortcode => 3,
                ['%', '}', ..] => 2,
                ['-', '%', '}', ..] => 3,
                _ => 0,
            };
            if (width > 0) return (at, text.Length - rest.Length + width);
        }

        missingEnds.Add(key);
        return null;
    }

    private void WriteCodeSpan(ReadOnlySpan<char> content)
    {
        var marks = new string('`', LongestRun(content) + 1);
        var blank = content is ['`', ..] or [.., '`'] ? " " : "";
        output.Append(marks).Append(blank).Append(content).Append(blank).Append(marks);
    }

    private void WriteFence(TemplateTag tag, ReadOnlySpan<char> content)
    {
        var lines = content.ToString();
        // Jekyll's authors put "raw" within "highlight", for tags that are shown.
        foreach (var raw in (ImmutableArray<string>)["{% raw %}", "{% endraw %}"]) lines = lines.Replace(raw, "", StringComparison.Ordinal);
        var language = tag.Named("lang", "language") ?? tag.Values.FirstOrDefault() ?? "";
        if (language.Length > 30 || !language.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-' or '_' or '.')) language = "";
        var before = output.ToString(lineStart, output.Length - lineStart);
        if (before.AsSpan().IndexOfAnyExcept(ContainerMarks) >= 0)
        {
            output.Append('\n');
            before = "";
        }

        var fence = new string('`', Math.Max(3, LongestRun(lines) + 1));
        output.Append(fence).Append(language).Append('\n').Append(lines.AsSpan(IsBlankLine(lines) ? lines.IndexOf('\n', StringComparison.Ordinal) + 1 : 0));
        lineStart = output.Length - (lines.Length - (lines.LastIndexOf('\n') + 1));
        if (string.IsNullOrWhiteSpace(before)) TrimBlanks();
        if (output[^1] != '\n' && !IsQuoteMark(lines)) output.Append('\n');
        if (string.IsNullOrWhiteSpace(before) && output[^1] == '\n') output.Append(before);
        output.Append(fence);
        if (!IsBlankBehind(position)) output.Append('\n');
    }

    private static bool IsBlankLine(string lines) => lines.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end && string.IsNullOrWhiteSpace(lines[..end]);

    private static bool IsQuoteMark(string lines) => lines.AsSpan(lines.LastIndexOf('\n') + 1).IndexOfAnyExcept(" \t>") < 0;

    private static int LongestRun(ReadOnlySpan<char> content)
    {
        var (longest, run) = (0, 0);
        foreach (var c in content)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
