using System.Globalization;
using System.Text;
using Feeds.Identity.Format;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>Seeded histories of a site: whatever its authors do, nothing that subscribers were told is told otherwise.</summary>
public sealed class ReplayTests
{
    private const int Histories = 100;
    private const int Steps = 40;

    [Fact]
    public void KeepsIdsStampsAndBytes_WhateverIsDone()
    {
        var failures = Enumerable.Range(1, Histories).AsParallel().Select(Replay).OfType<string>().ToArray();

        Assert.True(failures.Length == 0, string.Join("\n\n", failures.Take(3)));
    }

    private static string? Replay(int seed)
    {
        var content = new EditedContent(new Random(seed));
        var site = new RecordedSite();
        var now = FolderOf.Moment("2026-01-01T00:00:00Z");
        site.At(now, content.Files);
        var log = new List<string>();
        var told = PublishedLock.Of(site, content);
        for (var step = 0; step < Steps; step++)
        {
            content.Touched.Clear();
            log.Add(content.Edit());
            now += Duration.FromMilliseconds(content.Random.Next(100, 100_000_000));
            var lockBefore = site.Text;
            site.At(now, content.Files);
            if (content.Random.Next(8) == 0)
            {
                // Killed while it wrote the lock: the old one is whole, and nothing of the step was sent.
                log.Add("crash");
                site.Text = lockBefore;
                site.Restart().At(now += Duration.FromSeconds(1), content.Files);
            }

            if (content.Random.Next(6) == 0) site.Restart().At(now += Duration.FromSeconds(1), content.Files);
            var read = LockParser.Read(Encoding.UTF8.GetBytes(site.Text));
            if (!read.Diagnostics.IsEmpty || !LockBytes.Of(read.Lock).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(site.Text))) return "the lock is not what was written";
            var before = told;
            told = PublishedLock.Of(site, content);
            var wrong = told.Against(before, content.Touched, Ended(site.Lock));
            told.Remember(before);
            if (wrong is not null) return string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {string.Join(", ", log)}: {wrong}");
        }

        return null;
    }

    private static HashSet<string> Ended(LockData known) =>
        [.. known.Records.Where(record => record is { Removed: { } gone, Uid: not null, Schedule: { } schedule }
            && (record.IsForgotten || !(OffsetDateTimePattern.ExtendedIso.Parse(schedule.Start).Value.ToInstant() > gone))).Select(record => record.Uid!)];
}
