using Feeds.Content.Files;
using Feeds.Identity.Format;
using Xunit;

namespace Feeds.Tests.Identity;

/// <summary>The lock on disk: whole at every moment, and lost by nobody.</summary>
public sealed class LockFileTests : IDisposable
{
    private const string Lock = "content/feeds.lock";
    private readonly TempFolder disk = new();

    public LockFileTests() => disk.Write("content/posts/a.md", "");

    public void Dispose() => disk.Dispose();

    [Fact]
    public void IsWholeAndAlone_AfterEachWriting()
    {
        var memory = Memory();
        Save(memory, "a");
        var first = File.ReadAllText(disk.At(Lock));
        Save(memory, "a", "b");

        Assert.Equal(["content/feeds.lock", "content/posts/a.md"], disk.Files());
        Assert.StartsWith(first, File.ReadAllText(disk.At(Lock)), StringComparison.Ordinal);
        Assert.Equal(3, File.ReadAllLines(disk.At(Lock)).Length);
    }

    [Fact]
    public void IsAsItWas_WhenTheOneWhoWroteItWasStopped()
    {
        Save(Memory(), "a");
        var before = File.ReadAllText(disk.At(Lock));
        disk.Write("content/.feeds.lock.new.half", before[..20]);
        File.SetLastWriteTimeUtc(disk.At("content/.feeds.lock.new.half"), DateTime.UtcNow - TimeSpan.FromMinutes(2));
        var memory = Memory();
        Assert.Equal(1, memory.Count);
        Save(memory, "a", "b");

        Assert.Equal(["content/feeds.lock", "content/posts/a.md"], disk.Files());
        Assert.Equal(2, Memory().Count);
    }

    [Fact]
    public void KeepsItsPermissions_WhenItIsWritten()
    {
        if (OperatingSystem.IsWindows()) return;
        var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        var memory = Memory();
        Save(memory, "a");
        disk.Allow(Lock, mode);
        Save(memory, "a", "b");

        Assert.Equal(mode, File.GetUnixFileMode(disk.At(Lock)));
    }

    [Fact]
    public void IsWrittenWhereALinkLeads_WhenItIsALink()
    {
        disk.Write("shared/feeds.lock", "");
        File.CreateSymbolicLink(disk.At(Lock), disk.At("shared/feeds.lock"));
        Save(Memory(), "a");

        Assert.NotNull(new FileInfo(disk.At(Lock)).LinkTarget);
        Assert.Equal(2, File.ReadAllLines(disk.At("shared/feeds.lock")).Length);
    }

    [Fact]
    public void KeepsUnreadableLinesAside_WhenItIsWritten()
    {
        Save(Memory(), "a");
        foreach (var line in (string[])["one", "other"])
        {
            File.AppendAllText(disk.At(Lock), line + "\n");
            Save(Memory(), "a");
        }

        Assert.Equal("one\nother\n", File.ReadAllText(disk.At("content/feeds.lock.rejected")));
        Assert.Equal(2, File.ReadAllLines(disk.At(Lock)).Length);
    }

    [Fact]
    public void IsLeftAlone_WhenANewerVersionWroteIt()
    {
        const string Newer = "{\"lock\":3}\nwhatever\n";
        disk.Write(Lock, Newer);
        Save(Memory(), "a");

        Assert.Equal(Newer, File.ReadAllText(disk.At(Lock)));
    }

    /// <summary>Two programs, each with documents of its own that the other has not seen.</summary>
    [Fact]
    public void LosesNoLine_WhenTwoWriteAtOnce()
    {
        var memories = Enumerable.Range(0, 2).Select(_ => Memory()).ToArray();
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, writer =>
        {
            var names = new List<string>();
            for (var number = 0; number < 20; number++)
            {
                names.Add(FormattableString.Invariant($"{writer}-{number}"));
                Save(memories[writer], [.. names]);
            }
        });

        Assert.Equal(41, File.ReadAllLines(disk.At(Lock)).Length);
    }

    [Fact]
    public void Throws_WhenThePlaceCannotBeWritten()
    {
        Save(Memory(), "a");
        var before = File.ReadAllText(disk.At(Lock));
        var memory = Memory();

        Assert.Throws<UnauthorizedAccessException>(() => Unprivileged.Run(() => Save(memory, "a", "b")));
        Assert.Throws<UnauthorizedAccessException>(() => Unprivileged.Run(memory.TryToWrite));
        Assert.Equal(before, File.ReadAllText(disk.At(Lock)));
        Assert.Equal(2, memory.Count);
    }

    [Fact]
    public void GoesOnFromTheLockOfTheContent_WhenTheStateIsElsewhere()
    {
        Save(Memory(), "a");
        var memory = new LockStore(disk.At("content"), disk.At("state"));
        memory.Look();
        Save(memory, "a", "b");

        Assert.Equal(2, File.ReadAllLines(disk.At(Lock)).Length);
        Assert.Equal(3, File.ReadAllLines(disk.At("state/feeds.lock")).Length);
    }

    [Fact]
    public void IsNoContent() =>
        Assert.Equal([], ContentFolder.Read(ContentWithLock(), previous: null).Assets);

    private string ContentWithLock()
    {
        Save(Memory(), "a");
        File.AppendAllText(disk.At(Lock), "one\n");
        Save(Memory(), "a");
        return disk.At("content");
    }

    private LockStore Memory()
    {
        var memory = new LockStore(disk.At("content"), state: null);
        memory.Look();
        return memory;
    }

    /// <summary>Remembers posts of some names, and writes that down; what lies in the content folder is of no matter.</summary>
    private static void Save(LockStore memory, params string[] names)
    {
        var reading = FolderOf.Site([.. names.Select(name => ($"posts/{name}.md", $"---\ntitle: {name}\ndate: 2025-03-04\n---\nText of {name}.\n"))]);
        memory.UpdateLock(FolderOf.Read(reading), FolderOf.Moment("2026-01-01T00:00:00Z"));
        memory.Save();
    }
}
