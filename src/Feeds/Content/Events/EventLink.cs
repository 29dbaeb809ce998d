using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Feeds.Content.FrontMatter;
using Feeds.Text;

namespace Feeds.Content.Events;

/// <summary>Reads a web address in the forms in which people write one: bare, in Markdown, or in a map of links.</summary>
internal static class EventLink
{
    private static readonly ImmutableArray<string> Addresses = ["url", "href", "link", "uri", "src"];

    private static readonly Regex Markdown = new(@"^[^\[\]]*\[[^\]]*\]\(\s*<?(?<url>https?://[^)\s>]+)>?[^)]*\)", LinearRegex.IgnoreCase);
    private static readonly Regex Html = new(@"^<a\s[^>]*href=[""']?(?<url>https?://[^""'\s>]+)", LinearRegex.IgnoreCase);
    private static readonly Regex Bare = new(
        @"^(www(\.[a-z0-9-]+)+\.[a-z]{2,24}(/\S*)?|[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,24}/\S*)$", LinearRegex.IgnoreCase);

    /// <summary>The first address under one of the names; null when there is none.</summary>
    public static Uri? Find(FrontMatterFields front, ImmutableArray<string> names, DiagnosticBag report)
    {
        foreach (var name in names)
        {
            if (front.Find([name]) is { } field && Of(field, names, report) is { } address) return address;
        }

        return null;
    }

    private static Uri? Of(Field field, ImmutableArray<string> names, DiagnosticBag report)
    {
        if (field.Value is MapValue map)
        {
            var inner = new FrontMatterFields(map);
            var written = inner.FindText(Addresses) ?? inner.FindText(names)
                ?? map.Fields.FirstOrDefault(one => WebAddress.Read(one.Text()) is not null);
            return written?.Address(report);
        }

        if (field.Value is ListValue { Items: [var first, ..] }) return Of(field with { Value = first }, names, report);
        if (field.Text() is not { Length: > 0 } text) return null;
        if (WebAddress.Read(text) is { } whole) return whole;
        var link = Markdown.Match(text) is { Success: true } markdown ? markdown : Html.Match(text);
        if (link.Success) return WebAddress.Read(link.Groups["url"].Value);
        if (text is ['<', .. var between, '>'] && WebAddress.Read(between) is { } bracketed) return bracketed;
        return Bare.IsMatch(text) ? WebAddress.Read($"https://{text}") : field.Address(report);
    }
}
