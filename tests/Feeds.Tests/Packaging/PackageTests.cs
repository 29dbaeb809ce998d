using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Xunit;

namespace Feeds.Tests.Packaging;

/// <summary>The package as others get it: the tool, installed and run.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly BuiltSource built;
    private readonly TempFolder disk = new();

    public PackageTests(BuiltSource built)
    {
        this.built = built;
        // No other source than what was packed, and what this machine has unpacked already: nothing is downloaded, and nothing of it stays.
        var machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        disk.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{disk.At("unpacked")}" /></config>
              <packageSources><clear /></packageSources>
              <fallbackPackageFolders><clear /><add key="machine" value="{machine}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task IsComplete_AndNamesNoFolderOfThisMachine()
    {
        var seen = new List<string>();
        foreach (var file in Directory.EnumerateFiles(await built.PackagesAsync()).Order(StringComparer.Ordinal))
        {
            using var package = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
            foreach (var entry in package.Entries) Assert.Equal("", await TraceAsync(entry));
            var metadata = XDocument.Load(package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open()).Root!.Elements().Single();
            var names = package.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.Ordinal);
            seen.Add(string.Join(' ', ((string[])["id", "version", "readme"]).Select(name => metadata.Elements().Single(element => element.Name.LocalName == name).Value)));
            Assert.All(["description", "tags"], name => Assert.NotEmpty(metadata.Elements().Single(element => element.Name.LocalName == name).Value));
            Assert.Contains("README.md", names);
        }

        Assert.Equal(["feeds 0.2.0 README.md"], seen);
    }

    [Fact]
    public async Task InstallsATool_ThatRuns()
    {
        await Shell.ExpectAsync(disk.Root, "dotnet", "tool", "install", "feeds", "--tool-path", disk.At("tools"), "--add-source", await built.PackagesAsync());
        disk.Write("content/site.yaml", FolderOf.SiteYaml);
        disk.Write("content/posts/a.md", "---\ntitle: A\ndate: 2025-03-04\n---\nHello.\n");

        Assert.Equal("0.2.0\n", await Shell.ExpectAsync(disk.Root, disk.At("tools/feeds"), "--version"));
        Assert.Equal("22 files in public\n", await Shell.ExpectAsync(disk.Root, disk.At("tools/feeds"), "build", "content", "--output", "public"));
        Assert.True(File.Exists(disk.At("public/atom.xml")));
    }

    /// <summary>The entry's name, where it names a folder of this machine.</summary>
    private async Task<string> TraceAsync(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        await using (var stream = await entry.OpenAsync()) await stream.CopyToAsync(bytes);
        var folders = ((string[])[built.SourceFolder, Source.Root, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/."]).SelectMany(folder => (byte[][])[Encoding.UTF8.GetBytes(folder), Encoding.Unicode.GetBytes(folder)]);
        return folders.Any(folder => bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(folder) >= 0) ? entry.FullName : "";
    }
}
