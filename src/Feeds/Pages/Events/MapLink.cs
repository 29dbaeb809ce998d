using Feeds.Model;

namespace Feeds.Pages.Events;

/// <summary>The address of a map that shows a place.</summary>
internal static class MapLink
{
    private const string OpenStreetMap = "https://www.openstreetmap.org";

    /// <summary>A map with a mark on the place where it is known, else a search for its name and address.</summary>
    public static string To(Place place) => place.Position is { } at
        ? FormattableString.Invariant($"{OpenStreetMap}/?mlat={at.Latitude}&mlon={at.Longitude}#map=17/{at.Latitude}/{at.Longitude}")
        : $"{OpenStreetMap}/search?query={Uri.EscapeDataString(place.ToString())}";
}
