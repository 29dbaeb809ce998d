using System.Net;

namespace Feeds.Web.Status;

/// <summary>The second server, on the management address: it shares nothing with the public one that a request could reach.</summary>
internal static class ManagementHost
{
    /// <param name="loggers">Those of the public server, so that there is one log.</param>
    public static WebApplication Build(string urls, ManagementEndpoint endpoint, ILoggerFactory loggers)
    {
        var sockets = urls.Split(';').Select(BindingAddress.Parse).Where(address => address.IsUnixPipe);
        foreach (var socket in sockets) StaleSocket.Clear(socket.UnixPipePath);
        // Empty, so that no variable or settings file adds a public address.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(KestrelLimits.Set).UseUrls(urls.Split(';'));
        builder.Services.AddSingleton(loggers);
        var app = builder.Build();
        app.Run(endpoint.AnswerAsync);
        return app;
    }

    /// <summary>Whether an address is for this machine alone: a loopback address, or a Unix socket.</summary>
    public static bool CanListenAt(string url) =>
        FeedsHost.CanListenAt(url) && BindingAddress.Parse(url) is var address && (address.IsUnixPipe || IsLoopback(address.Host));

    /// <summary>Whether a host is surely this machine: any other name may lead anywhere.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
