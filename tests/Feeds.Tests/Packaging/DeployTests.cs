using Feeds.Model.Names;
using Xunit;
using YamlDotNet.Serialization;

namespace Feeds.Tests.Packaging;

/// <summary>The files of <c>src/deploy</c>, held to what the program and the image are.</summary>
public sealed class DeployTests(BuiltSource built) : IDisposable
{
    private readonly TempFolder disk = new();

    private static string Port => Dockerfile.Read().Of("EXPOSE");

    public void Dispose() => disk.Dispose();

    [Fact]
    public void ComposesWhatTheImageIs()
    {
        var compose = Yaml(DeployFile.Read("compose.yaml"));

        Assert.Equal(string.Join(", ", DeployFile.ContainerArguments), compose["services.feeds.command"]);
        Assert.Equal($"{Port}:{Port}", compose["services.feeds.ports"]);
        Assert.Equal($"../../content:{Dockerfile.Read().Of("WORKDIR")}/content:ro, feeds-state:/state", compose["services.feeds.volumes"]);
        Assert.Equal(("true", "ALL", "no-new-privileges:true"), (compose["services.feeds.read_only"], compose["services.feeds.cap_drop"], compose["services.feeds.security_opt"]));
    }

    [Fact]
    public void DeploysWhatTheImageIs()
    {
        var documents = DeployFile.Read("kubernetes.yaml").Split("\n---\n").Select(Yaml).ToArray();
        var (deployment, service) = (documents[0], documents[1]);
        const string pod = "spec.template.spec";
        const string feeds = $"{pod}.containers.feeds";

        Assert.Equal(Port, deployment[$"{feeds}.ports.http.containerPort"]);
        Assert.Equal(
            [(Addresses.Ready, Port), (Addresses.Ready, Port), (Addresses.Live, Port)],
            ((string[])["startupProbe", "readinessProbe", "livenessProbe"]).Select(probe => (deployment[$"{feeds}.{probe}.httpGet.path"], deployment[$"{feeds}.{probe}.httpGet.port"])));
        Assert.All(
            [feeds, $"{pod}.containers.git-sync", $"{pod}.initContainers.first-sync"],
            container => Assert.Equal(("true", "false", "ALL"), (deployment[$"{container}.securityContext.readOnlyRootFilesystem"], deployment[$"{container}.securityContext.allowPrivilegeEscalation"], deployment[$"{container}.securityContext.capabilities.drop"])));
        // The user of Microsoft's image, by its number: one by its name alone is refused where root is.
        Assert.Equal(("true", "1654"), (deployment[$"{pod}.securityContext.runAsNonRoot"], deployment[$"{feeds}.securityContext.runAsUser"]));
        // git-sync makes the link below its root, and the server is given that.
        Assert.Equal($"serve, {deployment[$"{feeds}.volumeMounts.content.mountPath"]}/current, --state, {deployment[$"{feeds}.volumeMounts.state.mountPath"]}", deployment[$"{feeds}.args"]);
        Assert.Equal(deployment[$"{pod}.initContainers.first-sync.args"].Replace("--one-time", "--period=30s", StringComparison.Ordinal), deployment[$"{pod}.containers.git-sync.args"]);
        Assert.Equal(("Deployment", "Service", "feeds", "feeds", "http"), (deployment["kind"], service["kind"], service["spec.selector.app"], deployment["spec.template.metadata.labels.app"], service["spec.ports.80.targetPort"]));
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("security", "--offline=true", "--threshold=20")]
    public async Task WritesAUnit_ThatSystemdTakesAndCallsSafe(string verb, params string[] options)
    {
        if ((await Shell.RunAsync(disk.Root, "sh", "-c", "command -v systemd-analyze")).ExitCode != 0) SkipIfMissing.EndsTheTest("This needs Debian's systemd.");
        disk.Write("feeds.service", DeployFile.Read("feeds.service").Replace("/opt/feeds/feeds ", "/bin/true ", StringComparison.Ordinal));

        await Shell.ExpectAsync(disk.Root, "systemd-analyze", [verb, .. options, "./feeds.service"]);
    }

    [Fact]
    public async Task BuildsASite_ByTheStepsOfTheAction()
    {
        disk.Write("content/site.yaml", FolderOf.SiteYaml);
        disk.Write("content/posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\nHello.\n");
        Directory.CreateSymbolicLink(disk.At("feeds"), await built.AppAsync());
        var action = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(DeployFile.Read("action.yml"));
        var steps = (List<object>)((Dictionary<object, object>)action["runs"])["steps"];
        var scripts = steps.Cast<Dictionary<object, object>>().Select(step => step.GetValueOrDefault("run")).OfType<string>().ToArray();

        // The first sets up .NET's program, which stands here already.
        Assert.Contains("dotnet publish", scripts[0], StringComparison.Ordinal);
        foreach (var script in scripts[1..])
            await Shell.ExpectAsync(disk.Root, "env", $"RUNNER_TEMP={disk.Root}", "CONTENT=content", "OUTPUT=public", "SITE_HOST=github", "bash", "-c", script);

        Assert.All(["content/feeds.lock", "public/.nojekyll", "public/atom.xml"], file => Assert.True(File.Exists(disk.At(file)), file));
    }

    [Theory]
    [InlineData("github-pages.yml")]
    [InlineData("pre-commit-config.yaml")]
    public void IsYaml(string name) => Assert.NotNull(new DeserializerBuilder().Build().Deserialize<object>(DeployFile.Read(name)));

    [Fact]
    public void NamesEveryArchive_ThatTheCommandWrites()
    {
        var page = ManualPage.Named("getting-started.md");
        var program = DeployFile.Read("archives.cs");
        var systems = program.Split("string[] systems = [")[1].Split(']')[0].Split(", ").Select(word => word.Trim('"'));
        var documented = page.Rows("system", "archive").Select(row => row[1].Single());

        Assert.Contains("\ndotnet run src/deploy/archives.cs\n", page.Text, StringComparison.Ordinal);
        Assert.Equal(systems.Select(system => $"feeds-VERSION-{system}{(system.StartsWith("win", StringComparison.Ordinal) ? ".zip" : ".tar.gz")}"), documented);
    }

    /// <summary>A document as paths and values; what is in a list goes by its name or port, and a list of words is one value.</summary>
    private static Dictionary<string, string> Yaml(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(new DeserializerBuilder().Build().Deserialize<object>(text), "", values);
        return values;
    }

    private static void Flatten(object node, string path, Dictionary<string, string> values)
    {
        if (node is Dictionary<object, object> map)
        {
            foreach (var (key, value) in map) Flatten(value, path.Length == 0 ? (string)key : $"{path}.{key}", values);
        }
        else if (node is List<object> list && list.All(item => item is string))
        {
            values[path] = string.Join(", ", list);
        }
        else if (node is List<object> items)
        {
            foreach (var item in items.Cast<Dictionary<object, object>>()) Flatten(item, $"{path}.{item.GetValueOrDefault("name") ?? item["port"]}", values);
        }
        else
        {
            values[path] = node as string ?? "";
        }
    }
}
