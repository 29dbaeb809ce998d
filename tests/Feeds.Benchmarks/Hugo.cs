using Feeds.Tests;

namespace Feeds.Benchmarks;

/// <summary>Hugo, which builds its RSS feed and nothing else from a generated folder.</summary>
internal static class Hugo
{
    // Without the kind "page" the feed would be empty.
    private const string Settings = """
        baseURL = "https://example.org/"
        title = "Generated"
        disableKinds = ["taxonomy", "term", "section", "sitemap", "robotsTXT", "404"]
        [outputs]
        home = ["RSS"]
        page = []
        """;

    /// <summary>Whether it is there; where it is not, that is said.</summary>
    public static bool IsInstalled(string row) => Programs.IsInstalled("hugo", row);

    /// <summary>Builds the feed of a folder that <see cref="GeneratedSite"/> wrote.</summary>
    public static TimeSpan Build(TempFolder disk, string folder, int posts)
    {
        disk.Write($"{folder}/hugo.toml", Settings);
        var time = Programs.Run("hugo", "--quiet", "--source", disk.At(folder), "--destination", disk.At($"{folder}/public")).Time;
        var items = File.ReadAllText(disk.At($"{folder}/public/index.xml")).AsSpan().Count("<item>");
        if (items != posts) throw new InvalidOperationException(FormattableString.Invariant($"Hugo wrote {items} of {posts} posts."));
        return time;
    }
}
