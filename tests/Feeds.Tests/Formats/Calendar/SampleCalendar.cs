using System.Collections.Immutable;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Zones;
using VCalendar = Ical.Net.Calendar;

namespace Feeds.Tests.Formats.Calendar;

/// <summary>What a test says of a calendar.</summary>
internal sealed record SampleCalendar(params ImmutableArray<SampleEvent> Events)
{
    /// <summary>Properties beside those that every calendar has.</summary>
    public Action<VCalendar> Add { get; init; } = _ => { };

    private IEnumerable<SampleEvent> Ordered =>
        Events.OrderBy(@event => EventStart.Of(@event.Span).Order).ThenBy(@event => @event.Uid, StringComparer.Ordinal).ThenBy(@event => @event.Occurrence?.Order);

    public byte[] ToICalendar()
    {
        using var output = new MemoryStream();
        CalendarWriter.Write(Made(), Ordered.Select(@event => CalendarWriter.LinesOf(@event.Made())), output);
        return output.ToArray();
    }

    public byte[] ToJCal()
    {
        using var output = new MemoryStream();
        CalendarWriter.WriteJson(Made(), Ordered.Select(@event => @event.Made()), output);
        return output.ToArray();
    }

    private VCalendar Made()
    {
        var made = new VCalendar { ProductId = "-//Example//Sample//EN", Scale = "GREGORIAN" };
        Add(made);
        foreach (var zone in CalendarZones.Of(Events.Select(@event => @event.Times))) made.AddTimeZone(zone);
        return made;
    }
}
