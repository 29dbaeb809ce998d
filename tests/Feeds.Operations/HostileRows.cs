using System.Diagnostics;
using Feeds.Benchmarks;
using Feeds.Tests;
using Feeds.Tests.Hostile;

namespace Feeds.Operations;

/// <summary>Ten thousand files of somebody who means harm, beside as many of the same size that nobody means anything by.</summary>
internal static class HostileRows
{
    private const int Files = 10_000;
    private const int Seed = 20_260_101;
    private const int Edits = 15;
    private const string Feed = "/atom.xml";

    /// <summary>A file in forty repeats one thing thousands of times; what a file may bring about otherwise are outputs of its own, so that is what time is counted by.</summary>
    private const double MaxRatio = 3;

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html",
        [".ics"] = "text/calendar",
        [".json"] = "application/feed+json",
        [".opml"] = "text/x-opml",
        [".svg"] = "image/svg+xml",
        [".xml"] = "application/xml",
    };

    public static IEnumerable<Row> Measure(FeedsProgram feeds, TempFolder disk)
    {
        var files = HostileContent.Files(Files, Seed).DistinctBy(file => file.Path).ToArray();
        using var hostile = new HostileFolder(files, file => file.Bytes);
        using var harmless = new HostileFolder(files, file => file.Harmless);
        var (built, plain) = (BuildOf(hostile, "hostile"), BuildOf(harmless, "harmless"));
        yield return Findings(disk);
        yield return Compared("feeds build of hostile files, for each output", built, plain);
        yield return Compared("an edit among hostile files, p50", EditAmong(hostile, "hostile"), EditAmong(harmless, "harmless"));

        // What is wrong with a file is an error, and all else is published.
        double BuildOf(HostileFolder folder, string name)
        {
            var watch = Stopwatch.StartNew();
            using var process = Programs.Start("dotnet", feeds.Location, "build", folder.Content, "--output", disk.At(name));
            process.WaitForExit();
            return watch.Elapsed.TotalMilliseconds / Directory.GetFiles(disk.At(name), "*", SearchOption.AllDirectories).Length;
        }

        double EditAmong(HostileFolder folder, string name)
        {
            var edited = Path.Join(folder.Content, "posts/edited.md");
            File.WriteAllText(edited, Post(0));
            using var server = new Server("dotnet", address => [feeds.Location, "serve", folder.Content, "--state", disk.At($"{name}-state"), "--urls", address], Feed);
            return Quantile.Of(Enumerable.Range(1, Edits).Select(edit =>
            {
                var tag = server.EntityTag(Feed);
                var watch = Stopwatch.StartNew();
                File.WriteAllText(edited, Post(edit));
                Server.Wait(() => server.EntityTag(Feed) != tag);
                return watch.Elapsed.TotalMilliseconds;
            }), 0.5);
        }
    }

    /// <summary>What any output of the hostile files holds that it should not.</summary>
    private static Row Findings(TempFolder disk)
    {
        var known = Outputs(disk.At("harmless")).SelectMany(output => OutputFindings.StructureOf(output.Type, output.Body)).ToHashSet(StringComparer.Ordinal);
        // Among so many files nearly every structure is there that the program has: those that bear the name of what was written are not its own.
        var findings = Outputs(disk.At("hostile")).SelectMany(output => OutputFindings.Of(output.Path, output.Type, output.Body, part => known.Contains(part) || !part.Contains(Payloads.Name, StringComparison.OrdinalIgnoreCase))).ToArray();
        var outputs = Outputs(disk.At("hostile")).Count();
        foreach (var finding in findings.Take(20)) Console.Error.WriteLine(finding);
        return new Row(
            FormattableString.Invariant($"{Files} hostile files: what runs, escapes or leaks"),
            FormattableString.Invariant($"{findings.Length}"),
            "",
            FormattableString.Invariant($"{outputs} outputs"),
            "0",
            findings.Length == 0);
    }

    private static ParallelQuery<(string Path, string Type, byte[] Body)> Outputs(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).AsParallel()
        .Select(file => (Path: Path.GetRelativePath(folder, file), Type: Types.GetValueOrDefault(Path.GetExtension(file), ""), Body: File.ReadAllBytes(file)));

    private static Row Compared(string what, double hostile, double harmless) => new(
        what,
        FormattableString.Invariant($"{hostile:F1} ms"),
        FormattableString.Invariant($"{harmless:F1} ms harmless"),
        FormattableString.Invariant($"{hostile / harmless:F1}"),
        FormattableString.Invariant($"{MaxRatio:F0}"),
        hostile <= harmless * MaxRatio);

    /// <summary>The newest post there is.</summary>
    private static string Post(int edit) => FormattableString.Invariant($"---\ntitle: Edited\ndate: {DateTime.UtcNow:yyyy-MM-dd}\n---\nEdit {edit}.\n");
}
