using System.Runtime.CompilerServices;
using System.Text;
using Feeds.Identity;
using Feeds.Identity.Format;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>The lock as text: every byte of it, and what is made of one that was damaged.</summary>
public sealed class LockTextTests
{
    private const string Site = """{"lock":2,"reader":4,"origin":"https://club.example/","facts":"0","changed":"2001-01-01T00:00:00Z"}""";
    private const string A = """{"path":"posts/a.md","kind":"post","id":"tag:club.example,2025:posts/a","address":"/posts/a/","first":"2025-03-03T23:00:00Z","changed":"2025-03-03T23:00:00Z","updated":"2025-03-03T23:00:00Z","title":"A","published":"2025-03-03T23:00:00Z","facts":"1","standing":"2","text":"3"}""";
    private const string B = """{"path":"posts/b.md","kind":"post","id":"tag:club.example,2025:posts/b","address":"/posts/b/","first":"2025-03-04T23:00:00Z","changed":"2025-03-04T23:00:00Z","updated":"2025-03-04T23:00:00Z","title":"B","published":"2025-03-04T23:00:00Z","facts":"4","standing":"5","text":"6"}""";
    private const string Edited = """{"path":"posts/a.md","kind":"post","id":"tag:club.example,2025:posts/a","address":"/posts/ants/","earlier":["/posts/a/"],"first":"2025-03-03T23:00:00Z","changed":"2026-01-02T00:00:00Z","updated":"2026-01-02T00:00:00Z","moved":"2026-01-02T00:00:00Z","title":"Ants","published":"2025-03-03T23:00:00Z","facts":"7","standing":"2","text":"8"}""";

    [Fact]
    public void IsOneLineADocument_InOrderOfPath()
    {
        var site = new RecordedSite()
            .At(
                "2026-01-01T00:00:00Z",
                ("posts/ž.md", "---\ntitle: \"Žába & <člověk>\"\ndate: 2025-03-04\nupdated: 2025-03-05T10:00:00Z\nid: frog\n---\nKvák.\n"),
                ("events/m.md", "---\ntitle: A meeting\nstart: 2026-02-03 18:00\nlocation: Library\nvenueAddress: Main Street 1\n---\nCome.\n"),
                ("events/days.md", "---\ntitle: Days\nstart: 2026-05-01\nend: 2026-05-03\nuid: days@club.example\nstatus: tentative\n---\nCome.\n"),
                ("posts/gone.md", "---\ntitle: Gone\ndate: 2025-03-06\n---\nGone.\n"))
            .At(
                "2026-01-02T00:00:00Z",
                ("posts/žába.md", "---\ntitle: \"Žába & <člověk>\"\ndate: 2025-03-04\nupdated: 2025-03-05T10:00:00Z\nid: frog\n---\nKvák.\n"),
                ("events/m.md", "---\ntitle: A meeting\nstart: 2026-02-03 19:00\nlocation: Library\nvenueAddress: Main Street 1\n---\nCome.\n"),
                ("events/days.md", "---\ntitle: Days\nstart: 2026-05-01\nend: 2026-05-03\nuid: days@club.example\nstatus: tentative\n---\nCome.\n"));

        if (string.Equals(Environment.GetEnvironmentVariable("GOLDEN"), "write", StringComparison.Ordinal)) File.WriteAllText(Golden(), site.Text);
        Assert.Equal(File.ReadAllText(Golden()), site.Text);
    }

    [Fact]
    public void SaysTheSame_WhenItIsReadAndWritten()
    {
        var text = $"{Site}\n{A}\n{B}\n";

        Assert.Equal(text, Written(text));
    }

    /// <summary>A damaged lock, what is reported of it, and which lines are kept aside.</summary>
    [Theory]
    [InlineData("no json", "feeds.lock:3: warning: this line cannot be read: it is not valid JSON; it is kept in feeds.lock.rejected when the lock is written, and its document is taken for new")]
    [InlineData("""{"path":"posts/c.md","ki""", "feeds.lock:3: warning: this line cannot be read: it is not valid JSON; it is kept in feeds.lock.rejected when the lock is written, and its document is taken for new")]
    [InlineData("""{"path":"posts/c.md"}""", "feeds.lock:3: warning: this line cannot be read: there is no 'kind'; it is kept in feeds.lock.rejected when the lock is written, and its document is taken for new")]
    [InlineData("""{"path":"posts/c.md","kind":"page"}""", "feeds.lock:3: warning: this line cannot be read: 'kind' (page) is neither 'post' nor 'event'; it is kept in feeds.lock.rejected when the lock is written, and its document is taken for new")]
    [InlineData("""[1]""", "feeds.lock:3: warning: this line cannot be read: it is not an object; it is kept in feeds.lock.rejected when the lock is written, and its document is taken for new")]
    public void KeepsALineAside_WhenItCannotBeRead(string line, string diagnostic)
    {
        var read = Read($"{Site}\n{A}\n{line}\n{B}\n");

        Assert.Equal([diagnostic], read.Diagnostics.Select(each => each.ToString()));
        Assert.Equal([line], read.Rejected.Select(each => Encoding.UTF8.GetString(each.Span)));
        Assert.Equal($"{Site}\n{A}\n{B}\n", Written(read));
    }

