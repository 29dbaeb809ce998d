using Feeds.Commands;

try
{
    return await CommandLine.RunAsync(args);
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    // A failure of the machine: one line, without a stack trace.
    await Console.Error.WriteLineAsync($"feeds: {exception.Message}");
    return ExitCode.Failure;
}
