using System.Collections.Immutable;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Model;

namespace Feeds.Content.Lists;

/// <summary>The fields of a group of events that hold for each of them, such as a date, a time of day or a place.</summary>
internal sealed class SharedFields
{
    public static readonly SharedFields None = new([]);

    private static readonly ImmutableArray<string> Dates = [.. FieldNames.Start, .. FieldNames.EntryDate];

    /// <summary>The names for one meaning each: an entry with one of them needs none of the group.</summary>
    private static readonly ImmutableArray<ImmutableArray<string>> Meanings =
    [
        Dates,
        FieldNames.StartTime,
        FieldNames.Zone,
        [
            .. FieldNames.PlaceName, .. FieldNames.Address, .. FieldNames.Street, .. FieldNames.PostalCode, .. FieldNames.City,
            .. FieldNames.Region, .. FieldNames.Country, .. FieldNames.Online, .. FieldNames.Join,
        ],
    ];

    private readonly ImmutableArray<Field> fields;

    private SharedFields(ImmutableArray<Field> fields) => this.fields = fields;

    /// <summary>What a group says itself, and what the group around it says.</summary>
    /// <param name="isDated">Whether a date is that of its events, and not that of the file.</param>
    public SharedFields Within(MapValue group, bool isDated)
    {
        var own = group.Fields.Where(field => IsShared(field, isDated)).ToImmutableArray();
        return own.IsEmpty ? this : new SharedFields(With(new MapValue(own, group.Line)).Fields);
    }

    /// <summary>The fields of a group whose name in a map is a date.</summary>
    public SharedFields On(string name, int line) =>
        IsDate(name)
            ? new SharedFields([new Field("date", new TextValue(name, line), line), .. fields.Where(field => !Means(field, Dates))])
            : this;

    public static bool IsDate(string text) =>
        text.Length >= 8 && DateRangeReader.TryRead(text, DateOrder.DayFirst, out _, out _);

    /// <summary>The fields of an entry, with those of its groups that it does not have itself.</summary>
    public MapValue With(MapValue entry)
    {
        if (fields.IsEmpty) return entry;
        var front = new FrontMatterFields(entry);
        var missing = Meanings.Where(names => front.FindWritten(names) is null && !(names == FieldNames.StartTime && HasTime(front)));
        return entry with { Fields = [.. entry.Fields, .. missing.SelectMany(names => fields.Where(field => Means(field, names)))] };
    }

    private static bool IsShared(Field field, bool isDated)
    {
        if (field.Value is not TextValue || field.Text() is not { Length: > 0 } text) return false;
        if (Means(field, Dates)) return isDated && IsDate(text);
        if (Means(field, FieldNames.StartTime)) return TimeReader.TryRead(text, out _, out _);
        return Meanings.Any(names => Means(field, names));
    }

    private static bool HasTime(FrontMatterFields front) =>
        front.Text(Dates) is { } date
        && (TimeReader.TryRead(date, out _, out _)
            || (DateRangeReader.TryRead(date, DateOrder.DayFirst, out var range, out _) && range.Start.Time is not null));

    private static bool Means(Field field, ImmutableArray<string> names) => names.Contains(FrontMatterFields.Normalized(field.Key));
}
