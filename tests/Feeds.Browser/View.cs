namespace Feeds.Browser;

/// <summary>How a person looks at a page.</summary>
/// <param name="Width">Of the screen, in CSS pixels.</param>
internal sealed record View(int Width)
{
    public Scripts Scripts { get; init; }

    /// <summary>The zone of the person's clock.</summary>
    public string Zone { get; init; } = "Europe/Prague";

    /// <summary>The browser's name for itself; null for its own.</summary>
    public string? UserAgent { get; init; }
}

/// <summary>What a person wants pages to look like.</summary>
internal enum Colors
{
    Light,
    Dark,
}

/// <summary>Whether a person lets pages run scripts.</summary>
internal enum Scripts
{
    On,
    Off,
}
