using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Feeds.Text;

namespace Feeds.Content.Markdown.Html;

/// <summary>Takes the size of a picture from the end of its alternative text, where Obsidian has it.</summary>
internal static class PictureSize
{
    private static readonly Regex Size = new(@"^(?<text>.*)\|(?<width>[0-9]{1,4})(?:x(?<height>[0-9]{1,4}))?$", LinearRegex.Options);

    public static void Take(IElement image)
    {
        if (image.GetAttribute("alt") is not { } alternative || !alternative.Contains('|', StringComparison.Ordinal)) return;
        if (Size.Match(alternative) is not { Success: true } size) return;
        image.SetAttribute("alt", size.Groups["text"].Value.Trim());
        if (image.HasAttribute("width")) return;
        image.SetAttribute("width", size.Groups["width"].Value);
        if (size.Groups["height"] is { Success: true } height) image.SetAttribute("height", height.Value);
    }
}
