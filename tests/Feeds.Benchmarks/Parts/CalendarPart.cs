using BenchmarkDotNet.Attributes;

namespace Feeds.Benchmarks.Parts;

/// <summary>A calendar of many events written; there is no peer that runs inside the process. BenchmarkDotNet asks for a class that is public and open.</summary>
public class CalendarPart
{
    [Benchmark, BenchmarkCategory("calendar")]
    public long ICalendar()
    {
        using var output = new MemoryStream();
        CalendarRow.Write(output);
        return output.Length;
    }
}
