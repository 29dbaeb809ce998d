using Feeds.Commands;

try
{
    return await CommandLine.RunAsync(args);
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    // A failure of the machine: one line, without a stack trace.
    var cure = exception is DirectoryNotFoundException ? "; name another, or create one with 'feeds init'" : "";
    await Console.Error.WriteLineAsync($"feeds: {exception.Message}{cure}");
    return ExitCode.Failure;
}
