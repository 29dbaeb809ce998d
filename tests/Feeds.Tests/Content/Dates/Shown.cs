using Feeds.Content.Dates;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Tests.Content.Dates;

/// <summary>Dates and times as one line, for expectations that can be read.</summary>
internal static class Shown
{
    public static string Of(DateText value) => Join(
        LocalDatePattern.Iso.Format(value.Date), Of(value.Time), Of(value.Offset), value.Weekday?.ToString(), value.Abbreviation);

    public static string Of(DateRange value) => Join(Of(value.Start), value.End is { } end ? $"/ {Of(end)}" : null, value.EndTime is { } time ? $"/ {Of(time)}" : null);

    public static string Of(TimeText value) => Join(Of(value.Start), Of(value.End), Of(value.Offset), value.Abbreviation);

    public static string? Of(EndTime? end) => end is { } some ? Of(some.Time) + (some.IsEndOfDay ? " of the next day" : "") : null;

    private static string? Of(LocalTime? time) => time is { } some ? LocalTimePattern.ExtendedIso.Format(some) : null;

    private static string? Of(Offset? offset) => offset is { } some ? OffsetPattern.GeneralInvariant.Format(some) : null;

    private static string Join(params string?[] parts) => string.Join(' ', parts.Where(part => part is not null));
}
