using Xunit;

namespace Feeds.Tests.Content;

/// <summary>The recording of a post, in each form in which generators write it.</summary>
public sealed class RecordingReaderTests
{
    private const string Address = "https://club.example/a.mp3";

    [Theory]
    [InlineData("enclosure: https://club.example/a.mp3", Address)]
    [InlineData("enclosure: /a.mp3", Address)]
    [InlineData("enclosure: { url: /a.mp3, length: 12, type: audio/mpeg }", Address + " 12 audio/mpeg")]
    [InlineData("enclosure: [{ url: /a.mp3, length: 12, type: audio/mpeg }]", Address + " 12 audio/mpeg")]
    [InlineData("enclosures: [{ url: /a.mp3, length: 12, type: audio/mpeg }]", Address + " 12 audio/mpeg")]
    [InlineData("enclosures:\n  - /a.mp3", Address)]
    [InlineData("enclosure: [/a.mp3, 12, audio/mpeg]", Address + " 12 audio/mpeg")]
    [InlineData("enclosure: [/a.mp3, audio/mpeg, 12]", Address + " 12 audio/mpeg")]
    [InlineData("enclosure: [/a.mp3, 12]", Address + " 12")]
    [InlineData("enclosure: |\n  https://club.example/a.mp3\n  12\n  audio/mpeg", Address + " 12 audio/mpeg")]
    [InlineData("enclosure: |\n  https://club.example/a.mp3\n\n  12\n  audio/mpeg\n  a:1:{s:8:\"duration\";s:5:\"12:30\";}", Address + " 12 audio/mpeg")]
    [InlineData("enclosure: \"https://club.example/a.mp3\\r\\n12\\r\\naudio/mpeg\"", Address + " 12 audio/mpeg")]
    [InlineData("enclosure:\n  - |\n    https://club.example/a.mp3\n    12\n    audio/mpeg", Address + " 12 audio/mpeg")]
    [InlineData("enclosure: https://club.example/a.mp3\n  12\n  audio/mpeg", Address + " 12 audio/mpeg")]
    [InlineData("enclosure: |\n  https://club.example/a.mp3\n  audio/mpeg", Address + " audio/mpeg")]
    [InlineData("enclosure: [[{ url: /a.mp3 }]]", Address)]
    [InlineData("enclosure: my talk.mp3", "https://club.example/posts/a/my%20talk.mp3")]
    [InlineData("enclosure: part 12.mp3", "https://club.example/posts/a/part%2012.mp3")]
    public void IsRead_InEveryForm(string lines, string expected)
    {
        var reading = FolderOf.Site(("posts/2025-01-02-a.md", $"---\ntitle: A\n{lines}\n---\n"));

        var recording = Assert.Single(reading.Site.Posts).Recording!;
        string?[] parts = [recording.Url.AbsoluteUri, $"{recording.Length}", recording.MediaType];
        Assert.Equal(expected, string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part))));
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("enclosure: \"https://club.example/a\\nb.mp3\"", "error: 'enclosure' (https://club.example/a b.mp3) has a line break inside; write the address on one line")]
    [InlineData("enclosure: { url: \"https://club.example/a\\nb.mp3\" }", "error: 'enclosure' (https://club.example/a b.mp3) has a line break inside; write the address on one line")]
    [InlineData("audio: |\n  https://club.example/\n  a.mp3", "error: 'audio' (https://club.example/ a.mp3) has a line break inside; write the address on one line")]
    [InlineData("enclosure: { length: 12 }", "warning: 'enclosure' () is not the address of a recording")]
    public void IsNone_WithoutAnAddress(string lines, string problem)
    {
        var reading = FolderOf.Site(("posts/2025-01-02-a.md", $"---\ntitle: A\n{lines}\n---\n"));

        Assert.Null(Assert.Single(reading.Site.Posts).Recording);
        Assert.Equal($"posts/2025-01-02-a.md:3: {problem}", Assert.Single(reading.Diagnostics).ToString());
    }

    [Theory]
    [InlineData("enclosures: [/a.mp3, /b.mp3]")]
    [InlineData("enclosures: [{ url: /a.mp3 }, { url: /b.mp3 }]")]
    [InlineData("enclosures: [[/a.mp3, 12], [/b.mp3, 13]]")]
    public void IsTheFirst_OfSeveral(string line)
    {
        var reading = FolderOf.Site(("posts/2025-01-02-a.md", $"---\ntitle: A\n{line}\n---\n"));

        Assert.Equal(Address, Assert.Single(reading.Site.Posts).Recording!.Url.AbsoluteUri);
        Assert.Equal(
            "posts/2025-01-02-a.md:3: warning: 'enclosures' has several recordings, of which the first is published; a post has one",
            Assert.Single(reading.Diagnostics).ToString());
    }

    [Theory]
    [InlineData("enclosure: ''")]
    [InlineData("enclosure: []")]
    [InlineData("enclosure: ~")]
    public void IsNone_WhereNothingIsWritten(string line)
    {
        var reading = FolderOf.Site(("posts/2025-01-02-a.md", $"---\ntitle: A\n{line}\n---\n"));

        Assert.Null(Assert.Single(reading.Site.Posts).Recording);
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("125.6", 125)]
    [InlineData("125", 125)]
    [InlineData("2:05.6", 125)]
    [InlineData("0:02:05", 125)]
    [InlineData("125,6", 125)]
    [InlineData("PT2M5S", 125)]
    [InlineData("125.", null)]
    [InlineData("1.2.3", null)]
    [InlineData("1.5:00", null)]
    [InlineData("-5", null)]
    public void HasALength(string written, int? seconds)
    {
        foreach (var lines in (string[])[$"enclosure: /a.mp3\nduration: '{written}'", $"enclosure: {{ url: /a.mp3, duration: '{written}' }}"])
        {
            var reading = FolderOf.Site(("posts/2025-01-02-a.md", $"---\ntitle: A\n{lines}\n---\n"));

            Assert.Equal(seconds, Assert.Single(reading.Site.Posts).Recording!.Duration?.TotalSeconds);
        }
    }
}
