using Feeds.Identity.Format;
using Feeds.Model;

namespace Feeds.Identity;

/// <summary>What was found out about documents when they were last looked at: of those that are as they were, it need not be again.</summary>
internal sealed class DocumentMemo
{
    public static readonly DocumentMemo Empty = new([]);

    // A body belongs to one reading of one file, whatever else is given to the document afterwards.
    private readonly Dictionary<RenderedBody, Remark> remarks;

    private readonly Dictionary<Document, LockRecord> settled;

    private DocumentMemo(Dictionary<RenderedBody, Remark> remarks)
    {
        this.remarks = remarks;
        settled = new Dictionary<Document, LockRecord>(remarks.Count, ReferenceEqualityComparer.Instance);
        foreach (var remark in remarks.Values) settled[remark.Document] = remark.Record;
    }

    /// <summary>What was found out of some documents.</summary>
    public static DocumentMemo Of(IEnumerable<(RenderedBody Body, Remark Remark)> remarks)
    {
        var memo = new Dictionary<RenderedBody, Remark>(ReferenceEqualityComparer.Instance);
        foreach (var (body, remark) in remarks) memo[body] = remark;
        return new DocumentMemo(memo);
    }

    /// <summary>What a post is compared by.</summary>
    public Document DocumentOf(Post post, Site site)
    {
        // How long its recording is, its file alone says.
        if (post.Recording?.File is not null) return Document.Of(post, site.Settings, Fingerprint.Of(post, site));
        return Known(post, post.Body)?.Document ?? Document.Of(post, site.Settings, remarks.GetValueOrDefault(post.Body)?.Document.Hashes ?? Fingerprint.Of(post, site));
    }

    /// <summary>What an event is compared by.</summary>
    /// <param name="calendar">The path of its calendar file; null for a plan, which has none.</param>
    public Document DocumentOf(Event @event, string? calendar, SiteSettings settings) =>
        Known(@event, @event.Body)?.Document is { } known && known.Calendar == calendar
            ? known
            : Document.Of(@event, calendar, settings, remarks.GetValueOrDefault(@event.Body)?.Document.Hashes ?? Fingerprint.Of(@event, settings));

    /// <summary>Whether a document is as it was when it was last given what is remembered of it.</summary>
    public bool IsSettled(Document document, LockRecord record) => settled.TryGetValue(document, out var known) && ReferenceEquals(known, record);

    /// <summary>The same value as before for a document that is as it was: all that was made of it then still holds.</summary>
    public T Given<T>(T document, RenderedBody body, LockRecord record, Func<T> make)
        where T : class =>
        Known(document, body) is { Given: T given } known && record == known.Record ? given : make();

    private Remark? Known<T>(T source, RenderedBody body)
        where T : class =>
        remarks.GetValueOrDefault(body) is { } known && source.Equals(known.Source) ? known : null;
}

/// <summary>What was found out about one document.</summary>
/// <param name="Source">As it was read.</param>
/// <param name="Given">As it was published, with what is remembered of it.</param>
internal sealed record Remark(object Source, Document Document, LockRecord Record, object Given);
