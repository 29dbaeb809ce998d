using System.Collections.Immutable;
using Feeds.Content.FrontMatter;

namespace Feeds.Content.Lists;

/// <summary>Reads the values of a file without a body, in the format that its name says.</summary>
internal static class ListDocuments
{
    /// <summary>The documents of the file; null when it is unreadable, which is reported.</summary>
    public static ImmutableArray<Value>? Read(string path, string text, DiagnosticBag report) =>
        Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" => [Csv.Read(text, report)],
            ".JSON" => JsonFrontMatter.ReadFile(text, report) is { } value ? [value] : null,
            ".TOML" => [Toml.Read(text, firstLine: 1, report)],
            _ => YamlList.Read(text, report),
        };
}
