using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>What is sent for one address: the bytes, what they are, and the validators by which a client knows them again (RFC 9110 §3.2, §8.8). Rendered on first use.</summary>
internal sealed class Representation
{
    private const int MaxVersions = 16;

    private readonly Lazy<Rendered> rendered;
    private readonly Lazy<ReadOnlyMemory<byte>> gzip;
    private readonly Lazy<ReadOnlyMemory<byte>> brotli;
    private readonly Func<ImmutableArray<object?>, ReadOnlyMemory<byte>>? since;
    private readonly Instant? changed;
    private volatile Representation? before;

    /// <param name="now">When it is published: then its bytes changed, if they differ from those before.</param>
    /// <param name="before">What stood at the same address; null when nothing did.</param>
    public Representation(Rendering rendering, Instant now, Representation? before)
    {
        Path = rendering.Path;
        MediaType = rendering.MediaType;
        Inputs = rendering.Inputs;
        Links = rendering.Links;
        since = rendering.Since;
        changed = Seconds(rendering.Changed);
        // One that nobody has asked for tells nothing of what was sent before; the last that was sent does.
        // It is looked up first: once it is let go of, the one that took its place is rendered.
        var sent = before?.before;
        this.before = before is null || before.IsRendered ? before : sent;
        rendered = new(() => Render(rendering, now));
        gzip = new(() => Compression.Gzip(Identity.Span));
        brotli = new(() => Compression.Brotli(Identity.Span));
    }

    // The same bytes, which last changed at another moment.
    private Representation(Representation same, Instant? changed)
    {
        (Path, MediaType, Inputs, Links, since) = (same.Path, same.MediaType, same.Inputs, same.Links, same.since);
        (rendered, gzip, brotli) = (same.rendered, same.gzip, same.brotli);
        this.changed = changed;
    }

    /// <summary>The path of its address, not percent-encoded.</summary>
    public string Path { get; }

    public MediaType MediaType { get; }

    /// <summary>All that its bytes depend on.</summary>
    public ImmutableArray<object?> Inputs { get; }

    /// <summary>The links of a feed; null for all else.</summary>
    public FeedLinks? Links { get; }

    public bool IsRendered => rendered.IsValueCreated;

    public bool HasGzip => gzip.IsValueCreated;

    public bool HasBrotli => brotli.IsValueCreated;

    /// <summary>The bytes without any content coding.</summary>
    public ReadOnlyMemory<byte> Identity => Current().Bytes;

    public ReadOnlyMemory<byte> Gzip => gzip.Value;

    public ReadOnlyMemory<byte> Brotli => brotli.Value;

    /// <summary>The entity tag of the identity form without its quotes: the same on every server that sends these bytes.</summary>
    public string OpaqueTag => Tags.Opaque;

    public EntityTags Tags => Current().Tags;

    /// <summary>When these bytes last changed, in whole seconds.</summary>
    public Instant LastModified => changed ?? Current().LastModified;

    /// <summary>The same as an HTTP date.</summary>
    public string LastModifiedDate => Current().LastModifiedDate;

    /// <summary>The entity tags of the versions before, newest first, of which it is known what they held.</summary>
    public IEnumerable<string> EarlierTags => since is null ? [] : Current().Earlier.Select(version => version.OpaqueTag);

    /// <summary>The same bytes with what is remembered of when they last changed.</summary>
    public Representation ChangedAt(Instant? moment) => moment is null || Seconds(moment) == changed ? this : new Representation(this, Seconds(moment));

    /// <summary>What is new since an earlier version (RFC 3229 §10.9.3, <c>feed</c>).</summary>
    public ReadOnlyMemory<byte> Since(string earlierTag) => since!(Current().Earlier.First(version => version.OpaqueTag == earlierTag).Inputs);

    private Rendered Current()
    {
        var version = rendered.Value;
        // Kept any longer it would keep its own predecessor, and so on for ever. It is not written to by each request: all processors read it.
        if (before is not null) before = null;
        return version;
    }

    private Rendered Render(Rendering rendering, Instant now)
    {
        var earlier = before;
        var bytes = rendering.Bytes();
        var tags = new EntityTags(Base64Url.EncodeToString(SHA256.HashData(bytes.Span).AsSpan(0, 16)));
        if (earlier is null) return new Rendered(bytes, tags, Seconds(Instant.Min(rendering.Dated, now)), []);
        if (earlier.OpaqueTag == tags.Opaque) return earlier.Current();
        var versions = earlier.Current().Earlier.Insert(0, new Version(earlier.OpaqueTag, earlier.Inputs));
        return new Rendered(bytes, tags, Instant.Max(Seconds(now), earlier.LastModified + Duration.FromSeconds(1)), [.. versions.Take(MaxVersions)]);
    }

    /// <summary>An instant as an HTTP date (RFC 9110 §5.6.7).</summary>
    public static string HttpDate(Instant instant) => instant.ToDateTimeUtc().ToString("r", CultureInfo.InvariantCulture);

    private static Instant? Seconds(Instant? instant) => instant is { } moment ? Seconds(moment) : null;

    private static Instant Seconds(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    private sealed record Rendered(ReadOnlyMemory<byte> Bytes, EntityTags Tags, Instant LastModified, ImmutableArray<Version> Earlier)
    {
        public string LastModifiedDate { get; } = HttpDate(LastModified);
    }

    private sealed record Version(string OpaqueTag, ImmutableArray<object?> Inputs);
}
