using System.Text;
using System.Text.Json;
using Feeds.Formats.Calendar;
using Feeds.Model;
using Feeds.Pages.Events;
using NodaTime;
using NodaTime.Text;

namespace Feeds.Pages;

/// <summary>Writes documents for search engines, as schema.org in JSON-LD for a script element.</summary>
internal static class StructuredData
{
    public static string Of(Post post, OffsetDateTime updated, SiteSettings settings) => Written(json =>
    {
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "BlogPosting");
        json.WriteString("headline", post.Title);
        json.WriteString("url", post.Link.AbsoluteUri);
        json.WriteString("mainEntityOfPage", post.Link.AbsoluteUri);
        json.WriteString("datePublished", EventText.Machine(post.Published));
        json.WriteString("dateModified", EventText.Machine(updated));
        WriteOptional(json, "description", post.Summary ?? post.Body.Value.Excerpt);
        WriteOptional(json, "image", (post.Image ?? post.Body.Value.Image)?.AbsoluteUri);
        WriteOptional(json, "inLanguage", post.Language ?? settings.Language);
        json.WriteStartArray("author");
        foreach (var author in post.Authors.DefaultIfEmpty(settings.Author ?? new Person(settings.Title)))
            WriteNamed(json, author == settings.Author ? "Organization" : "Person", author.Name, author.Url);

        json.WriteEndArray();
        json.WritePropertyName("publisher");
        WriteNamed(json, "Organization", settings.Title, settings.HomeAddress);
        if (post.Terms.Any()) json.WriteString("keywords", string.Join(", ", post.Terms));
    });

    /// <summary>Null when there are no events.</summary>
    public static string? Of(IReadOnlyList<Event> events, SiteSettings settings) => events.Count == 0 ? null : Written(json =>
    {
        json.WriteString("@context", "https://schema.org");
        if (events is [var only])
        {
            WriteEvent(json, only, settings);
            return;
        }

        json.WriteStartArray("@graph");
        foreach (var @event in events)
        {
            json.WriteStartObject();
            WriteEvent(json, @event, settings);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteEvent(Utf8JsonWriter json, Event @event, SiteSettings settings)
    {
        json.WriteString("@type", "Event");
        json.WriteString("name", @event.Title);
        json.WriteString("startDate", EventText.Machine(@event.Span));
        json.WriteString("endDate", EventText.MachineEnd(@event.Span));
        if (@event.IsMoved) json.WriteString("previousStartDate", Before(@event.Occurrence!));
        json.WriteString("eventStatus", "https://schema.org/" + StatusOf(@event));
        json.WriteString("eventAttendanceMode", "https://schema.org/" + AttendanceOf(@event));
        WriteLocation(json, @event);
        json.WriteString("url", @event.Link.AbsoluteUri);
        WriteOptional(json, "description", @event.Summary ?? @event.Body.Value.Excerpt);
        WriteOptional(json, "image", (@event.Image ?? @event.Body.Value.Image)?.AbsoluteUri);
        json.WritePropertyName("organizer");
        var site = settings.Author ?? new Person(settings.Title);
        var organizer = @event.Organizer?.Name ?? @event.Organizer?.Email;
        if (organizer is not null && organizer != site.Name && organizer != settings.Title)
            WriteNamed(json, "Person", organizer, @event.Organizer!.Url);
        else
            WriteNamed(json, "Organization", site.Name, site.Url ?? settings.HomeAddress);
    }

    private static string StatusOf(Event @event) => @event switch
    {
        { Status: EventState.Cancelled } => "EventCancelled",
        { Status: EventState.Postponed } => "EventPostponed",
        { HasMovedOnline: true } => "EventMovedOnline",
        { Status: EventState.Moved } or { IsMoved: true } => "EventRescheduled",
        _ => "EventScheduled",
    };

    private static string AttendanceOf(Event @event) => @event switch
    {
        { Online: not null, Place.IsOnline: false } => "MixedEventAttendanceMode",
        { Online: not null } or { Place.IsOnline: true } => "OnlineEventAttendanceMode",
        _ => "OfflineEventAttendanceMode",
    };

    private static void WriteLocation(Utf8JsonWriter json, Event @event)
    {
        if (@event is { Place: null, Online: null }) return;
        json.WriteStartArray("location");
        if (@event.Place is { IsOnline: false } place)
        {
            json.WriteStartObject();
            json.WriteString("@type", "Place");
            json.WriteString("name", place.Name);
            if (place.Postal is { } postal) WriteAddress(json, postal);
            else json.WriteString("address", place.Address ?? place.Name);
            if (place.Position is { } position)
            {
                json.WriteStartObject("geo");
                json.WriteString("@type", "GeoCoordinates");
                json.WriteNumber("latitude", position.Latitude);
                json.WriteNumber("longitude", position.Longitude);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        if (@event is { Online: not null } or { Place.IsOnline: true })
        {
            json.WriteStartObject();
            json.WriteString("@type", "VirtualLocation");
            // Where no address is written, the page of the event is where people learn it.
            json.WriteString("url", (@event.Online?.Address ?? @event.MainLink).AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAddress(Utf8JsonWriter json, PostalAddress address)
    {
        json.WriteStartObject("address");
        json.WriteString("@type", "PostalAddress");
        WriteOptional(json, "streetAddress", address.Street);
        WriteOptional(json, "postalCode", address.PostalCode);
        WriteOptional(json, "addressLocality", address.City);
        WriteOptional(json, "addressRegion", address.Region);
        WriteOptional(json, "addressCountry", address.Country);
        json.WriteEndObject();
    }

    private static string Before(EventStart start) => start switch
    {
        EventStart.Timed timed => EventText.Machine(timed.At.ToOffsetDateTime()),
        EventStart.Day day => LocalDatePattern.Iso.Format(day.Date),
        _ => throw new InvalidOperationException("An event starts at a time or on a day."),
    };

    private static void WriteNamed(Utf8JsonWriter json, string type, string name, Uri? url)
    {
        json.WriteStartObject();
        json.WriteString("@type", type);
        json.WriteString("name", name);
        WriteOptional(json, "url", url?.AbsoluteUri);
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }

    // The writer's own encoder escapes every '<', so nothing ends the element around it.
    private static string Written(Action<Utf8JsonWriter> write)
    {
        var bytes = new MemoryStream();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
