using System.Collections.Immutable;
using System.CommandLine;
using Feeds.Content;
using Feeds.History;
using Feeds.Model;
using Feeds.Publishing;
using NodaTime;

namespace Feeds.Commands;

/// <summary><c>feeds build</c>.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var content = CommandLine.ContentArgument();
        var output = new Option<string>("--output", "-o") { Description = "The folder to write to", Required = true };
        var precompress = new Option<bool>("--precompress") { Description = "Write each file packed with gzip and brotli as well, where that is smaller" };
        var state = CommandLine.StateOption();
        var command = new Command("build", "Write the same bytes that serve would send as files, for any static host") { content, output, precompress, state };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(content),
            parsed.GetRequiredValue(output),
            parsed.GetValue(precompress) ? OutputForms.Precompressed : OutputForms.Plain,
            parsed.GetValue(state),
            parsed.InvocationConfiguration));
        return command;
    }

    // What changed is stamped where it is written down: else each build would say that it changed just now.
    private static IEnumerable<Diagnostic> Behind(Registered recalled) =>
        recalled.Changes.IsEmpty ? [] : [new Diagnostic(LockNames.Lock, 0, Severity.Warning, FormattableString.Invariant($"it is behind the content ({recalled.Changes.Length}: {recalled.Changes[0]}); run 'feeds lock' first, so that subscribers see when it changed"))];

    private static int Run(string folder, string output, OutputForms forms, string? state, InvocationConfiguration console)
    {
        var reading = SiteReader.Read(ContentFolder.Read(folder, previous: null), CheckCommand.NotListening, previous: null, zone: MachineZone.Name);
        var now = SystemClock.Instance.GetCurrentInstant();
        var memory = new SiteMemory(folder, state);
        memory.Look();
        var recalled = memory.Recall(reading.Site, reading.Unread, now);
        ImmutableArray<Diagnostic> diagnostics = [.. reading.Diagnostics.Concat(memory.Diagnostics).Concat(recalled.Diagnostics).Concat(Behind(recalled))];
        foreach (var diagnostic in diagnostics.Order(Diagnostic.ByPlace)) console.Error.WriteLine(diagnostic);
        var publication = Publication.Render(recalled.Site, now, previous: null);
        var files = OutputFolder.Write(output, publication, forms);
        console.Output.WriteLine(FormattableString.Invariant($"{files} files in {output}"));
        return diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? ExitCode.Failure : ExitCode.Fine;
    }
}
