using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Feeds.Web;
using Feeds.Web.Status;
using Feeds.Web.Telemetry;
using Feeds.Web.Watching;
using Feeds.Web.WebSub;

namespace Feeds.Commands;

/// <summary><c>feeds serve</c>.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var content = CommandLine.ContentArgument();
        var command = new Command("serve", "Serve the folder, and publish again when it changes") { content };
        Define(command, parsed => parsed.GetRequiredValue(content));
        return command;
    }

    /// <summary>Makes a command serve the folder that its words name.</summary>
    public static void Define(Command command, Func<ParseResult, string> content)
    {
        var urls = new Option<string?>("--urls") { Description = "Where to listen, such as http://127.0.0.1:5010; several are parted by ';' (default: ASPNETCORE_URLS, else http://localhost:5000)" };
        urls.Validators.Add(result =>
        {
            foreach (var url in (result.GetValueOrDefault<string>() ?? "").Split(';').Where(url => !FeedsHost.CanListenAt(url)))
            {
                result.AddError($"'{url}' is no address to listen on; write one such as http://127.0.0.1:5010.");
            }
        });
        var managementUrls = new Option<string?>("--management-urls") { Description = "Where you, and nobody else, may look at the server, such as http://127.0.0.1:5002; loopback addresses and Unix sockets, parted by ';' (default: nowhere)" };
        managementUrls.Validators.Add(result =>
        {
            foreach (var url in (result.GetValueOrDefault<string>() ?? "").Split(';').Where(url => !ManagementHost.CanListenAt(url)))
            {
                result.AddError($"'{url}' is no address of this machine alone; write one such as http://127.0.0.1:5002 or http://unix:/run/feeds/status.sock.");
            }
        });
        var proxies = new Option<IPNetwork[]>("--proxies")
        {
            Description = "The proxies whose X-Forwarded-For is believed, such as 10.0.0.0/8; several are parted by ';' (default: none)",
            CustomParser = ReadProxies,
            DefaultValueFactory = _ => [],
        };
        var privateHubs = new Option<string[]>("--private-hubs")
        {
            Description = "Hosts of hubs that may be at a private address, such as hub.internal; several are parted by ';' (default: none)",
            CustomParser = ReadHosts,
            DefaultValueFactory = _ => [],
        };
        var watch = new Option<WatchMode>("--watch") { Description = "How changes are noticed: by events and polling, by polling alone, or not at all" };
        var log = new Option<string?>("--access-log")
        {
            Description = "The folder where each request is logged, in the W3C format; '-' for standard output (default: nowhere)",
        };
        var addresses = new Option<bool>("--access-log-addresses") { Description = "Log the clients' addresses there, too" };
        var state = CommandLine.StateOption();
        command.Options.Add(urls);
        command.Options.Add(managementUrls);
        command.Options.Add(proxies);
        command.Options.Add(privateHubs);
        command.Options.Add(log);
        command.Options.Add(addresses);
        command.Options.Add(state);
        command.Options.Add(watch);
        command.SetAction(async (parsed, cancellation) =>
        {
            var listening = new Listening(parsed.GetValue(urls), parsed.GetValue(managementUrls), parsed.GetRequiredValue(proxies));
            var accessLog = parsed.GetValue(log) is { } target ? new AccessLog(target) { HasAddresses = parsed.GetValue(addresses) } : null;
            var hubs = parsed.GetRequiredValue(privateHubs);
            await FeedsHost.ServeAsync(content(parsed), listening, hubs, parsed.GetValue(state), parsed.GetValue(watch), accessLog, cancellation);
            return ExitCode.Fine;
        });
    }

    private static IPNetwork[] ReadProxies(ArgumentResult result)
    {
        var words = Words(result);
        foreach (var word in words.Where(word => Proxies.Read(word) is null)) result.AddError($"'{word}' is no address or network; write one such as 192.0.2.7 or 10.0.0.0/8.");
        return [.. words.Select(Proxies.Read).OfType<IPNetwork>()];
    }

    private static string[] ReadHosts(ArgumentResult result)
    {
        var words = Words(result);
        foreach (var word in words.Where(word => !HubConnection.IsHost(word))) result.AddError($"'{word}' is no host; write one such as hub.internal or 10.0.0.7.");
        return words;
    }

    private static string[] Words(ArgumentResult result) => [.. result.Tokens.SelectMany(token => token.Value.Split(';', StringSplitOptions.TrimEntries))];
}
