using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Feeds.Benchmarks.Parts;

/// <summary>What runs inside one process, measured piece by piece.</summary>
internal static class PartsRun
{
    public static void Measure() => BenchmarkSwitcher.FromTypes([typeof(ReadPart), typeof(BodyPart), typeof(FeedPart), typeof(CalendarPart)]).RunAllJoined(DefaultConfig.Instance
        .AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogicalGroupRules(BenchmarkLogicalGroupRule.ByCategory)
        .WithArtifactsPath(Path.Join(Path.GetTempPath(), "feeds-parts")));
}
