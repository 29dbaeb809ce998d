using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Feeds.Model;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>The bytes of a representation in every form, and the version that they are. A large site has tens of thousands, so nothing is made before it is asked for.</summary>
/// <param name="now">When it is published: then its bytes changed, if they differ from those before.</param>
/// <param name="before">What stood at the same address; null when nothing did.</param>
internal sealed class RenderedBytes(RenderPlan rendering, Instant now, RenderedBytes? before)
{
    private const int MaxVersions = 16;

    private readonly CacheBudget budget = rendering.Budget;
    private readonly ImmutableArray<object?> inputs = rendering.CacheKey;

    // One that nobody has asked for tells nothing of what was sent before; the last that was sent does.
    private volatile RenderedBytes? earlier = SentBefore(before);
    private volatile RenderedVersion? version;
    private Cached<ReadOnlyMemory<byte>>? gzip;
    private Cached<ReadOnlyMemory<byte>>? brotli;

    /// <summary>When they last changed, of bytes that nothing was sent before, in whole seconds.</summary>
    public Instant Dated { get; } = Seconds(Instant.Min(rendering.Dated, now));

    public Cached<ReadOnlyMemory<byte>> Identity { get; } = new(rendering.Budget, rendering.Bytes, Length);

    public Cached<ReadOnlyMemory<byte>> Gzip => gzip ?? Once(ref gzip, Compression.Gzip);

    public Cached<ReadOnlyMemory<byte>> Brotli => brotli ?? Once(ref brotli, Compression.Brotli);

    public bool HasGzip => gzip is { IsHeld: true };

    public bool HasBrotli => brotli is { IsHeld: true };

    public bool IsRendered => version is not null;

    public RenderedVersion Version => version ?? Rendered();

    private RenderedVersion Rendered()
    {
        lock (Identity)
        {
            if (version is { } meanwhile) return meanwhile;
            var made = VersionOf(Identity.Value.Span);
            version = made;
            // Kept any longer it would keep its own predecessor, and so on for ever.
            earlier = null;
            return made;
        }
    }

    private RenderedVersion VersionOf(ReadOnlySpan<byte> bytes)
    {
        var tags = new EntityTags(Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 16)));
        if (earlier is not { } sent) return new RenderedVersion(tags, Dated, []);
        if (sent.Version.Tags.Opaque == tags.Opaque) return sent.Version;
        var known = sent.Version.Earlier.Insert(0, new EarlierVersion(sent.Version.Tags.Opaque, sent.inputs));
        return new RenderedVersion(tags, Instant.Max(Seconds(now), sent.Version.LastModified + Duration.FromSeconds(1)), [.. known.Take(MaxVersions)]);
    }

    private Cached<ReadOnlyMemory<byte>> Once(ref Cached<ReadOnlyMemory<byte>>? form, Func<ReadOnlySpan<byte>, byte[]> coding)
    {
        var identity = Identity;
        var made = new Cached<ReadOnlyMemory<byte>>(budget, () => coding(identity.Value.Span), Length);
        return Interlocked.CompareExchange(ref form, made, null) ?? made;
    }

    // Looked up in this order: once it is let go of, the one that took its place is rendered.
    private static RenderedBytes? SentBefore(RenderedBytes? before)
    {
        var sent = before?.earlier;
        return before is null || before.IsRendered ? before : sent;
    }

    public static Instant Seconds(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    private static long Length(ReadOnlyMemory<byte> bytes) => bytes.Length;
}

/// <summary>One state of the bytes of a representation, as its clients know it.</summary>
/// <param name="LastModified">When its bytes came to be what they are, in whole seconds.</param>
/// <param name="Earlier">Those before it, newest first.</param>
internal sealed record RenderedVersion(EntityTags Tags, Instant LastModified, ImmutableArray<EarlierVersion> Earlier)
{
    public string LastModifiedDate { get; } = Representation.HttpDate(LastModified);
}

/// <summary>A version that was sent once, of which it is known what it held.</summary>
internal sealed record EarlierVersion(string OpaqueTag, ImmutableArray<object?> CacheKey);
