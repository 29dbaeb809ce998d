using System.Diagnostics;
using Feeds.Identity.Format;
using Feeds.Tests.Packaging;
using NodaTime;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>A real process that writes the lock, killed at any moment of it.</summary>
public sealed class KilledWriterTests(BuiltSource built) : IDisposable
{
    private const int Kills = 15;
    private const int Lines = 4000;

    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task LosesNoLine_HoweverOftenItIsKilled()
    {
        var stop = TestContext.Current.CancellationToken;
        var program = await built.ProgramAsync();
        var length = WriteLock();
        var (written, random) = (0, new Random(7));
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = ReadLock();
            disk.Write("content/posts/a.md", PostOf(FormattableString.Invariant($"Edit {kill}")));
            HashSet<string> abandoned = [.. HalfWritten().Select(file => file.Name)];
            using var writer = Start(program);
            await ReachedAsync(writer, (Moment)(kill % 3), random.NextInt64(length), abandoned, stop);
            writer.Kill();
            await writer.WaitForExitAsync(stop).WaitAsync(Patience.Limit, stop);
            var after = ReadLock();

            Assert.Empty(after.Diagnostics);
            Assert.Equal(before.Lock.Records.Select(record => record.Id), after.Lock.Records.Select(record => record.Id));
            if (!after.Lock.SameAs(before.Lock)) written++;
        }

        // Of those that had put their lock in place each has written; of the others perhaps some.
        Assert.InRange(written, Kills / 3, Kills);
        Assert.InRange(disk.Files().Length, 3, 4 + Kills);
    }

    /// <summary>A lock of many lines, and its length.</summary>
    private long WriteLock()
    {
        disk.Write("content/site.yaml", FolderOf.SiteYaml);
        var first = new RecordedSite().At("2026-01-01T00:00:00Z", ("posts/a.md", PostOf("First"))).Lock;
        var record = first.Records[0] with { Removed = Instant.FromUtc(2025, 5, 1, 0, 0) };
        var many = Enumerable.Range(0, Lines).Select(number => record with { Path = FormattableString.Invariant($"posts/{number}.md"), Id = FormattableString.Invariant($"tag:club.example,2025:{number}"), Text = "" });
        var bytes = LockBytes.Of(LockData.Of(first.Site, first.Records.Concat(many)));
        disk.Write("content/feeds.lock", bytes);
        return bytes.Length;
    }

    /// <summary>Returns once the files show that a moment of the writing has come, or the writer has ended.</summary>
    private async Task ReachedAsync(Process writer, Moment moment, long length, HashSet<string> abandoned, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(Patience.Limit);
        var before = Stamp();
        while (!writer.HasExited && !IsReached()) await Task.Delay(1, timeout.Token);

        bool IsReached()
        {
            if (moment == Moment.InPlace) return Stamp() != before;
            return HalfWritten().Any(file =>
                !abandoned.Contains(file.Name) && (moment == Moment.Begun || (file.Exists && file.Length >= length)));
        }
    }

    private DateTime Stamp() => File.GetLastWriteTimeUtc(disk.At("content/feeds.lock"));

    private IEnumerable<FileInfo> HalfWritten() => new DirectoryInfo(disk.At("content")).EnumerateFiles(".feeds.lock.new.*");

    private LockParser ReadLock() => LockParser.Read(File.ReadAllBytes(disk.At("content/feeds.lock")));

    private Process Start(string program) => Process.Start(new ProcessStartInfo("dotnet", [program, "lock", disk.At("content")])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string PostOf(string text) => $"---\ntitle: A\ndate: 2025-03-04\n---\n{text}.\n";

    /// <summary>How far a writer has come when it is killed.</summary>
    private enum Moment
    {
        Begun,
        Underway,
        InPlace,
    }
}
