namespace Feeds.Content.Files;

/// <summary>Where a path really leads, every link on the way followed.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    public static string Of(string path)
    {
        var links = 0;
        var real = Resolve(Path.GetFullPath(path), ref links);
        return Path.TrimEndingDirectorySeparator(real);
    }

    /// <summary>Whether a real path is that of a folder, or leads into it.</summary>
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
            // A ring of links leads nowhere: what is left unresolved does not exist.
            real = target is null || ++links > MaxLinks ? next : Resolve(Path.GetFullPath(target, real), ref links);
        }

        return real;
    }
}
