using System.Globalization;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Feeds.Web;

/// <summary>What one client may take of a server that only sends.</summary>
internal static class KestrelLimits
{
    /// <summary>How long requests may last once the server is told to stop: Docker kills it after ten seconds.</summary>
    public static readonly TimeSpan Drain = TimeSpan.FromSeconds(8);

    /// <summary>How long the server then waits for a rebuild to end.</summary>
    public static readonly TimeSpan LastLook = TimeSpan.FromSeconds(1);

    /// <summary>How long the head of a request may take: it is one packet or two, and only an attacker sends it slowly.</summary>
    public static readonly TimeSpan Head = TimeSpan.FromSeconds(10);

    /// <summary>Longer than nginx and Varnish keep an idle connection (60 s), so that none is closed under a request of theirs.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(75);

    // A connection takes a few kilobytes; systems let a process have tens of thousands.
    private const int MaxConnections = 10_000;
    private const int FewestConnections = 16;

    // The row 'file descriptors exhausted and freed' of Feeds.Operations needs this: the runtime ends the process when it gets no more.
    private const int FilesOfOurOwn = 320;

    private const string OpenFiles = "Max open files";

    /// <summary>Far above the longest published address.</summary>
    public const int MaxRequestLine = 8 * 1024;

    /// <summary>As in nginx; the cookies of other programs on the same host come along.</summary>
    public const int MaxHead = 32 * 1024;

    /// <summary>Browsers send twenty, and each proxy adds a few.</summary>
    public const int MaxFields = 64;

    /// <summary>How much of a body is copied for a client before it has taken the piece before.</summary>
    public const int MaxPiece = 64 * 1024;

    /// <summary>How long a client may take for one piece: two kilobytes a second, less than any telephone takes.</summary>
    public static readonly TimeSpan Piece = TimeSpan.FromSeconds(30);

    /// <param name="openFiles">How many files the process may have open; null where that is unknown.</param>
    public static int Connections(int? openFiles) =>
        openFiles is { } files ? Math.Clamp(files - FilesOfOurOwn, FewestConnections, MaxConnections) : MaxConnections;

    public static void Set(KestrelServerOptions kestrel)
    {
        // The name helps only those who look for known holes.
        kestrel.AddServerHeader = false;
        // Without TLS no reader speaks HTTP/2; so there are no streams, resets and settings to flood.
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = Connections(ReadOpenFiles());
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.KeepAliveTimeout = Idle;
        limits.RequestHeadersTimeout = Head;
        limits.MaxRequestLineSize = MaxRequestLine;
        limits.MaxRequestHeadersTotalSize = MaxHead;
        limits.MaxRequestHeaderCount = MaxFields;
        // Requests that are sent ahead wait in the system's buffers rather than here.
        limits.MaxRequestBufferSize = 2 * MaxHead;
        // Nothing reads a body: the connection ends when one is sent, or is announced and does not come soon.
        limits.MaxRequestBodySize = 0;
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1000, gracePeriod: TimeSpan.FromSeconds(2));
        // For what is not sent in pieces; it counts from the first octet of the connection on.
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 2000, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MaxResponseBufferSize = MaxPiece;
    }

    /// <summary>The limit, which the runtime has raised as far as it may; null where it is unknown.</summary>
    private static int? ReadOpenFiles()
    {
        if (!OperatingSystem.IsLinux()) return null;
        var line = File.ReadLines("/proc/self/limits").FirstOrDefault(line => line.StartsWith(OpenFiles, StringComparison.Ordinal));
        var words = line?[OpenFiles.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return int.TryParse(words?[0], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
