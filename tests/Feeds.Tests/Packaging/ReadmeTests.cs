using System.Text.RegularExpressions;
using Feeds.Model.Names;
using Feeds.Publishing;
using Feeds.Publishing.Output;
using Feeds.Tests.Interop;
using Feeds.Tests.Web;
using Feeds.Web.Status;
using Xunit;
using YamlDotNet.Serialization;

namespace Feeds.Tests.Packaging;

/// <summary>What the README tells operators to write, held to what the program and the image are.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task NamesNoOption_ThatACommandHasNot()
    {
        string[] commands = ["serve", "build", "check", "lock", "diff", "new"];
        foreach (var command in commands)
        {
            var named = CommandLines(command).SelectMany(line => Option().Matches(line).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
            var help = await Shell.ExpectAsync(disk.Root, "dotnet", Path.Join(AppContext.BaseDirectory, "feeds.dll"), command, "--help");

            Assert.NotEqual(command == "new", named.Count > 0);
            Assert.Subset(Option().Matches(help).Select(match => match.Value).ToHashSet(StringComparer.Ordinal), named);
        }
    }

    [Fact]
    public void NamesEveryMetric_WithItsUnit()
    {
        using var measured = new Measured(new PublicationLog());
        var table = Source.Read("README.md").Split("\n| metric | unit |")[1].Split("\n\n")[0].Split('\n').Skip(2).Select(row => row.Split('|')).Select(cells => $"{cells[1].Trim(' ', '`')} {cells[2].Trim()}");

        Assert.Equal(measured.Instruments.Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ComposesWhatTheImageIs()
    {
        var compose = Yaml(Readme.File("yaml", "compose.yaml"));

        Assert.Equal(string.Join(", ", Readme.ContainerArguments), compose["services.feeds.command"]);
        Assert.Equal($"{Port}:{Port}", compose["services.feeds.ports"]);
        Assert.Equal($"./content:{Dockerfile.Read().Of("WORKDIR")}/content:ro, feeds-state:/state", compose["services.feeds.volumes"]);
        Assert.Equal(("true", "ALL", "no-new-privileges:true"), (compose["services.feeds.read_only"], compose["services.feeds.cap_drop"], compose["services.feeds.security_opt"]));
    }

    [Fact]
    public void DeploysWhatTheImageIs()
    {
        var documents = Readme.File("yaml", "feeds.yaml").Split("\n---\n").Select(Yaml).ToArray();
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
        disk.Write("feeds.service", Readme.File("ini", "/etc/systemd/system/feeds.service").Replace("/opt/feeds/feeds ", "/bin/true ", StringComparison.Ordinal));

        await Shell.ExpectAsync(disk.Root, "systemd-analyze", [verb, .. options, "./feeds.service"]);
    }

    [Fact]
    public void TypesFiles_AsTheServerTypesThem()
    {
        var table = Source.Read("README.md").Split("\n| the name ends with |")[1].Split("\n\n")[0].Split('\n').Skip(2).Select(row => row.Split('`')).Select(cells => (Ending: cells[1], Type: cells[3])).ToArray();
        foreach (var item in StrangeSite.Named("sample").Publication.Representations.Values)
        {
            var file = OutputFile.Of(item, OutputForms.Plain).Single().Path;
            var type = table.FirstOrDefault(row => file.EndsWith(row.Ending, StringComparison.Ordinal)).Type;

            if (type is null) Assert.Equal(MediaType.OfFile(file)?.Essence, item.MediaType.Name);
            else Assert.Equal(item.MediaType.Name, type);
        }
    }

    private static string Port => Dockerfile.Read().Of("EXPOSE");

    /// <summary>What the README writes behind a command, in a block or within a sentence.</summary>
    private static IEnumerable<string> CommandLines(string command) =>
        Regex.Matches(Source.Read("README.md"), $@"\bfeeds {command}\b(?<rest>[^`\n]*)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["rest"].Value);

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

    [GeneratedRegex(@"(?<=[\s\[])--[a-z][a-z-]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
