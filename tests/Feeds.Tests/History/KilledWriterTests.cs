using System.Diagnostics;
using Feeds.History;
using NodaTime;
using Xunit;
using Lock = Feeds.History.Lock;

namespace Feeds.Tests.History;

/// <summary>A real process that writes the lock, killed at any moment of it.</summary>
public sealed class KilledWriterTests : IDisposable
{
    private const int Kills = 200;
    private const int Lines = 4000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task LosesNoLine_HoweverOftenItIsKilled()
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        var longest = await TimeOfWritingAsync(timeout.Token);
        var (written, random) = (0, new Random(7));
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = ReadLock();
            disk.Write("content/posts/a.md", PostOf(FormattableString.Invariant($"Edit {kill}")));
            using var writer = Start();
            // Most of a short run is its start; the end of it is what matters.
            await Task.Delay(longest * (0.5 + (random.NextDouble() * 0.6)), timeout.Token);
            writer.Kill();
            await writer.WaitForExitAsync(timeout.Token);
            var after = ReadLock();

            Assert.Empty(after.Diagnostics);
            Assert.Equal(before.Lock.Records.Select(record => record.Id), after.Lock.Records.Select(record => record.Id));
            if (!after.Lock.SameAs(before.Lock)) written++;
        }

        Assert.NotEqual(0, written);
        Assert.InRange(disk.Files().Length, 3, 4 + Kills);
    }

    /// <summary>How long one run takes that is not killed; it writes a lock of many lines.</summary>
    private async Task<TimeSpan> TimeOfWritingAsync(CancellationToken cancellation)
    {
        disk.Write("content/site.yaml", FolderOf.SiteYaml);
        disk.Write("content/posts/a.md", PostOf("First"));
        var first = new Remembered().At("2026-01-01T00:00:00Z", ("posts/a.md", PostOf("First"))).Lock;
        var record = first.Records[0] with { Gone = Instant.FromUtc(2025, 5, 1, 0, 0) };
        var many = Enumerable.Range(0, Lines).Select(number => record with { Path = FormattableString.Invariant($"posts/{number}.md"), Id = FormattableString.Invariant($"tag:club.example,2025:{number}"), Text = "" });
        disk.Write("content/feeds.lock", LockBytes.Of(Lock.Of(first.Site, first.Records.Concat(many))));
        var watch = Stopwatch.StartNew();
        using var writer = Start();
        await writer.WaitForExitAsync(cancellation);
        Assert.Equal(0, writer.ExitCode);
        return watch.Elapsed;
    }

    private LockText ReadLock() => LockText.Read(File.ReadAllBytes(disk.At("content/feeds.lock")));

    private Process Start() => Process.Start(new ProcessStartInfo("dotnet", [Path.Join(AppContext.BaseDirectory, "feeds.dll"), "lock", disk.At("content")]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static string PostOf(string text) => $"---\ntitle: A\ndate: 2025-03-04\n---\n{text}.\n";
}
