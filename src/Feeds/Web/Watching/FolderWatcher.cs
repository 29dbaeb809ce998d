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
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestBurst = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    private readonly string folder;
    private readonly WatchMode mode;
    private readonly SemaphoreSlim hints = new(0);
    private readonly Lock guard = new();
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private FileSystemWatcher[] events = [];
    private string[] outside = [];
    private bool isMoreThanWritten = true;
    private bool wasHinted;
    private long lookedAt = Environment.TickCount64;
    private int wasAsked;
    private int wasPulled;

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

    public void AskForPulled()
    {
        Interlocked.Exchange(ref wasPulled, 1);
        Hint();
    }

    public bool TakePulled() => Interlocked.Exchange(ref wasPulled, 0) == 1;

    /// <summary>The files that were written since the last look; null when the whole folder should be looked at.</summary>
    public IReadOnlyCollection<string>? TakeWritten()
    {
        lock (guard)
        {
            // However many events there are, the folder is polled.
            var isWhole = isMoreThanWritten || !wasHinted || UntilPoll() == TimeSpan.Zero;
            IReadOnlyCollection<string>? taken = isWhole ? null : [.. written];
            written.Clear();
            isMoreThanWritten = false;
            if (isWhole) lookedAt = Environment.TickCount64;
            return taken;
        }
    }

    /// <summary>Returns when the folder should be looked at, at the latest after <paramref name="longest"/>.</summary>
    public async Task WaitAsync(Duration? longest, CancellationToken cancellation)
    {
        var patience = mode == WatchMode.Off ? Timeout.InfiniteTimeSpan : UntilPoll();
        if (longest is { } time && (patience == Timeout.InfiniteTimeSpan || time.ToTimeSpan() < patience))
            patience = Duration.Min(time, Duration.FromDays(1)).ToTimeSpan();
        wasHinted = await hints.WaitAsync(patience, cancellation);
        if (wasHinted) await RestAsync(cancellation);
        else lookedAt = Environment.TickCount64;
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

    private TimeSpan UntilPoll()
    {
        var waited = TimeSpan.FromMilliseconds(Environment.TickCount64 - lookedAt);
        return waited < PollInterval ? PollInterval - waited : TimeSpan.Zero;
    }

    private void Hint(string? file = null)
    {
        lock (guard)
        {
            if (file is null) isMoreThanWritten = true;
            else written.Add(file);
        }

        hints.Release();
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
        fresh.Changed += (_, change) => Hint(change.FullPath);
        fresh.Created += (_, _) => Hint();
        fresh.Deleted += (_, _) => Hint();
        fresh.Renamed += (_, _) => Hint();
        // Too much happened at once for single events.
        fresh.Error += (_, _) => Hint();
        fresh.EnableRaisingEvents = true;
        return fresh;
    }
}
