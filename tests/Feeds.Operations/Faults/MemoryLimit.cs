using System.Collections.Immutable;
using System.Globalization;

namespace Feeds.Operations.Faults;

/// <summary>A control group whose processes share so much memory and no more, as containers do.</summary>
internal sealed class MemoryLimit : IDisposable
{
    private const string Root = "/sys/fs/cgroup";

    private readonly string group;

    private MemoryLimit(string group) => this.group = group;

    /// <summary>A group of that size; null where this user or this system makes none.</summary>
    public static MemoryLimit? TryMake(long octets)
    {
        var isUnified = File.Exists(Path.Join(Root, "cgroup.controllers"));
        var folder = Path.Join(Root, isUnified ? "" : "memory", FormattableString.Invariant($"feeds-{Environment.ProcessId}"));
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Join(folder, isUnified ? "memory.max" : "memory.limit_in_bytes"), octets.ToString(CultureInfo.InvariantCulture));
            return new MemoryLimit(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(folder)) Directory.Delete(folder);
            return null;
        }
    }

    /// <summary>A command that runs in it.</summary>
    public ImmutableArray<string> Command(ImmutableArray<string> command) => ["sh", "-c", $"echo $$ > {group}/cgroup.procs && exec \"$@\"", "sh", .. command];

    public void Dispose() => Directory.Delete(group);
}
