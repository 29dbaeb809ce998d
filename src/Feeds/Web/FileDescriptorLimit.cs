using System.Globalization;

namespace Feeds.Web;

/// <summary>Reads how many files and connections the system lets this process have open at once.</summary>
internal static class FileDescriptorLimit
{
    private const string Name = "Max open files";

    /// <summary>The limit, which the runtime has raised as far as it may; null where it is not known.</summary>
    public static int? Read()
    {
        if (!OperatingSystem.IsLinux()) return null;
        var line = File.ReadLines("/proc/self/limits").FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal));
        var words = line?[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return int.TryParse(words?[0], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
