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
        "future", "conferences", "talks", "event", "meetup", "pastevent", "upcomingevent",
    ]);

    /// <summary>The names that lists of events have in front matter, where other lists may have dates too.</summary>
    private static readonly FrozenSet<string> FrontMatterNames =
        FrozenSet.ToFrozenSet(["events", "meetups", "items", "upcoming", "past", "upcomingevents", "pastevents"]);

    /// <summary>The names that lists of events share with the parts of one event.</summary>
    private static readonly ImmutableArray<string> PartNames = ["talks", "items", "list", "entries", "data"];

    /// <summary>The names of the events of a day; 'talks' and 'items' are those of one event.</summary>
    private static readonly ImmutableArray<string> DayNames = ["events", "meetups"];

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
            if (document is ListValue list) shape.AddList(list, SharedFields.None);
            else if (document is MapValue map) shape.AddDocument(map);
        }

        return shape;
    }

    /// <summary>The events that front matter lists.</summary>
    public static ListShape OfFrontMatter(MapValue values, FrozenDictionary<string, string> aliases, DiagnosticBag report)
    {
        var shape = new ListShape(aliases, report);
        var isDated = IsDated(new FrontMatterFields(values, aliases));
        var lists = values.Fields.Where(field => field.Value is ListValue list
            && FrontMatterFields.Normalized(field.Key) is var name && FrontMatterNames.Contains(name)
            && (!isDated || shape.IsOfSeveral(list, name)));
        shape.AddFields(values with { Fields = [.. lists] }, SharedFields.None, depth: MaxDepth);
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
        else AddFields(map, SharedFields.None.Within(map, isDated: false), depth: 0);
    }

    private void AddList(ListValue list, SharedFields shared)
    {
        IsList = true;
        AddItems(list, shared, depth: 0);
    }

    private void AddItems(ListValue list, SharedFields shared, int depth)
    {
        foreach (var item in list.Items)
        {
            if (item is MapValue written)
            {
                var map = Plain(written);
                var front = Front(map);
                if (IsGroup(map, front) && depth < MaxDepth) AddFields(map, shared.Within(map, isDated: true), depth + 1);
                else if (!map.Fields.IsEmpty) Add(map, shared, name: null);
            }
            else if (item is ListValue inner && depth < MaxDepth)
            {
                AddItems(inner, shared, depth + 1);
            }
            else if (item is TextValue date && SharedFields.IsDate(date.Text))
            {
                Add(new MapValue([new Field("date", date, date.Line)], date.Line), shared, name: null);
            }
            else if (item is TextValue { Text.Length: > 0 } text)
            {
                report.Warning(text.Line, $"\"{PlainText.OneLine(text.Text)}\" is no event; write 'title:' and 'start:' below a hyphen");
            }
        }
    }

    private void Add(MapValue map, SharedFields shared, string? name)
    {
        var whole = shared.With(map);
        events.Add(new ListedEvent(whole, Front(whole), name));
    }

    private void AddFields(MapValue map, SharedFields shared, int depth)
    {
        Title ??= new FrontMatterFields(map, aliases).Text(FieldNames.Title);
        var hasEvents = map.Fields.Any(field => field.Value is MapValue inner && IsEvent(Front(Plain(inner))));
        foreach (var field in map.Fields)
        {
            var within = shared.On(field.Key, field.Line);
            if (field.Value is ListValue list && IsOfEvents(list, field.Key))
            {
                AddList(list, within);
            }
            else if (field.Value is MapValue written)
            {
                var inner = Plain(written);
                var front = Front(inner);
                var isEvent = IsEvent(front)
                    || ((hasEvents || !ReferenceEquals(within, shared)) && front.Text(FieldNames.Title) is not null);
                IsList |= isEvent;
                if (isEvent) Add(inner, within, field.Key);
                else if (depth < MaxDepth) AddFields(inner, within.Within(inner, isDated: true), depth + 1);
            }
        }
    }

    private static bool IsEvent(FrontMatterFields front) => IsDated(front) || DateList.Find(front) is not null;

    /// <summary>Whether an item of a list is no event but holds several, such as those of a day.</summary>
    private bool IsGroup(MapValue map, FrontMatterFields front)
    {
        if (!IsEvent(front)) return HoldsAList(map, front);
        return front.Text(FieldNames.Title) is null && EntryFields.Title(front) is null
            && map.Fields.Any(field => DayNames.Contains(FrontMatterFields.Normalized(field.Key))
                && field.Value is ListValue list && IsOfEvents(list, field.Key));
    }

    /// <summary>Whether a map groups events, such as those of a year, although it may have the date of a page itself.</summary>
    private bool HoldsAList(MapValue map, FrontMatterFields front) =>
        front.FindWritten(FieldNames.Start) is null
        && map.Fields.Any(field => field.Value is ListValue list && IsOfEvents(list, field.Key)
            && (!IsDated(front) || IsOfSeveral(list, FrontMatterFields.Normalized(field.Key))));

    // The talks of one event have titles, and those of a calendar have dates as well.
    private bool IsOfSeveral(ListValue list, string name) =>
        ListNames.Contains(name)
        && (!PartNames.Contains(name) || list.Items.OfType<MapValue>().Any(item => IsEvent(Front(Plain(item)))));

    private bool IsOfEvents(ListValue list, string name)
    {
        var isNamed = ListNames.Contains(FrontMatterFields.Normalized(name)) || SharedFields.IsDate(name);
        if (isNamed && list.Items.Any(item => item is TextValue text && SharedFields.IsDate(text.Text))) return true;
        return list.Items.OfType<MapValue>().Any(item => Front(Plain(item)) is var front
            && (IsEvent(front) || (isNamed && (front.Find(FieldNames.Title) ?? EntryFields.Title(front)) is not null)));
    }

    private static MapValue Plain(MapValue map) => EntryFields.Plain(ColumnNames.Translated(map));

    private FrontMatterFields Front(MapValue map) => new(map, aliases);
}

/// <summary>An event as a list holds it.</summary>
/// <param name="Name">Its name in a map of events; null in a list.</param>
internal sealed record ListedEvent(MapValue Values, FrontMatterFields Front, string? Name)
{
    public static ListedEvent Of(MapValue values, SiteSettings settings) =>
        new(values, new FrontMatterFields(values, settings.Keys), Name: null);
}
