using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Events;

/// <summary>Reads the organizer of an event.</summary>
internal static class OrganizerReader
{
    /// <summary>Reads a map, <c>Name &lt;address&gt;</c> or a key of <c>authors.yml</c>; null without an e-mail address.</summary>
    public static Organizer? Read(FrontMatterFields front, SiteSettings settings, DiagnosticBag report)
    {
        if (front.Find(FieldNames.Organizer) is not { } field) return null;
        var (name, address) = Written(field, settings);
        if (address is null) return null;
        if (EmailAddress.Is(address)) return new Organizer(address, PlainText.OneLine(name ?? "") is { Length: > 0 } shown ? shown : null);
        var written = PlainText.OneLine(address);
        report.Error(field.Line, $"'{field.Key}' ({written}) is not a valid e-mail address; write one such as ana@example.org");
        return null;
    }

    private static (string? Name, string? Address) Written(Field field, SiteSettings settings)
    {
        if (field.Value is MapValue map)
        {
            var fields = new FrontMatterFields(map);
            return (fields.Text(["name", "title"]), WithoutMailto(fields.Text(["email", "mail"])));
        }

        var text = field.Text() ?? "";
        if (settings.People.TryGetValue(text, out var known)) return (known.Name, known.Email);
        var open = text.IndexOf('<', StringComparison.Ordinal);
        if (open >= 0 && text.EndsWith('>')) return (text[..open], WithoutMailto(text[(open + 1)..^1].Trim()));
        return text.Contains('@', StringComparison.Ordinal) ? (null, WithoutMailto(text)) : (text, null);
    }

    private static string? WithoutMailto(string? address) =>
        address is not null && address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..] : address;
}
