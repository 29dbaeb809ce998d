using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Model.Sources;

/// <summary>A calendar or feed of others that the site brings in.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Address">Where it is fetched from, with <c>${NAME}</c> for secrets; null when it is a file of the content.</param>
/// <param name="File">The file in the content that is read.</param>
public sealed record SourceSettings(string Name, string? Address, string File)
{
    public const string Folder = "sources";

    public const string CalendarExtension = ".ics";

    /// <summary>The feeds whose posts make the planet; all others are calendars.</summary>
    public bool IsFeed { get; init; }

    /// <summary>The page of the source for people; null when only its data is known.</summary>
    public Uri? Home { get; init; }

    /// <summary>The tags that its events or posts have beside their own.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The words of which an event or post must have one; empty for all.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>The zone of times without one; null for that of the calendar or the site.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>The number of events or posts, the latest; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Its line in <c>site.yaml</c>.</summary>
    public int Line { get; init; }

    public bool IsFetched => Address is not null;

    /// <summary>Whether its address has a secret of the environment in it, and so is in no page and no feed.</summary>
    public bool HasSecret => Address?.Contains("${", StringComparison.Ordinal) is true;

    public bool Equals(SourceSettings? other) =>
        other is not null && (Name, Address, File, Home, Zone, Limit, Line, IsFeed)
            == (other.Name, other.Address, other.File, other.Home, other.Zone, other.Limit, other.Line, other.IsFeed)
        && Tags.SequenceEqual(other.Tags) && Only.SequenceEqual(other.Only);

    public override int GetHashCode() => HashCode.Combine(Name, Address, File);
}
