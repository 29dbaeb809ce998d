using NodaTime;

namespace Feeds.Formats.Calendar.Reading;

/// <summary>A date or time as a calendar has it (RFC 5545 §3.3.4 and §3.3.5).</summary>
/// <param name="Time">Null for a date alone.</param>
/// <param name="Zone">The TZID, <c>UTC</c> where it is in UTC, or null.</param>
internal sealed record WrittenTime(LocalDate Date, LocalTime? Time, string? Zone)
{
    public override string ToString() => FormattableString.Invariant($"{Date:uuuuMMdd}{(Time is { } time ? $"T{time:HHmmss}" : "")}");
}
