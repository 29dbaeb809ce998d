namespace Feeds.Operations.Cluster;

/// <summary>By what a version of an address is known, in whatever form it was sent.</summary>
/// <param name="Tag">The entity tag without the mark of a coding, and without the weakness that a cache gave it.</param>
internal readonly record struct Validators(string Path, string Tag, DateTimeOffset? LastModified)
{
    public static Validators Of(string path, HttpResponseMessage response) =>
        new(path, (response.Headers.ETag?.Tag ?? "").Trim('"').Replace("-gzip", "", StringComparison.Ordinal).Replace("-br", "", StringComparison.Ordinal), response.Content.Headers.LastModified);
}
