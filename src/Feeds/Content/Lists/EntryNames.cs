using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Model;

namespace Feeds.Content.Lists;

/// <summary>Gives an entry one field with its date, and the usual names to fields that can only mean one thing in a list.</summary>
internal static class EntryNames
{
    private const string Date = "date";

    /// <summary>A date in Italian and Portuguese, and anything else in English.</summary>
    private const string MayBeDate = "data";

    private static readonly ImmutableArray<string> Dates = [Date];
    private static readonly ImmutableArray<string> Day = ["day"];
    private static readonly ImmutableArray<string> Month = ["month"];
    private static readonly ImmutableArray<string> Year = ["year"];
    private static readonly ImmutableArray<string> Times = ["time"];
    private static readonly ImmutableArray<string> Places = ["location"];

    /// <summary>The names that mean the same as ours, where an entry has none of ours.</summary>
    private static readonly FrozenDictionary<string, (string Name, ImmutableArray<string> Ours)> Others =
        new Dictionary<string, (string, ImmutableArray<string>)>
        {
            ["datum"] = (Date, DateNames),
            ["fecha"] = (Date, DateNames),
            ["termin"] = (Date, DateNames),
            [MayBeDate] = (Date, DateNames),
            ["uhrzeit"] = (Times[0], FieldNames.StartTime),
            ["heure"] = (Times[0], FieldNames.StartTime),
            ["hora"] = (Times[0], FieldNames.StartTime),
            ["orario"] = (Times[0], FieldNames.StartTime),
            ["ora"] = (Times[0], FieldNames.StartTime),
            ["ort"] = (Places[0], FieldNames.PlaceName),
            ["lieu"] = (Places[0], FieldNames.PlaceName),
            ["lugar"] = (Places[0], FieldNames.PlaceName),
            ["luogo"] = (Places[0], FieldNames.PlaceName),
            ["local"] = (Places[0], FieldNames.PlaceName),
            ["institution"] = (Places[0], FieldNames.PlaceName),
            ["institute"] = (Places[0], FieldNames.PlaceName),
        }.ToFrozenDictionary();

    /// <summary>The words that some sites put before each name, as in <c>meetup_start_time</c>.</summary>
    private static readonly ImmutableArray<string> Prefixes = ["event", "meetup"];

    private static readonly FrozenSet<string> Ours =
    [
        .. FieldNames.Start, Date, .. FieldNames.StartTime, .. FieldNames.End, .. FieldNames.EndTime, .. FieldNames.Duration,
        .. FieldNames.Zone, .. FieldNames.PlaceName, .. FieldNames.Address, .. FieldNames.City, .. FieldNames.PlaceLink,
        .. FieldNames.EventLink,
    ];

    private static readonly FrozenSet<string> Parts = FrozenSet.ToFrozenSet(["day", "month"]);

    private static ImmutableArray<string> DateNames => [.. FieldNames.Start, Date];

    public static MapValue Usual(MapValue map)
    {
        if (!map.Fields.Any(field => MayChange(field, FrontMatterFields.Normalized(field.Key)))) return map;
        var front = new FrontMatterFields(map);
        return WithDate(map with { Fields = [.. map.Fields.Where(IsSaid).Select(field => Renamed(field, front))] });
    }

    private static bool MayChange(Field field, string name) =>
        Others.ContainsKey(name) || Parts.Contains(name) || WithoutPrefix(name) is not null
        || !IsSaid(field) || (name == Date && field.Value is ListValue);

    /// <summary>Whether a field holds more than the answer of a form that nobody filled in.</summary>
    private static bool IsSaid(Field field) =>
        field.Value is not TextValue { Text: ['_' or 'N' or 'n', ..] text } || !text.Contains("o response", StringComparison.Ordinal)
        || !Placeholders.IsEmpty(text);

    private static Field Renamed(Field field, FrontMatterFields front)
    {
        var name = FrontMatterFields.Normalized(field.Key);
        if (WithoutPrefix(name) is { } plain) return front.Find(plain) is null ? field with { Key = plain } : field;
        if (!Others.TryGetValue(name, out var other) || front.FindWritten(other.Ours) is not null) return field;
        if (field.IsTrue() || field.IsFalse() || (name == MayBeDate && !HasDate(field.Text() ?? ""))) return field;
        return field with { Key = other.Name };
    }

    /// <summary>Our name that a name has after a prefix; null for another, and for one that is ours itself.</summary>
    private static string? WithoutPrefix(string name)
    {
        if (Ours.Contains(name)) return null;
        var prefix = Prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        return prefix is not null && Ours.Contains(name[prefix.Length..]) ? name[prefix.Length..] : null;
    }

    /// <summary>The fields with a date of parts, such as a day, a month and a year, in one.</summary>
    private static MapValue WithDate(MapValue map)
    {
        var front = new FrontMatterFields(map);
        // A start with a date needs no other; one with a time of day does.
        if (front.Text(FieldNames.Start) is { } start && HasDate(start)) return map;
        if (front.FindWritten(Dates) is not { } date) return front.FindText(Day) is { } day ? With(map, day, OfDay(day, front)) : map;
        if (date.Value is not ListValue list) return With(map, date, OfParts(date.Text(), front));
        string?[] texts = [.. list.Items.Select(item => (item as TextValue)?.Text.Trim())];
        if (texts.Length > 1 && texts.All(text => text is not null && HasDate(text)))
            return map with { Fields = map.Fields.Replace(date, date with { Key = "dates" }) };
        return texts is [{ } first, { } second, { } third] ? With(map, date, Joined(first, second, third)) : map;
    }

    private static string? OfDay(Field day, FrontMatterFields front) =>
        OfParts(day.Text(), front) ?? (HasDate(day.Text()!) ? day.Text() : null);

    /// <summary>The date of a day beside a month and a year; null when there are none.</summary>
    private static string? OfParts(string? day, FrontMatterFields front) =>
        day is { Length: > 0 and < 5 } && front.Text(Month) is { } month && front.Text(Year) is { Length: 4 } year
            ? Joined(year, month, day)
            : null;

    private static string Joined(string first, string second, string third)
    {
        var isNumeric = new[] { first, second, third }.All(part => part.All(char.IsAsciiDigit));
        if (!isNumeric) return first.Length == 4 ? $"{third} {second} {first}" : $"{first} {second} {third}";
        return first.Length == 4 ? $"{first}-{second.PadLeft(2, '0')}-{third.PadLeft(2, '0')}" : $"{first}/{second}/{third}";
    }

    private static MapValue With(MapValue map, Field written, string? date) => date is null
        ? map
        : map with { Fields = map.Fields.Replace(written, new Field(Date, new TextValue(date, written.Line), written.Line)) };

    private static bool HasDate(string text) => text.Length > 5 && DateRangeReader.TryRead(text, DateOrder.DayFirst, out _, out _);
}
