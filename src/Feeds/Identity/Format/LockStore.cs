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

    /// <param name="content">The content folder: a lock that was committed with it counts wherever the state is kept.</param>
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
    /// <inheritdoc cref="LockStore(string, string?)"/>
    public static LockStore Open(string content, string? state)
    {
        var store = new LockStore(content, state);
        store.ReadIfChanged();
        return store;
    }

    /// <summary>What is wrong with the file, as it was last read.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. sources.SelectMany(source => source.Text.Diagnostics)];

    /// <summary>How many documents are remembered that are there.</summary>
    public int Count => known.Records.Count(record => record.Removed is null);

    public string Location => own.File.Location;

    /// <summary>What is remembered of the published document at a path; null when there is none.</summary>
    public KnownDocument? DocumentAt(string path) => known.At(path) is { Removed: null } record ? Known(record) : null;

    /// <summary>What is remembered of a published document.</summary>
    public static KnownDocument Known(LockRecord record) => new(record.Kind, record.Schedule is { } schedule ? ScheduleFormat.SpanOf(schedule) : null, record.Published);

    /// <summary>The removed events that calendars say are cancelled at a moment, in order of path, each with when it was removed and until when that is said.</summary>
    public IEnumerable<(string Path, RemovedDocument Document)> CancelledEvents(SiteSettings settings, Instant now) => RemovedDocuments.RemovedFrom(known, settings, now)
        .Where(removed => removed.Document.Event is not null);

    /// <summary>Forgets removed documents: subscribers hear nothing more of them, and their addresses are free.</summary>
    /// <returns>The paths of which nothing removed is remembered.</returns>
    public ImmutableArray<string> Forget(IReadOnlyCollection<string> paths, Instant now)
    {
        var tick = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var forgotten = known.Records.Where(record => record.Removed is not null && paths.Contains(record.Path, StringComparer.Ordinal)).ToArray();
        known = known with
        {
            Records = [.. known.Records.Select(record => forgotten.Contains(record) ? record with { IsForgotten = true, Moved = tick, Changed = Instant.Max(tick, record.Changed + Duration.FromSeconds(1)) } : record)],
        };
        return [.. paths.Except(forgotten.Select(record => record.Path), StringComparer.Ordinal)];
    }

    /// <summary>Whether the file lacks something by which subscribers know a document, or that counts what they were told of it: lost, it would be made otherwise. What else it lacks are stamps, which would be given again, later.</summary>
    public bool HasNewNames => !own.Text.Lock.NamesSameAs(known);

    /// <summary>Reads the file if it is another than when it was last read or written; what is remembered beside it is not forgotten.</summary>
    /// <returns>Whether anything of it is new.</returns>
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

    /// <summary>Gives a site what is remembered of it, and remembers what changed.</summary>
    public IdentifiedSite UpdateLock(ReadSite read, Instant now)
    {
        var identified = IdentityAssigner.UpdateLock(read, known, now);
        known = identified.Lock;
        return identified;
    }

    /// <summary>As <see cref="UpdateLock"/>, but what changed is not remembered.</summary>
    public IdentifiedSite ApplyLock(ReadSite read, Instant now) => IdentityAssigner.ApplyLock(read, known, now);

    /// <summary>Writes down what is remembered, together with what another program wrote in the meantime.</summary>
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

    /// <summary>Finds out whether anything could be written down.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not.</exception>
    public void CheckWritable()
    {
        if (state is not null) Directory.CreateDirectory(state);
        own.File.CheckWritable();
    }
}
