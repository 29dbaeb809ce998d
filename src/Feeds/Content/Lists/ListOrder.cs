using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Lists;

/// <summary>Reads dates such as 2/3/2026 in the order that other dates of their list show, such as 13/3/2026.</summary>
internal static class ListOrder
{
    private const int Months = 12;

    private static readonly ImmutableArray<string> Names =
        [.. FieldNames.Start, .. FieldNames.EntryDate, .. FieldNames.End, .. FieldNames.StartTime, "dates"];

    private static readonly Regex Numbers =
        new(@"\b(?<first>\d{1,2})(?<mark>[./-])(?<second>\d{1,2})(?<same>[./-])(?<year>\d{4})\b", LinearRegex.Options);

    /// <summary>The events with the dates of the list in one order; as they are where it shows none.</summary>
    public static ImmutableArray<ListedEvent> Read(ImmutableArray<ListedEvent> events, SiteSettings settings, DiagnosticBag report)
    {
        if (settings.Dates != DateOrder.Unstated && !settings.HasDatesOfLanguage) return events;
        Field? dayFirst = null, monthFirst = null, unclear = null;
        foreach (var field in events.SelectMany(one => DatesOf(one.Front)))
        {
            foreach (Match date in Numbers.Matches(field.Text()!))
            {
                if (!IsDate(date)) continue;
                var (first, second) = (Number(date, "first"), Number(date, "second"));
                if (first > Months) dayFirst ??= field;
                else if (second > Months) monthFirst ??= field;
                else if (first != second) unclear ??= field;
            }
        }

        if (unclear is null || (dayFirst is null) == (monthFirst is null)) return events;
        if (monthFirst is null && settings.HasDatesOfLanguage) return events;
        var (shown, order, word) = monthFirst is null ? (dayFirst!, "day", "day-first") : (monthFirst, "month", "month-first");
        var evidence = FormattableString.Invariant($"as in {shown.Text()} on line {shown.Line}");
        var reading = $"dates such as {unclear.Text()} are read with the {order} first, {evidence}";
        report.Note(unclear.Line, $"{reading}; write 'dates: {word}' in site.yaml");
        return [.. events.Select(one => InOrder(one, monthFirst is not null, settings))];
    }

    private static ListedEvent InOrder(ListedEvent listed, bool isMonthFirst, SiteSettings settings)
    {
        var values = listed.Values;
        foreach (var field in DatesOf(listed.Front))
        {
            var text = Numbers.Replace(DateSpelling.WithYears(field.Text()!), date => Iso(date, isMonthFirst)).Trim();
            values = values with { Fields = values.Fields.Replace(field, field with { Value = new TextValue(text, field.Value.Line) }) };
        }

        return ReferenceEquals(values, listed.Values) ? listed : ListedEvent.Of(values, settings) with { Name = listed.Name };
    }

    private static IEnumerable<Field> DatesOf(FrontMatterFields front) =>
        front.Each(Names)
            .Where(field => field.Value is TextValue && field.Text() is { Length: > 7 and < 100 } text && Numbers.IsMatch(text));

    // In 2026-10-05/2026-10-07 there is none.
    private static bool IsDate(Match date) => date.Groups["mark"].Value == date.Groups["same"].Value;

    private static string Iso(Match date, bool isMonthFirst)
    {
        var (month, day) = isMonthFirst ? (Number(date, "first"), Number(date, "second")) : (Number(date, "second"), Number(date, "first"));
        if (!IsDate(date) || month is < 1 or > Months) return date.Value;
        // Another date may follow its hyphen.
        return FormattableString.Invariant($" {Number(date, "year"):D4}-{month:D2}-{day:D2} ");
    }

    private static int Number(Match date, string part) =>
        int.Parse(date.Groups[part].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
