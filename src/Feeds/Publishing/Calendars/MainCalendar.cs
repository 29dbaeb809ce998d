using System.Collections.Immutable;
using System.Text;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Publishing.Calendars;

/// <summary>The events of the main calendar: all of them, unless they are more than Google takes.</summary>
/// <remarks>Then whole years that are over are left out, the oldest first; the calendars of the years hold them.</remarks>
/// <param name="Until">When another year may have to go; null when that depends on the content alone.</param>
/// <param name="Diagnostics">What the owner of the site is told of it.</param>
internal sealed record MainCalendar(ImmutableArray<Event> Events, Instant? Until, ImmutableArray<Diagnostic> Diagnostics)
{
    private const int MaxEvents = 1_000;
    private const int MaxOctets = 1_000_000;

    /// <summary>Years are counted in such steps, so that one seldom comes or goes because of some words in one event.</summary>
    private const int StepOctets = 32 * 1024;

    /// <summary>What an event takes beside its texts: about as much as its other lines do.</summary>
    private const int OctetsOfOtherLines = 600;

    public static MainCalendar Of(SiteSnapshot site)
    {
        var thisYear = site.Now.InZone(site.Settings.Zone).Year;
        var firstKept = site.Upcoming.Select(@event => @event.FirstDay.Year).Append(thisYear).Min();
        var years = site.CalendarEvents.GroupBy(LastYear)
            .OrderByDescending(year => year.Key)
            .Select(year => (Year: year.Key, Events: year.ToImmutableArray()))
            .ToImmutableArray();
        var (events, octets, keptYears) = (0, 0L, years.Length);
        for (var i = 0; i < keptYears; i++)
        {
            events += years[i].Events.Length;
            // Over the one limit, nobody needs to know how far from the other it is.
            octets += events > MaxEvents ? 0 : OctetsOf(years[i].Events);
            if (years[i].Year < firstKept && IsTooLarge()) keptYears = i;
        }

        if (!IsTooLarge()) return new MainCalendar(site.CalendarEvents, Until: null, []);
        ImmutableArray<int> leftOut = [.. years.Skip(keptYears).Select(year => year.Year)];
        ImmutableArray<Event> kept = leftOut.IsEmpty
            ? site.CalendarEvents
            : [.. site.CalendarEvents.Where(@event => LastYear(@event) > leftOut[0])];
        var newYear = site.Settings.Zone.AtStartOfDay(new LocalDate(thisYear + 1, 1, 1)).ToInstant();
        return new MainCalendar(kept, newYear, [Advice(site.CalendarEvents.Length, kept.Length, leftOut)]);

        // What comes back is of the last year in which it does.
        int LastYear(Event @event) => site.YearsOf(@event)[^1];

        bool IsTooLarge() => events > MaxEvents || octets > MaxOctets;
    }

    /// <summary>The path of the calendar of a year.</summary>
    public static string PathOf(int year) => FormattableString.Invariant($"/calendar/{year}.ics");

    private static long OctetsOf(ImmutableArray<Event> events)
    {
        var octets = events.Sum(@event => OctetsOfOtherLines + TextsOf(@event).Sum(text => (long)Encoding.UTF8.GetByteCount(text)));
        return (octets + StepOctets - 1) / StepOctets * StepOctets;
    }

    private static string[] TextsOf(Event @event) => [@event.Title, @event.Body.Value.Text, @event.Body.Value.Html];

    private static Diagnostic Advice(int all, int kept, ImmutableArray<int> leftOut)
    {
        const string Limit = "more than the 1000 events or the megabyte of which Google begins to drop some";
        var cause = FormattableString.Invariant($"there are {all} events, {Limit}, so {Addresses.Calendar} keeps {kept}");
        var message = leftOut switch
        {
            [] => FormattableString.Invariant($"the {all} events of {Addresses.Calendar} are {Limit}, ")
                + "and none of them is of a year that is over; let subscribers take the calendars of tags, series and venues",
            [var year] => FormattableString.Invariant($"{cause}; the {all - kept} of {year} are in {PathOf(year)}"),
            [var last, .., var first] =>
                FormattableString.Invariant($"{cause}; the {all - kept} of {first} to {last} are in {PathOf(first)} to {PathOf(last)}"),
        };
        return new Diagnostic(".", 0, Severity.Warning, message);
    }
}
