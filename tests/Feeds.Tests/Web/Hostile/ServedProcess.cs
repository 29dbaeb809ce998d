using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Xunit;

namespace Feeds.Tests.Web.Hostile;

/// <summary>The program itself, as a process that serves the folder <c>content</c> of a folder.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly Process process;

    private ServedProcess(string program, string folder, string options, IEnumerable<string> runner)
    {
        // A standard input that is no terminal, as service managers give it.
        string[] words = [.. runner, .. IsDeafToHangUp() ? ["env", "--default-signal=HUP"] : Array.Empty<string>(), "dotnet", program, "serve", "content", .. options.Split(' ')];
        process = Process.Start(new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    // Under nohup, which a program that is started here would be under as well.
    private static bool IsDeafToHangUp() =>
        File.Exists("/proc/self/status") && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored && (Convert.ToUInt64(ignored[7..].Trim(), 16) & 1) != 0;

    /// <summary>Where it listens, as it said.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Every line that it wrote.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public bool IsRunning => !process.HasExited;

    /// <summary>What it takes of the machine's memory.</summary>
    public long MemoryOctets
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts it, and returns at once.</summary>
    /// <param name="program">Its <c>feeds.dll</c>.</param>
    /// <param name="runner">A program that runs it, with its words; none for the system itself.</param>
    public static ServedProcess Start(string program, TempFolder disk, string options, params IEnumerable<string> runner) =>
        new(program, disk.Root, options, runner);

    /// <summary>Starts it, and returns once it serves.</summary>
    public static async Task<ServedProcess> StartAsync(
        string program, TempFolder disk, string options = "--urls http://127.0.0.1:0", params IEnumerable<string> runner)
    {
        var server = Start(program, disk, options, runner);
        const string Serving = "info: feeds[5] Serving content at ";
        server.Address = new Uri((await server.LoggedAsync(line => line.StartsWith(Serving, StringComparison.Ordinal)))[Serving.Length..]);
        return server;
    }

    /// <summary>Returns the next line of a kind.</summary>
    public async Task<string> LoggedAsync(Predicate<string> isMeant)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience.Limit);
        while (true)
        {
            var line = await lines.Reader.ReadAsync(timeout.Token);
            if (isMeant(line)) return line;
        }
    }

    /// <summary>Sends it a signal by its short name.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", FormattableString.Invariant($"{process.Id}")]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Its exit code, once it ended.</summary>
    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience.Limit);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Add(string? line)
    {
        if (line is null) return;
        Log.Enqueue(line);
        lines.Writer.TryWrite(line);
    }
}
