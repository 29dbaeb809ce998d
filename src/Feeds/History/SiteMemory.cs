using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Model;
using NodaTime;

namespace Feeds.History;

/// <summary>What the program remembers of what it published, and the file that keeps it.</summary>
internal sealed class SiteMemory
{
    private readonly LockSource own;
    private readonly ImmutableArray<LockSource> sources;
    private readonly string? state;
    private Lock known = Lock.Empty;
    private DocumentMemo memo = DocumentMemo.Empty;

    /// <param name="content">The content folder: a lock that was committed with it counts wherever the state is kept.</param>
    /// <param name="state">Where <c>feeds.lock</c> is written; null for the content folder itself.</param>
    public SiteMemory(string content, string? state)
    {
        own = new LockSource(new LockFile(state ?? content));
        this.state = state;
        sources = state is null ? [own] : [own, new LockSource(new LockFile(content))];
    }

    /// <summary>What is wrong with the file, as it was last read.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => [.. sources.SelectMany(source => source.Text.Diagnostics)];

    /// <summary>How many documents are remembered that are there.</summary>
    public int Count => known.Records.Count(record => record.Gone is null);

    /// <summary>Whether the file lacks something by which subscribers know a document, or that counts what they were told of it: lost, it would be made otherwise. What else it lacks are stamps, which would be given again, later.</summary>
    public bool HasNewNames => !own.Text.Lock.NamesSameAs(known);

    /// <summary>Reads the file if it is another than when it was last read or written; what is remembered beside it is not forgotten.</summary>
    /// <returns>Whether anything of it is new.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public bool Look()
    {
        var before = known;
        var isRead = false;
        foreach (var source in sources.Where(source => source.Look()))
        {
            isRead = true;
            known = Merge.Of(source.Text.Lock, known);
        }

        return isRead && !(known.SameAs(before) && Diagnostics.IsEmpty);
    }

    /// <summary>Gives a site what is remembered of it, and remembers what changed.</summary>
    /// <param name="unread">The files and folders that are there, but could not be read: what is remembered of them waits.</param>
    public Registered Register(Site site, FrozenSet<string> unread, Instant now)
    {
        var registered = Registrar.Register(site, known, unread, now, memo);
        (known, memo) = (registered.Lock, registered.Memo);
        return registered;
    }

    /// <summary>As <see cref="Register"/>, but what changed is not remembered.</summary>
    public Registered Recall(Site site, FrozenSet<string> unread, Instant now)
    {
        var recalled = Registrar.Recall(site, known, unread, now, memo);
        memo = recalled.Memo;
        return recalled;
    }

    /// <summary>Writes down what is remembered, together with what another program wrote in the meantime.</summary>
    /// <returns>Whether there was anything to write.</returns>
    /// <exception cref="IOException">It cannot be written; what it held it holds.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; what it held it holds.</exception>
    public bool Save()
    {
        if (known.Site is null || !own.IsBehind(known)) return false;
        if (state is not null) Directory.CreateDirectory(state);
        own.File.InTurn(turn =>
        {
            if (own.Look()) known = Merge.Of(own.Text.Lock, known);
            if (own.IsBehind(known)) own.Write(known, turn);
        });
        return true;
    }

    /// <summary>Finds out whether anything could be written down.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not.</exception>
    public void TryToWrite()
    {
        if (state is not null) Directory.CreateDirectory(state);
        own.File.TryToWrite();
    }
}
