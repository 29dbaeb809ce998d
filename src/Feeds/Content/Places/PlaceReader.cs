using System.Collections.Immutable;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Places;

/// <summary>Reads where people meet: at a place, online or both.</summary>
internal sealed class PlaceReader
{
    private static readonly ImmutableArray<string> VenueNames =
        ["venuename", "placename", "locationname", "addressname", "venue", "location", "locations", "place", "where"];

    private static readonly ImmutableArray<string> OwnNames = ["name", "title", "label", "text"];
    private static readonly ImmutableArray<string> Kinds = ["type", "kind", "@type"];
    private static readonly ImmutableArray<string> MapLinks = ["url", "link", "href", "website", "uri", .. FieldNames.PlaceLink];

    /// <summary>The address of an event that says <c>online: true</c> and no more.</summary>
    private static readonly ImmutableArray<string> OnlyLinks = ["url", "link", "href"];

    private readonly IReadOnlyDictionary<string, Place> known;
    private readonly DiagnosticBag report;
    private readonly List<string> names = [];
    private readonly WrittenAddress address = new();
    private readonly WrittenOnline online;
    private string? onlineName;
    private GeoPosition? position;
    private Uri? link;

    /// <summary>The page of the place, or the address to join where no place is named.</summary>
    private Uri? either;

    private PlaceReader(IReadOnlyDictionary<string, Place> known, DiagnosticBag report)
    {
        this.known = known;
        this.report = report;
        online = new WrittenOnline(report);
    }

    /// <summary>What the front matter says, else the body; each null when neither says anything of it.</summary>
    public static (Place? Place, OnlineAccess? Online) Read(
        FrontMatterFields front, BodyMetadata metadata, SiteSettings settings, DiagnosticBag report)
    {
        var reader = new PlaceReader(settings.Places, report);
        reader.AddDocument(front);
        reader.AddBody(metadata);
        return reader.Result(front);
    }

    /// <summary>The place in a file or a map of places; null when it has no name.</summary>
    public static Place? FromFields(FrontMatterFields fields, DiagnosticBag report)
    {
        var reader = new PlaceReader(ImmutableDictionary<string, Place>.Empty, report);
        reader.AddMap(fields);
        if (reader.names.Count == 0 && reader.onlineName is null) return null;
        var (place, online) = reader.Result(fields);
        return place is null ? null : place with { Link = online?.Address ?? place.Link };
    }

    private void AddDocument(FrontMatterFields front)
    {
        AddNames(front, VenueNames);
        var parts = WrittenAddress.PartsOf(front);
        if (parts.City is { } city && known.TryGetValue(city, out var place))
        {
            var isPlace = names.Count == 0 && onlineName is null;
            if (isPlace) Add(place);
            parts = parts with { City = isPlace ? null : place.Name };
        }

        AddAddress(front);
        // Alone, a 'state' may be that of the event, and a 'region' that of its readers.
        var isRegion = (parts.City ?? parts.Street) is not null && parts.Region is { } region && !EventStateReader.IsState(region);
        address.Add(isRegion ? parts : parts with { Region = null });
        link ??= EventLink.Find(front, FieldNames.PlaceLink, report);
        online.Add(front);
        if (EventStateReader.MovedOnline(front) is not null) online.Add(Attendance.Online);
    }

    private void AddBody(BodyMetadata metadata)
    {
        if (metadata.Place is { Value: TextValue { Text: var text } } field && LinkedText.Of(text) is { IsEmpty: false } inBody)
        {
            if ((names.FirstOrDefault() ?? onlineName) is not { } written) AddName(text);
            else if (!Agree(written, inBody.OneLine))
                report.Warning(field.Line, $"'{field.Key}' ({inBody.OneLine}) disagrees with the front matter ({written}), which is used");
        }

        if (metadata.Address is { } line && address.After("") is null) AddAddress(line.Value);
        if (metadata.Online is { } join && online.Address is null) online.AddOnline(join, join.Value);
    }

