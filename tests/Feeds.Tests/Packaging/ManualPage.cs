using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Feeds.Tests.Packaging;

/// <summary>A page of the manual, or the README.</summary>
/// <param name="Name">Its file, relative to <c>src/docs</c>.</param>
internal sealed record ManualPage(string Name, string Text, MarkdownDocument Document)
{
    public const string Folder = "src/docs";
    public const string Readme = "../../README.md";

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    public static ImmutableArray<ManualPage> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Join(Source.Root, Folder), "*.md")
            .Order(StringComparer.Ordinal)
            .Select(Path.GetFileName)
            .Append(Readme)
            .Select(name => Read(name!)),
    ];

    /// <summary>The code blocks with <c>title="…"</c>, which is the path of a file.</summary>
    public IEnumerable<(string Path, string Text)> Files =>
        from block in Document.Descendants<FencedCodeBlock>()
        let parts = (block.Arguments ?? "").Split('"')
        where parts[0] == "title="
        select (parts[1], block.Lines + "\n");

    /// <summary>The folders of the files that have a <c>site.yaml</c>.</summary>
    public IEnumerable<string> Sites =>
        from file in Files
        where Path.GetFileName(file.Path) == "site.yaml"
        select Path.GetDirectoryName(file.Path)!;

    /// <summary>The commands in <c>console</c> blocks.</summary>
    public IEnumerable<string> CommandLines =>
        from block in Document.Descendants<FencedCodeBlock>()
        where block.Info == "console"
        from line in block.Lines.ToString().Split('\n')
        where line.StartsWith("$ ", StringComparison.Ordinal)
        select line["$ ".Length..];

    public IEnumerable<string> Links => Document.Descendants<LinkInline>().Select(link => link.Url ?? "");

    public IEnumerable<string> Anchors => Document.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id ?? "");

    /// <summary>The first table of each section of the second level; of each row, the words in code font of the first column.</summary>
    public IEnumerable<(string Heading, string[] Words)> Sections =>
        from heading in Document.OfType<HeadingBlock>()
        where heading.Level == 2
        let blocks = Document.Skip(Document.IndexOf(heading) + 1).TakeWhile(block => block is not HeadingBlock)
        let table = blocks.OfType<Table>().FirstOrDefault()
        where table is not null
        select (TextOf(heading.Inline!), table.OfType<TableRow>().Skip(1).SelectMany(row => Words(Cells(row).First())).ToArray());

    public static ManualPage Named(string name) => All.Single(page => page.Name == name);

    /// <summary>The rows of the tables that begin with these columns; of each row, the words in code font of each column.</summary>
    public IEnumerable<string[][]> Rows(params string[] columns) =>
        from table in Document.Descendants<Table>()
        let headings = Cells(table.OfType<TableRow>().First()).Select(TextOf)
        where headings.Take(columns.Length).SequenceEqual(columns, StringComparer.Ordinal)
        from row in table.OfType<TableRow>().Skip(1)
        select Cells(row).Select(Words).ToArray();

    private static IEnumerable<TableCell> Cells(TableRow row) => row.OfType<TableCell>();

    private static string[] Words(TableCell cell) => [.. cell.Descendants<CodeInline>().Select(code => code.Content)];

    private static string TextOf(MarkdownObject part) =>
        string.Concat(part.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));

    private static ManualPage Read(string name)
    {
        var text = Source.Read($"{Folder}/{name}");
        return new ManualPage(name, text, Markdown.Parse(text, Pipeline));
    }
}
