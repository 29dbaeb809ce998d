using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Feeds.Content.Markdown;
using Feeds.Text;

namespace Feeds.Content.Places;

/// <summary>A short text without its Markdown and HTML, with the first web address in it.</summary>
/// <param name="Lines">The lines that are not empty; an address outside of a link is among the words.</param>
internal sealed record LinkedText(ImmutableArray<string> Lines, Uri? Link)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("<[\n\r:/\\*_`~");
    private static readonly SearchValues<char> Marked = SearchValues.Create("<*_`~");

    private static readonly Regex MarkdownLink = new(
        @"!?\[(?<text>[^\]]*)\]\(\s*<?(?<url>(?:[^()\s>]|\([^()\s]*\))*)>?[^)]*\)", LinearRegex.Options);

    private static readonly Regex HtmlLink = new(@"<a\s[^>]*href\s*=\s*[""']?(?<url>[^""'\s>]+)", LinearRegex.IgnoreCase);
    private static readonly Regex Anchor = new(@"</?a(?:\s[^>]*)?>", LinearRegex.IgnoreCase);
    private static readonly Regex Bare = new(@"<?(?<url>https?://[^\s<>""|]*[^\s<>""|.,;:!?)\]])>?", LinearRegex.IgnoreCase);

    // A folded line breaks '<br />' too, and some editors leave only 'br /' of it.
    private static readonly Regex Break = new(@"<?\s*\bbr\s*/\s*>?|<\s*br\s*>|</?(?:p|div|li|ul|ol)\s*>", LinearRegex.IgnoreCase);

    private static readonly Regex Brackets = new(@"\(\s*\)|\[\s*\]", LinearRegex.Options);
    private static readonly Regex Connector = new(@"(?:\s(?:and|or|und|oder|et|via|at)|\s*[&/+|])\s*$", LinearRegex.IgnoreCase);

    /// <summary>All of it on one line, its lines separated by commas.</summary>
    public string OneLine => string.Join(", ", Lines);

    public bool IsEmpty => Lines.IsEmpty;

    public static LinkedText Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks)) return new LinkedText(LinesOf(text), Link: null);
        Uri? link = null;
        var plain = MarkdownLink.Replace(text, match =>
        {
            link ??= WebAddress.Read(match.Groups["url"].Value);
            return PlainText.Joined(match.Groups["text"].Value);
        });
        if (plain.Contains('<', StringComparison.Ordinal))
        {
            link ??= WebAddress.Read(HtmlLink.Match(plain).Groups["url"].Value);
            plain = Anchor.Replace(plain, "");
        }

        link ??= WebAddress.Read(Bare.Match(plain).Groups["url"].Value);
        return new LinkedText(LinesOf(Break.Replace(plain, "\n")), link);
    }

    /// <summary>The text without addresses among its words.</summary>
    public LinkedText WithoutAddresses() =>
        this with { Lines = [.. Lines.Select(line => Trimmed(Joints(Bare.Replace(line, " ")))).Where(line => line.Length > 0)] };

    private static string Joints(string line) =>
        Connector.Replace(PlainText.Joined(Brackets.Replace(line, " ")).Replace(" ,", ",", StringComparison.Ordinal), "")
            .Trim(' ', ':', '-', '–', '—');

    private static ImmutableArray<string> LinesOf(string text)
    {
        if (!text.AsSpan().ContainsAny('\n', '\r')) return Trimmed(Plain(text)) is { Length: > 0 } only ? [only] : [];
        return [.. text.Split(['\n', '\r']).Select(line => Trimmed(Plain(line.TrimEnd('\\', ' ')))).Where(line => line.Length > 0)];
    }

    // What stands for marks in a text may be part of an address; a backslash alone is no mark.
    private static string Plain(string line) => line.AsSpan().ContainsAny(Marked) && !Bare.IsMatch(line)
        ? MarkdownBody.OneLine(line)
        : PlainText.OneLine(Bare.Replace(line, "${url}").Replace("**", "", StringComparison.Ordinal));

    private static string Trimmed(string line) => line.Trim(' ', ',', ';', '|');
}
