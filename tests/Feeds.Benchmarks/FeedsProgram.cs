using System.Runtime.CompilerServices;
using Feeds.Tests;

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

    /// <summary>Builds a folder that <see cref="GeneratedSite"/> wrote.</summary>
    public ProgramRun Build(TempFolder disk, string folder)
    {
        // A folder of its own for each run: ext4 is slow to make files for seconds after thousands were deleted.
        var output = disk.At($"{folder}/feeds-{Path.GetRandomFileName()}");
        return Programs.Run("dotnet", Location, "build", disk.At($"{folder}/content"), "--output", output);
    }

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Join(here, "..", "..", ".."));
}
