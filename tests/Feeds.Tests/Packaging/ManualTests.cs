using Feeds.Commands;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Content.Recurrence;
using Feeds.Model;
using Feeds.Tests.Interop;
using Xunit;

namespace Feeds.Tests.Packaging;

/// <summary>The manual: its examples are valid, its links lead somewhere, and its lines are short.</summary>
public sealed class ManualTests : IDisposable
{
    private const int MaxColumns = 140;

    private readonly TempFolder disk = new();

    public static TheoryData<string> Pages => [.. ManualPage.All.Select(page => page.Name)];

    public static TheoryData<string, string> Sites =>
        [.. ManualPage.All.SelectMany(page => page.Sites.Select(folder => (page.Name, folder)))];

    public static TheoryData<string> CommandLines => [.. ManualPage.All.SelectMany(page => page.CommandLines).Distinct()];

    public void Dispose() => disk.Dispose();

    [Theory]
    [MemberData(nameof(Sites))]
    public void HasNoDiagnostic_InAnExample(string name, string folder)
    {
        foreach (var (path, text) in ManualPage.Named(name).Files) disk.Write(path, text);
        // The manual cannot show pictures.
        foreach (var picture in (string[])["icon.png", "cover.png"]) disk.Write($"{folder}/{picture}", "");

        var contents = ContentFolder.Read(disk.At(folder), previous: null);
        var reading = SiteReader.Read(contents, FolderOf.Listening, previous: null);
        var advice = SiteChecks.Read(reading.Site, contents, StrangeSite.Now, () => { });

        Assert.DoesNotContain(reading.Diagnostics.Concat(advice), diagnostic => diagnostic.Severity != Severity.Note);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void PutsEveryExampleFile_IntoASite(string name)
    {
        var page = ManualPage.Named(name);

        Assert.All(page.Files, file => Assert.Contains(page.Sites, folder => IsBelow(folder, file.Path)));
    }

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void ShowsACommand_ThatCanBeParsed(string commandLine)
    {
        Assert.StartsWith("feeds ", commandLine, StringComparison.Ordinal);
        Assert.Empty(CommandLine.Create().Parse(commandLine["feeds ".Length..]).Errors.Select(error => error.Message));
    }

    [Fact]
    public void ShowsWordsOfRecurrence_ThatAreUnderstood()
    {
        var examples = ManualPage.Named("recurring-events.md").Rows("words", "such as").SelectMany(row => row[1]);

        Assert.DoesNotContain(examples, words => !RulePhrase.TryRead(words, DateOrder.Unstated, out _, out _));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void LinksOnly_ToWhatExists(string name)
    {
        var links = ManualPage.Named(name).Links.Where(link => !link.Contains("://", StringComparison.Ordinal));

        Assert.DoesNotContain(links, link => !Exists(name, link));
    }

    [Fact]
    public void LinksToEveryPage_FromTheFirst()
    {
        var links = ManualPage.Named("getting-started.md").Links.Append("getting-started.md");

        Assert.Empty(ManualPage.All.Select(page => page.Name).Except(links.Append(ManualPage.Readme), StringComparer.Ordinal));
    }

    [Fact]
    public void LinksToEveryPage_FromTheReadme()
    {
        var pages = ManualPage.All.Select(page => $"{ManualPage.Folder}/{page.Name}").Where(page => !page.Contains("..", StringComparison.Ordinal));

        Assert.Empty(pages.Except(ManualPage.Named(ManualPage.Readme).Links, StringComparer.Ordinal));
    }

    [Fact]
    public void IsShort_TheReadme() => Assert.InRange(ManualPage.Named(ManualPage.Readme).Text.Split('\n').Length, 1, 161);

    [Theory]
    [MemberData(nameof(Pages))]
    public void HasShortLines_OutsideTablesAndCode(string name)
    {
        var lines = ManualPage.Named(name).Text.Split("```").Where((_, index) => index % 2 == 0).SelectMany(prose => prose.Split('\n'));

        Assert.DoesNotContain(lines, line => line.Length > MaxColumns && !line.StartsWith('|'));
    }

    private static bool IsBelow(string folder, string path) =>
        folder.Length == 0 || path.StartsWith($"{folder}/", StringComparison.Ordinal);

    private static bool Exists(string from, string link)
    {
        var parts = link.Split('#');
        var target = parts[0].Length == 0 ? from : parts[0];
        if (parts is [_, var anchor]) return ManualPage.Named(target).Anchors.Contains(anchor, StringComparer.Ordinal);
        return Path.Exists(Path.Join(Source.Root, ManualPage.Folder, Path.GetDirectoryName(from), target));
    }
}
