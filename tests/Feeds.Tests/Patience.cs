namespace Feeds.Tests;

/// <summary>How long a test waits for what must come: so long that only what hangs reaches it, on a busy machine too.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
}
