using System.Collections.Immutable;
using Feeds.Content;
using Feeds.Content.Events;
using Feeds.Content.Files;
using Feeds.Identity;
using Feeds.Identity.Format;
using Feeds.Model;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds;

/// <summary>A site as it is published: its documents with the names and dates that the lock gives them.</summary>
/// <param name="Reading">What the files say, under those names.</param>
/// <param name="Diagnostics">All that is wrong with the files and the lock, in order of path and line.</param>
internal sealed record BuiltSite(
    Site Site, SiteReading Reading, ImmutableArray<Change> Changes, LockData Lock, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}

/// <summary>The one way from a content folder to a site.</summary>
internal static class SiteBuilder
{
    /// <summary>The address of a site that names none, as long as nothing listens.</summary>
    public static readonly Uri DefaultUrl = new("http://localhost:5000/");

    /// <summary>Reads a folder; where a file cannot be read, the lock tells what it said.</summary>
    /// <param name="address">The address of a site that names none; null for <see cref="DefaultUrl"/>.</param>
    /// <param name="previous">The reading before; null when there was none.</param>
    /// <param name="url">The public address that takes the place of the author's, in links alone; null for none.</param>
    public static SiteReading Read(
        FolderReading folder, LockStore store, Uri? address = null, SiteReading? previous = null, Uri? url = null) =>
        SiteReader.Read(folder, address ?? DefaultUrl, previous, store.DocumentAt, MachineZone.Name, url);

    /// <summary>Gives a site what the lock knows of it, and the lock what changed.</summary>
    public static BuiltSite UpdateLock(SiteReading reading, LockStore store, Instant now) =>
        Built(reading, store, read => store.UpdateLock(read, now));

    /// <summary>Gives a site what the lock knows of it, and the lock nothing new.</summary>
    public static BuiltSite ApplyLock(SiteReading reading, LockStore store, Instant now) =>
        Built(reading, store, read => store.ApplyLock(read, now));

    private static BuiltSite Built(SiteReading reading, LockStore store, Func<ReadSite, IdentifiedSite> identify)
    {
        var named = reading;
        var identified = identify(Read(reading));
        // Also where only what is said of the names is other.
        named = SiteReader.WithNames(named, identified.Names);
        var diagnostics = named.Diagnostics.Concat(store.Diagnostics).Concat(identified.Diagnostics).Order(Diagnostic.ByPlace);
        return new BuiltSite(identified.Site, named, identified.Changes, identified.Lock, [.. diagnostics]);

        ReadSite Read(SiteReading one) => new(one.Site, one.Names, one.Unread, one.SourceAt, one.FingerprintsAt, Renamed);

        ReadSite Renamed(NamePlan names) => Read(named = SiteReader.WithNames(named, names));
    }
}
