using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Feeds.Model;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>What is sent for one address: the bytes, what they are, and the validators by which a client knows them again (RFC 9110 §3.2, §8.8). Rendered on first use; the bytes are kept as long as the budget lasts, and the validators for good.</summary>
internal sealed class Representation
{
    private const int MaxVersions = 16;

    private readonly Lazy<Rendered> rendered;
    private readonly Kept<ReadOnlyMemory<byte>> identity;
    private readonly Kept<ReadOnlyMemory<byte>> gzip;
    private readonly Kept<ReadOnlyMemory<byte>> brotli;
    private readonly Func<ImmutableArray<object?>, ReadOnlyMemory<byte>>? since;
    private readonly Predecessor before;
    private string? changedDate;

    /// <param name="now">When it is published: then its bytes changed, if they differ from those before.</param>
    /// <param name="before">What stood at the same address; null when nothing did.</param>
    public Representation(Rendering rendering, Instant now, Representation? before)
    {
        Path = rendering.Path;
        MediaType = rendering.MediaType;
        Inputs = rendering.Inputs;
        Links = rendering.Links;
        Changed = Seconds(rendering.Changed);
        since = rendering.Since;
        // One that nobody has asked for tells nothing of what was sent before; the last that was sent does.
        // It is looked up first: once it is let go of, the one that took its place is rendered.
        var sent = before?.before.Value;
        var predecessor = new Predecessor { Value = before is null || before.IsRendered ? before : sent };
        var bytes = new Kept<ReadOnlyMemory<byte>>(rendering.Budget, rendering.Bytes, Length);
        this.before = predecessor;
        identity = bytes;
        rendered = new(() => Render(bytes.Value, rendering.Dated, now, predecessor.Value));
        gzip = new(rendering.Budget, () => Compression.Gzip(bytes.Value.Span), Length);
        brotli = new(rendering.Budget, () => Compression.Brotli(bytes.Value.Span), Length);

        static long Length(ReadOnlyMemory<byte> bytes) => bytes.Length;
    }

    // The same bytes, which last changed at another moment.
    private Representation(Representation same, Instant? changed)
    {
        (Path, MediaType, Inputs, Links, since) = (same.Path, same.MediaType, same.Inputs, same.Links, same.since);
        (rendered, identity, gzip, brotli, before) = (same.rendered, same.identity, same.gzip, same.brotli, same.before);
        Changed = changed;
    }

    /// <summary>The path of its address, not percent-encoded.</summary>
    public string Path { get; }

    public MediaType MediaType { get; }

    /// <summary>All that its bytes depend on.</summary>
    public ImmutableArray<object?> Inputs { get; }

    /// <summary>The links of a feed; null for all else.</summary>
    public FeedLinks? Links { get; }

    public bool IsRendered => rendered.IsValueCreated;

    public bool HasIdentity => identity.IsHeld;

    public bool HasGzip => gzip.IsHeld;

    public bool HasBrotli => brotli.IsHeld;

    /// <summary>The bytes without any content coding.</summary>
    public ReadOnlyMemory<byte> Identity => identity.Value;

    public ReadOnlyMemory<byte> Gzip => gzip.Value;

    public ReadOnlyMemory<byte> Brotli => brotli.Value;

    /// <summary>The entity tag of the identity form without its quotes: the same on every server that sends these bytes.</summary>
    public string OpaqueTag => Tags.Opaque;

    public EntityTags Tags => Current().Tags;

    /// <summary>When these bytes last changed by what is remembered of the site, in whole seconds; null where no history is kept.</summary>
    public Instant? Changed { get; }

    /// <summary>When these bytes last changed, in whole seconds.</summary>
    public Instant LastModified => Changed ?? Current().LastModified;

    /// <summary>The same as an HTTP date.</summary>
    public string LastModifiedDate => Changed is { } changed ? changedDate ??= HttpDate(changed) : Current().LastModifiedDate;

    /// <summary>The entity tags of the versions before, newest first, of which it is known what they held.</summary>
    public IEnumerable<string> EarlierTags => since is null ? [] : Current().Earlier.Select(version => version.OpaqueTag);

    /// <summary>The same bytes with what is remembered of when they last changed.</summary>
    public Representation ChangedAt(Instant? moment) => moment is null || Seconds(moment) == Changed ? this : new Representation(this, Seconds(moment));

    /// <summary>What is new since an earlier version (RFC 3229 §10.9.3, <c>feed</c>).</summary>
    public ReadOnlyMemory<byte> Since(string earlierTag) => since!(Current().Earlier.First(version => version.OpaqueTag == earlierTag).Inputs);

    private Rendered Current()
    {
        var version = rendered.Value;
        // Kept any longer it would keep its own predecessor, and so on for ever. It is not written to by each request: all processors read it.
        if (before.Value is not null) before.Value = null;
        return version;
    }

    // Static, as all that makes bytes, so that what is kept of it does not keep this.
    private static Rendered Render(ReadOnlyMemory<byte> bytes, Instant dated, Instant now, Representation? earlier)
    {
        var tags = new EntityTags(Base64Url.EncodeToString(SHA256.HashData(bytes.Span).AsSpan(0, 16)));
        if (earlier is null) return new Rendered(tags, Seconds(Instant.Min(dated, now)), []);
        if (earlier.OpaqueTag == tags.Opaque) return earlier.Current();
        var versions = earlier.Current().Earlier.Insert(0, new Version(earlier.OpaqueTag, earlier.Inputs));
        return new Rendered(tags, Instant.Max(Seconds(now), earlier.LastModified + Duration.FromSeconds(1)), [.. versions.Take(MaxVersions)]);
    }

    /// <summary>An instant as an HTTP date (RFC 9110 §5.6.7).</summary>
    public static string HttpDate(Instant instant) => instant.ToDateTimeUtc().ToString("r", CultureInfo.InvariantCulture);

    private static Instant? Seconds(Instant? instant) => instant is { } moment ? Seconds(moment) : null;

    private static Instant Seconds(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    private sealed record Rendered(EntityTags Tags, Instant LastModified, ImmutableArray<Version> Earlier)
    {
        public string LastModifiedDate { get; } = HttpDate(LastModified);
    }

    private sealed record Version(string OpaqueTag, ImmutableArray<object?> Inputs);

    /// <summary>What stood at the address before, until it is known what of it counts.</summary>
    private sealed class Predecessor
    {
        private volatile Representation? value;

        public Representation? Value
        {
            get => value;
            set => this.value = value;
        }
    }
}
