using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Formats.Calendar;
using Feeds.Formats.Calendar.Recurrence;
using Feeds.Model;
using Feeds.Publishing;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using Xunit;
using RecurrenceRule = Feeds.Formats.Calendar.Recurrence.RecurrenceRule;
using VCalendar = Ical.Net.Calendar;

namespace Feeds.Tests.Formats.Calendar;

/// <summary>Calendars are made of Ical.Net's objects, and its own reader finds in them what was meant.</summary>
public sealed class CalendarModelTests
{
    private const int Dates = 12;

    public static TheoryData<string> Sites =>
    [
        At("../../../../content"),
        .. Directory.GetDirectories(At("../../Golden/sites")).Order(StringComparer.Ordinal).Select(site => Path.Join(site, "content")),
    ];

    [Theory]
    [MemberData(nameof(Sites))]
    public void Loads_EveryCalendar(string folder)
    {
        var publication = PublicationOf(folder);
        foreach (var file in publication.Representations.Values.Where(file => file.MediaType == MediaType.Calendar))
        {
            var calendar = VCalendar.Load(Encoding.UTF8.GetString(file.Identity.Span))!;

            Assert.Equal("2.0", calendar.Version);
            Assert.Equal(Zones(calendar), calendar.TimeZones.Select(zone => zone.TzId!).Order(StringComparer.Ordinal));
            Assert.All(calendar.Events, @event => Assert.True(@event.DtStart is not null && @event.DtStamp is not null));
        }
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void Reads_WhatWasMeant(string folder)
    {
        var publication = PublicationOf(folder);
        foreach (var @event in publication.Site.Events)
        {
            if (publication.Find(@event.CalendarPath) is not { } file) continue;
            var (identity, read) = (publication.Site.IdentityOf(@event), VCalendar.Load(Encoding.UTF8.GetString(file.Identity.Span))!.Events);

            Assert.All(read, component => Assert.Equal(identity.Sequence, component.Sequence));
            Assert.All(read, component => Assert.Equal(identity.Uid, component.Uid));
            Assert.Equal([.. @event.Overrides.Select(other => other.Title).Prepend(@event.Title).Order(StringComparer.Ordinal)], read.Select(component => component.Summary!).Order(StringComparer.Ordinal));
            AssertReads(@event, read.Single(component => component.RecurrenceIdentifier is null));
        }
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void Finds_TheDatesThatWereMeant(string folder)
    {
        var publication = PublicationOf(folder);
        foreach (var @event in publication.Site.Events.Where(@event => @event.Recurrence is not null && @event.Overrides.IsEmpty))
        {
            if (publication.Find(@event.CalendarPath) is not { } file) continue;
            var read = VCalendar.Load(Encoding.UTF8.GetString(file.Identity.Span))!.Events.Single();

            Assert.Equal(
                @event.Recurrence!.Occurrences(@event.Span).Take(Dates).Select(span => Local(EventStart.Of(span))),
                read.GetOccurrences(options: new EvaluationOptions { MaxUnmatchedIncrementsLimit = 1_000 }).Take(Dates).Select(date => date.Period.StartTime.Value));
        }
    }

    // Ical.Net gives all of the examples of the RFC rightly; of other rules it does not.
    public static TheoryData<string, string> Rules =>
        [.. RuleTests.Examples.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(cells => (cells[0], cells[1]))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Finds_TheDatesOfARule(string rule, string first)
    {
        var start = NodaTime.Text.LocalDatePattern.Iso.Parse(first).Value.At(new LocalTime(9, 0)).InZoneStrictly(DateTimeZoneProviders.Tzdb["America/New_York"]);
        var @event = new SampleEvent { Span = new EventSpan.Timed(start, start.PlusHours(1)), Recurrence = new RecurrenceSet { Rule = RecurrenceRule.Parse(rule) } };

        Assert.Equal(
            @event.Recurrence.Occurrences(@event.Span).Take(Dates).Select(span => Local(EventStart.Of(span))),
            @event.Made().GetOccurrences(options: new EvaluationOptions { MaxUnmatchedIncrementsLimit = 1_000 }).Take(Dates).Select(date => date.Period.StartTime.Value));
    }

    [Fact]
    public void GivesTheWriters_NothingButComponentsOfTheLibrary()
    {
        var writers = typeof(IComponentWriter).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IComponentWriter))).ToHashSet();

        Assert.Equal([nameof(CalendarWriter), nameof(ComponentRenderer)], CallersOf(writers).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(
            new[] { typeof(CalendarWriter), typeof(ComponentRenderer) }.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)),
            method => Assert.Equal(typeof(VCalendar).Assembly, method.GetParameters()[0].ParameterType.Assembly));
    }

    /// <summary>The types of the assembly, outside of these, that call a method of these.</summary>
    private static IEnumerable<string> CallersOf(HashSet<Type> types)
    {
        var tokens = types.SelectMany(MethodsOf).Select(method => method.MetadataToken).ToHashSet();
        return typeof(IComponentWriter).Assembly.GetTypes()
            .Where(type => !types.Contains(Outermost(type)) && MethodsOf(type).Any(method => Calls(method, tokens)))
            .Select(type => Outermost(type).Name);
    }

    private static IEnumerable<MethodBase> MethodsOf(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).OfType<MethodBase>();

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool Calls(MethodBase method, HashSet<int> tokens)
    {
        const byte Call = 0x28, CallVirtual = 0x6F, NewObject = 0x73;
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        return Enumerable.Range(0, Math.Max(0, code.Length - 4)).Any(i => code[i] is Call or CallVirtual or NewObject && tokens.Contains(BitConverter.ToInt32(code, i + 1)));
    }

    private static void AssertReads(Event @event, CalendarEvent read)
    {
        Assert.Equal(Local(EventStart.Of(@event.Span)), InZone(read.DtStart!, @event.Span));
        Assert.Equal(@event.Span is EventSpan.AllDay, read.IsAllDay);
        if (@event.Span is EventSpan.AllDay days) Assert.Equal(days.Last.PlusDays(1).ToDateOnly(), read.DtEnd!.Date);
        else if (read.DtEnd is { } end) Assert.Equal(Whole(((EventSpan.Timed)@event.Span).End), InZone(end, @event.Span));
        Assert.Equal(@event.PlaceLines is { IsEmpty: false } lines ? string.Join('\n', lines) : null, read.Location);
        Assert.Equal(@event.MainLink.IdnHost + @event.MainLink.PathAndQuery, read.Url!.IdnHost + read.Url.PathAndQuery);
        Assert.Equal(@event.Recurrence?.Rule?.Frequency.ToString(), read.RecurrenceRule?.Frequency.ToString());
        Assert.Equal((@event.Recurrence?.Rule?.End as RecurrenceEnd.AtMoment)?.Last.ToDateTimeUtc(), read.RecurrenceRule?.Until is { HasTime: true } until ? until.AsUtc : null);
        Assert.Equal(@event.Recurrence?.Exceptions.Length ?? 0, read.ExceptionDates.GetAllDates().Count());
    }

    private static DateTime InZone(CalDateTime time, EventSpan span) =>
        span is EventSpan.Timed { Start.Zone: var zone } && time.IsUtc ? Whole(Instant.FromDateTimeUtc(time.AsUtc).InZone(zone)) : time.Value;

    private static DateTime Local(EventStart start) => start switch
    {
        EventStart.Timed timed => Whole(timed.At),
        EventStart.Day day => day.Date.ToDateTimeUnspecified(),
        _ => throw new ArgumentOutOfRangeException(nameof(start)),
    };

    private static DateTime Whole(ZonedDateTime time) => time.LocalDateTime.With(TimeAdjusters.TruncateToSecond).ToDateTimeUnspecified();

    private static IEnumerable<string> Zones(VCalendar calendar) => calendar.Events
        .SelectMany(@event => new[] { @event.DtStart, @event.DtEnd, @event.RecurrenceIdentifier?.StartTime })
        .Select(time => time?.TzId).OfType<string>().Where(zone => zone != CalDateTime.UtcTzId)
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static Publication PublicationOf(string folder) => Publication.Render(
        SiteReader.Read(ContentFolder.Read(folder, previous: null), FolderOf.Listening, previous: null).Site,
        FolderOf.Moment("2026-01-01T00:00:00Z"),
        previous: null);

    private static string At(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Join(Path.GetDirectoryName(here), path));
}
