using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace Feeds.Tests.Calendar;

public sealed class GoldenTests
{
    [Theory]
    [InlineData("meetups")]
    [InlineData("one-event")]
    [InlineData("nothing")]
    [InlineData("zones")]
    public void Writes_TheGoldenFile(string name)
    {
        var expected = File.ReadAllBytes(Path.Combine(Folder(), name + ".ics"));

        var written = Written.Bytes(SampleCalendars.Of(name));

        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(written));
        Assert.Equal(expected, written);
    }

    [Fact]
    public void WritesTheSameBytes_WhateverTheOrderOfEvents()
    {
        var calendar = SampleCalendars.Of("meetups");

        Assert.Equal(Written.Bytes(calendar), Written.Bytes(calendar with { Events = [.. calendar.Events.Reverse()] }));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "golden");
}
