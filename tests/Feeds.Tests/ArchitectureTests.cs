using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Feeds.Calendar;
using Feeds.Syndication;
using Xunit;

namespace Feeds.Tests;

/// <summary>The arrows between the parts of the source: what each may know of the others.</summary>
public sealed partial class ArchitectureTests
{
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Model", [] },
        { "Content", ["Model"] },
        { "History", ["Model"] },
        { "Pages", ["Model"] },
        { "Publishing", ["Model", "Pages"] },
        { "Http", ["Content", "History", "Model", "Pages", "Publishing"] },
        { "Comparison", [] },
        { "Commands", ["Comparison", "Content", "History", "Http", "Model", "Pages", "Publishing"] },
    };

    // The source is read, not the assembly: a constant of another folder leaves no trace in what is compiled.
    [Theory]
    [MemberData(nameof(Arrows))]
    public void KnowsNoOtherFolder_ThanItsArrowsSay(string folder, string[] allowed)
    {
        var others = Arrows.Select(row => row.Data.Item1).Except([folder, .. allowed], StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var crossings = Sources($"Feeds/{folder}")
            .SelectMany(file => FolderName().Matches(File.ReadAllText(file)).Select(match => match.Groups["folder"].Value).Where(others.Contains).Select(other => $"{Relative(file)} names {other}"))
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(crossings);
    }

    [Fact]
    public void HasNoOtherFolder_ThanThoseWithArrows()
    {
        var folders = Directory.GetDirectories(At("Feeds")).Select(folder => Path.GetFileName(folder)).Except(["bin", "obj", "Properties"], StringComparer.Ordinal);

        Assert.Equal(["Commands", "Comparison", "Content", "History", "Http", "Model", "Pages", "Publishing"], folders.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("YamlDotNet", new[] { "Feeds/Content/Headers/Yaml.cs" })]
    [InlineData("Markdig", new[] { "Feeds/Content/Bodies" })]
    [InlineData("AngleSharp", new[] { "Feeds/Content/Bodies", "Feeds/Model/HtmlTree.cs", "Feeds/Pages/PageBody.cs" })]
    [InlineData("OpenTelemetry", new[] { "Feeds/Http/MetricsExport.cs" })]
    [InlineData("Polly", new[] { "Feeds/Http/HubRequest.cs" })]
    [InlineData("System.CommandLine", new[] { "Feeds/Commands" })]
    public void NamesALibrary_OnlyWhereItIsUsed(string library, string[] places)
    {
        var naming = Sources("").Where(file => Regex.IsMatch(File.ReadAllText(file), $@"\b{Regex.Escape(library)}\b(?=[.;])", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(Relative);

        Assert.Equal(places, naming.Select(file => places.FirstOrDefault(file.StartsWith, file)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void SyndicationRefersOnlyToTheBaseLibrary() => Assert.Equal([], ReferencesBesideBase(typeof(AtomWriter).Assembly));

    [Fact]
    public void CalendarRefersOnlyToTheBaseLibraryAndNodaTime() => Assert.Equal(["NodaTime"], ReferencesBesideBase(typeof(CalendarWriter).Assembly));

    private static IEnumerable<string> ReferencesBesideBase(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(At(folder), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static string Relative(string file) => Path.GetRelativePath(At(""), file);

    private static string At(string folder, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Join(Path.GetDirectoryName(here), "../../src", folder));

    // 'Feeds.Content' wherever it stands, and 'Content.Slug', as code within the product may call it; 'settings.Content.Length' is a member.
    [GeneratedRegex(@"\bFeeds\.(?<folder>Model|Comparison|Content|History|Pages|Publishing|Http|Commands)\b|(?<![\w.])(?<folder>Model|Comparison|Content|History|Pages|Publishing|Http|Commands)\.(?=[A-Z])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FolderName();
}
