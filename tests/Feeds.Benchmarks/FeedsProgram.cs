using System.Runtime.CompilerServices;

namespace Feeds.Benchmarks;

/// <summary>Feeds as it is installed.</summary>
/// <param name="Location">The assembly that the <c>dotnet</c> command runs.</param>
internal sealed record FeedsProgram(string Location)
{
    public static string SampleContent => Path.Join(Repository(), "content");

    public static FeedsProgram Publish(string folder)
    {
        Programs.Run("dotnet", "publish", Path.Join(Repository(), "src", "Feeds"), "--configuration", "Release", "--output", folder);
        return new FeedsProgram(Path.Join(folder, "feeds.dll"));
    }

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Join(here, "..", "..", ".."));
}
