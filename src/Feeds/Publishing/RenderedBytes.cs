using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Feeds.Model;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>The bytes of a representation in every content coding, rendered on first use.</summary>
/// <param name="now">When it is published, and so when the bytes changed, if they differ from those before.</param>
/// <param name="before">The bytes at the same path in the previous publication.</param>
internal sealed class RenderedBytes(RenderPlan plan, Instant now, RenderedBytes? before)
{
    private const int MaxVersions = 16;

    private readonly CacheBudget budget = plan.Budget;
    private readonly ImmutableArray<object?> cacheKey = plan.CacheKey;

    // Skips versions that were never sent.
    private volatile RenderedBytes? earlier = LastSent(before);
    private volatile RenderedVersion? version;
    private Cached<ReadOnlyMemory<byte>>? gzip;
    private Cached<ReadOnlyMemory<byte>>? brotli;

    /// <summary>When the bytes last changed if no earlier version was sent, in whole seconds.</summary>
    public Instant Dated { get; } = Seconds(Instant.Min(plan.Dated, now));

    public Cached<ReadOnlyMemory<byte>> Plain { get; } = new(plan.Budget, plan.Bytes, Length);

    public Cached<ReadOnlyMemory<byte>> Gzip => gzip ?? Once(ref gzip, Compression.Gzip);

    public Cached<ReadOnlyMemory<byte>> Brotli => brotli ?? Once(ref brotli, Compression.Brotli);

    public bool HasGzip => gzip is { IsHeld: true };

    public bool HasBrotli => brotli is { IsHeld: true };

    public bool IsRendered => version is not null;

    public RenderedVersion Version => version ?? Rendered();

    private RenderedVersion Rendered()
    {
        lock (Plain)
        {
            if (version is { } known) return known;
            var made = VersionOf(Plain.Value.Span);
            version = made;
            // Else each version would hold all versions before it in memory.
            earlier = null;
            return made;
        }
    }

    private RenderedVersion VersionOf(ReadOnlySpan<byte> bytes)
    {
        var tags = new EntityTags(Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 16)));
        if (earlier is not { } sent) return new RenderedVersion(tags, Dated, []);
        if (sent.Version.Tags.Opaque == tags.Opaque) return sent.Version;
        var known = sent.Version.Earlier.Insert(0, new EarlierVersion(sent.Version.Tags.Opaque, sent.cacheKey));
        var lastModified = Instant.Max(Seconds(now), sent.Version.LastModified + Duration.FromSeconds(1));
        return new RenderedVersion(tags, lastModified, [.. known.Take(MaxVersions)]);
    }

    private Cached<ReadOnlyMemory<byte>> Once(ref Cached<ReadOnlyMemory<byte>>? form, Func<ReadOnlySpan<byte>, byte[]> coding)
    {
        var identity = Plain;
        var made = new Cached<ReadOnlyMemory<byte>>(budget, () => coding(identity.Value.Span), Length);
        return Interlocked.CompareExchange(ref form, made, null) ?? made;
    }

    // 'earlier' is read before 'IsRendered': another thread sets it to null after rendering.
    private static RenderedBytes? LastSent(RenderedBytes? before)
    {
        var sent = before?.earlier;
        return before is null || before.IsRendered ? before : sent;
    }

    public static Instant Seconds(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    private static long Length(ReadOnlyMemory<byte> bytes) => bytes.Length;
}

/// <summary>The validators of one version of a representation.</summary>
/// <param name="LastModified">In whole seconds.</param>
/// <param name="Earlier">Newest first.</param>
internal sealed record RenderedVersion(EntityTags Tags, Instant LastModified, ImmutableArray<EarlierVersion> Earlier)
{
    public string LastModifiedDate { get; } = Representation.HttpDate(LastModified);
}

/// <summary>A version that was sent earlier, with the cache key of its content.</summary>
internal sealed record EarlierVersion(string OpaqueTag, ImmutableArray<object?> CacheKey);
