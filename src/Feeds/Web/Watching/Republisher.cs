using System.Collections.Frozen;
using System.Diagnostics;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Content.Lists;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Publishing;
using Feeds.Text;
using Feeds.Web.Live;
using Feeds.Web.Serving;
using Feeds.Web.Status;
using Feeds.Web.Telemetry;
using Feeds.Web.WebSub;
using NodaTime;

namespace Feeds.Web.Watching;

/// <summary>Publishes the content folder at the start, and again when it changes or a scheduled time comes.</summary>
internal sealed partial class Republisher(
    string folder, Uri address, WatchMode mode, LockStore store, CurrentPublication current, PublicationLog publicationLog,
    FeedsMetrics metrics, HubPublisher hubs, IClock clock, ILogger logger) : IDisposable
{
    // How long nothing is published before garbage is collected.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(4);

    private readonly FolderWatcher watcher = new(folder, mode);
    private FolderReading? contents;
    private SpillFile? spill;
    private SiteReading? reading;
    private FrozenSet<Diagnostic> reported = [];
    private string? lastFailure;
    private int? lastSaving;
    private long? garbageSince;

    public PreviewMode Preview { get; init; }

    /// <summary>The folder of feeds.lock and of fetched sources; null for the content folder.</summary>
    public string? State { get; init; }

    public async Task StartAsync(Task<FirstReading> first)
    {
        WithLock(() => store.ReadIfChanged());
        var read = await first;
        (contents, spill) = (read.Contents, read.Spill);
        reading = read.Site.Site.Settings.HasOwnUrl ? read.Site : SiteBuilder.Read(contents, store, address);
        Publish(PublicationReason.Start, read.Began);
        // The first requests may wait already.
        current.Value!.RenderMain();
        if (reading.CanUpdateLock && lastSaving is null) WithLock(store.CheckWritable);
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await watcher.WaitAsync(TimeUntilChange(), cancellation);
            Look();
        }
    }

    /// <summary>Has all files read again soon; thread-safe.</summary>
    public void ReadAgain() => watcher.Ask();

    /// <summary>Has the fetched sources read again soon; thread-safe.</summary>
    public void ReadPulled() => watcher.AskForPulled();

    public void Dispose() => watcher.Dispose();

    // After a failure the last good publication stays, and the next look may succeed.
    private void Look()
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            // What is scheduled appears even while the folder is missing.
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
        var (isAsked, isPulled) = (watcher.TakeAsked(), watcher.TakePulled());
        if (mode == WatchMode.Off && !isAsked && !isPulled) return;
        var began = Stopwatch.GetTimestamp();
        var written = watcher.TakeWritten();
        FolderReading? found = null;
        if (contents is not null && !isAsked)
        {
            if (mode == WatchMode.Off) found = ContentFolder.ReadPulled(State ?? folder, contents);
            else if (written is not null) found = ContentFolder.ReadChanged(folder, written, contents, spill);
        }

        // The operator may know of a change that no timestamp shows.
        found ??= ContentFolder.Read(folder, isAsked ? null : contents, spill, State) with { ShowsDrafts = Preview == PreviewMode.Drafts };
        if (found.Files.IsEmpty && contents is { Files.IsEmpty: false })
            throw new DirectoryNotFoundException($"the content folder {folder} is empty");
        var isChanged = contents is null || !found.SameAs(contents);
        watcher.Looked(isChanged, OutsideLists.FoldersOf(found));
        var isLockChanged = false;
        WithLock(() => isLockChanged = store.ReadIfChanged());
        // The lock also says what unreadable files said.
        if (isChanged || isLockChanged) reading = SiteBuilder.Read(found, store, address, reading);
        // Without waiting for the next edit, because a stop would lose what could not be written.
        if (lastSaving is not null) WithLock(Save);
        if (isChanged) Publish(PublicationReason.Change, began);
        else if (isAsked) Publish(PublicationReason.Asked, began);
        else if (isLockChanged) Publish(PublicationReason.History, began);
        else if (garbageSince is { } since && Environment.TickCount64 - since > Rest.TotalMilliseconds) CollectGarbage();

        contents = found;
    }

    // The row 'store for 10000 posts' of Feeds.Benchmarks needs this: a rebuild leaves half as much again behind.
    private void CollectGarbage()
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
        publicationLog.Published(note, [.. reported.Order(Diagnostic.ByPlace)], reading.Sources);
        metrics.Published(note);
        if (Preview == PreviewMode.None) hubs.Notify(before, publication);
        var posts = Plural.Of(site.Posts.Count(post => site.IsPublished(post, now)), "post");
        var events = Plural.Of(site.Events.Count(@event => @event.IsPublishedAt(now)), "event");
        if (publication.Parts[0].Calendars is { Cancelled: > 0 and var cancelled }) LogPublishedWithCancelled(posts, events, cancelled);
        else LogPublished(posts, events);
    }

    // After a failure the watcher decides when to look: a time that has passed would ask for it at once, again and again.
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

    // While the lock cannot be written, everything goes on in memory, which is logged once.
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
        foreach (var group in DiagnosticGroup.Of(diagnostics.Except(reported)))
        {
            // The log says the severity.
            var text = $"{group.First.Place}: {group.First.Text}{group.More}";
            if (group.First.Severity == Severity.Error) LogError(text);
            else if (group.First.Severity == Severity.Warning) LogWarning(text);
            else LogNote(text);
        }

        reported = diagnostics;
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Published {Posts} and {Events}")]
    private partial void LogPublished(string posts, string events);

    [LoggerMessage(
        EventId = 15,
        Level = LogLevel.Information,
        Message = "Published {Posts} and {Events}; cancelled in the calendars: {Cancelled}")]
    private partial void LogPublishedWithCancelled(string posts, string events, int cancelled);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Diagnostic}")]
    private partial void LogError(string diagnostic);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "{Diagnostic}")]
    private partial void LogWarning(string diagnostic);

    [LoggerMessage(EventId = 14, Level = LogLevel.Information, Message = "{Diagnostic}")]
    private partial void LogNote(string diagnostic);

    [LoggerMessage(
        EventId = 13,
        Level = LogLevel.Warning,
        Message = "{File} cannot be written: {Problem} Ids and dates are kept in memory; name a folder for it with --state")]
    private partial void LogLockNotWritten(string file, string problem);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "{Problem}; the last good version is served")]
    private partial void LogFailure(string problem, Exception? exception);
}
