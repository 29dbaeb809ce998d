using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;
using Feeds.Model;
using Feeds.Model.Languages;
using Feeds.Publishing.Syndication;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>How to render the bytes for one address.</summary>
/// <param name="Path">Not percent-encoded.</param>
/// <param name="Dated">The newest date in the content.</param>
/// <param name="CacheKey">All that the bytes depend on.</param>
internal sealed record RenderPlan(
    string Path, MediaType MediaType, Instant Dated, ImmutableArray<object?> CacheKey, Func<ReadOnlyMemory<byte>> Bytes)
{
    /// <summary>The date of content without one; Thunderbird requests a feed that it has never seen with Sat, 01 Jan 2000.</summary>
    public static readonly Instant Undated = Instant.FromUtc(2001, 1, 1, 0, 0);

    // Pooled segments: a growing array would leave its shorter copies on the large object heap.
    private static readonly PipeOptions Pooled =
        new(pauseWriterThreshold: 0, minimumSegmentSize: 16_384, useSynchronizationContext: false);

    public ChangeScope Scope { get; init; }

    /// <summary>When the bytes last changed according to the lock; null without a history.</summary>
    public Instant? Changed { get; init; }

    /// <summary>Renders only what the cache key of an earlier version does not contain; null when it is always sent whole.</summary>
    public Func<ImmutableArray<object?>, ReadOnlyMemory<byte>>? Since { get; init; }

    /// <summary>The page in all its languages; none for a page in one language.</summary>
    public ImmutableArray<Translation> Translations { get; init; } = [];

    public CacheBudget Budget { get; init; } = CacheBudget.Unlimited;

    /// <summary>Null except for a feed.</summary>
    public FeedLinks? Links { get; init; }

    public static RenderPlan Of(
        string path, MediaType mediaType, Instant dated, ImmutableArray<object?> cacheKey, Action<Stream> write) =>
        new(path, mediaType, dated, cacheKey, () => Written(write));

    /// <summary>A plan for what depends on the settings alone.</summary>
    public static RenderPlan OfSettings(string path, MediaType mediaType, object? key, Func<ReadOnlyMemory<byte>> bytes) =>
        new(path, mediaType, Instant.MinValue, [key], bytes) { Scope = ChangeScope.Document };

    public static RenderPlan OfFile(string path, MediaType mediaType, SiteFile file) =>
        new(path, mediaType, Instant.MinValue, [file], () => file.Bytes.Value) { Scope = ChangeScope.File };

    public static ReadOnlyMemory<byte> Written(Action<Stream> write)
    {
        var pipe = new Pipe(Pooled);
        using (var stream = pipe.Writer.AsStream()) write(stream);
        pipe.Reader.TryRead(out var read);
        var bytes = read.Buffer.ToArray();
        pipe.Reader.Complete();
        return bytes;
    }
}

/// <summary>What makes a representation change.</summary>
internal enum ChangeScope
{
    /// <summary>Any document that is added, removed or moved.</summary>
    Site,

    /// <summary>Any event that is added, removed or moved.</summary>
    Events,

    /// <summary>Only the document that it shows.</summary>
    Document,

    /// <summary>A file or page for which the lock has no history.</summary>
    File,
}
