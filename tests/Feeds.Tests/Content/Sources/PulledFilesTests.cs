using Feeds.Content;
using Feeds.Content.Files;
using Xunit;

namespace Feeds.Tests.Content.Sources;

/// <summary>Which file of a source is read where the content and the folder of <c>--state</c> hold one.</summary>
public sealed class PulledFilesTests : IDisposable
{
    private const string Settings = FolderOf.SiteYaml
        + "sources:\n- { name: a, calendar: \"https://a.example/a.ics\" }\n- { name: own, calendar: sources/own.ics }\n";

    private const string Record = """{ "a": { "address": "x", "checked": "2026-01-01T00:00:00Z", "good": "2026-01-0{day}T00:00:00Z" } }""";

    private readonly TempFolder disk = new();

    public void Dispose() => disk.Dispose();

    [Theory]
    [InlineData("", "")]
    [InlineData("content/sources/a.ics", "content/sources/a.ics")]
    [InlineData("state/sources/a.ics", "state/sources/a.ics")]
    [InlineData("content/sources/a.ics state/sources/a.ics", "state/sources/a.ics")]
    [InlineData("content/sources/own.ics state/sources/own.ics", "content/sources/own.ics")]
    [InlineData("state/sources/own.ics", "")]
    [InlineData("state/sources/b.ics", "")]
    [InlineData("state/a.ics state/sources/deeper/a.ics", "")]
    public void ReadsWhatWasFetched_FromTheState(string files, string read)
    {
        disk.Write("content/site.yaml", Settings);
        foreach (var file in files.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Write(file);

        Assert.Equal(read, string.Join(' ', Read().Site.Events.Select(@event => @event.Title)));
    }

    [Theory]
    [InlineData("content/sources/.pulled.json:1", "1")]
    [InlineData("state/sources/.pulled.json:2", "2")]
    [InlineData("content/sources/.pulled.json:1 state/sources/.pulled.json:2", "2")]
    public void ReadsWhenItWasFetched(string files, string day)
    {
        disk.Write("content/site.yaml", Settings);
        foreach (var file in files.Split(' ')) disk.Write(file.Split(':')[0], Record.Replace("{day}", file.Split(':')[1], StringComparison.Ordinal));

        Assert.Equal(FolderOf.Moment($"2026-01-0{day}T00:00:00Z"), Read().Sources[0].Good);
    }

    [Theory]
    [InlineData("state/sources/a.ics")]
    [InlineData("state/sources/.pulled.json")]
    [InlineData("content/sources/a.ics")]
    [InlineData("content/sources/.pulled.json")]
    public void Differs_WhenAFileChanges(string file)
    {
        disk.Write("content/site.yaml", Settings);
        Write("state/sources/a.ics");
        var before = Folder(previous: null);
        Assert.True(Folder(before).SameAs(before));

        disk.Write(file, "changed");

        Assert.False(Folder(before).SameAs(before));
    }

    private FolderReading Folder(FolderReading? previous) => ContentFolder.Read(disk.At("content"), previous, state: disk.At("state"));

    private SiteReading Read() => SiteReader.Read(Folder(previous: null), FolderOf.Listening, previous: null);

    private void Write(string file) => disk.Write(file, Brought.Calendar($"UID:{file}\nSUMMARY:{file}\nDTSTART:20270310T180000Z"));
}
