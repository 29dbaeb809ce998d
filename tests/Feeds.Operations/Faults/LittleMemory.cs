using System.Collections.Immutable;
using System.Globalization;
using Feeds.Benchmarks;
using Feeds.Tests;

namespace Feeds.Operations.Faults;

/// <summary>A large site where there are 256 MB.</summary>
internal static class LittleMemory
{
    private const int Posts = 10_000;
    private const int Edits = 100;
    private const int Crawled = 3_000;
    private const int Megabytes = 256;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    private static readonly ImmutableArray<Asked> Asked =
        [new("/atom.xml"), new("/rss.xml"), new("/feed.json"), new("/"), new("/archive/"), new("/feeds/"), new("/sitemap.xml"), new("/posts/nothing/", IsThere: false)];

    public static Row? Measure(FeedsProgram feeds, TempFolder disk)
    {
        using var limit = MemoryLimit.TryMake(Megabytes * 1024L * 1024L);
        if (limit is null)
        {
            Console.WriteLine("256 MB of memory: left out, because this user may make no control group");
            return null;
        }

        var newest = GeneratedSite.Write(disk, "little", Posts)["little/content/".Length..];
        var content = disk.At("little/content");
        using var trial = new Trial(limit.Command(Command.Serve(feeds, content)), content, newest, Asked);
        var peak = 0.0;
        using (var looking = new Timer(_ => peak = Math.Max(peak, MegabytesOf(trial.Server.Id)), state: null, TimeSpan.Zero, BetweenLooks))
        {
            for (var number = 0; number < Crawled; number++) trial.Server.Read(string.Create(CultureInfo.InvariantCulture, $"/posts/post-{number * (Posts / Crawled):D5}/"));
            for (var edit = 0; edit < Edits; edit++) trial.Edit();
        }

        return trial.Row(string.Create(CultureInfo.InvariantCulture, $"10,000 posts, {Edits} edits in {Megabytes} MB: {peak:F0} at once"));
    }

    /// <summary>What a system short of memory could not take back: not the files that it only looks at.</summary>
    private static double MegabytesOf(int id) =>
        File.ReadLines(FormattableString.Invariant($"/proc/{id}/status"))
            .Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal) || line.StartsWith("RssShmem:", StringComparison.Ordinal))
            .Sum(line => double.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)) / 1024;
}
