using Feeds.Commands;

try
{
    return await CommandLine.RunAsync(args);
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    // The world's failure, not ours: one line, without a stack.
    await Console.Error.WriteLineAsync($"feeds: {exception.Message}");
    return ExitCode.Failure;
}
