using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>What a server of a large site takes, after polls and edits.</summary>
internal static class MemoryRow
{
    private const int Posts = 10_000;
    private const int Edits = 100;
    private const int Polls = 2_000;
    private const double MaxMegabytes = 180;

    private static readonly string[] Feeds = ["/atom.xml", "/rss.xml", "/feed.json", "/"];

    /// <summary>So long it takes until what the last edit left behind is let go of.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public static Row Measure(FeedsProgram feeds, TempFolder disk)
    {
        GeneratedSite.Write(disk, "served", Posts);
        using var server = new Server("dotnet", address => [feeds.Location, "serve", disk.At("served/content"), "--urls", address], Feeds[0]);
        Poll(server);
        Thread.Sleep(Rest);
        var before = server.ResidentMegabytes;
        var newest = Directory.GetFiles(disk.At("served/content/posts")).Order(StringComparer.Ordinal).Last();
        for (var edit = 0; edit < Edits; edit++)
        {
            var tag = server.EntityTag(Feeds[0]);
            File.AppendAllText(newest, FormattableString.Invariant($"\nEdit {edit}.\n"));
            Server.Wait(() => server.EntityTag(Feeds[0]) != tag);
        }

        Poll(server);
        Thread.Sleep(Rest);
        var after = server.ResidentMegabytes;
        return new Row(
            FormattableString.Invariant($"memory for {Posts} posts, {Edits} edits later"),
            FormattableString.Invariant($"{after:F0} MB"),
            FormattableString.Invariant($"{before:F0} MB before"),
            FormattableString.Invariant($"{after:F0} MB"),
            FormattableString.Invariant($"{MaxMegabytes:F0} MB"),
            after <= MaxMegabytes);
    }

    private static void Poll(Server server)
    {
        for (var poll = 0; poll < Polls; poll++) server.EntityTag(Feeds[poll % Feeds.Length]);
    }
}
