using System.Collections.Immutable;
using System.Diagnostics;
using Feeds.Benchmarks;

namespace Feeds.Operations.Faults;

/// <summary>Mounts and limits of a user's own, which the rest of the machine does not see, and which end with this program.</summary>
internal sealed class Namespace : IDisposable
{
    private const string Ready = "ready";

    private readonly Process holder;

    /// <param name="script">What is set up in it, by root as it appears there.</param>
    public Namespace(string script)
    {
        var start = new ProcessStartInfo("unshare", ["--user", "--map-root-user", "--mount", "sh", "-ec", $"{script}\necho {Ready}\nexec cat"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        holder = Process.Start(start)!;
        if (holder.StandardOutput.ReadLine() != Ready) throw new InvalidOperationException($"This cannot be set up: {script}");
    }

    /// <summary>What is written before a command that is to run in it.</summary>
    public ImmutableArray<string> Prefix => ["nsenter", FormattableString.Invariant($"--target={holder.Id}"), "--user", "--mount", "--preserve-credentials"];

    /// <summary>Whether this machine lets this user have one.</summary>
    public static bool IsPossible()
    {
        try
        {
            using var trial = new Namespace("mount -t tmpfs tmpfs /mnt");
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>A path of it as it is seen from outside.</summary>
    public string At(string path) => FormattableString.Invariant($"/proc/{holder.Id}/root{path}");

    /// <summary>Runs a script in it.</summary>
    public void Run(string script) => Programs.Run(Prefix[0], [.. Prefix[1..], "sh", "-ec", script]);

    public void Dispose()
    {
        holder.StandardInput.Close();
        holder.WaitForExit();
        holder.Dispose();
    }
}
