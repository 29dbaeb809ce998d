using BenchmarkDotNet.Attributes;
using Feeds.Content.Files;
using Feeds.Content.Markdown;
using Feeds.Content.Settings;
using Markdig;

namespace Feeds.Benchmarks.Parts;

/// <summary>One body rendered, beside Markdig alone, which neither cleans it nor makes its addresses absolute. BenchmarkDotNet asks for a class that is public and open.</summary>
public class BodyPart
{
    private static readonly string Text = GeneratedSite.OnePost();
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().Build();
    private static readonly LinkResolver Addresses = new(
        "posts/post.md", new Uri("https://example.org/posts/post/"), SettingsReader.Read(new FolderReading([], [], []), new Uri("https://example.org/"), previous: null).Settings, _ => null);

    [Benchmark(Baseline = true), BenchmarkCategory("body")]
    public string Markdig() => Markdown.ToHtml(Text, Pipeline);

    [Benchmark, BenchmarkCategory("body")]
    public string Body() => MarkdownBody.Render(Text, Addresses).Html;
}
