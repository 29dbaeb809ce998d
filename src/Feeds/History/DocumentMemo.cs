using Feeds.Model;

namespace Feeds.History;

/// <summary>What was found out about documents when they were last looked at: of those that are as they were, it need not be again.</summary>
internal sealed class DocumentMemo
{
    public static readonly DocumentMemo Empty = new([]);

    // A body belongs to one reading of one file, whatever else is given to the document afterwards.
    private readonly Dictionary<Lazy<Body>, Remark> remarks;

    private DocumentMemo(Dictionary<Lazy<Body>, Remark> remarks) => this.remarks = remarks;

    /// <summary>What was found out of some documents.</summary>
    public static DocumentMemo Of(IEnumerable<(Lazy<Body> Body, Remark Remark)> remarks)
    {
        var memo = new Dictionary<Lazy<Body>, Remark>(ReferenceEqualityComparer.Instance);
        foreach (var (body, remark) in remarks) memo[body] = remark;
        return new DocumentMemo(memo);
    }

    public FactHashes HashesOf(Post post, Site site) =>
        // How long its recording is, its file alone says.
        post.Recording?.File is null && remarks.GetValueOrDefault(post.Body) is { } known ? known.Hashes : FactHash.Of(post, site);

    public FactHashes HashesOf(Event @event, SiteSettings settings) => remarks.GetValueOrDefault(@event.Body) is { } known ? known.Hashes : FactHash.Of(@event, settings);

    /// <summary>The same value as before for a document that is as it was: all that was made of it then still holds.</summary>
    public T Given<T>(T document, Lazy<Body> body, LockRecord record, Func<T> make)
        where T : class =>
        remarks.GetValueOrDefault(body) is { Given: T given } known && record == known.Record && document.Equals(known.Document) ? given : make();
}

/// <summary>What was found out about one document.</summary>
/// <param name="Document">As it was read.</param>
/// <param name="Given">As it was published, with what is remembered of it.</param>
internal sealed record Remark(object Document, LockRecord Record, FactHashes Hashes, object Given);
