using Feeds.Model;

namespace Feeds.Pages.Events;

/// <summary>The address of a map: the one that its author wrote, one with a mark, or a search where the position is unknown.</summary>
internal static class MapLink
{
    private const string OpenStreetMap = "https://www.openstreetmap.org";

    public static string To(Place place) => place.Link?.AbsoluteUri ?? Search(place);

    private static string Search(Place place) => place.Position is { } at
        ? FormattableString.Invariant($"{OpenStreetMap}/?mlat={at.Latitude}&mlon={at.Longitude}#map=17/{at.Latitude}/{at.Longitude}")
        : $"{OpenStreetMap}/search?query={Uri.EscapeDataString(place.ToString())}";
}
