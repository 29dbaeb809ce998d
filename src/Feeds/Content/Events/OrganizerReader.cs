using Feeds.Content.FrontMatter;
using Feeds.Content.Places;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Events;

/// <summary>Reads the organizer of an event.</summary>
internal static class OrganizerReader
{
    /// <summary>Reads a map, a name, an address, <c>Name &lt;address&gt;</c> or a key of <c>authors.yml</c>; null without any.</summary>
    public static Organizer? Read(FrontMatterFields front, SiteSettings settings, DiagnosticBag report)
    {
        if (front.Find(FieldNames.Organizer) is not { } field) return null;
        var (written, address, url) = Written(field, settings, report);
        var name = written is null || LinkedText.Of(written) is not { IsEmpty: false } text ? null : text.OneLine;
        if (address is not null && !EmailAddress.Is(address))
        {
            var shown = PlainText.OneLine(address);
            report.Error(field.Line, $"'{field.Key}' ({shown}) is not a valid e-mail address; write one such as ana@example.org");
            address = null;
        }

        return name is null && address is null ? null : new Organizer(address, name, url);
    }

    private static (string? Name, string? Address, Uri? Url) Written(Field field, SiteSettings settings, DiagnosticBag report)
    {
        if (field.Value is MapValue map)
        {
            var fields = new FrontMatterFields(map);
            var url = EventLink.Find(fields, ["url", "website"], report);
            return (fields.Text(["name", "title"]), WithoutMailto(fields.Text(["email", "mail"])), url);
        }

        var text = field.Text() ?? "";
        if (settings.People.TryGetValue(text, out var known)) return (known.Name, known.Email, known.Url);
        var open = text.IndexOf('<', StringComparison.Ordinal);
        if (open >= 0 && text is [.., '>'] && !text.EndsWith("</a>", StringComparison.OrdinalIgnoreCase))
            return (text[..open], WithoutMailto(text[(open + 1)..^1].Trim()), null);
        if (EventLink.In(text) is { } page) return (LinkedText.Of(text).WithoutAddresses().OneLine, null, page);
        return text.Contains('@', StringComparison.Ordinal) ? (null, WithoutMailto(text), null) : (text, null, null);
    }

    private static string? WithoutMailto(string? address) =>
        address is not null && address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..] : address;
}
