using System.Collections.Immutable;
using Feeds.Tests.Formats.Calendar;
using Xunit;

namespace Feeds.Tests.Interop;

/// <summary>A client reads the same from a calendar as JSON as from the calendar as lines.</summary>
public sealed class JCalInteropTests : IDisposable
{
    private readonly TempFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task ReadsEqualComponents_FromJCalAndICalendar()
    {
        var files = SampleCalendars.Names.SelectMany(name =>
        {
            home.Write(name + ".ics", SampleCalendars.Of(name).ToICalendar());
            home.Write(name + ".json", SampleCalendars.Of(name).ToJCal());
            return new[] { home.At(name + ".ics"), home.At(name + ".json") };
        });

        Assert.Equal([], await ForeignProgram.IcalJsPairs.ReadAsync<ImmutableArray<string>>(home, files));
    }
}
