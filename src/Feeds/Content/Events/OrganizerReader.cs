using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Events;

/// <summary>Finds out who invites to an event.</summary>
internal static class OrganizerReader
{
    /// <summary>Who invites, by a map, by <c>Name &lt;address&gt;</c>, or by a key of <c>authors.yml</c>; null when there is no address, without which a calendar cannot name anybody.</summary>
    public static Organizer? Read(FrontMatterFields front, SiteSettings settings, DiagnosticBag report)
    {
        if (front.Find(FieldNames.Organizer) is not { } field) return null;
        var (name, address) = Written(field, settings);
        if (address is null) return null;
        if (EmailAddress.Is(address)) return new Organizer(address, name is null || PlainText.OneLine(name) is not { Length: > 0 } shown ? null : shown);
        report.Error(field.Line, $"'{field.Key}' ({PlainText.OneLine(address)}) is no e-mail address; write one such as ana@example.org");
        return null;
    }

    private static (string? Name, string? Address) Written(Field field, SiteSettings settings)
    {
        if (field.Value is MapValue map)
        {
            var fields = new FrontMatterFields(map);
            return (fields.Text(["name", "title"]), Bare(fields.Text(["email", "mail"])));
        }

        var text = field.Text() ?? "";
        if (settings.People.TryGetValue(text, out var known)) return (known.Name, known.Email);
        var open = text.IndexOf('<', StringComparison.Ordinal);
        if (open >= 0 && text.EndsWith('>')) return (text[..open], Bare(text[(open + 1)..^1].Trim()));
        return text.Contains('@', StringComparison.Ordinal) ? (null, Bare(text)) : (text, null);
    }

    private static string? Bare(string? address) =>
        address is not null && address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..] : address;
}
