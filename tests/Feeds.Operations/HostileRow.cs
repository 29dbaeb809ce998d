using System.Diagnostics;
using Feeds.Benchmarks;
using Feeds.Tests;
using Feeds.Tests.Hostile;

namespace Feeds.Operations;

/// <summary>Ten thousand files of somebody who means harm, built beside as many of the same size that nobody means anything by.</summary>
internal static class HostileRow
{
    private const int Files = 10_000;
    private const int Seed = 20_260_101;

    /// <summary>A file in forty repeats one thing thousands of times, and each of the others has its own tags, authors and diagnostics.</summary>
    private const double MaxRatio = 8;

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html",
        [".ics"] = "text/calendar",
        [".json"] = "application/feed+json",
        [".opml"] = "text/x-opml",
        [".svg"] = "image/svg+xml",
        [".xml"] = "application/xml",
    };

    public static Row Measure(FeedsProgram feeds, TempFolder disk)
    {
        var files = HostileContent.Files(Files, Seed).DistinctBy(file => file.Path).ToArray();
        using var hostile = new HostileFolder(files, file => file.Bytes);
        using var harmless = new HostileFolder(files, file => file.Harmless);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var plain = Build("harmless", harmless.Content);
        known.UnionWith(Outputs("harmless").SelectMany(output => OutputFindings.StructureOf(output.Type, output.Body)));
        var built = Build("hostile", hostile.Content);
        var outputs = Directory.GetFiles(disk.At("hostile"), "*", SearchOption.AllDirectories).Length;
        var findings = Outputs("hostile").SelectMany(output => OutputFindings.Of(output.Path, output.Type, output.Body, part => known.Contains(part) || !part.Contains(Payloads.Name, StringComparison.OrdinalIgnoreCase))).ToList();
        foreach (var finding in findings.Take(20)) Console.Error.WriteLine(finding);
        var ratio = built / plain;
        return new Row(
            FormattableString.Invariant($"{files.Length} hostile files, findings in {outputs} outputs"),
            FormattableString.Invariant($"{findings.Count}; {built.TotalSeconds:F1} s"),
            FormattableString.Invariant($"{plain.TotalSeconds:F1} s harmless"),
            FormattableString.Invariant($"{ratio:F1}"),
            FormattableString.Invariant($"0; {MaxRatio:F0}"),
            findings.Count == 0 && ratio <= MaxRatio);

        // What is wrong with a file is an error, and all else is published.
        TimeSpan Build(string name, string content)
        {
            var watch = Stopwatch.StartNew();
            using var process = Programs.Start("dotnet", feeds.Location, "build", content, "--output", disk.At(name));
            process.WaitForExit();
            return watch.Elapsed;
        }

        ParallelQuery<(string Path, string Type, byte[] Body)> Outputs(string name) => Directory.EnumerateFiles(disk.At(name), "*", SearchOption.AllDirectories).AsParallel()
            .Select(file => (Path: Path.GetRelativePath(disk.At(name), file), Type: Types.GetValueOrDefault(Path.GetExtension(file), ""), Body: File.ReadAllBytes(file)));
    }
}
