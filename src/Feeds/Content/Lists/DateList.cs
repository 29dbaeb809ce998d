using System.Collections.Immutable;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Content.Lists;

/// <summary>Reads an event with a list of dates: days that run on are one event, and anything else is one event each.</summary>
internal static class DateList
{
    private static readonly ImmutableArray<string> Names = ["dates", "occurrences", "schedule"];

    /// <summary>The field with the dates; null when the event has none, or a start of its own.</summary>
    public static Field? Find(FrontMatterFields front) =>
        front.FindWritten(FieldNames.Start) is null && front.Find(Names) is { } field && IsOfDates(field) ? field : null;

    // A text such as 'dates: 12-14 June 2027' is one range.
    private static bool IsOfDates(Field field) => field.Value is ListValue { Items: [_, ..] } list
        ? list.Items.All(IsDate)
        : FrontMatterFields.Normalized(field.Key) == Names[0] && field.Text()?.Any(char.IsAsciiDigit) == true;

    public static ImmutableArray<MapValue> Expand(MapValue values, FrontMatterFields front, SiteSettings settings)
    {
        if (Find(front) is not { } field) return [values];
        if (field.Value is not ListValue list)
            return [values with { Fields = values.Fields.Replace(field, field with { Key = "start" }) }];
        var rest = values.Fields.Where(other => !ReferenceEquals(other, field)).ToImmutableArray();
        var hasTime = front.FindText(FieldNames.StartTime) is not null;
        if (!hasTime && Days(list, settings) is { } days)
        {
            var (first, last) = (days[0], days[^1]);
            var start = new Field("start", list.Items[0] with { Line = list.Items[0].Line }, list.Items[0].Line);
            var end = new Field("end", new TextValue(LocalDatePattern.Iso.Format(last), list.Items[^1].Line), list.Items[^1].Line);
            return [values with { Fields = first == last ? rest.Add(start) : rest.Add(start).Add(end) }];
        }

        // One UID cannot be that of several events.
        if (list.Items.Length > 1)
            rest = [.. rest.Where(other => !FieldNames.Uid.Contains(FrontMatterFields.Normalized(other.Key)))];
        return [.. list.Items.Select(item => values with { Line = item.Line, Fields = With(rest, item) })];
    }

    private static ImmutableArray<Field> With(ImmutableArray<Field> rest, Value item)
    {
        if (item is not MapValue map) return rest.Add(new Field("start", item, item.Line));
        var own = map.Fields.Select(field => field.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. map.Fields, .. rest.Where(field => !own.Contains(field.Key))];
    }

    private static bool IsDate(Value item) => item is TextValue
        || (item is MapValue map && new FrontMatterFields(map) is var front && ListShape.IsDated(front));

    /// <summary>The days without a time of day, if each is the day after the one before it.</summary>
    private static ImmutableArray<LocalDate>? Days(ListValue list, SiteSettings settings)
    {
        var days = ImmutableArray.CreateBuilder<LocalDate>();
        foreach (var item in list.Items)
        {
            if (item is not TextValue text || !DateRangeReader.TryReadDate(text.Text, settings.Dates, out var date, out _)) return null;
            if (date.Time is not null || (days.Count > 0 && days[^1].PlusDays(1) != date.Date)) return null;
            days.Add(date.Date);
        }

        return days.DrainToImmutable();
    }
}
