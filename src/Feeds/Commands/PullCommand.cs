using System.CommandLine;
using Feeds.Content.Files;
using Feeds.Content.Settings;
using Feeds.Model;
using Feeds.Text;
using Feeds.Web.Pulling;
using NodaTime;

namespace Feeds.Commands;

/// <summary>The command <c>feeds pull</c>.</summary>
internal static class PullCommand
{
    public static Command Create()
    {
        var content = CommandLine.ContentArgument();
        var command = new Command("pull", "Fetch the sources of site.yaml into the content") { content };
        command.SetAction(async (parsed, cancellation) =>
            await RunAsync(parsed.GetRequiredValue(content), parsed.InvocationConfiguration, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, InvocationConfiguration console, CancellationToken cancellation)
    {
        var reading = SettingsReader.Read(ContentFolder.Read(folder, previous: null), SiteBuilder.DefaultUrl, previous: null);
        var sources = reading.Settings.Sources.Where(source => source.IsFetched).ToArray();
        var errors = reading.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error);
        foreach (var error in errors) console.Error.WriteLine(error);
        if (sources.Length == 0)
        {
            console.Error.WriteLine("feeds: site.yaml names no source to fetch; write 'sources:' with an address in it");
            return ExitCode.Failure;
        }

        using var client = new SourceClient();
        var puller = new SourcePuller(folder, client, Environment.GetEnvironmentVariable);
        var pulled = await puller.PullAsync([.. sources], SystemClock.Instance.GetCurrentInstant(), cancellation);
        var isLost = false;
        foreach (var one in pulled)
        {
            var file = one.Source.File;
            var exists = File.Exists(Path.Join(folder, file));
            isLost |= !exists;
            var stays = exists ? $"{file} stays as it was" : $"there is no {file} yet";
            if (one.Outcome == PullOutcome.Failed)
                console.Error.WriteLine($"feeds: {one.Source.Name}: {PlainText.OneLine(one.Record.Problem!)}; {stays}");
            else
                console.Output.WriteLine($"{one.Source.Name}: {Words(one, file)}");
        }

        return isLost ? ExitCode.Failure : ExitCode.Fine;
    }

    private static string Words(Pulled pulled, string file) => pulled.Outcome switch
    {
        PullOutcome.Changed => $"{file} is new",
        PullOutcome.Unchanged => $"{file} has not changed",
        _ => "was asked a short time ago",
    };
}
