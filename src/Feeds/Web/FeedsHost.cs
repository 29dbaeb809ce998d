using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Feeds.Content.Markdown;
using Feeds.Identity.Format;
using Feeds.Web.Live;
using Feeds.Web.Pulling;
using Feeds.Web.Serving;
using Feeds.Web.Status;
using Feeds.Web.Telemetry;
using Feeds.Web.Watching;
using Feeds.Web.WebSub;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Console;
using NodaTime;

namespace Feeds.Web;

/// <summary>The server: reads a content folder, listens, and republishes when the content changes.</summary>
internal static partial class FeedsHost
{
    // The signal for a file that would grow beyond the system's limit, on Linux and macOS.
    private const int Sigxfsz = 25;

    /// <summary>Builds the server; nothing is read and nothing listens yet.</summary>
    /// <param name="urls">Where to listen; null for what the environment says, else port 5000.</param>
    /// <param name="proxies">The proxies whose <c>X-Forwarded-For</c> is trusted; null for none.</param>
    /// <param name="live">The publications after which open pages reload; null for none.</param>
    public static WebApplication Build(
        string? urls, CurrentPublication current, IClock clock, IReadOnlyCollection<IPNetwork>? proxies = null,
        RequestObserver? observer = null, AccessLog? log = null, PublicationLog? live = null)
    {
        // Settings are read once: to watch their files would take inotify instances, of which the system may have none left.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.WebHost.ConfigureKestrel(KestrelLimits.Set);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = KestrelLimits.Drain);
        if (urls is not null) builder.WebHost.UseUrls(urls.Split(';'));
        ConfigureConsole(builder);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Its scope and activity cost a tenth of each answer, and nobody reads them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // It warns of each refused connection, which would flood the log; the metric kestrel.rejected_connections counts them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.Connections", LogLevel.Error);
        // A start that fails throws, and is reported once by the caller.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        log?.Configure(builder);
        var app = Built(builder);
        Proxies.Trust(app, proxies ?? []);
        log?.Use(app);
        var endpoint = new RepresentationEndpoint(current, clock, new FairUse(Proxies.Unknown(proxies ?? [])), observer);
        if (live is not null)
        {
            var preview = new LivePreview(live, app.Lifetime.ApplicationStopping);
            app.Use((context, next) => preview.AnswerAsync(context, next));
        }

        app.Run(endpoint.AnswerAsync);
        return app;
    }

    /// <summary>Serves a content folder until it is told to stop.</summary>
    /// <param name="privateHubs">The hosts of hubs that may have a private address.</param>
    /// <param name="state">The folder of feeds.lock and of fetched sources; null for the content folder itself.</param>
    /// <param name="pull">How long after each fetching of the sources they are fetched again; null for never.</param>
    /// <exception cref="DirectoryNotFoundException">There is no content folder.</exception>
    /// <exception cref="IOException">An address is taken or invalid, or a setting of the environment cannot be used.</exception>
    public static async Task ServeAsync(
        string folder, Listening listening, IReadOnlyCollection<string> privateHubs, string? state, WatchMode watch, AccessLog? log,
        PreviewMode preview, TimeSpan? pull, CancellationToken cancellation)
    {
        // The row 'file size limited' of Feeds.Operations needs this: a write beyond the limit fails, rather than end the process.
        using var fileTooLarge = OperatingSystem.IsWindows()
            ? null
            : PosixSignalRegistration.Create((PosixSignal)Sigxfsz, signal => signal.Cancel = true);
        var (current, publicationLog, store) = (new CurrentPublication(), new PublicationLog(), new LockStore(folder, state));
        // Half of the time to the first answer is compiling: the folder is read on one processor while the server is built on another.
        var first = Task.Run(() => FirstReading.Of(folder, store, preview, state), CancellationToken.None);
        var polls = listening.ManagementUrls is null ? null : new PollStatistics();
        using var metrics = new FeedsMetrics(publicationLog);
        var observer = new RequestObserver(metrics, polls);
        var live = preview == PreviewMode.None ? null : publicationLog;
        await using var app = Build(listening.Urls, current, SystemClock.Instance, listening.Proxies, observer, log, live);
        using var export = MetricsExport.IsWanted(Environment.GetEnvironmentVariable) ? new MetricsExport(app.Logger) : null;
        var urls = app.Configuration[WebHostDefaults.ServerUrlsKey];
        var wrong = urls?.Split(';').FirstOrDefault(url => !CanListenAt(url));
        if (wrong is not null) throw new IOException($"'{wrong}' is not an address to listen on");
        await using var management = polls is null ? null : ManagementHost.Build(
            listening.ManagementUrls!,
            new ManagementEndpoint(current, publicationLog, polls, SystemClock.Instance),
            app.Services.GetRequiredService<ILoggerFactory>());
        await ListenAsync(app, urls ?? "port 5000", cancellation);
        if (management is not null) await ListenAsync(management, listening.ManagementUrls!, cancellation);
        var address = ListeningAddress(app);
        _ = Task.Run(MarkdownBody.Prepare, CancellationToken.None);
        using var hubs = new HubPublisher(privateHubs, TimeProvider.System, metrics, app.Logger);
        using var republisher = new Republisher(
            folder, address, watch, store, current, publicationLog, metrics, hubs, SystemClock.Instance, app.Logger)
        {
            Preview = preview,
            State = state,
        };
        using var client = new SourceClient();
        var pulling = Task.CompletedTask;
        using var hangUp = SighupHandler.Register(republisher.ReadAgain);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation, app.Lifetime.ApplicationStopping);
        var serving = app.WaitForShutdownAsync(cancellation);
        var publishing = Task.Run(() => republisher.StartAsync(first), CancellationToken.None);
        if (await Task.WhenAny(publishing, serving) == publishing)
        {
            await publishing;
            LogListening(app.Logger, folder, address, Console.IsOutputRedirected ? "" : " (press Ctrl+C to stop)");
            publishing = republisher.RunAsync(stopping.Token);
            if (pull is { } pause)
            {
                var puller = new SourcePuller(state ?? folder, client, Environment.GetEnvironmentVariable);
                var scheduled = new ScheduledPull(
                    puller, pause, current, publicationLog, republisher.ReadPulled, TimeProvider.System, app.Logger);
                pulling = Task.Run(() => scheduled.RunAsync(stopping.Token), CancellationToken.None);
            }

            await serving;
        }

