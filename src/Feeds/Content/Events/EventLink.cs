using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Feeds.Content.FrontMatter;
using Feeds.Content.Places;
using Feeds.Text;

namespace Feeds.Content.Events;

/// <summary>Reads a web address in the forms in which people write one: bare, in Markdown, or in a map of links.</summary>
internal static class EventLink
{
    private static readonly ImmutableArray<string> Addresses = ["url", "href", "link", "uri", "src"];

    private static readonly Regex Bare = new(
        @"^(www(\.[a-z0-9-]+)+\.[a-z]{2,24}(/\S*)?|[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,24}/\S*)$", LinearRegex.IgnoreCase);

    /// <summary>The first address under one of the names; null when there is none.</summary>
    public static Uri? Find(FrontMatterFields front, ImmutableArray<string> names, DiagnosticBag report)
    {
        foreach (var name in names)
        {
            if (front.Find(name) is { } field && Of(field, names, report) is { } address) return address;
        }

        return null;
    }

    /// <summary>The address in a text, also one without a scheme that stands alone; null when there is none.</summary>
    public static Uri? In(string text)
    {
        if (WebAddress.Read(text) is { } whole) return whole;
        if (Bare.IsMatch(text)) return WebAddress.Read($"https://{text}");
        return text.Contains("://", StringComparison.Ordinal) ? LinkedText.Of(text).Link : null;
    }

    private static Uri? Of(Field field, ImmutableArray<string> names, DiagnosticBag report)
    {
        if (field.Value is MapValue map)
        {
            var inner = new FrontMatterFields(map);
            var written = inner.FindText(Addresses) ?? inner.FindText(names)
                ?? map.Fields.FirstOrDefault(one => In(one.Text() ?? "") is not null);
            return written is null ? null : Of(written, report);
        }

        if (field.Value is not ListValue list) return Of(field, report);
        return list.Items.Select(item => Of(field with { Value = item }, names, report)).FirstOrDefault(address => address is not null);
    }

    private static Uri? Of(Field field, DiagnosticBag report) =>
        field.Text() is { Length: > 0 } text ? In(text) ?? field.Address(report) : null;
}
