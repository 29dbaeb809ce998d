using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace Feeds.Tests.Formats.Calendar;

public sealed class GoldenTests
{
    public static TheoryData<string> Names => [.. SampleCalendars.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Writes_TheGoldenFile(string name) => IsGolden(name + ".ics", SampleCalendars.Of(name).ToICalendar());

    [Theory]
    [MemberData(nameof(Names))]
    public void Writes_TheGoldenJCal(string name) => IsGolden(name + ".json", SampleCalendars.Of(name).ToJCal());

    private static void IsGolden(string file, byte[] written)
    {
        var expected = File.ReadAllBytes(Path.Combine(Folder(), file));

        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(written));
        Assert.Equal(expected, written);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "golden");
}