    /// <summary>What a line that is otherwise good may not say, for it would be sent.</summary>
    [Theory]
    [InlineData("\"address\":\"posts/c/\"", "'address' (posts/c/) is not a path of this server")]
    [InlineData("\"address\":\"/../c/\"", "'address' (/../c/) is not a path of this server")]
    [InlineData("\"address\":\"//other.example/\"", "'address' (//other.example/) is not a path of this server")]
    [InlineData("\"earlier\":[\"/c/\",\"/%2e%2e/c/\"]", "'earlier' (/%2e%2e/c/) is not a path of this server")]
    [InlineData("\"calendar\":\"/events/c.html\"", "'calendar' (/events/c.html) is not a path of this server")]
    [InlineData("\"calendar\":\"/events/atom.xml/c.ics\"", "'calendar' (/events/atom.xml/c.ics) is not a path of this server")]
    [InlineData("\"link\":\"javascript:c()\"", "'link' (javascript:c()) is not a valid address")]
    [InlineData("\"uid\":\"a@club.example\"", "its 'uid' is that of another line")]
    public void KeepsALineAside_ThatSaysWhatCannotBe(string field, string problem)
    {
        var first = A.Replace("\"address\"", "\"uid\":\"a@club.example\",\"address\"", StringComparison.Ordinal);
        var line = B.Replace("\"address\":\"/posts/b/\"", field, StringComparison.Ordinal);
        var read = Read($"{Site}\n{first}\n{line}\n");

        Assert.Equal([$"feeds.lock:3: warning: this line cannot be read: {problem}; it is kept in feeds.lock.rejected when the lock is written, and its document is taken for new"], read.Diagnostics.Select(each => each.ToString()));
        Assert.Equal(["posts/a.md"], read.Lock.Records.Select(record => record.Path));
    }

    [Fact]
    public void KeepsTheOlder_WhenTwoLocksGiveOneUid()
    {
        var older = Read($"{Site}\n{A.Replace("\"address\"", "\"uid\":\"a@club.example\",\"address\"", StringComparison.Ordinal)}\n").Lock;
        var newer = Read($"{Site}\n{B.Replace("\"address\"", "\"uid\":\"a@club.example\",\"address\"", StringComparison.Ordinal)}\n").Lock;

        Assert.Equal(["posts/a.md"], Merge.Of(newer, older).Records.Select(record => record.Path));
        Assert.Equal(["posts/a.md"], Merge.Of(older, newer).Records.Select(record => record.Path));
    }

    [Theory]
    [InlineData($"{Site}\n<<<<<<< HEAD\n{A}\n=======\n{Edited}\n>>>>>>> other\n{B}\n")]
    [InlineData($"{Site}\n<<<<<<< HEAD\n{Edited}\n||||||| base\n{A}\n=======\n{A}\n>>>>>>> other\n{B}\n")]
    public void JoinsBothSides_WhenAMergeLeftThem(string text)
    {
        var read = Read(text);

        Assert.Equal(["feeds.lock:2: warning: a merge left both sides here; both are kept, and the next writing joins them"], read.Diagnostics.Select(each => each.ToString()));
        Assert.Equal($"{Site}\n{Edited}\n{B}\n", Written(read));
    }

    [Fact]
    public void IsRefused_WhenANewerVersionWroteIt()
    {
        var read = Read($"{Site.Replace("\"lock\":2", "\"lock\":3", StringComparison.Ordinal)}\n{A}\n");

        Assert.True(read.IsNewer);
        Assert.Equal(["feeds.lock:1: error: a newer version of this program wrote it (3, and 2 is known), so it is neither used nor written; run that version"], read.Diagnostics.Select(each => each.ToString()));
        Assert.Empty(read.Lock.Records);
    }

    [Fact]
    public void KeepsTheDocuments_WhenTheFirstLineIsMissing()
    {
        var read = Read($"{A}\n{B}\n");

        Assert.Equal(["feeds.lock:1: warning: the line of the site is missing; it is made anew"], read.Diagnostics.Select(each => each.ToString()));
        Assert.Equal(["posts/a.md", "posts/b.md"], read.Lock.Records.Select(record => record.Path));
    }

    private static string Golden([CallerFilePath] string here = "") => Path.Join(Path.GetDirectoryName(here), "golden", "feeds.lock");

    private static LockParser Read(string text) => LockParser.Read(Encoding.UTF8.GetBytes(text));

    private static string Written(string text) => Written(Read(text));

    private static string Written(LockParser read) => Encoding.UTF8.GetString(LockBytes.Of(read.Lock));
}
