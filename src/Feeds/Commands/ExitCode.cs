namespace Feeds.Commands;

/// <summary>The exit codes of the commands.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The content has errors, or the machine failed.</summary>
    public const int Failure = 1;

    public const int WrongUsage = 2;
}
