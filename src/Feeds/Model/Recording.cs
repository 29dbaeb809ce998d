using System.Collections.Frozen;
using NodaTime;

namespace Feeds.Model;

/// <summary>A recording that goes with a post.</summary>
/// <param name="File">The file of the site that it is; null when it is elsewhere.</param>
/// <param name="MediaType">If the front matter states it.</param>
/// <param name="Length">Its size in bytes, if the front matter states it.</param>
public sealed record Recording(Uri Url, FileReference? File, string? MediaType, long? Length, Duration? Duration)
{
    /// <summary>Null when it is elsewhere or missing.</summary>
    public SiteFile? FileIn(FrozenDictionary<string, SiteFile> files) =>
        File?.Candidates.Select(files.GetValueOrDefault).FirstOrDefault(file => file is not null);
}
