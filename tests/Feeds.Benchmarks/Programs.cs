using System.ComponentModel;
using System.Diagnostics;

namespace Feeds.Benchmarks;

/// <summary>Other programs, run as a person at the command line would run them.</summary>
internal static class Programs
{
    /// <summary>Whether a program is there; where it is not, that is said.</summary>
    public static bool IsInstalled(string program, string row)
    {
        try
        {
            using var process = Process.Start(StartOf(program, ["--version"]))!;
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            var name = Path.GetFileName(program);
            Console.WriteLine($"{row}: left out, because there is no {name}; it is Debian's package {name}");
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
    public static (TimeSpan Time, string Output) Run(string program, params IEnumerable<string> arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(StartOf(program, arguments))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var time = watch.Elapsed;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{output}{error.Result}");
        return (time, output);
    }

    private static ProcessStartInfo StartOf(string program, IEnumerable<string> arguments) => new(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