    private void AddNames(FrontMatterFields fields, ImmutableArray<string> keys)
    {
        foreach (var key in keys)
        {
            if (fields.Find(key) is { } field) AddNamed(field.Value);
        }
    }

    private void AddNamed(Value value)
    {
        switch (value)
        {
            case MapValue map:
                AddMap(new FrontMatterFields(map));
                break;
            case ListValue list when PositionReader.Of(list) is { } at:
                position ??= at;
                break;
            case ListValue list:
                foreach (var item in list.Items) AddNamed(item);
                break;
            case TextValue { Text: var text } when text.Trim() is { Length: > 0 } written:
                AddName(written);
                break;
        }
    }

    private void AddMap(FrontMatterFields map)
    {
        if (map.Text(Kinds) is { } kind) online.Add(OnlineWords.AttendanceOf(kind));
        if (map.FindWritten(OwnNames) is { } name) AddNamed(name.Value);
        AddNames(map, VenueNames);
        AddAddress(map);
        address.Add(WrittenAddress.PartsOf(map));
        if (EventLink.Find(map, MapLinks, report) is { } page) AddLink(page);
        online.Add(map);
    }

    /// <summary>Adds the address, the rooms and the position that a document and a map have under the same names.</summary>
    private void AddAddress(FrontMatterFields fields)
    {
        if (fields.FindText(FieldNames.Room) is { } room) address.AddRoom(room);
        if (fields.FindText(FieldNames.Floor) is { } floor) address.AddRoom(floor);
        if (fields.FindWritten(FieldNames.Address) is { } field) AddAddress(field.Value);
        position ??= PositionReader.Read(fields, report);
    }

    private void AddAddress(Value value)
    {
        switch (value)
        {
            case MapValue map:
                var fields = new FrontMatterFields(map);
                if (fields.FindText(OwnNames) is { } name) address.AddLine(LinkedText.Of(name.Text()!).OneLine);
                AddAddress(fields);
                address.Add(WrittenAddress.PartsOf(fields));
                break;
            case ListValue list:
                foreach (var item in list.Items) AddAddress(item);
                break;
            case TextValue { Text: var text } when LinkedText.Of(text) is var written:
                if (names.Count == 0 && onlineName is null && OnlineWords.Split(written.OneLine).Online is not null)
                {
                    AddName(text);
                    break;
                }

                if (written.Link is { } page) AddLink(page);
                foreach (var line in (written.Link is null ? written : written.WithoutAddresses()).Lines) address.AddLine(line);
                break;
        }
    }

    private void Add(Place place)
    {
        if (place.IsOnline)
        {
            onlineName ??= place.Name;
            if (place.Link is { } join) online.Add(join);
            return;
        }

        names.Add(place.Name);
        address.Add(place);
        position ??= place.Position;
        if (place.Link is { } page) AddLink(page);
    }

    private void AddLink(Uri page)
    {
        if (KnownHosts.IsOnline(page)) online.Add(page);
        else if (KnownHosts.IsMap(page)) link ??= page;
        else either ??= page;
    }

    private void AddName(string text)
    {
        if (known.TryGetValue(text, out var place))
        {
            Add(place);
            return;
        }

        if (PositionReader.Of(text) is { } at)
        {
            position ??= at;
            return;
        }

        var written = LinkedText.Of(text);
        if ((written.Link ?? JoinOf(text)) is not { } page)
        {
            AddWords(written);
            return;
        }

        AddLink(page);
        var words = written.Link is null ? new LinkedText([], page) : written.WithoutAddresses();
        if (!KnownHosts.IsOnline(page) || !OnlineWords.AreWithAddress(words.OneLine)) AddWords(words);
        else if (!OnlineWords.SayNothing(words.OneLine)) onlineName ??= words.OneLine;
    }

    /// <summary>An address to join without a scheme, such as <c>zoom.us/j/1</c>.</summary>
    private static Uri? JoinOf(string text) => EventLink.In(text) is { } bare && KnownHosts.IsOnline(bare) ? bare : null;

