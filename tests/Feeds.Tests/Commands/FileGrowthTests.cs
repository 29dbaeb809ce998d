using System.Diagnostics;
using Feeds.Tests.Packaging;
using Xunit;

namespace Feeds.Tests.Commands;

/// <summary>A system that lets no file grow beyond a size, and sends a signal that ends whoever does not expect it.</summary>
public sealed class FileGrowthTests(BuiltSource built) : IDisposable
{
    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task GoesOn_WhereNoFileMayGrow()
    {
        if (!OperatingSystem.IsLinux()) return;
        var program = await built.ProgramAsync();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience.Limit);
        await using var serving = await ServingProcess.StartAsync(program, disk, "");
        using (var limit = Process.Start("prlimit", [FormattableString.Invariant($"--pid={serving.Id}"), "--fsize=10"])) await limit.WaitForExitAsync(timeout.Token);
        disk.Write("content/posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\nHello again.\n");
        while (!(await serving.Client.GetStringAsync(new Uri("/atom.xml", UriKind.Relative), timeout.Token)).Contains("Hello again.", StringComparison.Ordinal))
        {
            // It is published within a moment.
        }

        var (exitCode, output, errors) = await serving.StopAsync();
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(
            [
                $"feeds[13] feeds.lock cannot be written: {Path.Join("content", "feeds.lock")} would be larger than a file may be here Ids and dates are kept in memory; name a folder for it with --state",
            ],
            output.Split('\n').Where(line => line.StartsWith("warn: ", StringComparison.Ordinal)).Select(line => line["warn: ".Length..]).Distinct(StringComparer.Ordinal));
    }
}
