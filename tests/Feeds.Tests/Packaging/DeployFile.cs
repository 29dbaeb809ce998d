namespace Feeds.Tests.Packaging;

/// <summary>The files of <c>src/deploy</c>.</summary>
internal static class DeployFile
{
    /// <summary>The arguments that the container gets.</summary>
    public static string[] ContainerArguments { get; } =
        Read("compose.yaml").Split('\n').Single(line => line.Contains("command: [", StringComparison.Ordinal)).Split('[')[1].TrimEnd(']').Split(", ");

    public static string Read(string name) => Source.Read($"src/deploy/{name}");
}
