using Feeds.Content.Markdown.Foreign;
using Feeds.Content.Places;
using Feeds.Formats.Calendar.Reading;
using Feeds.Model;
using Feeds.Model.Sources;
using Feeds.Text;

namespace Feeds.Content.Sources;

/// <summary>Where an event of others takes place, on the map and in the web.</summary>
internal sealed class RemotePlaces
{
    public RemotePlaces(EventComponent component, SourceSettings source)
    {
        var location = WebAddress.Read(component.Place);
        var online = WebAddress.Read(component.Conference);
        Link = WebAddress.Read(component.Url);
        if (location is not null && IsOfSource(location, source)) Link ??= location;
        else online ??= location;
        Online = online is null ? null : new OnlineAccess(online, Text: null);
        // Luma writes the address of the event into its description alone.
        Link ??= ForeignText.Addresses(component.Text ?? "").FirstOrDefault(address => IsOfSource(address, source));
        if (component.Place is { } place && location is null) Place = PlaceOf(place, component);
    }

    public Place? Place { get; }

    public Uri? Link { get; }

    public OnlineAccess? Online { get; }

    private static Place? PlaceOf(string text, EventComponent component)
    {
        var lines = text.Split('\n').Select(line => PlainText.OneLine(line).TrimEnd(',')).Where(line => line.Length > 0).ToArray();
        if (lines.Length == 0) return null;
        var position = component.Position is ({ } latitude, { } longitude) && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new GeoPosition(latitude, longitude)
            : null;
        return new Place(lines[0], lines.Length == 1 ? null : string.Join(", ", lines[1..]), position)
        {
            IsOnline = lines.Length == 1 && OnlineWords.Are(lines[0]),
        };
    }

    private static bool IsOfSource(Uri address, SourceSettings source) => source.Home is { } home
        && (HostOf(home) == HostOf(address) || (HostOf(home) is "lu.ma" && HostOf(address) is "luma.com"));

    private static string HostOf(Uri address) =>
        address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
}
