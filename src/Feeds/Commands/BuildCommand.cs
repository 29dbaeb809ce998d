using System.CommandLine;
using Feeds.Content;
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
        var command = new Command("build", "Write the same bytes that serve would send as files, for any static host") { content, output, precompress };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(content),
            parsed.GetRequiredValue(output),
            parsed.GetValue(precompress) ? OutputForms.Precompressed : OutputForms.Plain,
            parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string folder, string output, OutputForms forms, InvocationConfiguration console)
    {
        var reading = SiteReader.Read(ContentFolder.Read(folder, previous: null), CheckCommand.NotListening, previous: null);
        foreach (var diagnostic in reading.Diagnostics) console.Error.WriteLine(diagnostic);
        var publication = Publication.Render(reading.Site, SystemClock.Instance.GetCurrentInstant(), previous: null);
        var files = OutputFolder.Write(output, publication, forms);
        console.Output.WriteLine(FormattableString.Invariant($"{files} files in {output}"));
        return reading.HasErrors ? ExitCode.Failure : ExitCode.Fine;
    }
}
