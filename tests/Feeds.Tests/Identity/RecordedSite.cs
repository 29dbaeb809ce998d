using System.Text;
using Feeds.Content;
using Feeds.Identity;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using Feeds.Publishing;
using NodaTime;

namespace Feeds.Tests.Identity;

/// <summary>A site that is read again and again, with a lock that is written and read back each time.</summary>
internal sealed class RecordedSite
{
    private SiteReading? reading;
    private Publication? published;

    /// <summary>What the lock holds.</summary>
    public string Text { get; set; } = "";

    public LockData Lock => LockParser.Read(Encoding.UTF8.GetBytes(Text)).Lock;

    public IdentifiedSite Last { get; private set; } = new(FolderOf.Site().Site, NamePlan.Empty, LockData.Empty, [], [], FolderOf.Site().Site);

    /// <summary>What is published now, on a server that goes on from what was published when this was last asked for.</summary>
    public Publication Publication => ReferenceEquals(published?.Site, Last.Site) ? published : published = Publication.Render(Last.Site, Now, published);

    /// <summary>What is published now, without anything from before.</summary>
    public SiteSnapshot Current => new(Last.Site, Now);

    private Instant Now { get; set; }

    public IEnumerable<string> Changes => Last.Changes.Select(change => change.ToString());

    public IEnumerable<string> Diagnostics => Last.Names.Diagnostics.Concat(Last.Diagnostics).Select(diagnostic => diagnostic.ToString());

    /// <summary>Reads the files at a moment, remembers and publishes them.</summary>
    public RecordedSite At(string now, params (string Path, string Text)[] files) => At(FolderOf.Moment(now), files);

    public RecordedSite At(Instant now, params (string Path, string Text)[] files)
    {
        var known = Lock;
        reading = FolderOf.Again(reading, path => known.At(path) is { Removed: null } record ? LockStore.Known(record) : null, files);
        Last = IdentityAssigner.UpdateLock(FolderOf.Read(reading, renamed => reading = renamed), known, now);
        Text = Encoding.UTF8.GetString(LockBytes.Of(Last.Lock));
        Now = now;
        return this;
    }

    /// <summary>Forgets all but the lock.</summary>
    public RecordedSite Restart()
    {
        reading = null;
        published = null;
        return this;
    }

    /// <summary>What is remembered of the document that lies at a path.</summary>
    public LockRecord Of(string path) => Lock.Records.Single(record => record.Path == path && record.Removed is null);

    public Post Post(string path) => Last.Site.Posts.Single(post => post.Path == path);

    /// <summary>What the document at a path is known by.</summary>
    public DocumentIdentity Identity(string path) => Last.Site.Identities[path];

    public Event Event(string path) => Last.Site.Events.Single(@event => @event.Path == path);

    /// <summary>The validators of all that is published, by path.</summary>
    public IEnumerable<string> Validators => Publication.Representations.Values.OrderBy(item => item.Path, StringComparer.Ordinal)
        .Select(item => FormattableString.Invariant($"{item.Path} {item.OpaqueTag} {item.LastModified}"));
}
