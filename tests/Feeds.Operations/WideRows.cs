using System.Diagnostics;
using Feeds.Benchmarks;
using Feeds.Operations.Cluster;
using Feeds.Tests;

namespace Feeds.Operations;

/// <summary>Two equal servers behind each of the proxies of <c>src/deploy</c>, restarted in turn under load while their content changes.</summary>
internal static class WideRows
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    /// <summary>Measures the rows; none of a proxy or cache that is not installed.</summary>
    public static IEnumerable<Row> Measure(FeedsProgram feeds, TempFolder disk)
    {
        return Recipe.All.Where(recipe => Programs.IsInstalled(recipe.Program, $"wide behind {recipe.Name}", recipe.Package)).SelectMany(recipe => Behind(recipe, feeds, disk));
    }

    private static IEnumerable<Row> Behind(Recipe recipe, FeedsProgram feeds, TempFolder disk)
    {
        var folder = $"wide/{recipe.Package}";
        var editions = new Editions(feeds, disk, folder);
        using var one = new EqualServer(feeds, editions, disk, $"{folder}/one");
        using var two = new EqualServer(feeds, editions, disk, $"{folder}/two");
        EqualServer[] servers = [one, two];
        foreach (var server in servers) server.Start();
        using var front = new Front(recipe, disk, folder, one.Address, two.Address);
        var seen = new Sightings();
        var readers = new Readers(front.Address, seen);
        var reading = readers.ReadAsync(Length);
        var (restarts, unequal) = (0, Settle(servers, editions, front, seen));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Length - EqualServer.TimeToRestart; restarts++)
        {
            var server = servers[restarts % servers.Length];
            server.Stop();
            if (restarts % 4 < 2) Publish(servers, editions);
            server.Start();
            if (restarts % 4 >= 2) Publish(servers, editions);
            unequal += Settle(servers, editions, front, seen);
        }

        reading.GetAwaiter().GetResult();
        foreach (var problem in seen.Problems) Console.WriteLine($"{recipe.Name}: {problem}");
        var load = FormattableString.Invariant($"{seen.Requests / Length.TotalSeconds:F0}/s");
        yield return RowOf("requests failed", seen.Failures, seen.Requests, FormattableString.Invariant($"{restarts} restarts"));
        yield return RowOf("versions with two bodies", seen.Torn, seen.Versions, FormattableString.Invariant($"{editions.Number} edits"));
        yield return RowOf("entity tags of one server alone", unequal + seen.Strays, seen.Tags, FormattableString.Invariant($"{seen.NotModified} of 304"));

        Row RowOf(string what, int count, int of, string beside) =>
            new($"{recipe.Name}: {what}", FormattableString.Invariant($"{count} of {of}"), beside, load, "0", count == 0 && of > 0);
    }

    private static void Publish(EqualServer[] servers, Editions editions)
    {
        editions.Write();
        foreach (var server in servers) server.Follow(editions.Number);
    }

    /// <summary>Waits until both servers publish the newest edition, and compares all that they send.</summary>
    /// <returns>How many entity tags only one of them gave.</returns>
    private static int Settle(EqualServer[] servers, Editions editions, Front front, Sightings seen)
    {
        foreach (var server in servers) Server.Wait(() => server.Reads("/atom.xml", editions.Title));
        front.Forget();
        seen.Reached(editions.Number);
        Thread.Sleep(Front.UntilSeen);
        var tags = servers.Select(server => server.Tags()).ToArray();
        foreach (var tag in tags[0].Intersect(tags[1])) seen.Known(tag);
        return tags[0].Except(tags[1]).Union(tags[1].Except(tags[0])).Count();
    }
}
