using System.Runtime.InteropServices;
using Xunit;

namespace Feeds.Tests.Packaging;

/// <summary>The image without Docker: what the Dockerfile's steps make, run as its user, with nothing to write to but the state.</summary>
public sealed class ContainerTests(BuiltSource built) : IDisposable
{
    private static readonly string[] AsRoot = Environment.IsPrivilegedProcess ? [] : ["sudo", "-n"];

    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task IsHealthy_AsAUserWithoutRights_OnAReadOnlyRoot()
    {
        if (!OperatingSystem.IsLinux() || (await Shell.RunAsync(disk.Root, "sh", "-c", "command -v ip wget setpriv unshare")).ExitCode != 0) SkipIfMissing.EndsTheTest("This needs Linux, and Debian's util-linux, iproute2 and wget.");
        string[] apart = [.. AsRoot, "unshare", "--mount", "--net", "--pid", "--fork", "--kill-child"];
        Assert.SkipUnless((await Shell.RunAsync(disk.Root, "env", [.. apart, "true"])).ExitCode == 0, "This needs a machine that lets root make namespaces, and to be root or to become it by sudo without a password.");
        disk.Write("content/site.yaml", FolderOf.SiteYaml);
        disk.Write("content/posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\nHello.\n");
        Directory.CreateDirectory(disk.At("root"));
        var image = Dockerfile.Read();
        var runtime = Path.GetFullPath(Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

        var output = await Shell.ExpectAsync(
            disk.Root,
            "env",
            [
                .. apart, "sh", Path.Join(Source.Root, "tests/Feeds.Tests/Packaging/container.sh"),
                disk.At("root"), runtime, await built.AppAsync(), disk.At("content"), image.Of("RUN"), image.Of("USER"), image.Of("WORKDIR"), image.Of("ENV"),
                .. image.Command("ENTRYPOINT"), .. DeployFile.ContainerArguments, "--", .. image.Command("HEALTHCHECK"),
            ]);

        Assert.Equal("healthy\n1\nfeeds.lock\ninfo: feeds[1] Published 1 post and 0 events\ninfo: feeds[5] Serving content at http://localhost:8080/\n", output);
    }
}
