namespace Feeds.Publishing;

/// <summary>The entity tags of a representation, one for each form in which it is sent (RFC 9110 §8.8.3.3).</summary>
/// <param name="Opaque">The part that all of them share, without quotes.</param>
internal sealed record EntityTags(string Opaque)
{
    public string Identity { get; } = $"\"{Opaque}\"";

    public string Gzip { get; } = $"\"{Opaque}-gzip\"";

    public string Brotli { get; } = $"\"{Opaque}-br\"";
}
