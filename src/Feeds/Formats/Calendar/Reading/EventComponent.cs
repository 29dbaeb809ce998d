using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Formats.Calendar.Reading;

/// <summary>What an event of a calendar of others says.</summary>
/// <param name="Line">The line in the file on which it begins.</param>
internal sealed record EventComponent(int Line)
{
    public string? Uid { get; init; }

    public string? Title { get; init; }

    public string? Text { get; init; }

    public string? Html { get; init; }

    public WrittenTime? Start { get; init; }

    public WrittenTime? End { get; init; }

    public Period? Duration { get; init; }

    public string? Place { get; init; }

    public (double Latitude, double Longitude)? Position { get; init; }

    public string? Url { get; init; }

    public string? Conference { get; init; }

    public string? Image { get; init; }

    public string? Status { get; init; }

    /// <summary>Whether it is not meant for everyone.</summary>
    public bool IsPrivate { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>The rule by which it recurs; null when it has none.</summary>
    public ContentLine? Rule { get; init; }

    public ImmutableArray<WrittenTime> Extra { get; init; } = [];

    public ImmutableArray<WrittenTime> Exceptions { get; init; } = [];

    /// <summary>The occurrence that it changes; null for the event itself.</summary>
    public WrittenTime? Occurrence { get; init; }
}
