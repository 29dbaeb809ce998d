using System.Diagnostics;
using Feeds.Content;
using Feeds.Content.Files;
using Feeds.Identity.Format;
using Feeds.Web.Live;

namespace Feeds.Web.Watching;

/// <summary>The first reading of a content folder.</summary>
/// <param name="Spill">Holds the texts that memory does not.</param>
/// <param name="Began">The timestamp of the stopwatch.</param>
internal sealed record FirstReading(FolderReading Contents, SiteReading Site, SpillFile Spill, long Began)
{
    /// <exception cref="DirectoryNotFoundException">There is no content folder.</exception>
    public static FirstReading Of(string folder, LockStore store, PreviewMode preview = PreviewMode.None, string? state = null)
    {
        var began = Stopwatch.GetTimestamp();
        using var progress = new Progress("Reading content");
        var spill = new SpillFile();
        var contents = ContentFolder.Read(folder, previous: null, spill, state) with { ShowsDrafts = preview == PreviewMode.Drafts };
        try
        {
            store.ReadIfChanged();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The first publication tries again, and reports it.
        }

        return new FirstReading(contents, SiteBuilder.Read(contents, store), spill, began);
    }
}
