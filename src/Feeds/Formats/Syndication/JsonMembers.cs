using System.Text.Json;

namespace Feeds.Formats.Syndication;

/// <summary>The members of a JSON Feed; free text reaches it by way of <see cref="XmlCharacters"/> alone, as it does the XML.</summary>
internal static class JsonMembers
{
    public static void WriteText(this Utf8JsonWriter json, string name, string? text) => json.WriteString(name, XmlCharacters.Keep(text));

    public static void WriteTextIfAny(this Utf8JsonWriter json, string name, string? text)
    {
        if (XmlCharacters.KeepIfAny(text) is { } kept)
            json.WriteString(name, kept);
    }

    public static void WriteAddress(this Utf8JsonWriter json, string name, Uri? address) => json.WriteTextIfAny(name, address?.AbsoluteUri);
}
