using System.Runtime.CompilerServices;

namespace Feeds.Tests.Packaging;

/// <summary>What is in the project's folder beside the code.</summary>
internal static class Source
{
    public static string Root { get; } = Path.GetFullPath(Path.Join(Here(), "../../.."));

    public static string Read(string path) => File.ReadAllText(Path.Join(Root, path));

    /// <summary>The blocks of code of a language in a page, in their order.</summary>
    public static string[] Blocks(string page, string language) =>
        [.. Read(page).Split($"\n```{language}\n").Skip(1).Select(block => block[..(block.IndexOf("\n```", StringComparison.Ordinal) + 1)])];

    /// <summary>Copies what <c>COPY . .</c> takes along.</summary>
    public static void CopyContext(string target)
    {
        var ignored = Read(".dockerignore").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('/')).ToArray();
        Copy("", target, ignored);
    }

    private static void Copy(string folder, string target, string[] ignored)
    {
        Directory.CreateDirectory(Path.Join(target, folder));
        foreach (var entry in new DirectoryInfo(Path.Join(Root, folder)).EnumerateFileSystemInfos())
        {
            var path = Path.Join(folder, entry.Name);
            if (ignored.Any(line => line == path || line == "**/" + entry.Name)) continue;
            if (entry is DirectoryInfo) Copy(path, target, ignored);
            else File.Copy(entry.FullName, Path.Join(target, path));
        }
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
