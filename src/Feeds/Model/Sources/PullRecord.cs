using NodaTime;

namespace Feeds.Model.Sources;

/// <summary>What is known of the last time that a source was fetched.</summary>
/// <param name="Address">A hash of its address, which may hold a secret.</param>
/// <param name="Checked">When its server was last asked.</param>
public sealed record PullRecord(string Address, Instant Checked)
{
    /// <summary>When it was last whole, changed or not; null for never.</summary>
    public Instant? Good { get; init; }

    /// <summary>A hash of the file that its server sent last.</summary>
    public string? Content { get; init; }

    public string? ETag { get; init; }

    public string? Modified { get; init; }

    /// <summary>Until when its server asked to wait.</summary>
    public Instant? Wait { get; init; }

    /// <summary>What was wrong the last time; null for nothing.</summary>
    public string? Problem { get; init; }
}
