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

/// <summary>A site as it is published: its documents with the names and stamps that the lock gives them.</summary>
/// <param name="Reading">What the files say, under those names.</param>
/// <param name="Diagnostics">All that is wrong with the files and the lock, in order of path and line.</param>
internal sealed record BuiltSite(Site Site, SiteReading Reading, ImmutableArray<Change> Changes, LockData Lock, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}

/// <summary>The one way from a content folder to a site.</summary>
internal static class SiteBuilder
{
    /// <summary>Reads a folder for a command that ends: the lock tells what files keep that cannot be read.</summary>
    /// <param name="url">The public address that takes the place of the author's, in links alone; null for none.</param>
    public static SiteReading Read(FolderReading folder, LockStore memory, Uri? url = null)
    {
        memory.Look();
        return SiteReader.Read(folder, () => url ?? NotListening(), previous: null, memory.DocumentAt, MachineZone.Name, url);
    }

    /// <summary>The address that ids and links would be made from while nothing listens.</summary>
    public static Uri NotListening() => new("http://localhost:5000/");

    /// <summary>Gives a site what the lock knows of it, and the lock what changed.</summary>
    public static BuiltSite UpdateLock(SiteReading reading, LockStore memory, Instant now) => Built(reading, memory, read => memory.UpdateLock(read, now));

    /// <summary>Gives a site what the lock knows of it, and the lock nothing new.</summary>
    public static BuiltSite ApplyLock(SiteReading reading, LockStore memory, Instant now) => Built(reading, memory, read => memory.ApplyLock(read, now));

    private static BuiltSite Built(SiteReading reading, LockStore memory, Func<ReadSite, IdentifiedSite> register)
    {
        var named = reading;
        var registered = register(new ReadSite(reading.Site, reading.Names, reading.Unread, reading.SourceAt, Renamed));
        // Also where only what is said of the names is other.
        named = SiteReader.Renamed(named, registered.Names);
        var diagnostics = named.Diagnostics.Concat(memory.Diagnostics).Concat(registered.Diagnostics).Order(Diagnostic.ByPlace);
        return new BuiltSite(registered.Site, named, registered.Changes, registered.Lock, [.. diagnostics]);

        Site Renamed(NamePlan names) => (named = SiteReader.Renamed(named, names)).Site;
    }
}
