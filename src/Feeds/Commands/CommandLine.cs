using System.CommandLine;

namespace Feeds.Commands;

/// <summary>The command line: what can be said to <c>feeds</c>.</summary>
internal static class CommandLine
{
    private const string DefaultContent = "content";

    /// <summary>The content folder, the last word of every command.</summary>
    public static Argument<string> ContentArgument()
    {
        var content = new Argument<string>("CONTENT")
        {
            Description = "The folder that holds the Markdown files and site.yaml",
            DefaultValueFactory = _ => DefaultContent,
        };
        // A mistyped option would else be taken for a folder.
        content.Validators.Add(result =>
        {
            foreach (var option in result.Tokens.Where(token => token.Value.StartsWith('-'))) result.AddError($"Unrecognized command or argument '{option.Value}'.");
        });
        return content;
    }

    /// <summary>Where what was published is remembered.</summary>
    public static Option<string?> StateOption() => new("--state") { Description = "The folder that holds feeds.lock (default: the content folder)" };

    /// <summary>Runs one command.</summary>
    /// <returns>An exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Publishes a folder of Markdown as feeds and calendars. Without a command it serves ./content.");
        ServeCommand.Define(root, _ => DefaultContent);
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(BuildCommand.Create());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(LockCommand.Create());
        root.Subcommands.Add(DiffCommand.Create());
        root.Subcommands.Add(NewCommand.Create());

        var parsed = root.Parse(args);
        // Signals are the host's: the library would end it after two seconds, whatever is still being sent.
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        return parsed.Errors.Count > 0 ? ExitCode.WrongUsage : exitCode;
    }
}
