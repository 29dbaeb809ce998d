using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Pages;

/// <summary>Formats numbers and moments for the status page.</summary>
internal static class NumberFormat
{
    private static readonly LocalDateTimePattern MomentPattern = LocalDateTimePattern.CreateWithInvariantCulture("d MMM uuuu, HH:mm:ss");
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("'today, 'HH:mm:ss");

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Moment(Instant instant, DateTimeZone zone) => MomentPattern.Format(instant.InZone(zone).LocalDateTime);

    /// <summary>Without the date for a moment of today.</summary>
    public static string Near(Instant instant, Instant now, DateTimeZone zone)
    {
        var local = instant.InZone(zone);
        return local.Date == now.InZone(zone).Date ? TimePattern.Format(local.TimeOfDay) : MomentPattern.Format(local.LocalDateTime);
    }

    public static string Milliseconds(Duration duration) =>
        string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:N0} ms");

    public static string Share(long part, long whole) =>
        whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.#} %");
}
