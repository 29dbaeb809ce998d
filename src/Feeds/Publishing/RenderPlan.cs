using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;
using Feeds.Model;
using Feeds.Publishing.Syndication;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>How to render the bytes for one address.</summary>
/// <param name="Path">The path of the address, not percent-encoded.</param>
/// <param name="Dated">The newest date in what is rendered.</param>
/// <param name="CacheKey">All that the bytes depend on: where these are equal, so are the bytes.</param>
internal sealed record RenderPlan(string Path, MediaType MediaType, Instant Dated, ImmutableArray<object?> CacheKey, Func<ReadOnlyMemory<byte>> Bytes)
{
    /// <summary>In pieces that are lent again: what grows as one array leaves several of it behind, and the collector at large ones stops all.</summary>
    private static readonly PipeOptions Unhurried = new(pauseWriterThreshold: 0, minimumSegmentSize: 16_384, useSynchronizationContext: false);

    /// <summary>What makes its bytes change, beside what it is dated by.</summary>
    public ChangeScope Reach { get; init; }

    /// <summary>When its bytes last changed, by what is remembered of the site; null where no history is kept.</summary>
    public Instant? Changed { get; init; }

    /// <summary>Renders only what is not among the inputs of an earlier version; null for what is always sent whole.</summary>
    public Func<ImmutableArray<object?>, ReadOnlyMemory<byte>>? Since { get; init; }

    /// <summary>What keeps the bytes; without one they are kept for good.</summary>
    public CacheBudget Budget { get; init; } = CacheBudget.Unlimited;

    /// <summary>The links of a feed; null for all else.</summary>
    public FeedLinks? Links { get; init; }

    /// <summary>Lets a writer write the bytes.</summary>
    public static RenderPlan Of(string path, MediaType mediaType, Instant dated, ImmutableArray<object?> inputs, Action<Stream> write) =>
        new(path, mediaType, dated, inputs, () => Written(write));

    /// <summary>The bytes that a writer writes.</summary>
    public static ReadOnlyMemory<byte> Written(Action<Stream> write)
    {
        var pipe = new Pipe(Unhurried);
        using (var stream = pipe.Writer.AsStream()) write(stream);
        pipe.Reader.TryRead(out var read);
        var bytes = read.Buffer.ToArray();
        pipe.Reader.Complete();
        return bytes;
    }
}
