using System.CommandLine;

namespace Feeds.Commands;

/// <summary>Defines and runs the commands of <c>feeds</c>.</summary>
internal static class CommandLine
{
    /// <summary>The content folder of a command that names none.</summary>
    public const string DefaultContent = "content";

    public static Argument<string> ContentArgument()
    {
        var content = new Argument<string>("CONTENT")
        {
            Description = "The folder that contains the Markdown files and site.yaml",
            DefaultValueFactory = _ => DefaultContent,
        };
        // A mistyped option would otherwise be read as a folder.
        content.Validators.Add(result =>
        {
            foreach (var option in result.Tokens.Where(token => token.Value.StartsWith('-')))
                result.AddError($"Unrecognized command or argument '{option.Value}'.");
        });
        return content;
    }

    /// <summary>An option whose values are the names of an enumeration, in lower case.</summary>
    public static Option<T> Choice<T>(string name, string description)
    {
        var names = Enum.GetNames(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
        var option = new Option<T>(name) { Description = description };
        return option.AcceptOnlyFromAmong(Array.ConvertAll(names, value => value.ToLowerInvariant()));
    }

    public static Option<string?> StateOption() =>
        new("--state") { Description = "The folder that contains feeds.lock and fetched sources (default: the content folder)" };

    public static RootCommand Create()
    {
        var root = new RootCommand("Publishes a folder of Markdown as feeds and calendars. Without a command it serves ./content.");
        ServeCommand.Define(root, _ => DefaultContent);
        root.Subcommands.Add(InitCommand.Create());
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(BuildCommand.Create());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(LockCommand.Create());
        root.Subcommands.Add(DiffCommand.Create());
        root.Subcommands.Add(PullCommand.Create());
        root.Subcommands.Add(NewCommand.Create());
        root.Subcommands.Add(SchemaCommand.Create());
        return root;
    }

    /// <returns>An exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        // The host handles signals: the library would stop it after two seconds, even while it sends a response.
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        var exitCode = await parsed.InvokeAsync(configuration);
        return parsed.Errors.Count > 0 ? ExitCode.WrongUsage : exitCode;
    }
}
