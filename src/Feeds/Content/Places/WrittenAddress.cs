using System.Collections.Immutable;
using Feeds.Content.FrontMatter;
using Feeds.Model;

namespace Feeds.Content.Places;

/// <summary>Collects the parts of an address from the maps and fields in which they are written.</summary>
internal sealed class WrittenAddress
{
    /// <summary>An address of more parts is a mistake, which must not take long.</summary>
    private const int MaxCompared = 50;

    private readonly List<string> lines = [];
    private readonly List<string> whole = [];
    private readonly List<string> rooms = [];
    private PostalAddress parts = Nothing;
    private int names;

    private static PostalAddress Nothing => new(null, null, null, null, null);

    public void AddLine(string line) => lines.Add(line);

    /// <summary>Adds what is written as a name beside the name of the place, before all lines.</summary>
    public void AddName(string name) => lines.Insert(names++, name);

    /// <summary>Adds all of the address of a place that is known.</summary>
    public void Add(Place place)
    {
        if (place.Address is { } address) (place.Postal is null ? lines : whole).Add(address);
        if (place.Postal is { } postal) Add(postal);
    }

    public void AddRoom(Field room)
    {
        var text = LinkedText.Of(room.Text()!).OneLine;
        // "room: 4" would be a number without meaning in an address.
        if (text.Length == 0) return;
        var key = $"{char.ToUpperInvariant(room.Key[0])}{room.Key[1..]}";
        rooms.Add(text.Count(char.IsLetter) > 2 ? text : $"{key} {text}");
    }

    /// <summary>Takes the room and the floor, for a place without another name; null when there are none.</summary>
    public string? TakeRoom()
    {
        var room = string.Join(", ", rooms);
        rooms.Clear();
        return room.Length == 0 ? null : room;
    }

    /// <summary>Adds parts; those that are known already stay.</summary>
    public void Add(PostalAddress more) => parts = new PostalAddress(
        parts.Street ?? more.Street,
        parts.PostalCode ?? more.PostalCode,
        parts.City ?? more.City,
        parts.Region ?? more.Region,
        parts.Country ?? more.Country);

    /// <summary>The parts in a map or in the fields of a document.</summary>
    public static PostalAddress PartsOf(FrontMatterFields fields)
    {
        string?[] street = [Text(fields, FieldNames.Street), Text(fields, FieldNames.MoreOfStreet)];
        return new PostalAddress(
            string.Join(", ", street.OfType<string>()) is { Length: > 0 } whole ? whole : null,
            Text(fields, FieldNames.PostalCode),
            Text(fields, FieldNames.City),
            Text(fields, FieldNames.Region),
            Text(fields, FieldNames.Country));
    }

    /// <summary>The address after a name, in which nothing is said twice; null when nothing is left to say.</summary>
    public string? After(string name)
    {
        var said = new List<string> { name };
        IEnumerable<string?> all = [.. rooms, .. lines, .. whole, parts.Street, .. Town(name)];
        var address = new List<string>();
        foreach (var part in all.OfType<string>())
        {
            var left = part.StartsWith($"{name}, ", StringComparison.OrdinalIgnoreCase) ? part[(name.Length + 2)..] : part;
            if (said.Count < MaxCompared && said.Exists(text => Contains(text, left))) continue;
            said.Add(left);
            address.Add(left);
        }

        return address.Count == 0 ? null : string.Join(", ", address);
    }

    /// <summary>The parts for programs; null when only lines are known.</summary>
    public PostalAddress? Postal
    {
        get
        {
            if (parts == Nothing) return null;
            string[] street = [.. rooms, .. parts.Street is null ? lines : [parts.Street]];
            return parts with { Street = street.Length == 0 ? null : string.Join(", ", street) };
        }
    }

    // As people write it where the code has that form: "48155 Münster", "Carbondale, CO 81623", "London N1".
    private string?[] Town(string name)
    {
        IEnumerable<string?> before = [name, .. lines, .. whole, parts.Street];
        string[] said = [.. before.OfType<string>()];
        var (code, city, region) = (Left(parts.PostalCode), Left(parts.City), Left(parts.Region));
        if (region is not null) return [city, Joined(region, code), parts.Country];
        return [code is [>= '0' and <= '9', ..] ? Joined(code, city) : Joined(city, code), parts.Country];

        string? Left(string? part) => part is null || Array.Exists(said, text => Contains(text, part)) ? null : part;
    }

    private static string? Joined(string? one, string? other) => one is null || other is null ? one ?? other : $"{one} {other}";

    private static bool Contains(string text, string part)
    {
        for (var at = 0; (at = text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + part.Length;
            var isWhole = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            if (isWhole) return true;
        }

        return false;
    }

    private static string? Text(FrontMatterFields fields, ImmutableArray<string> names) =>
        fields.Text(names) is { } text && LinkedText.Of(text).OneLine is { Length: > 0 } plain ? plain : null;
}
