using System.CommandLine;
using Feeds.Content;
using Feeds.History;
using Feeds.Model;
using NodaTime;

namespace Feeds.Commands;

/// <summary><c>feeds lock</c>.</summary>
internal static class LockCommand
{
    public static Command Create()
    {
        var content = CommandLine.ContentArgument();
        var state = CommandLine.StateOption();
        var command = new Command("lock", "Bring feeds.lock up to date: the ids and stamps of all that is published") { content, state };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(content), parsed.GetValue(state), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string folder, string? state, InvocationConfiguration console)
    {
        var reading = SiteReader.Read(ContentFolder.Read(folder, previous: null), CheckCommand.NotListening, previous: null, zone: MachineZone.Name);
        var memory = new SiteMemory(folder, state);
        memory.Look();
        if (!reading.IsLasting)
        {
            foreach (var diagnostic in reading.Diagnostics) console.Error.WriteLine(diagnostic);
            console.Error.WriteLine("feeds: nothing is remembered of a site without its public address; write 'url:' in site.yaml");
            return ExitCode.Failure;
        }

        var diagnostics = memory.Diagnostics;
        var registered = memory.Register(reading.Site, reading.Unread, SystemClock.Instance.GetCurrentInstant());
        diagnostics = [.. reading.Diagnostics.Concat(diagnostics).Concat(registered.Diagnostics).Order(Diagnostic.ByPlace)];
        foreach (var diagnostic in diagnostics) console.Error.WriteLine(diagnostic);
        memory.Save();
        foreach (var change in registered.Changes) console.Output.WriteLine(change);
        console.Output.WriteLine(FormattableString.Invariant($"{memory.Count} documents in {Path.Join(state ?? folder, LockNames.Lock)}"));
        return diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? ExitCode.Failure : ExitCode.Fine;
    }
}
