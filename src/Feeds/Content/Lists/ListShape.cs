using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Lists;

/// <summary>Finds the events in the values of a file, whether they are a list, a map or several documents.</summary>
internal sealed class ListShape(FrozenDictionary<string, string> aliases, DiagnosticBag report)
{
    private const int MaxDepth = 4;

    /// <summary>The names below which most lists have their events.</summary>
    public static readonly ImmutableArray<string> Names = ["events", "meetups", "items", "upcoming", "past"];

    private static readonly FrozenSet<string> ListNames = FrozenSet.ToFrozenSet(
    [
        "events", "meetups", "items", "entries", "list", "data", "calendar", "upcoming", "past", "upcomingevents", "pastevents",
        "future", "conferences", "talks",
    ]);

    /// <summary>The names that lists of events have in front matter, where other lists may have dates too.</summary>
    private static readonly FrozenSet<string> FrontMatterNames =
        FrozenSet.ToFrozenSet(["events", "meetups", "items", "upcoming", "past", "upcomingevents", "pastevents"]);

    private readonly ImmutableArray<ListedEvent>.Builder events = ImmutableArray.CreateBuilder<ListedEvent>();

    /// <summary>The events, in order.</summary>
    public ImmutableArray<ListedEvent> Events => events.ToImmutable();

    /// <summary>The name of the list, if it has one.</summary>
    public string? Title { get; private set; }

    /// <summary>Whether the values are more than one event.</summary>
    public bool IsList { get; private set; }

    public static ListShape Of(ImmutableArray<Value> documents, FrozenDictionary<string, string> aliases, DiagnosticBag report)
    {
        var shape = new ListShape(aliases, report);
        Value[] written = [.. documents.Where(document => document is not TextValue)];
        shape.IsList = written.Length > 1;
        foreach (var document in written)
        {
            if (document is ListValue list) shape.AddList(list);
            else if (document is MapValue map) shape.AddDocument(map);
        }

        return shape;
    }

    /// <summary>The events that front matter lists.</summary>
    public static ListShape OfFrontMatter(MapValue values, FrozenDictionary<string, string> aliases, DiagnosticBag report)
    {
        var lists = values.Fields
            .Where(field => field.Value is ListValue && FrontMatterNames.Contains(FrontMatterFields.Normalized(field.Key)));
        var shape = new ListShape(aliases, report);
        shape.AddFields(values with { Fields = [.. lists] }, depth: MaxDepth);
        shape.Title = new FrontMatterFields(values, aliases).Text(FieldNames.Title);
        return shape;
    }

    /// <summary>Whether fields say when an event takes place, even if that cannot be read.</summary>
    public static bool IsDated(FrontMatterFields front) =>
        front.FindWritten(FieldNames.Start) is not null
        || front.Find(FieldNames.EntryDate) is { } date && date.IsWritten()
        || front.Find(FieldNames.Rule) is not null || front.Find(FieldNames.Every) is not null
        || front.Text(FieldNames.StartTime) is { Length: > 8 };

    private void AddDocument(MapValue written)
    {
        var map = Plain(written);
        var front = Front(map);
        if (IsEvent(front) && !HoldsAList(map, front)) events.Add(new ListedEvent(map, front, null));
        else AddFields(map, depth: 0);
    }

    private void AddList(ListValue list)
    {
        IsList = true;
        AddItems(list, depth: 0);
    }

    private void AddItems(ListValue list, int depth)
    {
        foreach (var item in list.Items)
        {
            if (item is MapValue written)
            {
                var map = Plain(written);
                var front = Front(map);
                if (!IsEvent(front) && HoldsAList(map, front) && depth < MaxDepth) AddFields(map, depth + 1);
                else if (!map.Fields.IsEmpty) events.Add(new ListedEvent(map, front, null));
            }
            else if (item is ListValue inner && depth < MaxDepth)
            {
                AddItems(inner, depth + 1);
            }
            else if (item is TextValue { Text.Length: > 0 } text)
            {
                report.Warning(text.Line, $"\"{PlainText.OneLine(text.Text)}\" is no event; write 'title:' and 'start:' below a hyphen");
            }
        }
    }

    private void AddFields(MapValue map, int depth)
    {
        Title ??= new FrontMatterFields(map, aliases).Text(FieldNames.Title);
        var hasEvents = map.Fields.Any(field => field.Value is MapValue inner && IsEvent(Front(Plain(inner))));
        foreach (var field in map.Fields)
        {
            if (field.Value is ListValue list && IsOfEvents(list, field.Key))
            {
                AddList(list);
            }
            else if (field.Value is MapValue written)
            {
                var inner = Plain(written);
                var front = Front(inner);
                var isEvent = IsEvent(front) || (hasEvents && front.Text(FieldNames.Title) is not null);
                IsList |= isEvent;
                if (isEvent) events.Add(new ListedEvent(inner, front, field.Key));
                else if (depth < MaxDepth) AddFields(inner, depth + 1);
            }
        }
    }

    private static bool IsEvent(FrontMatterFields front) => IsDated(front) || DateList.Find(front) is not null;

    /// <summary>Whether a map groups events, such as those of a year, although it may have the date of a page itself.</summary>
    private bool HoldsAList(MapValue map, FrontMatterFields front) =>
        front.FindWritten(FieldNames.Start) is null
        && map.Fields.Any(field => field.Value is ListValue list && IsOfEvents(list, field.Key)
            && (!IsDated(front) || ListNames.Contains(FrontMatterFields.Normalized(field.Key))));

    private bool IsOfEvents(ListValue list, string name)
    {
        var isNamed = ListNames.Contains(FrontMatterFields.Normalized(name));
        return list.Items.OfType<MapValue>().Any(item => Front(Plain(item)) is var front
            && (IsEvent(front) || (isNamed && (front.Find(FieldNames.Title) ?? EntryFields.Title(front)) is not null)));
    }

    private static MapValue Plain(MapValue map) => ColumnNames.Translated(EntryFields.Plain(map));

    private FrontMatterFields Front(MapValue map) => new(map, aliases);
}

/// <summary>An event as a list holds it.</summary>
/// <param name="Name">Its name in a map of events; null in a list.</param>
internal sealed record ListedEvent(MapValue Values, FrontMatterFields Front, string? Name)
{
    public static ListedEvent Of(MapValue values, SiteSettings settings) =>
        new(values, new FrontMatterFields(values, settings.Keys), Name: null);
}
