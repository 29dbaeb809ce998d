using System.Collections.Immutable;
using Feeds.Formats.Calendar.Reading;
using Feeds.Model.Sources;

namespace Feeds.Content.Sources;

/// <summary>An event of a calendar of others with the occurrences that it changes.</summary>
/// <param name="Uid">Its UID there; null when it has none.</param>
internal sealed record RemoteEntry(
    SourceSettings Source, SourceZones Zones, string? Uid, EventLines Event, ImmutableArray<EventLines> Overrides);
