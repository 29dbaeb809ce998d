using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Feeds.Tests;

/// <summary>The arrows between the parts of the source: what each may know of the others.</summary>
public sealed partial class ArchitectureTests
{
    // A folder has the arrows of the nearest folder above it that stands here.
    private static readonly FrozenDictionary<string, string[]> Arrows = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Text"] = [],
        ["Model"] = ["Formats", "Text"],
        ["Formats"] = ["Text"],
        ["Content"] = ["Formats", "Model", "Text"],
        ["Identity"] = ["Formats", "Model", "Text"],
        ["Pages"] = ["Formats", "Model", "Text"],
        ["Publishing"] = ["Formats", "Model", "Pages", "Text"],
        ["Web"] = ["Content", "Identity", "Model", "Pages", "Publishing", "Text"],
        ["Commands"] = ["Content", "Formats", "Identity", "Model", "Pages", "Publishing", "Text", "Web"],
        ["Commands/Comparison"] = ["Text"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Folders => [.. Arrows.Keys];

    // The source is read, not the assembly: a constant of another folder leaves no trace in what is compiled.
    [Theory]
    [MemberData(nameof(Folders))]
    public void NamesOnlyFolders_ThatItsArrowsAllow(string folder)
    {
        var allowed = Arrows[folder].Append(folder.Split('/')[0]);
        var crossings = Sources($"Feeds/{folder}")
            .Where(file => RuleOf(Relative(file)) == folder)
            .SelectMany(file => FoldersNamedIn(file).Except(allowed, StringComparer.Ordinal).Select(other => $"{Relative(file)} names {other}"));

        Assert.Empty(crossings);
    }

    [Fact]
    public void HasNoOtherFolder_ThanThoseWithArrows()
    {
        var folders = Directory.GetDirectories(At("Feeds")).Select(folder => Path.GetFileName(folder)).Except(["bin", "obj", "Properties"], StringComparer.Ordinal);

        Assert.Equal(Arrows.Keys.Where(folder => !folder.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void HoldsAtMostTwentyFiles_InAFolder()
    {
        var full = Sources("").GroupBy(file => Path.GetDirectoryName(file)!, StringComparer.Ordinal).Where(folder => folder.Count() > 20);

        Assert.Empty(full.Select(folder => $"{Path.GetRelativePath(At(""), folder.Key)} holds {folder.Count()} files"));
    }

    [Fact]
    public void EndsALine_ByColumn140()
    {
        var tooLong = Sources("").SelectMany(file => File.ReadLines(file).Index().Where(line => line.Item.Length > 140).Select(line => FormattableString.Invariant($"{Relative(file)}:{line.Index + 1}")));

        Assert.Empty(tooLong);
    }

    [Theory]
    [InlineData("YamlDotNet", new[] { "Feeds/Content/FrontMatter/Yaml.cs" })]
    [InlineData("Markdig", new[] { "Feeds/Content/Markdown" })]
    [InlineData("AngleSharp", new[] { "Feeds/Content/Markdown", "Feeds/Pages/Posts/PageBody.cs", "Feeds/Pages/ScriptElement.cs", "Feeds/Text/HtmlTree.cs" })]
    [InlineData("Ical.Net", new[] { "Feeds/Formats/Calendar", "Feeds/Publishing/Calendars" })]
    [InlineData("OpenTelemetry", new[] { "Feeds/Web/Telemetry/MetricsExport.cs" })]
    [InlineData("Polly", new[] { "Feeds/Web/WebSub/HubRequest.cs" })]
    [InlineData("System.CommandLine", new[] { "Feeds/Commands" })]
    [InlineData("System.ServiceModel.Syndication", new[] { "Feeds/Formats/Syndication" })]
    public void NamesALibrary_OnlyWhereItIsUsed(string library, string[] places)
    {
        var naming = Sources("").Where(file => Regex.IsMatch(File.ReadAllText(file), $@"\b{Regex.Escape(library)}\b(?=[.;])", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(Relative);

        Assert.Equal(places, naming.Select(file => places.FirstOrDefault(file.StartsWith, file)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void DescribesAtMostNineStages_EachAFunction()
    {
        var functions = typeof(SiteBuilder).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var ways = File.ReadAllText(At("docs/architecture.md")).Split("\n## ").Where(part => part.Contains("from disk to socket", StringComparison.Ordinal));
        var stages = ways.Select(way => Stage().Matches(way).Select(match => match.Groups["function"].Value).ToArray()).ToArray();

        Assert.Equal(2, stages.Length);
        Assert.All(stages, way => Assert.InRange(way.Length, 5, 9));
        Assert.Empty(stages.SelectMany(way => way).Except(functions, StringComparer.Ordinal));
    }

    private static string RuleOf(string file) =>
        Arrows.Keys.Where(folder => file.StartsWith($"Feeds/{folder}/", StringComparison.Ordinal)).MaxBy(folder => folder.Length)!;

    private static IEnumerable<string> FoldersNamedIn(string file) =>
        FolderName().Matches(File.ReadAllText(file)).Select(match => match.Groups["folder"].Value).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(At(folder), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static string Relative(string file) => Path.GetRelativePath(At(""), file);

    private static string At(string folder, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Join(Path.GetDirectoryName(here), "../../src", folder));

    [GeneratedRegex(@"^\d\. `(?<function>\w+\.\w+)`", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stage();

    // 'Feeds.Content' wherever it stands, and 'Content.Kinds', as code of the program may call it; 'settings.Content.Length' is a member.
    [GeneratedRegex(
        @"(?<=\bFeeds\.)(?<folder>Text|Model|Content|Identity|Formats|Pages|Publishing|Web|Commands)\b|(?<![\w.])(?<folder>Text|Model|Content|Identity|Formats|Pages|Publishing|Web|Commands)(?=\.[A-Z])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex FolderName();
}
