using System.Runtime.CompilerServices;
using System.Text;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Publishing;
using Xunit;

namespace Feeds.Tests.Golden;

/// <summary>Whole sites, byte for byte: content in, diagnostics and published files out.</summary>
/// <remarks>With GOLDEN=write in the environment the expected files are written anew, for a person to read before they are kept.</remarks>
public sealed class GoldenSiteTests
{
    private const string Now = "2026-01-01T00:00:00Z";
    private const string DiagnosticsName = "diagnostics.txt";

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Sites()).Select(site => Path.GetFileName(site)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsPublished_AsExpected(string name)
    {
        var reading = Read(name);
        var files = Published(reading).Representations.Values
            .Where(item => item.MediaType != MediaType.Html && item.MediaType != MediaType.Css && !item.Path.StartsWith("/favicon.", StringComparison.Ordinal))
            .ToDictionary(item => item.Path[1..], item => item.Identity.ToArray(), StringComparer.Ordinal);
        files[DiagnosticsName] = Encoding.UTF8.GetBytes(string.Concat(reading.Diagnostics.Select(diagnostic => diagnostic + "\n")));

        AssertGolden(Path.Join(Sites(), name, "expected"), files);
    }

    /// <summary>What is published of a site.</summary>
    internal static Publication Published(string name) => Published(Read(name));

    private static Publication Published(SiteReading reading) => Publication.Render(reading.Site, FolderOf.Moment(Now), previous: null);

    private static SiteReading Read(string name) =>
        SiteReader.Read(ContentFolder.Read(Path.Join(Sites(), name, "content"), previous: null), FolderOf.Listening, previous: null);

    private static void AssertGolden(string folder, Dictionary<string, byte[]> actual)
    {
        if (string.Equals(Environment.GetEnvironmentVariable("GOLDEN"), "write", StringComparison.Ordinal)) Rewrite(folder, actual);

        Assert.Equal(
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal),
            actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(actual, file =>
        {
            var expected = File.ReadAllBytes(Path.Join(folder, file.Key));
            Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(file.Value));
            Assert.Equal(expected, file.Value);
        });
    }

    private static void Rewrite(string folder, Dictionary<string, byte[]> files)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var (path, bytes) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(folder, path))!);
            File.WriteAllBytes(Path.Join(folder, path), bytes);
        }
    }

    private static string Sites([CallerFilePath] string here = "") => Path.Join(Path.GetDirectoryName(here), "sites");
}
