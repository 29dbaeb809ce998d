using System.Collections.Immutable;
using Feeds.Model.Names;

namespace Feeds.Content.Files;

/// <summary>Reads again the files of a content folder that are said to have been touched, where that is enough to know what stands in it.</summary>
internal static class TouchedFiles
{
    /// <summary>Each moves all that stand behind it: of more than these a look at all is faster.</summary>
    private const int Many = 100;

    /// <summary>What stands in the folder now; null where all of it has to be looked at.</summary>
    /// <param name="touched">The absolute paths of what was written, came or went since.</param>
    public static FolderReading? Read(string folder, FolderReading previous, ImmutableArray<string> touched)
    {
        var root = RealPath.Of(folder) + Path.DirectorySeparatorChar;
        var reading = previous;
        var locations = touched.Distinct(StringComparer.Ordinal).ToArray();
        if (locations.Length > Many) return null;
        foreach (var location in locations)
        {
            // Another folder took its place since, by a link.
            if (!location.StartsWith(root, StringComparison.Ordinal)) return null;
            var path = NormalPath.Of(location[root.Length..].Replace(Path.DirectorySeparatorChar, '/'));
            var parts = path.Split('/');
            var isBelow = !parts[..^1].Any(ContentFolder.IsPassedOver);
            if (parts is [_, .., OutputNames.List] && isBelow && IsTurned(reading, path, location)) return null;
            if (path is LockNames.Lock or LockNames.Rejected || parts.Any(ContentFolder.IsPassedOver) || IsOutput(root, parts)) continue;
            if (With(reading, path, location) is not { } next) return null;
            reading = next;
        }

        return reading;
    }

    /// <summary>Whether a folder became one that build writes to, or is one no more.</summary>
    private static bool IsTurned(FolderReading reading, string list, string location)
    {
        var folder = list[..^OutputNames.List.Length];
        return !File.Exists(location)
            || reading.Files.Any(file => file.Path.StartsWith(folder, StringComparison.Ordinal))
            || reading.Others.Any(other => other.File.Path.StartsWith(folder, StringComparison.Ordinal));
    }

    /// <summary>Whether a file is below a folder that build writes to.</summary>
    private static bool IsOutput(string root, string[] parts) =>
        Enumerable.Range(1, parts.Length - 1).Any(depth => File.Exists(Path.Join([root, .. parts[..depth], OutputNames.List])));

    private static FolderReading? With(FolderReading reading, string path, string location)
    {
        // Another file with that name in another normal form.
        if ((reading.File(path)?.Stamp ?? reading.Other(path)?.Stamp) is { } known && known.Location != location) return null;
        var there = new FileInfo(location);
        // What went may have been a folder with all that was in it, and a link may lead anywhere.
        if (!there.Exists || there.LinkTarget is not null) return null;
        var stamp = new FileStamp(location, there.Length, there.LastWriteTimeUtc);
        if (!ContentFolder.IsSource(path)) return reading.Other(path)?.Stamp == stamp ? reading : reading with { Others = With(reading.Others, OtherFile.At(path, stamp), other => other.File.Path) };
        if (reading.File(path) is { Problem: null } before && before.Stamp == stamp) return reading;
        return ContentFolder.Read(path, stamp) is { } file ? reading with { Files = With(reading.Files, file, known => known.Path) } : null;
    }

    /// <summary>All in order of path, with one in place of that at its path.</summary>
    private static ImmutableArray<T> With<T>(ImmutableArray<T> all, T now, Func<T, string> pathOf)
    {
        var place = all.TakeWhile(one => string.CompareOrdinal(pathOf(one), pathOf(now)) < 0).Count();
        return place < all.Length && pathOf(all[place]) == pathOf(now) ? all.SetItem(place, now) : all.Insert(place, now);
    }
}
