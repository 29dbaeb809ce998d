using System.Collections.Immutable;
using System.Globalization;
using Feeds.Publishing.Syndication;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>What is sent for one address: the bytes, what they are, and the validators by which a client knows them again (RFC 9110 §3.2, §8.8). Rendered on first use; the bytes are kept as long as the budget lasts, and the validators for good.</summary>
internal sealed class Representation
{
    private readonly RenderedBytes bytes;
    private readonly Func<ImmutableArray<object?>, ReadOnlyMemory<byte>>? since;
    private string? changedDate;

    /// <param name="now">When it is published: then its bytes changed, if they differ from those before.</param>
    /// <param name="before">What stood at the same address; null when nothing did.</param>
    public Representation(RenderPlan rendering, Instant now, Representation? before)
    {
        Path = rendering.Path;
        MediaType = rendering.MediaType;
        CacheKey = rendering.CacheKey;
        Links = rendering.Links;
        Changed = Seconds(rendering.Changed);
        since = rendering.Since;
        bytes = new RenderedBytes(rendering, now, before?.bytes);
    }

    // The same bytes, which last changed at another moment.
    private Representation(Representation same, Instant? changed)
    {
        (Path, MediaType, CacheKey, Links, since) = (same.Path, same.MediaType, same.CacheKey, same.Links, same.since);
        (bytes, Changed) = (same.bytes, changed);
    }

    /// <summary>The path of its address, not percent-encoded.</summary>
    public string Path { get; }

    public MediaType MediaType { get; }

    /// <summary>All that its bytes depend on.</summary>
    public ImmutableArray<object?> CacheKey { get; }

    /// <summary>The links of a feed; null for all else.</summary>
    public FeedLinks? Links { get; }

    public bool IsRendered => bytes.IsRendered;

    public bool HasIdentity => bytes.Identity.IsHeld;

    public bool HasGzip => bytes.HasGzip;

    public bool HasBrotli => bytes.HasBrotli;

    /// <summary>The bytes without any content coding.</summary>
    public ReadOnlyMemory<byte> Identity => bytes.Identity.Value;

    public ReadOnlyMemory<byte> Gzip => bytes.Gzip.Value;

    public ReadOnlyMemory<byte> Brotli => bytes.Brotli.Value;

    /// <summary>The entity tag of the identity form without its quotes: the same on every server that sends these bytes.</summary>
    public string OpaqueTag => Tags.Opaque;

    public EntityTags Tags => bytes.Version.Tags;

    /// <summary>When these bytes last changed by what is remembered of the site, in whole seconds; null where no history is kept.</summary>
    public Instant? Changed { get; }

    /// <summary>When they last changed as far as is known before they are rendered, in whole seconds.</summary>
    public Instant Dated => Changed ?? bytes.Dated;

    /// <summary>When these bytes last changed, in whole seconds.</summary>
    public Instant LastModified => Changed ?? bytes.Version.LastModified;

    /// <summary>The same as an HTTP date.</summary>
    public string LastModifiedDate => Changed is { } changed ? changedDate ??= HttpDate(changed) : bytes.Version.LastModifiedDate;

    /// <summary>The entity tags of the versions before, newest first, of which it is known what they held.</summary>
    public IEnumerable<string> EarlierTags => since is null ? [] : bytes.Version.Earlier.Select(version => version.OpaqueTag);

    /// <summary>The same bytes with what is remembered of when they last changed.</summary>
    public Representation ChangedAt(Instant? moment) => moment is null || Seconds(moment) == Changed ? this : new Representation(this, Seconds(moment));

    /// <summary>What is new since an earlier version (RFC 3229 §10.9.3, <c>feed</c>).</summary>
    public ReadOnlyMemory<byte> Since(string earlierTag) => since!(bytes.Version.Earlier.First(version => version.OpaqueTag == earlierTag).CacheKey);

    /// <summary>An instant as an HTTP date (RFC 9110 §5.6.7).</summary>
    public static string HttpDate(Instant instant) => instant.ToDateTimeUtc().ToString("r", CultureInfo.InvariantCulture);

    private static Instant? Seconds(Instant? instant) => instant is { } moment ? RenderedBytes.Seconds(moment) : null;
}
