using System.Collections.Immutable;
using NodaTime;

namespace Feeds.Model.Sources;

/// <summary>A calendar or feed of others that the site brings in.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Address">Where it is fetched from, as written, with <c>${NAME}</c> for secrets; null when it is a file of the content.</param>
/// <param name="File">The file in the content that is read.</param>
public sealed record SourceSettings(string Name, string? Address, string File)
{
    public const string Folder = "sources";

    public const string CalendarExtension = ".ics";

    /// <summary>The page of the source for people; null when only its data is known.</summary>
    public Uri? Home { get; init; }

    /// <summary>Whether its entries are posts; else they are events.</summary>
    public bool IsFeed { get; init; }

    /// <summary>The tags that its entries have beside their own.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The words of which an entry must have one; empty for all entries.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>The zone of times without one; null for that of the calendar or the site.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>The number of entries, the newest; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Its line in <c>site.yaml</c>.</summary>
    public int Line { get; init; }

    public bool IsFetched => Address is not null;

    public bool Equals(SourceSettings? other) =>
        other is not null && (Name, Address, File, Home, IsFeed, Zone, Limit, Line)
            == (other.Name, other.Address, other.File, other.Home, other.IsFeed, other.Zone, other.Limit, other.Line)
        && Tags.SequenceEqual(other.Tags) && Only.SequenceEqual(other.Only);

    public override int GetHashCode() => HashCode.Combine(Name, Address, File);
}
