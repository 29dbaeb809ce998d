using System.Collections.Immutable;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Content.Settings;
using Feeds.Model;

namespace Feeds.Content.Places;

/// <summary>Reads where people meet: at a place, online or both.</summary>
internal sealed class PlaceReader
{
    private static readonly ImmutableArray<string> VenueNames =
    [
        "venuename", "placename", "locationname", "addressname", "venue", "location", "locations", "place", "where",
        "eventvenue", "eventlocation", "eventplace",
    ];


    private static readonly ImmutableArray<string> OwnNames = ["name", "title", "label", "text"];
    private static readonly ImmutableArray<string> Kinds = ["type", "kind", "@type"];
    private static readonly ImmutableArray<string> MapLinks = ["url", "link", "href", "website", "uri", .. FieldNames.PlaceLink, "links"];

    private const string FileCure = "correct its path, from the content folder on, or write the name of the place";

    private readonly IReadOnlyDictionary<string, Place> known;
    private readonly DiagnosticBag report;
    private readonly WrittenPlace place;

    private PlaceReader(IReadOnlyDictionary<string, Place> known, DiagnosticBag report) =>
        (this.known, this.report, place) = (known, report, new WrittenPlace(known, report));

    /// <summary>What the front matter says, else the body; each null when neither says anything of it.</summary>
    public static (Place? Place, OnlineAccess? Online) Read(
        FrontMatterFields front, BodyMetadata metadata, SiteSettings settings, DiagnosticBag report)
    {
        var reader = new PlaceReader(settings.Places, report);
        reader.AddDocument(front);
        reader.AddBody(metadata);
        return reader.place.Result(front);
    }

    /// <summary>The place in a file or a map of places; null when it has no name.</summary>
    public static Place? FromFields(FrontMatterFields fields, DiagnosticBag report)
    {
        var reader = new PlaceReader(ImmutableDictionary<string, Place>.Empty, report);
        reader.AddMap(fields);
        if (reader.place.IsUnnamed) return null;
        var (found, online) = reader.place.Result(fields);
        return found is null ? null : found with { Link = online?.Address ?? found.Link };
    }

    private void AddDocument(FrontMatterFields front)
    {
        AddNames(front, VenueNames);
        var parts = WrittenAddress.PartsOf(front);
        if (parts.City is { } city && known.TryGetValue(city, out var ofCity))
        {
            var isPlace = place.IsUnnamed;
            if (isPlace) place.Add(ofCity);
            parts = parts with { City = isPlace ? null : ofCity.Name };
        }

        AddAddress(front);
        // Alone, a 'state' may be that of the event, and a 'region' that of its readers.
        var isRegion = (parts.City ?? parts.Street) is not null && parts.Region is { } region && !EventStateReader.IsState(region);
        place.Address.Add(isRegion ? parts : parts with { Region = null });
        place.AddPage(EventLink.Find(front, FieldNames.PlaceLink, report));
        place.Online.Add(front);
        if (EventStateReader.MovedOnline(front) is not null) place.Online.Add(Attendance.Online);
    }

    private void AddBody(BodyMetadata metadata)
    {
        if (metadata.Place is { Value: TextValue { Text: var text } } field && LinkedText.Of(text) is { IsEmpty: false } inBody)
        {
            if (place.Name is not { } written) place.AddName(text);
            else if (!Agree(written, inBody.OneLine))
                report.Warning(field.Line, $"'{field.Key}' ({inBody.OneLine}) disagrees with the front matter ({written}), which is used");
        }

        if (metadata.Address is { } line && place.Address.After("") is null) AddAddress(line.Value);
        if (metadata.Online is { } join && place.Online.Address is null) place.Online.AddOnline(join, join.Value);
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
                place.AddPosition(at);
                break;
            case ListValue list:
                foreach (var item in list.Items) AddNamed(item);
                break;
            case TextValue { Text: var text } when text.Trim() is { Length: > 0 } written && !Placeholders.IsEmpty(written):
                if (NamesAFile(written) && !known.ContainsKey(written))
                    report.Warning(value.Line, $"'{written}' names no file about a place, so it is shown as it stands; {FileCure}");
                place.AddName(written);
                break;
        }
    }

    private void AddMap(FrontMatterFields map)
    {
        if (map.Text(Kinds) is { } kind) place.Online.Add(OnlineWords.AttendanceOf(kind));
        if (map.FindWritten(OwnNames) is { } name) AddNamed(name.Value);
        AddNames(map, VenueNames);
        AddAddress(map);
        place.Address.Add(WrittenAddress.PartsOf(map));
        if (EventLink.Find(map, MapLinks, report) is { } page) place.AddLink(page);
        place.Online.Add(map);
    }

    /// <summary>Adds the address, the rooms and the position that a document and a map have under the same names.</summary>
    private void AddAddress(FrontMatterFields fields)
    {
        if (fields.FindText(FieldNames.Room) is { } room) place.Address.AddRoom(room);
        if (fields.FindText(FieldNames.Floor) is { } floor) place.Address.AddRoom(floor);
        if (fields.FindWritten(FieldNames.Address) is { } field) AddAddress(field.Value);
        place.AddPosition(PositionReader.Read(fields, report));
    }

    private void AddAddress(Value value)
    {
        switch (value)
        {
            case MapValue map:
                var fields = new FrontMatterFields(map);
                if (fields.FindText(OwnNames) is { } name) place.Address.AddLine(LinkedText.Of(name.Text()!).OneLine);
                AddAddress(fields);
                place.Address.Add(WrittenAddress.PartsOf(fields));
                break;
            case ListValue list:
                foreach (var item in list.Items) AddAddress(item);
                break;
            case TextValue { Text: var text } when LinkedText.Of(text) is var written:
                if (place.IsUnnamed && OnlineWords.Split(written.OneLine).Online is not null)
                {
                    place.AddName(text);
                    break;
                }

                if (written.Link is { } page) place.AddLink(page);
                foreach (var line in (written.Link is null ? written : written.WithoutAddresses()).Lines) place.Address.AddLine(line);
                break;
        }
    }

    private static bool NamesAFile(string text) =>
        text.Contains('/', StringComparison.Ordinal) && !text.AsSpan().ContainsAny(" :") && SettingsReader.IsInPlaceFolder(text);

    private static bool Agree(string one, string other) =>
        one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);
}
