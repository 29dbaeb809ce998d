using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Feeds.Benchmarks;

namespace Feeds.Operations;

/// <summary>What a process takes of its machine at one moment.</summary>
internal sealed record ProcessLook(double ResidentMegabytes, double Handles, double Threads, double ProcessorSeconds);

/// <summary>A server in a process of its own whose log is kept.</summary>
internal sealed partial class SoakedProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = [];
    private volatile Uri? address;

    /// <summary>Starts it on a free port, and waits until it listens.</summary>
    public SoakedProcess(string program, IEnumerable<string> arguments)
    {
        process = Process.Start(new ProcessStartInfo(program, [.. arguments, "--urls", "http://127.0.0.1:0"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Server.Wait(() => address is not null);
    }

    public Uri Address => address!;

    public IReadOnlyCollection<string> Lines => lines;

    public ProcessLook Look()
    {
        process.Refresh();
        var handles = OperatingSystem.IsLinux() ? Directory.GetFiles(FormattableString.Invariant($"/proc/{process.Id}/fd")).Length : process.HandleCount;
        return new ProcessLook(process.WorkingSet64 / (1024.0 * 1024.0), handles, process.Threads.Count, process.TotalProcessorTime.TotalSeconds);
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrEmpty(line)) return;
        lines.Enqueue(line);
        if (Serving().Match(line) is { Success: true } match) address = new Uri(match.Groups["address"].Value);
    }

    [GeneratedRegex(@"Serving .* at (?<address>http://\S+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Serving();
}
