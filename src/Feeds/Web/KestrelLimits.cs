using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Feeds.Web;

/// <summary>What one client may take of a server that only sends.</summary>
internal static class KestrelLimits
{
    /// <summary>So long the requests under way may last once the server is told to stop: Docker kills after ten seconds.</summary>
    public static readonly TimeSpan Drain = TimeSpan.FromSeconds(8);

    /// <summary>So long it then waits for a rebuild to end.</summary>
    public static readonly TimeSpan LastLook = TimeSpan.FromSeconds(1);

    /// <summary>How long the head of a request may take: it is one packet or two, and a slow one is meant to hold the connection.</summary>
    public static readonly TimeSpan Head = TimeSpan.FromSeconds(10);

    /// <summary>Longer than nginx and Varnish keep an idle connection (60 s), so that none is closed under a request of theirs.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(75);

    /// <summary>One is a few kilobytes; systems let a process have tens of thousands.</summary>
    private const int MaxConnections = 10_000;

    // The row 'file descriptors exhausted and freed' of Feeds.Operations needs this: the runtime ends the process when it gets no more.
    /// <summary>How many files the runtime and the reading of content may have open.</summary>
    private const int FilesOfOurOwn = 320;

    private const int FewestConnections = 16;

    /// <summary>The longest address that is published is far shorter, and longer ones are no mistake of a reader's.</summary>
    public const int MaxRequestLine = 8 * 1024;

    /// <summary>What nginx takes, too; cookies of other programs on the same host come along.</summary>
    public const int MaxHead = 32 * 1024;

    /// <summary>Browsers send twenty, and each proxy adds a few.</summary>
    public const int MaxFields = 64;

    /// <summary>How much of a body is copied for a client before it has taken what came before.</summary>
    public const int MaxPiece = 64 * 1024;

    /// <summary>So long a client may take over one piece: two kilobytes a second, less than any telephone takes.</summary>
    public static readonly TimeSpan Piece = TimeSpan.FromSeconds(30);

    /// <summary>How many connections there may be at once, where the system lets the process have so many open files.</summary>
    /// <param name="openFiles">Null where that is not known.</param>
    public static int Connections(int? openFiles) =>
        openFiles is { } files ? Math.Clamp(files - FilesOfOurOwn, FewestConnections, MaxConnections) : MaxConnections;

    /// <summary>Sets the limits of a server.</summary>
    public static void Set(KestrelServerOptions kestrel)
    {
        // A name helps only who looks for its known holes.
        kestrel.AddServerHeader = false;
        // Without TLS no reader speaks HTTP/2; so there are no streams, resets and settings to flood.
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = Connections(FileDescriptorLimit.Read());
        // Nothing is ever upgraded.
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.KeepAliveTimeout = Idle;
        limits.RequestHeadersTimeout = Head;
        limits.MaxRequestLineSize = MaxRequestLine;
        limits.MaxRequestHeadersTotalSize = MaxHead;
        limits.MaxRequestHeaderCount = MaxFields;
        // Requests that are sent ahead wait in the system's buffers rather than here.
        limits.MaxRequestBufferSize = 2 * MaxHead;
        // Nothing reads a body: one that is sent ends the connection, one that is announced and does not come soon does, too.
        limits.MaxRequestBodySize = 0;
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1000, gracePeriod: TimeSpan.FromSeconds(2));
        // For what is sent otherwise than in pieces; it counts from the first octet of the connection on.
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 2000, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MaxResponseBufferSize = MaxPiece;
    }
}
