using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Feeds.Content.Dates;
using Feeds.Web;
using Feeds.Web.Live;
using Feeds.Web.Pulling;
using Feeds.Web.Status;
using Feeds.Web.Telemetry;
using Feeds.Web.Watching;
using Feeds.Web.WebSub;
using NodaTime;

namespace Feeds.Commands;

/// <summary>The command <c>feeds serve</c>.</summary>
internal static class ServeCommand
{
    private static readonly Duration LongestPause = Duration.FromDays(30);

    public static Command Create()
    {
        var content = CommandLine.ContentArgument();
        var command = new Command("serve", "Serve the folder, and publish it again when it changes") { content };
        Define(command, parsed => parsed.GetRequiredValue(content));
        return command;
    }

    /// <summary>Adds the options and the action to a command.</summary>
    public static void Define(Command command, Func<ParseResult, string> content)
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "The addresses to listen on, such as http://127.0.0.1:5010, separated by ';' "
                + "(default: ASPNETCORE_URLS, else http://localhost:5000)",
        };
        AddCheck(urls, FeedsHost.CanListenAt, "is not an address to listen on; write one such as http://127.0.0.1:5010.");
        var managementUrls = new Option<string?>("--management-urls")
        {
            Description = "Where only you can see the status of the server, such as http://127.0.0.1:5002; "
                + "loopback addresses and Unix sockets, separated by ';' (default: nowhere)",
        };
        AddCheck(
            managementUrls,
            ManagementHost.CanListenAt,
            "is not a loopback address or Unix socket; write one such as http://127.0.0.1:5002 or http://unix:/run/feeds/status.sock.");
        var proxies = new Option<IPNetwork[]>("--proxies")
        {
            Description = "The proxies whose X-Forwarded-For is trusted, such as 10.0.0.0/8, separated by ';' (default: none)",
            CustomParser = ReadProxies,
            DefaultValueFactory = _ => [],
        };
        var privateHubs = new Option<string[]>("--private-hubs")
        {
            Description = "Hosts of hubs that may have a private address, such as hub.internal, separated by ';' (default: none)",
            CustomParser = ReadHosts,
            DefaultValueFactory = _ => [],
        };
        var watch = CommandLine.Choice<WatchMode>(
            "--watch", "How changes are detected: by events and polling, by polling alone, or not at all");
        var log = new Option<string?>("--access-log")
        {
            Description = "The folder where requests are logged in the W3C format; '-' for standard output (default: nowhere)",
        };
        var addresses = new Option<bool>("--access-log-addresses") { Description = "Log the addresses of clients, too" };
        var live = new Option<bool>("--live")
        {
            Description = "Reload open pages after a change, and show the mistakes in the content on them: for you, while you write",
        };
        var drafts = new Option<bool>("--drafts") { Description = "Show drafts and scheduled posts, too; only together with --live" };
        drafts.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<bool>() && !result.GetValue(live)) result.AddError("'--drafts' needs '--live'.");
        });
        var state = CommandLine.StateOption();
        var pull = new Option<TimeSpan?>("--pull")
        {
            Description = "Fetch the sources of site.yaml at the start and again after each such time, such as 1h, "
                + "into the folder of --state (default: never)",
            CustomParser = ReadPause,
        };
        foreach (var option in (Option[])[urls, managementUrls, proxies, privateHubs, log, addresses, state, pull, watch, live, drafts])
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            var listening = new Listening(parsed.GetValue(urls), parsed.GetValue(managementUrls), parsed.GetRequiredValue(proxies));
            var accessLog = parsed.GetValue(log) is { } target
                ? new AccessLog(target) { HasAddresses = parsed.GetValue(addresses) }
                : null;
            var preview = parsed.GetValue(live) ? PreviewMode.Live : PreviewMode.None;
            if (parsed.GetValue(drafts)) preview = PreviewMode.Drafts;
            await FeedsHost.ServeAsync(
                content(parsed), listening, parsed.GetRequiredValue(privateHubs), parsed.GetValue(state), parsed.GetValue(watch), accessLog,
                preview, parsed.GetValue(pull), cancellation);
            return ExitCode.Fine;
        });
    }

    private static void AddCheck(Option<string?> urls, Func<string, bool> isValid, string problem) => urls.Validators.Add(result =>
    {
        foreach (var url in (result.GetValueOrDefault<string>() ?? "").Split(';').Where(url => !isValid(url)))
            result.AddError($"'{url}' {problem}");
    });

    private static IPNetwork[] ReadProxies(ArgumentResult result)
    {
        var words = Words(result);
        foreach (var word in words.Where(word => Proxies.Read(word) is null))
            result.AddError($"'{word}' is not an address or network; write one such as 192.0.2.7 or 10.0.0.0/8.");
        return [.. words.Select(Proxies.Read).OfType<IPNetwork>()];
    }

    private static string[] ReadHosts(ArgumentResult result)
    {
        var words = Words(result);
        foreach (var word in words.Where(word => !HubConnection.IsHost(word)))
            result.AddError($"'{word}' is not a host; write one such as hub.internal or 10.0.0.7.");
        return words;
    }

    private static TimeSpan? ReadPause(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DurationReader.TryRead(text, out var pause) && pause >= SourcePuller.ShortestPause && pause <= LongestPause)
            return pause.ToTimeSpan();
        result.AddError($"'{text}' is not a time from 15m to 30d; write one such as 30m, 1h or 1d.");
        return null;
    }

    private static string[] Words(ArgumentResult result) =>
        [.. result.Tokens.SelectMany(token => token.Value.Split(';', StringSplitOptions.TrimEntries))];
}
