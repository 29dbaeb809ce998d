using System.Text.Json;

namespace Feeds.Tests.Hostile;

/// <summary>Looks through JSON: its members, the HTML and the addresses in them; of a calendar its properties.</summary>
internal static class JsonOutput
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static void Look(byte[] body, Action<string> part, Action<string> html, Action<string> report)
    {
        using var document = JsonDocument.Parse(body, Strict);
        Look(document.RootElement, "json", part, html, report);
    }

    private static void Look(JsonElement element, string name, Action<string> part, Action<string> html, Action<string> report)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    part($"{name} > {member.Name}");
                    Look(member.Value, member.Name, part, html, report);
                }

                break;
            case JsonValueKind.Array:
                // A property of jCal (RFC 7265 §3.4): its name, its parameters, its type, its values.
                if (element.GetArrayLength() > 3 && element[0].ValueKind == JsonValueKind.String && element[1].ValueKind == JsonValueKind.Object) part($"jcal {element[0].GetString()} {element[2]}");
                foreach (var item in element.EnumerateArray()) Look(item, name, part, html, report);
                break;
            case JsonValueKind.String when name is "content_html":
                html(element.GetString()!);
                break;
            case JsonValueKind.String when (name is "url" or "external_url" or "image" or "icon" or "avatar" or "href") && !Addresses.IsHarmless(element.GetString()!):
                report($"{name} leads to {element.GetString()}");
                break;
        }
    }
}
