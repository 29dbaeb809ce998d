using System.Collections.Frozen;
using System.Diagnostics;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Publishing;
using Feeds.Web.Serving;
using Feeds.Web.Status;
using Feeds.Web.Telemetry;
using Feeds.Web.WebSub;
using NodaTime;

namespace Feeds.Web.Watching;

/// <summary>Publishes the content folder at the start, and again when it changes or a scheduled time comes.</summary>
internal sealed partial class Republisher(
    string folder,
    Uri address,
    WatchMode mode,
    LockStore store,
    CurrentPublication current,
    PublicationLog publicationLog,
    FeedsMetrics metrics,
    HubPublisher hubs,
    IClock clock,
    ILogger logger) : IDisposable
{
    /// <summary>So long nothing is published before edits count as come to rest.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(4);

    private readonly FolderWatcher watcher = new(folder, mode);
    private FolderReading? contents;
    private SiteReading? reading;
    private FrozenSet<Diagnostic> reported = [];
    private string? lastFailure;
    private int? lastSaving;
    private long? garbageSince;

    /// <summary>Publishes what was read first.</summary>
    public async Task StartAsync(Task<FirstReading> first)
    {
        WithLock(() => store.ReadIfChanged());
        var read = await first;
        contents = read.Contents;
        reading = read.Site.Site.Settings.HasOwnUrl ? read.Site : SiteBuilder.Read(contents, store, address);
        Publish(PublicationReason.Start, read.Began);
        // They wait already: each is answered as soon as what it asks for is rendered.
        current.Value!.RenderMain();
        if (reading.CanUpdateLock && lastSaving is null) WithLock(store.CheckWritable);
    }

    /// <summary>Publishes again after each change, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await watcher.WaitAsync(TimeUntilChange(), cancellation);
            Look();
        }
    }

    /// <summary>Reads all files again and publishes, soon and on the thread that does so; from any thread.</summary>
    public void ReadAgain() => watcher.Ask();

    public void Dispose() => watcher.Dispose();

    // One look that fails must not end the looking: what was last good is served, and the next look may succeed.
    private void Look()
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            // What is scheduled appears even while the folder is away.
            if (current.Value?.Until is { } until && until <= clock.GetCurrentInstant()) Publish(PublicationReason.Time, began);
            LookAtFolder();
            lastFailure = null;
        }
        catch (Exception exception)
        {
            metrics.Failed(exception, Stopwatch.GetElapsedTime(began));
            if (exception.Message != lastFailure)
                LogFailure(exception.Message, exception is IOException or UnauthorizedAccessException ? null : exception);
            lastFailure = exception.Message;
        }

        publicationLog.Looked(lastFailure);
    }

    private void LookAtFolder()
    {
        var isAsked = watcher.TakeAsked();
        if (mode == WatchMode.Off && !isAsked) return;
        var began = Stopwatch.GetTimestamp();
        // Who asks may know of a change that no stamp shows.
        var found = ContentFolder.Read(folder, isAsked ? null : contents);
        if (found.Files.IsEmpty && contents is { Files.IsEmpty: false })
            throw new DirectoryNotFoundException($"the content folder {folder} is empty");
        var isChanged = contents is null || !found.SameAs(contents);
        watcher.Looked(isChanged);
        var isLockChanged = false;
        WithLock(() => isLockChanged = store.ReadIfChanged());
        // A file that cannot be read keeps what the lock says.
        if (isChanged || isLockChanged) reading = SiteBuilder.Read(found, store, address, reading);
        // What could not be written waits for no edit once there is room again: a stop would lose it.
        if (lastSaving is not null) WithLock(Save);
        if (isChanged) Publish(PublicationReason.Change, began);
        else if (isAsked) Publish(PublicationReason.Asked, began);
        else if (isLockChanged) Publish(PublicationReason.History, began);
        else if (garbageSince is { } since && Environment.TickCount64 - since > Rest.TotalMilliseconds) LetGo();

        contents = found;
    }

    // The row 'store for 10000 posts' of Feeds.Benchmarks needs this: a rebuild leaves half as much again behind.
    private void LetGo()
    {
        garbageSince = null;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private void Publish(PublicationReason reason, long began)
    {
        var (now, before) = (clock.GetCurrentInstant(), current.Value);
        var built = reading!.CanUpdateLock ? SiteBuilder.UpdateLock(reading, store, now) : SiteBuilder.ApplyLock(reading, store, now);
        reading = built.Reading;
        // An id that subscribers have seen must never change, not even after a crash, so it is saved before anything is sent.
        var hasNewNames = store.HasNewNames;
        if (hasNewNames) WithLock(Save);
        var site = built.Site;
        var publication = Publication.Render(site, now, before);
        Report(built.Diagnostics.Concat(publication.Diagnostics).ToFrozenSet());
        current.Swap(publication);
        var took = Duration.FromTimeSpan(Stopwatch.GetElapsedTime(began));
        if (!hasNewNames) WithLock(Save);
        garbageSince = Environment.TickCount64;
        var note = new PublicationNote(now, took, reason, PublicationLog.ChangedAddresses(before, publication));
        publicationLog.Published(note, [.. reported.Order(Diagnostic.ByPlace)]);
        metrics.Published(note);
        hubs.Notify(before, publication);
        var posts = site.Posts.Count(post => post.Published.ToInstant() <= now);
        var events = site.Events.Count(@event => @event.IsPublishedAt(now));
        if (publication.Calendars is { Cancelled: > 0 and var cancelled }) LogPublishedWithCancelled(posts, events, cancelled);
        else LogPublished(posts, events);
    }

    // After a failure the next look is the watcher's: a moment that has passed would ask for one at once, again and again.
    private Duration? TimeUntilChange() =>
        lastFailure is null && current.Value?.Until is { } until ? Duration.Max(Duration.Zero, until - clock.GetCurrentInstant()) : null;

    private void Save()
    {
        try
        {
            if (store.Save()) metrics.LockWritten();
            lastSaving = null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            metrics.LockNotWritten(exception);
            throw;
        }
    }

    // Without a place to write to, all goes on in memory, and that is said once.
    private void WithLock(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (exception.HResult != lastSaving) LogLockNotWritten(LockNames.Lock, exception.Message);
            lastSaving = exception.HResult;
        }
    }

    private void Report(FrozenSet<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.Except(reported).Order(Diagnostic.ByPlace))
        {
            if (diagnostic.Severity == Severity.Error) LogError(diagnostic);
            else if (diagnostic.Severity == Severity.Warning) LogWarning(diagnostic);
            else LogNote(diagnostic);
        }

        reported = diagnostics;
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Published {Posts} posts and {Events} events")]
    private partial void LogPublished(int posts, int events);

    [LoggerMessage(EventId = 15, Level = LogLevel.Information, Message = "Published {Posts} posts and {Events} events; cancelled in the calendars: {Cancelled}")]
    private partial void LogPublishedWithCancelled(int posts, int events, int cancelled);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Diagnostic}")]
    private partial void LogError(Diagnostic diagnostic);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "{Diagnostic}")]
    private partial void LogWarning(Diagnostic diagnostic);

    [LoggerMessage(EventId = 14, Level = LogLevel.Information, Message = "{Diagnostic}")]
    private partial void LogNote(Diagnostic diagnostic);

    [LoggerMessage(EventId = 13, Level = LogLevel.Warning, Message = "{File} cannot be written: {Problem} Ids and stamps are kept in memory; name a folder for it with --state")]
    private partial void LogLockNotWritten(string file, string problem);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "{Problem}; what was last good is served")]
    private partial void LogFailure(string problem, Exception? exception);
}

/// <summary>What a content folder holds and says when it is read for the first time.</summary>
/// <param name="Began">When the reading began, as the stopwatch counts.</param>
internal sealed record FirstReading(FolderReading Contents, SiteReading Site, long Began)
{
    /// <exception cref="DirectoryNotFoundException">There is no content folder.</exception>
    public static FirstReading Of(string folder, LockStore store)
    {
        var began = Stopwatch.GetTimestamp();
        var contents = ContentFolder.Read(folder, previous: null);
        try
        {
            store.ReadIfChanged();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The first publication looks again, and says so.
        }

        return new FirstReading(contents, SiteBuilder.Read(contents, store), began);
    }
}
