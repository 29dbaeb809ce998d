using Feeds.Pages.Languages;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Pages.Events;

/// <summary>Names a time zone as people do: "Prague time" for Europe/Prague.</summary>
internal static class ZoneText
{
    private static readonly OffsetPattern OffsetPattern = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    // The signs of Etc/GMT+5 and its like are the other way round, so their offset is shown instead.
    public static string Of(DateTimeZone zone, Words words) => zone switch
    {
        { MinOffset: var offset, MaxOffset: var same } when offset == same && !IsOfACity(zone) =>
            offset == Offset.Zero ? "UTC" : "UTC" + OffsetPattern.Format(offset),
        _ => words.Dates.ZoneOf(zone.Id),
    };

    private static bool IsOfACity(DateTimeZone zone) => zone.Id.Contains('/') && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal);
}