    private void AddWords(LinkedText words)
    {
        if (OnlineWords.Are(words.OneLine))
        {
            onlineName ??= words.OneLine;
            return;
        }

        var isFirst = true;
        foreach (var line in words.Lines)
        {
            var (place, joining) = OnlineWords.Split(line);
            if (place is null) onlineName ??= joining;
            else if (joining is not null) online.Add(joining);
            if (place is null) continue;
            if (isFirst) names.Add(place);
            else address.AddLine(place);
            isFirst = false;
        }
    }

    private (Place? Place, OnlineAccess? Online) Result(FrontMatterFields front)
    {
        var place = OnSite();
        if (place is null && either is not null) online.Add(either);
        // It is a bar of that name.
        if (place is null && onlineName is not null && online is { Attendance: Attendance.InPerson, Address: null })
            return (new Place(onlineName, null, position) { Link = link }, null);
        if (place is not null && EventStateReader.MovedOnline(front) is { } status)
        {
            report.Note(status.Line, $"the place ({place}) is left out, because the event has moved online");
            place = null;
        }

        var join = online.Address ?? Announced(front, place);
        if (place is null) return Online(join);
        if (online.Attendance is Attendance.Online) return (place with { IsOnline = true }, Access(join, online.Text));
        if (join is null && online.Attendance is not Attendance.Mixed && !online.IsMeant && onlineName is null) return (place, null);
        if (onlineName is not null) online.Add(onlineName);
        return (place, new OnlineAccess(join, online.Text ?? (join is null ? "Online" : null)));
    }

    private (Place? Place, OnlineAccess? Online) Online(Uri? join)
    {
        var text = online.Text;
        if (onlineName is null && join is null)
        {
            if (!online.IsMeant) return (null, null);
            (onlineName, text) = (text ?? "Online", null);
        }

        return (onlineName is null ? null : new Place(onlineName) { IsOnline = true }, Access(join, text));
    }

    private static OnlineAccess? Access(Uri? join, string? text) => join is null && text is null ? null : new OnlineAccess(join, text);

    /// <summary>The place where people meet; null when none is named.</summary>
    private Place? OnSite()
    {
        if (onlineName is not null && IsBar(onlineName))
        {
            names.Insert(0, onlineName);
            onlineName = null;
        }

        var name = names.FirstOrDefault() ?? address.TakeRoom();
        foreach (var other in names.Skip(1)) address.AddName(other);
        var postal = address.Postal;
        if (name is not null) return Of(name, address.After(name));
        if ((address.After("") ?? (position is null ? link?.AbsoluteUri : Degrees(position))) is { } whole) return Of(whole, null);
        return null;

        Place Of(string shown, string? lines) => new(shown, lines, position) { Postal = postal, Link = link ?? either };
    }

    // Nothing else says that people meet online, and an address follows.
    private bool IsBar(string name) =>
        !online.IsMeant && online.Attendance is not Attendance.Mixed && OnlineWords.MayBeAName(name)
        && (names.Count == 0 ? address.After("") is not null : names[0].Any(char.IsAsciiDigit));

    private static string Degrees(GeoPosition at) =>
        $"{CalendarProperties.Degrees(at.Latitude)}, {CalendarProperties.Degrees(at.Longitude)}";

    /// <summary>The address of the event where that is how people join.</summary>
    private Uri? Announced(FrontMatterFields front, Place? place)
    {
        if (!online.IsMeant && onlineName is null) return null;
        var silent = new DiagnosticBag("");
        if (EventLink.Find(front, FieldNames.EventLink, silent) is { } announced && KnownHosts.IsMeeting(announced)) return announced;
        return place is null && online is { IsTrue: true, Text: null } ? EventLink.Find(front, OnlyLinks, silent) : null;
    }

    private static bool Agree(string one, string other) =>
        one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);
}
