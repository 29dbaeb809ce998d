namespace Feeds.Benchmarks;

/// <summary>What a program took from its start to its end, and what it said.</summary>
/// <param name="PeakMegabytes">The most that it took of the machine's memory at once.</param>
internal sealed record ProgramRun(TimeSpan Time, double PeakMegabytes, string Output);
