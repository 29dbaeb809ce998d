using System.ComponentModel;
using System.Diagnostics;

namespace Feeds.Benchmarks;

/// <summary>Other programs, run as a person at the command line would run them.</summary>
internal static class Programs
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    /// <summary>Whether a program is there; where it is not, that is said.</summary>
    public static bool IsInstalled(string program, string row) => IsInstalled(program, row, Path.GetFileName(program));

    /// <summary>The same, of a program whose package has another name.</summary>
    public static bool IsInstalled(string program, string row, string package)
    {
        try
        {
            using var process = Process.Start(StartOf(program, ["--version"]))!;
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            Console.WriteLine($"{row}: left out, because there is no {Path.GetFileName(program)}; it is Debian's package {package}");
            return false;
        }
    }

    /// <summary>Starts a program whose output nobody reads.</summary>
    public static Process Start(string program, params IEnumerable<string> arguments)
    {
        var process = Process.Start(StartOf(program, arguments))!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static ProgramRun Run(string program, params IEnumerable<string> arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(StartOf(program, arguments))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        // The system keeps the peak itself, but only until the process is gone: what it grows by after the last look is missed.
        for (var isOver = false; !isOver; isOver = process.WaitForExit(BetweenLooks)) peak = Math.Max(peak, PeakOf(process));
        var time = watch.Elapsed;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{output.Result}{error.Result}");
        return new ProgramRun(time, peak / (1024.0 * 1024.0), output.Result);
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It came to its end meanwhile.
            return 0;
        }
    }

    private static ProcessStartInfo StartOf(string program, IEnumerable<string> arguments) => new(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
