using System.Collections.Immutable;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Text;

namespace Feeds.Content.Places;

/// <summary>Collects what is written about where people meet, and tells a place from the ways to join Online.</summary>
/// <param name="known">The places of the site, by name.</param>
internal sealed class WrittenPlace(IReadOnlyDictionary<string, Place> known, DiagnosticBag report)
{
    /// <summary>The address of an event that says <c>online: true</c> and no more.</summary>
    private static readonly ImmutableArray<string> OnlyLinks = ["url", "link", "href"];

    private readonly List<string> names = [];
    private string? onlineName;
    private GeoPosition? position;
    private Uri? link;

    /// <summary>The page of the place, or the address to join where no place is named.</summary>
    private Uri? either;

    public WrittenAddress Address { get; } = new();

    public WrittenOnline Online { get; } = new(report);

    /// <summary>The first name, of a place or of a way to join; null for none.</summary>
    public string? Name => names.FirstOrDefault() ?? onlineName;

    public bool IsUnnamed => Name is null;

    public void AddPosition(GeoPosition? at) => position ??= at;

    /// <summary>Adds the page of the place, or the address to join in its stead.</summary>
    public void AddPage(Uri? page)
    {
        if (page is null) return;
        if (KnownHosts.IsOnline(page)) Online.Add(page);
        else link ??= page;
    }

    public void Add(Place place)
    {
        if (place.IsOnline)
        {
            onlineName ??= place.Name;
            if (place.Link is { } join) Online.Add(join);
            return;
        }

        names.Add(place.Name);
        Address.Add(place);
        position ??= place.Position;
        if (place.Link is { } page) AddLink(page);
    }

    public void AddLink(Uri page)
    {
        if (KnownHosts.IsOnline(page)) Online.Add(page);
        else if (KnownHosts.IsMap(page)) link ??= page;
        else either ??= page;
    }

    public void AddName(string text)
    {
        // The key of a place in another program, such as meetup.com.
        if (text.Length > 4 && text.All(char.IsAsciiDigit)) return;
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
            else if (joining is not null) Online.Add(joining);
            if (place is null) continue;
            if (isFirst) names.Add(place);
            else Address.AddLine(place);
            isFirst = false;
        }
    }

    /// <summary>The place and how people join; each null when nothing is written of it.</summary>
    public (Place? Place, OnlineAccess? Online) Result(FrontMatterFields front)
    {
        var place = OnSite();
        if (place is null && either is not null) Online.Add(either);
        // It is a bar of that name.
        if (place is null && onlineName is not null && Online is { Attendance: Attendance.InPerson, Address: null })
            return (new Place(onlineName, null, position) { Link = link }, null);
        if (place is not null && EventStateReader.MovedOnline(front) is { } status)
        {
            report.Note(status.Line, $"the place ({place}) is left out, because the event has moved online");
            place = null;
        }

        var join = Online.Address ?? Announced(front, place);
        if (place is null) return OnlineOnly(join);
        if (Online.Attendance is Attendance.Online) return (place with { IsOnline = true }, Access(join, Online.Text));
        if (join is null && Online.Attendance is not Attendance.Mixed && !Online.IsMeant && onlineName is null) return (place, null);
        if (onlineName is not null) Online.Add(onlineName);
        return (place, new OnlineAccess(join, Online.Text ?? (join is null ? "Online" : null)));
    }

    private (Place? Place, OnlineAccess? Online) OnlineOnly(Uri? join)
    {
        var text = Online.Text;
        if (onlineName is null && join is null)
        {
            if (!Online.IsMeant) return (null, null);
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

        var name = names.FirstOrDefault() ?? Address.TakeRoom();
        foreach (var other in names.Skip(1)) Address.AddName(other);
        var postal = Address.Postal;
        if (name is not null) return Of(name, Address.After(name));
        if ((Address.After("") ?? (position is null ? link?.AbsoluteUri : Degrees(position))) is { } whole) return Of(whole, null);
        return null;

        Place Of(string shown, string? lines) => new(shown, lines, position) { Postal = postal, Link = link ?? either };
    }

    // Nothing else says that people meet online, and an address follows.
    private bool IsBar(string name) =>
        !Online.IsMeant && Online.Attendance is not Attendance.Mixed && OnlineWords.MayBeAName(name)
        && (names.Count == 0 ? Address.After("") is not null : names[0].Any(char.IsAsciiDigit));

    private static string Degrees(GeoPosition at) =>
        $"{CalendarProperties.Degrees(at.Latitude)}, {CalendarProperties.Degrees(at.Longitude)}";

    /// <summary>The address of the event where that is how people join.</summary>
    private Uri? Announced(FrontMatterFields front, Place? place)
    {
        if (!Online.IsMeant && onlineName is null) return null;
        var silent = new DiagnosticBag("");
        if (EventLink.Find(front, FieldNames.EventLink, silent) is { } announced && KnownHosts.IsMeeting(announced)) return announced;
        return place is null && Online is { IsTrue: true, Text: null } ? EventLink.Find(front, OnlyLinks, silent) : null;
    }
}
