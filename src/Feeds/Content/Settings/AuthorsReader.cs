using System.Collections.Immutable;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Settings;

/// <summary>Reads the authors of a document.</summary>
internal static class AuthorsReader
{
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
        return PlainText.OneLine(fields.Text(["name", "title"]) ?? "") is { Length: > 0 } name
            ? new Person(name, email is not null && EmailAddress.Is(email) ? email : null, url)
            : null;
    }

    private static Person? Author(Value value, SiteSettings settings) => value switch
    {
        TextValue text when settings.People.TryGetValue(text.Text.Trim(), out var known) => known,
        TextValue text when PlainText.OneLine(text.Text) is { Length: > 0 } name => WithEmail(name),
        MapValue map => FromMap(map),
        _ => null,
    };

    /// <summary>Reads a name, or a name followed by an e-mail address in angle brackets.</summary>
    private static Person WithEmail(string name)
    {
        var open = name.IndexOf(" <", StringComparison.Ordinal);
        return open > 0 && name.EndsWith('>') && name[(open + 2)..^1] is var email && EmailAddress.Is(email)
            ? new Person(name[..open], email)
            : new Person(name);
    }
}
