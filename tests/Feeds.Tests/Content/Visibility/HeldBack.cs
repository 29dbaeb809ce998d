using System.Text;
using System.Text.Json;
using Feeds.Content;
using Feeds.Publishing;
using Xunit;

namespace Feeds.Tests.Content.Visibility;

/// <summary>A document with some keys, in each dialect of front matter, and a word by which it is found wherever it is published.</summary>
internal static class HeldBack
{
    public const string Now = "2026-01-01T00:00:00Z";
    public const string Marker = "zebra";

    private static readonly (string, string) Other = ("posts/2024-01-05-other.md", "---\ntitle: Other\n---\nAnother text.\n");
    private static readonly (string, string) OtherEvent = ("events/other.md", "---\ntitle: Other event\nstart: 2027-02-02T18:00\nend: 2027-02-02T19:00\nlocation: Hall\n---\nAnother text.\n");

    /// <summary>Each of some objects of JSON in every dialect that can write it.</summary>
    public static TheoryData<string, string> InEachDialect(params string[] keys)
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in keys)
        {
            rows.Add("yaml", row);
            rows.Add("json", row);
            if (!row.Contains("null", StringComparison.Ordinal)) rows.Add("toml", row);
        }

        return rows;
    }

    public static (string Path, string Text) Post(string dialect, string keys) =>
        ("posts/2024-03-11-zebra.md", Document(dialect, """{"title": "Zebra"}""", keys, "The zebra's text, with [a](https://zebra.example/).\n"));

    public static (string Path, string Text) Event(string dialect, string keys) =>
        ("events/zebra.md", Document(dialect, """{"title": "Zebra", "start": "2027-01-01T18:00", "end": "2027-01-01T20:00", "location": "Zebra Hall", "tags": ["zebra"]}""", keys, "The zebra's text.\n"));

    public static SiteReading Site((string Path, string Text) document) => FolderOf.Site(document, Other, OtherEvent);

    /// <summary>The paths of what is published in which the word stands, also as a part of another.</summary>
    public static string[] Found(Publication publication) =>
    [
        .. publication.Representations.Values
            .Where(item => (item.Path + Encoding.UTF8.GetString(item.Identity.Span)).Contains(Marker, StringComparison.OrdinalIgnoreCase))
            .Select(item => item.Path).Order(StringComparer.Ordinal),
    ];

    public static string[] Found((string Path, string Text) document) => Found(Publication.Render(Site(document).Site, FolderOf.Moment(Now), previous: null));

    public static string Document(string dialect, string first, string keys, string body)
    {
        JsonProperty[] fields = [.. JsonElement.Parse(first).EnumerateObject(), .. JsonElement.Parse(keys).EnumerateObject()];
        return dialect switch
        {
            "yaml" => $"---\n{string.Concat(fields.Select(field => $"{field.Name}: {field.Value.GetRawText()}\n"))}---\n{body}",
            "toml" => $"+++\n{string.Concat(fields.Select(field => $"{field.Name} = {Toml(field.Value)}\n"))}+++\n{body}",
            _ => $"{{\n{string.Join(",\n", fields.Select(field => $"  \"{field.Name}\": {field.Value.GetRawText()}"))}\n}}\n\n{body}",
        };
    }

    private static string Toml(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? $"{{ {string.Join(", ", value.EnumerateObject().Select(field => $"{field.Name} = {Toml(field.Value)}"))} }}"
        : value.GetRawText();
}