        await stopping.CancelAsync();
        // A rebuild that lasts is left behind: what it writes is written whole or not at all.
        await Task.WhenAll(publishing, pulling)
            .WaitAsync(KestrelLimits.LastLook, CancellationToken.None)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static WebApplication Built(WebApplicationBuilder builder)
    {
        try
        {
            return builder.Build();
        }
        catch (InvalidOperationException exception)
        {
            throw new IOException($"a setting of the environment cannot be used: {exception.Message}", exception);
        }
    }

    private static async Task ListenAsync(WebApplication app, string urls, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (SocketException exception)
        {
            throw new IOException($"cannot listen at {urls}: {exception.Message}", exception);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new IOException(
                $"another program listens at {urls}; stop it, or choose another address with --urls http://localhost:5001", exception);
        }
    }

    /// <summary>Whether the server can listen at an address: plain http, and no path.</summary>
    public static bool CanListenAt(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            // Of the two addresses that localhost is, Kestrel gives neither a free port.
            var lowest = address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            var hasPort = address.Port >= lowest && address.Port <= ushort.MaxValue;
            return address.Scheme is "http" && address.PathBase.Length == 0 && (address.IsUnixPipe || hasPort);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The address at which this machine reaches the server.</summary>
    public static Uri ListeningAddress(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var parsed = BindingAddress.Parse(address);
        var host = parsed.IsUnixPipe || parsed.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : parsed.Host;
        return new UriBuilder(parsed.Scheme, host, parsed.Port).Uri;
    }

    // The slim builder always writes lines for people; the usual settings choose JSON or lines for systemd.
    private static void ConfigureConsole(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Logging:Console");
        var name = settings["FormatterName"] ?? ConsoleFormatterNames.Simple;
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = name);
        if (settings["FormatterOptions:SingleLine"] is not null) return;
        builder.Services.Configure<SimpleConsoleFormatterOptions>(console => console.SingleLine = true);
    }

    [LoggerMessage(EventId = 5, Level = LogLevel.Information, Message = "Serving {Folder} at {Address}{Hint}")]
    private static partial void LogListening(ILogger logger, string folder, Uri address, string hint);
}

/// <summary>Where a server listens, and to whom.</summary>
/// <param name="Urls">Null for what the environment says, else port 5000.</param>
/// <param name="ManagementUrls">Where the status page is; null for nowhere.</param>
/// <param name="Proxies">The proxies whose <c>X-Forwarded-For</c> is trusted.</param>
internal sealed record Listening(string? Urls, string? ManagementUrls, IReadOnlyCollection<IPNetwork> Proxies);
