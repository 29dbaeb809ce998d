using System.Collections.Immutable;
using Feeds.Content.FrontMatter;
using Feeds.Text;

namespace Feeds.Content.Lists;

/// <summary>Gives the fields of an entry the names that a file of its own would have.</summary>
internal static class EntryFields
{
    /// <summary>The names of a title in lists; in a file they may mean something else.</summary>
    public static readonly ImmutableArray<string> TitleNames =
    [
        "event", "eventname", "eventtitle", "talk", "subject", "conference", "meetup", "headline", "topic", "what", "titel",
        "label", "meeting", "session", "seminar", "workshop", "lecture", "concert", "summary", "code",
    ];

    /// <summary>Maps that only hold the fields of the event.</summary>
    private static readonly ImmutableArray<string> Wrappers = ["event", "extra", "fields", "frontmatter", "node", "attributes"];

    private static readonly ImmutableArray<string> Bodies = ["body", "content", "text", "details", "description"];

    /// <summary>The fields without wrapping maps and without the parameters of iCalendar's names.</summary>
    public static MapValue Plain(MapValue map) => EntryNames.Usual(Unwrapped(map));

    private static MapValue Unwrapped(MapValue map)
    {
        if (!map.Fields.Any(field => field.Key.Contains(';', StringComparison.Ordinal) || IsWrapper(field))) return map;
        var inner = map.Fields.Where(IsWrapper).SelectMany(field => Unwrapped((MapValue)field.Value).Fields);
        var fields = map.Fields.SelectMany(Parts).Concat(inner);
        return map with { Fields = [.. fields.DistinctBy(field => field.Key, StringComparer.OrdinalIgnoreCase)] };
    }

    /// <summary>The title of an entry without one of the usual name; null when there is none.</summary>
    public static Field? Title(FrontMatterFields front) =>
        front.Each(TitleNames).FirstOrDefault(field => field.Text() is { Length: > 0 } text && WebAddress.Read(text) is null);

    public static string? Id(FrontMatterFields front) => front.Text(["id"]);

    /// <summary>The entry as front matter and body, which is its longest text.</summary>
    /// <param name="title">The title that it lacks; null when it has one.</param>
    public static FrontMatterBlock Block(MapValue map, FrontMatterFields front, string? title)
    {
        var body = front.FindText(Bodies);
        // An id that is unique in its list is not unique in the world.
        var used = title is null ? null : front.FindText(["summary"]);
        var fields = map.Fields.Where(field => !ReferenceEquals(field, body) && FrontMatterFields.Normalized(field.Key) != "id");
        // The title in iCalendar's names.
        if (title is not null && used?.Text() == title) fields = fields.Where(field => !ReferenceEquals(field, used));
        if (title is not null) fields = fields.Append(new Field("title", new TextValue(title, map.Line), map.Line));
        return new FrontMatterBlock(map with { Fields = [.. fields] }, body?.Text() ?? "", body?.Value.Line ?? map.Line);
    }

    private static bool IsWrapper(Field field) =>
        field.Value is MapValue && Wrappers.Contains(FrontMatterFields.Normalized(field.Key));

    private static IEnumerable<Field> Parts(Field field)
    {
        if (!field.Key.Contains(';', StringComparison.Ordinal)) return [field];
        var parts = field.Key.Split(';');
        var zone = parts.Skip(1).FirstOrDefault(part => part.StartsWith("TZID=", StringComparison.OrdinalIgnoreCase));
        var plain = field with { Key = parts[0] };
        return zone is null
            ? [plain]
            : [plain, new Field("timezone", new TextValue(zone["TZID=".Length..].Trim('"'), field.Line), field.Line)];
    }
}
