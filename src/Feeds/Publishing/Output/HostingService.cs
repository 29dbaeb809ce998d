namespace Feeds.Publishing.Output;

/// <summary>The static hosts that build can write configuration for.</summary>
internal enum HostingService
{
    Netlify,
    Cloudflare,
    GitHub,
}
