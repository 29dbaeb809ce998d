using NodaTime;

namespace Feeds.Web.Watching;

/// <summary>How changes of the content are detected.</summary>
internal enum WatchMode
{
    /// <summary>By events and polling.</summary>
    Auto,

    Poll,

    Off,
}

/// <summary>Tells when to look at a folder: the system's events are a hint, never the truth.</summary>
internal sealed class FolderWatcher : IDisposable
{
    // A burst of changes ends when nothing happens for this long, and is published at the latest after its longest time.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    private readonly string folder;
    private readonly WatchMode mode;
    private readonly SemaphoreSlim hints = new(0);
    private FileSystemWatcher[] events = [];
    private string[] outside = [];
    private bool wasHinted;
    private long lookedAt = Environment.TickCount64;
    private int wasAsked;

    public FolderWatcher(string folder, WatchMode mode)
    {
        this.folder = folder;
        this.mode = mode;
        Listen();
    }

    public void Ask()
    {
        Interlocked.Exchange(ref wasAsked, 1);
        hints.Release();
    }

    public bool TakeAsked() => Interlocked.Exchange(ref wasAsked, 0) == 1;

    /// <summary>Returns when the folder should be looked at, at the latest after <paramref name="longest"/>.</summary>
    public async Task WaitAsync(Duration? longest, CancellationToken cancellation)
    {
        var patience = mode == WatchMode.Off ? Timeout.InfiniteTimeSpan : UntilPoll();
        if (longest is { } time && (patience == Timeout.InfiniteTimeSpan || time.ToTimeSpan() < patience))
            patience = Duration.Min(time, Duration.FromDays(1)).ToTimeSpan();
        wasHinted = await hints.WaitAsync(patience, cancellation);
        if (wasHinted) await RestAsync(cancellation);
        lookedAt = Environment.TickCount64;
    }

    /// <summary>Listens again after a change without an event, which comes from a folder that was replaced.</summary>
    /// <param name="folders">The folders beside the content from which lists are read.</param>
    public void Looked(bool isChanged, string[] folders)
    {
        var isMoved = !folders.SequenceEqual(outside);
        outside = folders;
        if (mode == WatchMode.Auto && (events.Length == 0 || isMoved || (isChanged && !wasHinted))) Listen();
    }

    public void Dispose() => Array.ForEach(events, watch => watch.Dispose());

    /// <summary>Waits for the end of a burst of changes.</summary>
    private async Task RestAsync(CancellationToken cancellation)
    {
        var started = Environment.TickCount64;
        while (await hints.WaitAsync(Quiet, cancellation) && Environment.TickCount64 - started < LongestBurst.TotalMilliseconds)
        {
            // Each further event starts the quiet time again.
        }
    }

    // However many events there are, the folder is polled.
    private TimeSpan UntilPoll()
    {
        var waited = TimeSpan.FromMilliseconds(Environment.TickCount64 - lookedAt);
        return waited < PollInterval ? PollInterval - waited : TimeSpan.Zero;
    }

    private void Listen()
    {
        if (mode != WatchMode.Auto) return;
        Dispose();
        events = [];
        try
        {
            events = [Watch(Content.Files.RealPath.Of(folder), withSubfolders: true)];
            foreach (var other in outside) events = [.. events, Watch(other, withSubfolders: false)];
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            // Without a folder or free watches polling goes on, and the next look tries again.
        }
    }

    private FileSystemWatcher Watch(string path, bool withSubfolders)
    {
        var fresh = new FileSystemWatcher(path)
        {
            IncludeSubdirectories = withSubfolders,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        fresh.Changed += (_, _) => hints.Release();
        fresh.Created += (_, _) => hints.Release();
        fresh.Deleted += (_, _) => hints.Release();
        fresh.Renamed += (_, _) => hints.Release();
        // Too much happened at once for single events.
        fresh.Error += (_, _) => hints.Release();
        fresh.EnableRaisingEvents = true;
        return fresh;
    }
}
