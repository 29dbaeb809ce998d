using System.Buffers.Binary;
using System.Net;
using Feeds.Publishing;
using NodaTime;

namespace Feeds.Web.Serving;

/// <summary>Makes a client wait that fetches the same bytes of a feed or calendar in full again and again.</summary>
/// <param name="unknown">Addresses that may stand for many clients.</param>
internal sealed class FairUse(IPNetwork[] unknown)
{
    /// <summary>How many fetches are free; after them one is allowed in each pause.</summary>
    public const int Burst = 60;

    private const int ClientsKept = 8192;

    public static readonly Duration Pause = Duration.FromSeconds(10);

    // A client that shares its slot with another is forgotten: a flood of addresses takes no more memory, and nobody waits for others.
    private readonly Client[] clients = new Client[ClientsKept];
    private readonly Lock gate = new();

    /// <summary>How long the client of a request must wait; null when it is answered.</summary>
    public int? SecondsToWait(HttpContext context, Representation representation, Instant now)
    {
        if (!representation.MediaType.IsPolled || !IsFullFetch(context.Request)) return null;
        if (context.Connection.RemoteIpAddress is not { } address || IsUnknown(address)) return null;
        var what = HashCode.Combine(representation.Path, representation.OpaqueTag, context.Request.Headers.UserAgent.ToString());
        return Count(NetworkOf(address), what, now) is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : null;
    }

    private static bool IsFullFetch(HttpRequest request) =>
        Method.IsGet(request) && request.Headers.IfNoneMatch.Count == 0 && request.Headers.IfModifiedSince.Count == 0;

    private bool IsUnknown(IPAddress address)
    {
        address = Plain(address);
        return Array.Exists(unknown, network => network.Contains(address));
    }

    // A server that listens on both kinds of address sees IPv4 mapped to IPv6.
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>One household or server: an IPv4 address, or the 64 bits of an IPv6 network.</summary>
    private static ulong NetworkOf(IPAddress address)
    {
        Span<byte> octets = stackalloc byte[16];
        Plain(address).TryWriteBytes(octets, out var length);
        return length == 4 ? BinaryPrimitives.ReadUInt32BigEndian(octets) : BinaryPrimitives.ReadUInt64BigEndian(octets);
    }

    private Duration? Count(ulong network, int what, Instant now)
    {
        lock (gate)
        {
            ref var client = ref clients[(uint)HashCode.Combine(network, what) % ClientsKept];
            if (client.Network != network || client.What != what) client = new Client(network, what, now);
            // When the clock is set back, nobody waits longer than one pause.
            var ahead = Duration.Min(Duration.Max(client.PaidUntil - now, Duration.Zero), Pause * Burst) + Pause;
            var wait = ahead - (Pause * Burst);
            if (wait > Duration.Zero) return wait;
            client = client with { PaidUntil = now + ahead };
            return null;
        }
    }

    /// <summary>One client and what it fetches.</summary>
    /// <param name="PaidUntil">Each fetch adds a pause, so that it shows how many there were.</param>
    private readonly record struct Client(ulong Network, int What, Instant PaidUntil);
}
