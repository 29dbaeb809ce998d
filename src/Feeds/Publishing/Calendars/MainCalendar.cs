using System.Collections.Immutable;
using System.Text;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Publishing.Calendars;

/// <summary>The events of the main calendar, without the oldest years when they would exceed the limits of Google.</summary>
/// <param name="Until">When another year may have to be left out; null when that depends on the content alone.</param>
internal sealed record MainCalendar(ImmutableArray<Event> Events, Instant? Until, ImmutableArray<Diagnostic> Diagnostics)
{
    private const int MaxEvents = 1_000;
    private const int MaxOctets = 1_000_000;

    // Sizes are rounded up to this step, so that small edits seldom add or remove a year.
    private const int StepOctets = 32 * 1024;

    // An estimate of what an event takes beside its texts.
    private const int OctetsOfOtherLines = 600;

    public static MainCalendar Of(SiteSnapshot site)
    {
        var thisYear = site.Now.InZone(site.Settings.Zone).Year;
        var firstRequired = site.Upcoming.Select(@event => @event.FirstDay.Year).Append(thisYear).Min();
        var years = site.CalendarEvents.GroupBy(LastYear).OrderByDescending(year => year.Key)
            .Select(year => (Year: year.Key, Events: year.ToImmutableArray()))
            .ToImmutableArray();
        var (events, octets, keptYears) = (0, 0L, years.Length);
        for (var i = 0; i < keptYears; i++)
        {
            events += years[i].Events.Length;
            // Above one limit the other does not matter.
            octets += events > MaxEvents ? 0 : OctetsOf(years[i].Events);
            if (years[i].Year < firstRequired && IsTooLarge()) keptYears = i;
        }

        if (!IsTooLarge()) return new MainCalendar(site.CalendarEvents, Until: null, []);
        ImmutableArray<int> leftOut = [.. years.Skip(keptYears).Select(year => year.Year)];
        ImmutableArray<Event> kept = leftOut.IsEmpty
            ? site.CalendarEvents
            : [.. site.CalendarEvents.Where(@event => LastYear(@event) > leftOut[0])];
        var newYear = site.Settings.Zone.AtStartOfDay(new LocalDate(thisYear + 1, 1, 1)).ToInstant();
        return new MainCalendar(kept, newYear, [Advice(site.CalendarEvents.Length, kept.Length, leftOut)]);

        // A recurring event belongs to the last year of its occurrences.
        int LastYear(Event @event) => site.YearsOf(@event)[^1];

        bool IsTooLarge() => events > MaxEvents || octets > MaxOctets;
    }

    public static string PathOf(int year) => FormattableString.Invariant($"/calendar/{year}.ics");

    private static long OctetsOf(ImmutableArray<Event> events) => (events.Sum(OctetsOf) + StepOctets - 1) / StepOctets * StepOctets;

    private static long OctetsOf(Event @event)
    {
        var (text, body) = (Encoding.UTF8, @event.Body.Value);
        return OctetsOfOtherLines + text.GetByteCount(@event.Title) + text.GetByteCount(body.Text) + text.GetByteCount(body.Html);
    }

    private static Diagnostic Advice(int all, int kept, ImmutableArray<int> leftOut)
    {
        const string Limit = "more than the 1000 events or the megabyte of which Google begins to drop some";
        var shortened = FormattableString.Invariant(
            $"there are {all} events, {Limit}, so {Addresses.Calendar} keeps {kept}; the {all - kept} of ");
        var message = leftOut switch
        {
            [] => FormattableString.Invariant($"the {all} events of {Addresses.Calendar} are {Limit}, and none of them is of a past year; ")
                + "recommend the calendars of tags, series and venues to subscribers",
            [var year] => shortened + FormattableString.Invariant($"{year} are in {PathOf(year)}"),
            [var last, .., var first] =>
                shortened + FormattableString.Invariant($"{first} to {last} are in {PathOf(first)} to {PathOf(last)}"),
        };
        return new Diagnostic(".", 0, Severity.Warning, message);
    }
}
