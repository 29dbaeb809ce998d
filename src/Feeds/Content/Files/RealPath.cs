namespace Feeds.Content.Files;

/// <summary>Resolves all symbolic links in a path.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    public static string Of(string path)
    {
        var links = 0;
        var real = Resolve(Path.GetFullPath(path), ref links);
        return Path.TrimEndingDirectorySeparator(real);
    }

    /// <summary>Whether a resolved path is a folder or below it.</summary>
    public static bool IsInside(string location, string folder) =>
        location == folder
        || location.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Resolve(string path, ref int links)
    {
        var real = Path.GetPathRoot(path) ?? "";
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Join(real, part);
            var target = new FileInfo(next).LinkTarget;
            // In a cycle of links, the unresolved rest does not exist.
            real = target is null || ++links > MaxLinks ? next : Resolve(Path.GetFullPath(target, real), ref links);
        }

        return real;
    }
}
