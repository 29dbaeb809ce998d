using System.Runtime.CompilerServices;
using System.Text;
using Feeds.Formats.Syndication;
using Xunit;

namespace Feeds.Tests.Formats.Syndication;

/// <summary>Whole documents, byte for byte.</summary>
/// <remarks>With GOLDEN=write in the environment the expected files are written anew, for a person to read before they are kept.</remarks>
public sealed class GoldenTests
{
    public static TheoryData<string> Names => ["complete", "minimal", "empty", "nasty", "radio", "archive"];

    [Theory]
    [MemberData(nameof(Names))]
    public void WritesAtom_AsExpected(string name) => AssertGolden($"{name}.atom.xml", Documents.AtomBytes(Sample(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void WritesRss_AsExpected(string name) => AssertGolden($"{name}.rss.xml", Documents.RssBytes(Sample(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void WritesJsonFeed_AsExpected(string name) => AssertGolden($"{name}.json", Documents.JsonBytes(Sample(name)));

    [Fact]
    public void WritesOpml_AsExpected() => AssertGolden("subscriptions.opml", Documents.OpmlBytes(Samples.Subscriptions));

    private static Feed Sample(string name) => name switch
    {
        "complete" => Samples.Complete,
        "minimal" => Samples.Minimal,
        "empty" => Samples.Empty,
        "nasty" => Samples.Nasty,
        "radio" => Samples.Radio,
        "archive" => Samples.Archive,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, message: null),
    };

    private static void AssertGolden(string file, byte[] actual, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "golden", file);
        if (string.Equals(Environment.GetEnvironmentVariable("GOLDEN"), "write", StringComparison.Ordinal))
            File.WriteAllBytes(path, actual);

        var expected = File.ReadAllBytes(path);
        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(actual));
        Assert.Equal(expected, actual);
    }
}
