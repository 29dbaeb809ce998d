using System.Collections.Immutable;

namespace Feeds.Content.Kinds;

/// <summary>Matches paths with the folders of <c>site.yaml</c>; a leading slash means the top of the content.</summary>
internal static class FolderName
{
    /// <summary>The position in a path where the deepest of the folders ends; -1 when the path is below none.</summary>
    public static int Depth(string path, ImmutableArray<string> folders) =>
        folders.Select(folder => Depth($"/{path}", folder)).Append(-1).Max();

    public static bool IsAbove(string path, ImmutableArray<string> folders) => Depth(path, folders) >= 0;

    public static bool IsOneOf(string? folder, ImmutableArray<string> folders) =>
        folders.Any(name => IsAnchored(name)
            ? $"/{folder}" == $"/{Plain(name)}"
            : $"/{folder}".EndsWith($"/{Plain(name)}", StringComparison.Ordinal));

    /// <summary>The name as a path below the content folder.</summary>
    public static string Plain(string folder) =>
        (folder.StartsWith("./", StringComparison.Ordinal) ? folder[2..] : folder).Trim('/') is var name && name == "." ? "" : name;

    private static int Depth(string path, string folder)
    {
        var name = Plain(folder);
        if (name.Length == 0) return 0;
        var start = path.LastIndexOf($"/{name}/", StringComparison.Ordinal);
        if (IsAnchored(folder)) start = path.StartsWith($"/{name}/", StringComparison.Ordinal) ? 0 : -1;
        return start < 0 ? -1 : start + name.Length + 1;
    }

    private static bool IsAnchored(string folder) => folder is ['/', ..] or ['.', '/', ..] or ".";
}
