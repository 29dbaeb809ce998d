using System.Collections.Immutable;
using System.Text.Json;
using Feeds.Tests.Formats.Calendar;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>Clients expand the zones of a calendar to what the database says.</summary>
public sealed class ZoneInteropTests : IDisposable
{
    private static readonly Instant First = Instant.FromUtc(1970, 1, 2, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(2037, 12, 30, 0, 0);

    private readonly TempFolder home = new();

    public void Dispose() => home.Dispose();

    [Theory]
    [InlineData("ical.js")]
    [InlineData("libical")]
    public async Task ExpandsEveryZone_ToTheOffsetsOfTheDatabase(string client)
    {
        // ical.js leaves out the seconds of an offset, which one zone of these years has.
        var withSeconds = client == "ical.js" ? "Africa/Monrovia" : null;
        DateTimeZone[] zones = [.. DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]).Where(zone => zone.Id != withSeconds && VTimeZoneTests.IsWritten(zone))];
        var questions = zones.Select(zone => (Zone: zone, Times: TimesToTry(zone).ToImmutableArray())).ToImmutableArray();
        home.Write("zones.ics", Written.Calendar([.. zones.SelectMany(zone => new[] { VTimeZoneTests.Moment(zone, First), VTimeZoneTests.Moment(zone, Last) })]).ToICalendar());
        home.Write("questions.json", JsonSerializer.SerializeToUtf8Bytes(questions.Select(question => new
        {
            zone = question.Zone.Id,
            times = question.Times.Select(LocalDateTimePattern.GeneralIso.Format),
        })));

        var expander = client == "libical" ? ForeignProgram.LibicalZones : ForeignProgram.IcalJsZones;
        var answers = await expander.ReadAsync<ImmutableArray<ImmutableArray<int>>>(home, home.At("zones.ics"), home.At("questions.json"));

        var wrong =
            from answer in questions.Zip(answers)
            from time in answer.First.Times.Zip(answer.Second)
            let offset = answer.First.Zone.AtStrictly(time.First).Offset
            where Offset.FromSeconds(time.Second) != offset
            select FormattableString.Invariant($"{answer.First.Zone.Id} at {time.First}: {time.Second} s, not {offset}");
        Assert.Equal(questions.Length, answers.Length);
        Assert.Equal([], wrong.Take(20));
    }

    /// <summary>On the clock of the zone: the last second before each change and the first one after it that it shows only once, and the middle between.</summary>
    private static IEnumerable<LocalDateTime> TimesToTry(DateTimeZone zone)
    {
        foreach (var interval in zone.GetZoneIntervals(First, Last))
        {
            var start = interval.HasStart && interval.Start > First ? interval.Start : First;
            var end = interval.HasEnd && interval.End < Last ? interval.End : Last;
            Instant[] times = [start, start + Duration.FromHours(1), start + Duration.FromHours(3), start + ((end - start) / 2), end - Duration.FromHours(3), end - Duration.FromSeconds(3601), end - Duration.FromSeconds(1)];
            foreach (var time in times.Where(time => time >= start && time < end).Select(time => time.WithOffset(interval.WallOffset).LocalDateTime))
            {
                if (zone.MapLocal(time).Count == 1) yield return new LocalDateTime(time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second);
            }
        }
    }
}
