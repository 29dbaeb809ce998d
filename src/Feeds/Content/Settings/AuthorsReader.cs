using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Settings;

/// <summary>Reads the authors of a document.</summary>
internal static partial class AuthorsReader
{
    private static readonly ImmutableArray<string> Given = Names("given", "givenname", "first", "firstname");
    private static readonly ImmutableArray<string> Family = Names("family", "familyname", "last", "lastname", "surname");

    /// <summary>Reads names, maps and keys of <c>authors.yml</c>.</summary>
    public static ImmutableArray<Person> Read(FrontMatterFields front, SiteSettings settings)
    {
        ImmutableArray<Value> items = front.Find(FieldNames.Authors)?.Value switch
        {
            ListValue list => list.Items,
            { } one => [one],
            null => [],
        };
        return [.. items.Select(item => Author(item, settings)).OfType<Person>().DistinctBy(person => person.Name, StringComparer.Ordinal)];
    }

    /// <summary>The person in a map; null when it has no name.</summary>
    public static Person? FromMap(MapValue map)
    {
        var fields = new FrontMatterFields(map);
        var email = fields.Text(["email"]);
        var url = WebAddress.Read(fields.Text(["url", "website", "homepage"]));
        string?[] parts = [fields.Text(Given), fields.Text(Family)];
        var written = fields.Text(["name", "name.literal", "literal"]) ?? Joined(parts) ?? fields.Text(["title"]);
        return PlainText.OneLine(written ?? "") is { Length: > 0 } name
            ? new Person(name, email is not null && EmailAddress.Is(email) ? email : null, url)
            : null;
    }

    private static Person? Author(Value value, SiteSettings settings) => value switch
    {
        TextValue text when settings.People.TryGetValue(text.Text.Trim(), out var known) => known,
        TextValue text when PlainText.OneLine(text.Text) is { Length: > 0 } name => WithAddresses(name),
        MapValue map => FromMap(map),
        _ => null,
    };

    /// <summary>Reads a name, with an e-mail address in angle brackets and a web address in round ones, as npm writes them.</summary>
    private static Person WithAddresses(string written)
    {
        if (Link().Match(written) is { Success: true, Groups: var link })
            return new Person(link["name"].Value.Trim(), Email: null, WebAddress.Read(link["url"].Value));
        // Obsidian links to the note about an author.
        written = Note().Replace(written, "${name}");
        if (Addresses().Match(written) is not { Success: true, Groups: var groups }) return new Person(written);
        var (email, url) = (groups["email"], WebAddress.Read(groups["url"].Value));
        if ((email.Success && !EmailAddress.Is(email.Value)) || (groups["url"].Success && url is null)) return new Person(written);
        return new Person(groups["name"].Value, email.Success ? email.Value : null, url);
    }

    private static string? Joined(string?[] parts) => parts.All(part => part is null) ? null : string.Join(' ', parts.OfType<string>());

    private static ImmutableArray<string> Names(params string[] names) => [.. names, .. names.Select(name => $"name.{name}")];

    [GeneratedRegex(@"^\[(?<name>[^\[\]]+)\]\((?<url>[^()\s]+)\)$", LinearRegex.Options)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[\[([^\[\]|]+\|)?(?<name>[^\[\]|]+)\]\]", LinearRegex.Options)]
    private static partial Regex Note();

    [GeneratedRegex(@"^(?<name>[^<(]*[^<( ])( <(?<email>[^<>]+)>)?( \((?<url>[^()]+)\))?$", LinearRegex.Options)]
    private static partial Regex Addresses();
}
