using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace Feeds.Formats.Calendar;

/// <summary>Renders the components of Ical.Net with our strict writers: its own break characters and let controls through.</summary>
internal static class ComponentRenderer
{
    private static readonly ImmutableArray<string> OfObservance = ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE", "RDATE"];

    // The order of the properties; no other is written, so no name can bring a line with it.
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Names = new Dictionary<string, ImmutableArray<string>>
    {
        ["VCALENDAR"] =
        [
            "VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC", "X-WR-TIMEZONE",
            CalendarProperties.CalendarUid, "URL", "SOURCE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL",
            "COLOR", "X-APPLE-CALENDAR-COLOR", "LAST-MODIFIED",
        ],
        ["VTIMEZONE"] = ["TZID"],
        ["STANDARD"] = OfObservance,
        ["DAYLIGHT"] = OfObservance,
        ["VEVENT"] =
        [
            "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "RECURRENCE-ID", "DTSTART", "DTEND", "RRULE", "RDATE", "EXDATE",
            "SUMMARY", "DESCRIPTION", "X-ALT-DESC", "LOCATION", "GEO", "X-APPLE-STRUCTURED-LOCATION", "URL", "IMAGE", "CONFERENCE",
            "CATEGORIES", "ORGANIZER", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-CDO-ALLDAYEVENT",
        ],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Render(CalendarComponent component, IComponentWriter writer)
    {
        RenderOpen(component, writer);
        writer.End(component.Name);
    }

    /// <summary>Renders a component without its end, so that more can follow inside it.</summary>
    public static void RenderOpen(CalendarComponent component, IComponentWriter writer)
    {
        writer.Begin(component.Name);
        foreach (var name in Names[component.Name])
        {
            if (component.Properties[name] is { Value: not null } property) Render(property, component, writer);
        }

        foreach (var child in ChildrenOf(component)) Render(child, writer);
    }

    // The library keeps children of one name together: what clocks did comes in order of time.
    private static IEnumerable<CalendarComponent> ChildrenOf(CalendarComponent component) =>
        component is VTimeZone zone
            ? zone.TimeZoneInfos.OrderBy(observance => observance.Start!.Value)
            : component.Children.OfType<CalendarComponent>();

    private static void Render(ICalendarProperty property, CalendarComponent component, IComponentWriter writer)
    {
        if (property.Value is IEnumerable<Period>)
        {
            // ical.js reads one date of each.
            foreach (var period in property.Values.OfType<IEnumerable<Period>>().SelectMany(periods => periods))
            {
                writer.Property(property.Name);
                Render(period.StartTime, writer);
            }

            return;
        }

        writer.Property(property.Name);
        foreach (var parameter in property.Parameters) Render(parameter, writer);
        switch (property.Value)
        {
            case string text when property.Name.StartsWith("X-", StringComparison.Ordinal):
                writer.Unknown(text);
                break;
            case string:
                writer.Texts(property.Values.OfType<string>());
                break;
            case CalDateTime time:
                Render(time, writer);
                break;
            case RecurrenceIdentifier occurrence:
                Render(occurrence.StartTime, writer);
                break;
            case RecurrenceRule rule:
                writer.Recurrence(RuleText.Of(rule, component is CalendarEvent ? RuleText.EventParts : RuleText.OnsetParts));
                break;
            case Uri address:
                writer.Value("uri"u8, Ascii(AsciiAddress.Of(address)));
                break;
            case Organizer { Value: { } address } organizer:
                if (organizer.CommonName is { } name) writer.Parameter("CN", name);
                writer.Value("cal-address"u8, Ascii(address.OriginalString));
                break;
            case GeographicLocation position:
                writer.Position(CalendarProperties.Degrees(position.Latitude), CalendarProperties.Degrees(position.Longitude));
                break;
            case int number:
                writer.Integer(number);
                break;
            case UtcOffset offset:
                writer.UtcOffset(offset.Offset);
                break;
            case Duration duration:
                writer.Value("duration"u8, DurationText.Of(duration));
                break;
            default:
                throw new ArgumentException($"The value of {property.Name} is of no type that calendars have.", nameof(property));
        }
    }

    private static void Render(CalendarParameter parameter, IComponentWriter writer)
    {
        switch (parameter)
        {
            case { Name: "VALUE", Value: { } type }:
                writer.ValueType(type);
                break;
            case { Name: "FMTTYPE" or "FEATURE", Value: { } word }:
                writer.Keyword(parameter.Name, word);
                break;
            case { Name: var name, Value: { } value }:
                writer.Parameter(name, value);
                break;
        }
    }

    private static void Render(CalDateTime time, IComponentWriter writer)
    {
        if (!time.HasTime)
        {
            writer.ValueType("DATE");
            writer.Date(time.Date);
        }
        else if (time.IsUtc)
        {
            writer.Utc(time.Value);
        }
        else
        {
            if (time.TzId is { } zone) writer.Keyword("TZID", zone);
            writer.Local(time.Value);
        }
    }

    private static string Ascii(string address) => address.AsSpan().ContainsAnyExceptInRange('!', '~')
        ? throw new ArgumentException($"The address {address} holds a character that is not printable ASCII.", nameof(address))
        : address;
}
