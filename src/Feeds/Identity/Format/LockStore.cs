using System.Collections.Immutable;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Identity.Format;

/// <summary>The records of all published documents, and the file <c>feeds.lock</c> that stores them.</summary>
internal sealed class LockStore
{
    private readonly LockReader own;
    private readonly ImmutableArray<LockReader> sources;
    private readonly string? state;
    private LockData known = LockData.Empty;
    private IdentifiedSite? last;

    /// <param name="content">The content folder, whose own lock is read too.</param>
    /// <param name="state">Where <c>feeds.lock</c> is written; null for the content folder itself.</param>
    public LockStore(string content, string? state)
    {
        own = new LockReader(new LockFile(state ?? content));
        this.state = state;
        sources = state is null ? [own] : [own, new LockReader(new LockFile(content))];
    }

    /// <summary>A store that has read its files.</summary>
    /// <exception cref="IOException">A lock cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A lock may not be read.</exception>
    public static LockStore Open(string content, string? state)
    {
        var store = new LockStore(content, state);
        store.ReadIfChanged();
        return store;
    }

    public ImmutableArray<Diagnostic> Diagnostics => [.. sources.SelectMany(source => source.Text.Diagnostics)];

    public int Count => known.Records.Count(record => record.Removed is null);

    public string Location => own.File.Location;

    public KnownDocument? DocumentAt(string path) => known.At(path) is { Removed: null } record ? Known(record) : null;

    /// <summary>The paths of the entries of a list.</summary>
    public IEnumerable<string> EntriesOf(string list) =>
        known.Below(EntryPath.Of(list, "")).Where(record => record.Removed is null).Select(record => record.Path);

    public static KnownDocument Known(LockRecord record) =>
        new(record.Kind, record.Schedule is { } schedule ? ScheduleFormat.SpanOf(schedule) : null, record.Published);

    /// <summary>The removed events that calendars show as cancelled, in order of path.</summary>
    public IEnumerable<(string Path, RemovedDocument Document)> CancelledEvents(SiteSettings settings, Instant now) =>
        RemovedDocuments.RemovedFrom(known, settings, now).Where(removed => removed.Document.Event is not null);

    /// <summary>Stops publishing the removal of documents, and frees their addresses.</summary>
    /// <returns>The paths without a removed document.</returns>
    public ImmutableArray<string> Forget(IReadOnlyCollection<string> paths, Instant now)
    {
        var tick = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        LockRecord[] forgotten =
            [.. known.Records.Where(record => record.Removed is not null && paths.Contains(record.Path, StringComparer.Ordinal))];
        known = known with { Records = [.. known.Records.Select(record => forgotten.Contains(record) ? Forgotten(record) : record)] };
        return [.. paths.Except(forgotten.Select(record => record.Path), StringComparer.Ordinal)];

        LockRecord Forgotten(LockRecord record) => record with
        {
            IsForgotten = true,
            Moved = tick,
            Changed = Instant.Max(tick, record.Changed + Duration.FromSeconds(1)),
        };
    }

    /// <summary>Whether the file lacks an id, UID, address or sequence number, which would not be the same if made again.</summary>
    public bool HasNewNames => !own.Text.Lock.NamesSameAs(known);

    /// <summary>Reads the file if it changed, and merges it with the records in memory.</summary>
    /// <returns>Whether it held anything new.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public bool ReadIfChanged()
    {
        var before = known;
        var isRead = false;
        foreach (var source in sources.Where(source => source.ReadIfChanged()))
        {
            isRead = true;
            known = Merge.Of(source.Text.Lock, known);
        }

        return isRead && !(known.SameAs(before) && Diagnostics.IsEmpty);
    }

    /// <summary>Gives each document its identity, and updates the records.</summary>
    public IdentifiedSite UpdateLock(ReadSite read, Instant now)
    {
        last = EditAssigner.UpdateLock(read, known, now, last) ?? IdentityAssigner.UpdateLock(read, known, now);
        known = last.Lock;
        var updated = last;
        // The changes of a first update are as many as documents.
        last = last with { Changes = [] };
        return updated;
    }

    /// <summary>Gives each document its identity, and leaves the records as they are.</summary>
    public IdentifiedSite ApplyLock(ReadSite read, Instant now) => IdentityAssigner.ApplyLock(read, known, now);

    /// <summary>Writes the records, merged with what another process wrote in the meantime.</summary>
    /// <returns>Whether there was anything to write.</returns>
    /// <exception cref="IOException">It cannot be written; what it held it holds.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; what it held it holds.</exception>
    public bool Save()
    {
        if (known.Site is null || !own.IsBehind(known)) return false;
        if (state is not null) Directory.CreateDirectory(state);
        own.File.Exclusively(handle =>
        {
            if (own.ReadIfChanged()) known = Merge.Of(own.Text.Lock, known);
            if (own.IsBehind(known)) own.Write(known, handle);
        });
        return true;
    }

    public void CheckWritable()
    {
        if (state is not null) Directory.CreateDirectory(state);
        own.File.CheckWritable();
    }
}
