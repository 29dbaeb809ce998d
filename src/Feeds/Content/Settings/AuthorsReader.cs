using System.Collections.Immutable;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Settings;

/// <summary>Finds out who wrote a document.</summary>
internal static class AuthorsReader
{
    /// <summary>The people whom the front matter names: by name, by a map, or by a key of <c>authors.yml</c>.</summary>
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

    /// <summary>The person that a map describes; null when it gives no name.</summary>
    public static Person? FromMap(MapValue map)
    {
        var fields = new FrontMatterFields(map);
        var email = fields.Text(["email"]);
        return fields.Text(["name", "title"]) is { } name && PlainText.OneLine(name) is { Length: > 0 } named
            ? new Person(named, email is not null && EmailAddress.Is(email) ? email : null, WebAddress.Read(fields.Text(["url", "website", "homepage"])))
            : null;
    }

    private static Person? Author(Value value, SiteSettings settings) => value switch
    {
        TextValue text when settings.People.TryGetValue(text.Text.Trim(), out var known) => known,
        TextValue text when PlainText.OneLine(text.Text) is { Length: > 0 } name => WithEmail(name),
        MapValue map => FromMap(map),
        _ => null,
    };

    /// <summary>A name, or a name with its address in angle brackets behind it.</summary>
    private static Person WithEmail(string name)
    {
        var open = name.IndexOf(" <", StringComparison.Ordinal);
        return open > 0 && name.EndsWith('>') && EmailAddress.Is(name[(open + 2)..^1]) ? new Person(name[..open], name[(open + 2)..^1]) : new Person(name);
    }
}
