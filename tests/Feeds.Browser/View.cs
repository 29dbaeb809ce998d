namespace Feeds.Browser;

/// <summary>How a person looks at a page.</summary>
/// <param name="Width">Of the screen, in CSS pixels.</param>
internal sealed record View(int Width)
{
    /// <summary>Each width, light and dark, with scripts and without: each two of these together.</summary>
    public static readonly View[] All =
    [
        new(360),
        new(360) { Colors = Colors.Dark, Scripts = Scripts.Off },
        new(1280) { Colors = Colors.Dark },
        new(1280) { Scripts = Scripts.Off },
    ];

    public Colors Colors { get; init; }

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
