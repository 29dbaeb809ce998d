using Feeds.Content;
using Feeds.Content.Files;
using Xunit;

namespace Feeds.Tests.Content.Lists;

/// <summary>A broken entry costs itself, a broken list costs nothing, and nothing is lost without its line.</summary>
public sealed class ListFailureTests : IDisposable
{
    private const string Path = "_data/events.yml";
    private const string A = "A 20260210T180000 20260210T200000";

    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData("- title: B\n  start: TBA\n", "_data/events.yml:5: error: 'start' (TBA) is not a date")]
    [InlineData("- title: B\n", "_data/events.yml:4: error: an event needs a start; write one above the text, such as 'start: 2024-02-21T18:30'")]
    [InlineData("- title: B: broken\n  place: Hall\n", "_data/events.yml:4: warning: this is not valid YAML (While scanning a plain scalar value, found invalid mapping), so it was read line by line; write: title: \"B: broken\"")]
    [InlineData("- B\n", "_data/events.yml:4: warning: \"B\" is no event; write 'title:' and 'start:' below a hyphen")]
    [InlineData("- title: B\n  start: 2/3/2026\n", "_data/events.yml:5: error: 'start' (2/3/2026) could be 2 March or 3 February; write 2026-03-02 or 2026-02-03, or 'dates: day-first' or 'dates: month-first' in site.yaml")]
    [InlineData("- title: B\n  start: 2026-03-10 18:00\n  end: 2026-03-10 17:00\n", "_data/events.yml:6: error: 'end' (2026-03-10 17:00) is not after 'start' (2026-03-10 18:00)")]
    [InlineData("- start: 2026-03-10 18:00\n  duration: 2h\n", "_data/events.yml:4: warning: there is no title, so \"Compiler Club\" is taken from the name of the site; write 'title: …'")]
    [InlineData("- title: B\n  start: 2026-03-10 18:00\n  duration: 2h\n  draft: maybe\n", "_data/events.yml:7: error: 'draft' (maybe) is neither true nor false")]
    public void NamesTheLine_OfABrokenEntry(string entry, string expected)
    {
        var read = ReadList.Of(Path, $"- title: A\n  start: 2026-02-10 18:00\n  duration: 2h\n{entry}");

        Assert.Equal(A, read[0]);
        Assert.Contains(read, line => line.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("_data/events.yml", "show: true\n", "_data/events.yml: warning: no event was found in this list; each needs a date, such as 'start: 2027-03-18 18:30'")]
    [InlineData("_data/events.yml", "[]\n", "_data/events.yml: warning: no event was found in this list; each needs a date, such as 'start: 2027-03-18 18:30'")]
    [InlineData("_data/events.yml", "- title: A\n- title: B\n", "_data/events.yml: warning: no event was found in this list; each needs a date, such as 'start: 2027-03-18 18:30'")]
    [InlineData("data/events.csv", "a,b\n1,2\n", "data/events.csv: warning: no event was found in this list; each needs a date, such as 'start: 2027-03-18 18:30'")]
    [InlineData("_data/events.json", "[{\"title\": \"A\",\n \"start\"]", "_data/events.json:2: error: this is not valid JSON, so nothing of the file is read: ']' is invalid after a property name. Expected a ':'.")]
    [InlineData("_data/events.yml", "", "_data/events.yml: error: the file is empty")]
    [InlineData("data/events.csv", "title,start\nA,2026-02-10,x\n", "data/events.csv:2: warning: this row has 3 values for 2 columns, so the last are not read; put a value with the separator in it into double quotes")]
    public void SaysWhy_AListHasNoEvent(string path, string text, string expected) => Assert.Contains(expected, ReadList.Of(path, text));

    [Theory]
    [InlineData("title: Our evenings\nevents:\n- start: 2026-02-10 18:00\n  duration: 2h\n", "Our evenings 20260210T180000 20260210T200000")]
    [InlineData("pub-night: { start: 2026-02-10 18:00, duration: 2h }\nother: { title: X, start: 2026-02-11 18:00, duration: 2h }\n", "pub-night 20260210T180000 20260210T200000")]
    [InlineData("- code: HPC0\n  start: 2026-02-10 18:00\n  duration: 2h\n", "HPC0 20260210T180000 20260210T200000")]
    public void TakesATitle_FromWhatHoldsTheEvent(string text, string expected) => Assert.Equal(expected, ReadList.Of(Path, text)[0]);

    [Fact]
    public void KeepsEveryEntry_OfAListThatCannotBeRead()
    {
        const string Good = """[{"title": "A", "start": "2026-02-10T18:00", "duration": "2h"}]""";
        var before = FolderOf.Site(("_data/events.json", Good));

        var after = FolderOf.Again(before, ("_data/events.json", Good[..^3]));

        Assert.Equal([A], ReadList.Events(after));
        Assert.True(after.HasErrors);
    }

    [Theory]
    [InlineData("- title: A\n  start: soon\n  duration: 2h\n- title: B\n  start: 2026-03-10 18:00\n  duration: 2h\n")]
    [InlineData("- title: A\n  start: 2026-02-10 18:00\n  duration: 2h: 3\n- title: B\n  start: 2026-03-10 18:00\n  duration: 2h\n")]
    [InlineData("- title: A\n  start: 2026-02-10 18:00\n  end: 17\n- title: B\n  start: 2026-03-10 18:00\n  duration: 2h\n")]
    public void KeepsWhatItSaid_OfAnEntryThatCannotBeRead(string broken)
    {
        const string Good = "- title: A\n  start: 2026-02-10 18:00\n  duration: 2h\n- title: B\n  start: 2026-03-10 18:00\n  duration: 2h\n";
        var before = FolderOf.Site((Path, Good));

        var after = FolderOf.Again(before, (Path, broken));

        Assert.Equal([A, "B 20260310T180000 20260310T200000"], ReadList.Events(after));
    }

    [Fact]
    public void RefusesMoreEvents_ThanAFileMayHold()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_001).Select(row => FormattableString.Invariant($"T{row},2026-02-10\n")));

        Assert.Equal(["_data/events.csv: error: this list holds 20001 events, and at most 20000 are read; divide it into several files"], ReadList.Of("_data/events.csv", "title,start\n" + rows));
    }

    [Fact]
    public void ReadsAListBesideTheContent_InsideItsRepository()
    {
        disk.Write(".git/HEAD", "");
        disk.Write("site/content/site.yaml", FolderOf.SiteYaml + "events:\n  files: [../data/events.yaml]\n");
        disk.Write("site/data/events.yaml", "- title: A\n  start: 2026-02-10 18:00\n  duration: 2h\n");

        Assert.Equal([A], ReadList.Events(Read("site/content")));
    }

    [Fact]
    public void RefusesAList_OutsideTheRepository()
    {
        disk.Write("a/.git/HEAD", "");
        disk.Write("a/site.yaml", FolderOf.SiteYaml + "events:\n  files: [../events.yaml]\n");
        disk.Write("events.yaml", "- title: A\n  start: 2026-02-10 18:00\n  duration: 2h\n");

        var read = Read("a");

        Assert.Empty(read.Site.Events);
        Assert.Equal("../events.yaml: error: the file is outside the repository of the content, so it is not read; put it inside", Assert.Single(read.Diagnostics).ToString());
    }

    [Fact]
    public void ReadsOneListOnce_HoweverManyLinksLeadToIt()
    {
        disk.Write("site.yaml", FolderOf.SiteYaml);
        disk.Write("_data/events.json", """[{"title": "A", "start": "2026-02-10T18:00", "duration": "2h"}]""");
        disk.Write("data/events.json", "../_data/events.json\n");
        File.CreateSymbolicLink(disk.At("events.json"), disk.At("_data/events.json"));

        Assert.Equal([A], ReadList.Events(Read("")));
    }

    [Theory]
    [InlineData("", new[] { "_data/events.yml" })]
    [InlineData("events:\n  files: [talks.csv]\n", new[] { "talks.csv" })]
    [InlineData("events:\n  files: [./lists/a.toml, _data/events.yml]\n", new[] { "_data/events.yml", "lists/a.toml" })]
    public void ReadsTheFiles_ThatTheSettingsName(string settings, string[] expected)
    {
        disk.Write("site.yaml", FolderOf.SiteYaml + settings);
        disk.Write("_data/events.yml", "- title: A\n  start: 2026-02-10 18:00\n  duration: 2h\n");
        disk.Write("talks.csv", "title,start,duration\nA,2026-02-10 18:00,2h\n");
        disk.Write("lists/a.toml", "[[events]]\ntitle = 'A'\nstart = 2026-02-10T18:00:00\nduration = '2h'\n");

        Assert.Equal(expected, Read("").Site.Events.Select(one => one.Path.Split('#')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SaysThatAFileIsMissing_WhichTheSettingsName() => Assert.Contains(
        "site.yaml: error: 'events.files' names a.yml, and there is no such file; correct the path, from the content folder on",
        ReadList.Of("b.md", "Text.", "events:\n  files: [a.yml]\n"));

    [Fact]
    public void ReadsTheNamesOfAList_ThatTheSettingsMap() => Assert.Equal(
        [A],
        ReadList.Of(Path, "- wat: A\n  wann: 2026-02-10 18:00\n  lang: 2h\n", "keys: { title: [wat], start: [wann], duration: [lang] }\n"));

    private SiteReading Read(string folder) => SiteReader.Read(ContentFolder.Read(disk.At(folder), previous: null), FolderOf.Listening, previous: null);
}
