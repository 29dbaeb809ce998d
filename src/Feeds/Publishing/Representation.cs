using System.Collections.Immutable;
using System.Globalization;
using Feeds.Publishing.Syndication;
using NodaTime;

namespace Feeds.Publishing;

/// <summary>The bytes, media type and validators of one path (RFC 9110 §3.2, §8.8), rendered on first use.</summary>
internal sealed class Representation
{
    private readonly RenderedBytes bytes;
    private readonly Func<ImmutableArray<object?>, ReadOnlyMemory<byte>>? since;
    private string? changedDate;

    /// <param name="now">When it is published, and so when the bytes changed, if they differ from those before.</param>
    /// <param name="before">The representation of the same path in the previous publication.</param>
    public Representation(RenderPlan plan, Instant now, Representation? before)
    {
        Path = plan.Path;
        MediaType = plan.MediaType;
        CacheKey = plan.CacheKey;
        Links = plan.Links;
        Changed = Seconds(plan.Changed);
        since = plan.Since;
        bytes = new RenderedBytes(plan, now, before?.bytes);
    }

    private Representation(Representation same, Instant? changed)
    {
        (Path, MediaType, CacheKey, Links, since) = (same.Path, same.MediaType, same.CacheKey, same.Links, same.since);
        (bytes, Changed) = (same.bytes, changed);
    }

    /// <summary>Not percent-encoded.</summary>
    public string Path { get; }

    public MediaType MediaType { get; }

    public ImmutableArray<object?> CacheKey { get; }

    /// <summary>Null except for a feed.</summary>
    public FeedLinks? Links { get; }

    public bool IsRendered => bytes.IsRendered;

    public bool HasIdentity => bytes.Plain.IsHeld;

    public bool HasGzip => bytes.HasGzip;

    public bool HasBrotli => bytes.HasBrotli;

    public ReadOnlyMemory<byte> Identity => bytes.Plain.Value;

    public ReadOnlyMemory<byte> Gzip => bytes.Gzip.Value;

    public ReadOnlyMemory<byte> Brotli => bytes.Brotli.Value;

    /// <summary>The entity tag without quotes and coding, derived from the bytes alone.</summary>
    public string OpaqueTag => Tags.Opaque;

    public EntityTags Tags => bytes.Version.Tags;

    /// <summary>When the bytes last changed according to the lock, in whole seconds; null without a history.</summary>
    public Instant? Changed { get; }

    /// <summary>When the bytes last changed as far as is known without rendering, in whole seconds.</summary>
    public Instant Dated => Changed ?? bytes.Dated;

    /// <summary>In whole seconds.</summary>
    public Instant LastModified => Changed ?? bytes.Version.LastModified;

    public string LastModifiedDate =>
        Changed is { } changed ? changedDate ??= HttpDate(changed) : bytes.Version.LastModifiedDate;

    /// <summary>The opaque tags of the versions against which <see cref="Since"/> can render, newest first.</summary>
    public IEnumerable<string> EarlierTags => since is null ? [] : bytes.Version.Earlier.Select(version => version.OpaqueTag);

    public Representation ChangedAt(Instant? moment) =>
        moment is null || Seconds(moment) == Changed ? this : new Representation(this, Seconds(moment));

    /// <summary>The entries that are new since an earlier version (RFC 3229 §10.9.3, <c>feed</c>).</summary>
    public ReadOnlyMemory<byte> Since(string earlierTag) =>
        since!(bytes.Version.Earlier.First(version => version.OpaqueTag == earlierTag).CacheKey);

    /// <summary>RFC 9110 §5.6.7.</summary>
    public static string HttpDate(Instant instant) => instant.ToDateTimeUtc().ToString("r", CultureInfo.InvariantCulture);

    private static Instant? Seconds(Instant? instant) => instant is { } moment ? RenderedBytes.Seconds(moment) : null;
}
