using System.Text;
using BenchmarkDotNet.Attributes;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Content.Settings;
using Feeds.Model;
using YamlDotNet.Serialization;

namespace Feeds.Benchmarks.Parts;

/// <summary>One document read, beside the bare reading of the YAML above its text. BenchmarkDotNet asks for a class that is public and open.</summary>
public class ReadPart
{
    private static readonly string Text = GeneratedSite.OnePost();
    private static readonly string Yaml = Text.Split("---\n", StringSplitOptions.RemoveEmptyEntries)[0];
    private static readonly IDeserializer Deserializer = new DeserializerBuilder().Build();
    private static readonly DocumentContext Place = new(
        new SourceFile("posts/post.md", new FileVersion("", 0, default), PackedBytes.Of(Encoding.UTF8.GetBytes(Text)), Hash: default, Problem: null),
        SettingsReader.Read(new FolderReading([], [], []), new Uri("http://127.0.0.1/"), previous: null).Settings,
        _ => null,
        CacheBudget.Unlimited)
    {
        Name = Feeds.Content.Languages.LocalizedPath.Of("posts/post.md"),
    };

    [Benchmark(Baseline = true), BenchmarkCategory("read")]
    public object YamlDotNet() => Deserializer.Deserialize<Dictionary<string, object>>(Yaml);

    [Benchmark, BenchmarkCategory("read")]
    public object Document() => DocumentReader.Read(Place).Post ?? throw new InvalidOperationException("It was not read as a post.");
}
