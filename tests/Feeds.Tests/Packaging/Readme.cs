namespace Feeds.Tests.Packaging;

/// <summary>What the README tells operators to write.</summary>
internal static class Readme
{
    /// <summary>The words behind the image's name in <c>docker run</c>.</summary>
    public static string[] ContainerArguments => Source.Read("README.md").Split('\n').Single(line => line.StartsWith("docker run ", StringComparison.Ordinal)).Split(" feeds ")[1].Split(' ');

    /// <summary>The file of a name: the block whose first line names it.</summary>
    public static string File(string language, string name) => Source.Blocks("README.md", language).Single(block => block.StartsWith($"# {name}\n", StringComparison.Ordinal));
}
