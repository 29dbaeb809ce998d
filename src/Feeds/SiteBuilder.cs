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

/// <summary>A site with the names and dates that the lock gives its documents.</summary>
/// <param name="Reading">What the files say, under those names.</param>
/// <param name="Diagnostics">Of the files and the lock, in order of path and line.</param>
internal sealed record BuiltSite(
    Site Site, SiteReading Reading, ImmutableArray<Change> Changes, LockData Lock, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}

/// <summary>The one way from a content folder to a site.</summary>
internal static class SiteBuilder
{
    /// <summary>The address of a site without one while nothing listens.</summary>
    public static readonly Uri DefaultUrl = new("http://localhost:5000/");

    /// <summary>Reads a folder; for a file that cannot be read, the lock tells what it said.</summary>
    /// <param name="address">The address of a site without one; null for <see cref="DefaultUrl"/>.</param>
    /// <param name="url">Replaces the author's public address, in links alone; null for none.</param>
    public static SiteReading Read(
        FolderReading folder, LockStore store, Uri? address = null, SiteReading? previous = null, Uri? url = null) =>
        SiteReader.Read(folder, address ?? DefaultUrl, previous, store.DocumentAt, MachineZone.Name, url, store.EntriesOf);

    /// <summary>Adds what the lock knows to the site, and what changed to the lock.</summary>
    public static BuiltSite UpdateLock(SiteReading reading, LockStore store, Instant now) =>
        Built(reading, store, now, read => store.UpdateLock(read, now));

    /// <summary>Adds what the lock knows to the site, and changes nothing in the lock.</summary>
    public static BuiltSite ApplyLock(SiteReading reading, LockStore store, Instant now) =>
        Built(reading, store, now, read => store.ApplyLock(read, now));

    private static BuiltSite Built(SiteReading reading, LockStore store, Instant now, Func<ReadSite, IdentifiedSite> identify)
    {
        var named = reading;
        var identified = identify(Read(reading));
        // Also where only the diagnostics of the names differ.
        named = SiteReader.WithNames(named, identified.Names);
        var diagnostics = named.Diagnostics.Concat(store.Diagnostics).Concat(identified.Diagnostics)
            .Where(diagnostic => !(diagnostic.Until <= now))
            .Select(named.Located)
            .Order(Diagnostic.ByPlace);
        return new BuiltSite(identified.Site, named, identified.Changes, identified.Lock, [.. diagnostics]);

        ReadSite Read(SiteReading one) => new(one.Site, one.Names, one.Unread, one.SourceAt, one.FingerprintsAt, Renamed)
        {
            Edit = one.Edit,
            PulledAt = source => one.Pulls.GetValueOrDefault(source)?.Good,
        };

        ReadSite Renamed(NamePlan names) => Read(named = SiteReader.WithNames(named, names));
    }
}
