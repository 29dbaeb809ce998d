using System.Security.Cryptography;
using System.Text.Json;
using Feeds.Formats.Syndication.Podcasts;
using Feeds.Model.Dates;
using NodaTime;

namespace Feeds.Model;

/// <summary>Hashes of what is published, without addresses on the site itself and without empty values.</summary>
internal static class Fingerprint
{
    private const int Length = 12;

    public static Fingerprints Of(Post post, Site site) => new(FactsOf(post, site), PlacementOf(post, site.Settings));

    public static Fingerprints Of(Event @event, SiteSettings settings)
    {
        var schedule = ScheduleFormat.Of(@event);
        return new Fingerprints(FactsOf(@event, schedule, settings), PlacementOf(@event, schedule));
    }

    private static string FactsOf(Post post, Site site) => Hash(facts =>
    {
        var settings = site.Settings;
        facts.Add("title", post.Title);
        facts.Add("published", Local(post.Published, settings));
        facts.Add("revised", post.Revised is { } revised ? Local(revised, settings) : null);
        facts.Add("expires", post.Expires);
        facts.Add("featured", post.IsFeatured ? "yes" : null);
        facts.Add("authors", post.Authors);
        facts.Add("categories", post.Categories);
        facts.Add("tags", post.Tags);
        facts.Add("summary", post.Summary);
        facts.Add("language", post.Language);
        facts.Add("image", Elsewhere(post.Image, settings));
        facts.Add("files", post.Files.Select(file => file.Written));
        facts.Add("recording", post.Recording is { } recording ? FactsOf(recording, site) : []);
        facts.Add("episode", post.Episode is { } episode ? FactsOf(episode, settings) : []);
        facts.Add("body", post.Source.Body);
    });

    private static string FactsOf(Event @event, Schedule schedule, SiteSettings settings) => Hash(facts =>
    {
        facts.Add("start", schedule.Start);
        facts.Add("end", schedule.End);
        facts.Add("zone", schedule.Zone);
        facts.Add("place", schedule.Place);
        facts.Add("street", schedule.Street);
        facts.Add("status", schedule.Status);
        facts.Add("repeats", schedule.Repeats);
        AddWords(facts, @event, settings);
        foreach (var other in @event.Overrides) AddWords(facts, other, settings);
        facts.Add("stamp", @event.Dated == Event.Undated ? null : @event.Dated);
        // Without a date of its own it is announced by when it takes place, or by when it came.
        facts.Add("announced", @event.Dated == Event.Undated ? null : @event.Announced);
        facts.Add("sequence", @event.WrittenSequence == 0 ? null : FormattableString.Invariant($"{@event.WrittenSequence}"));
        facts.Add("organizer", @event.Organizer is { Email: { } email } organizer ? [email, organizer.Name] : []);
        facts.Add("language", @event.Language);
        facts.Add("series", @event.Series);
        facts.Add("categories", @event.Categories);
        facts.Add("tags", @event.Tags);
        facts.Add("image", Elsewhere(@event.Image, settings));
        facts.Add("files", @event.Files.Select(file => file.Written));
        facts.Add("body", @event.Source.Body);
        // Its links change with the addresses of other documents.
        facts.Add("links", @event.Source.LinksToDocuments ? @event.Body.Value.Text : null);
    });

    private static string PlacementOf(Post post, SiteSettings settings) => Hash(facts =>
    {
        facts.Add("published", Local(post.Published, settings));
        facts.Add("featured", post.IsFeatured ? "yes" : null);
        facts.Add("authors", post.Authors);
        facts.Add("categories", post.Categories);
        facts.Add("tags", post.Tags);
    });

    private static string PlacementOf(Event @event, Schedule schedule) => Hash(facts =>
    {
        facts.Add("start", schedule.Start);
        facts.Add("place", schedule.Place);
        facts.Add("repeats", schedule.Repeats);
        facts.Add("series", @event.Series);
        facts.Add("categories", @event.Categories);
        facts.Add("tags", @event.Tags);
    });

    /// <summary>Of what every page and feed shows, and of the program's version, which may write different bytes.</summary>
    public static string Of(SiteSettings settings) => Hash(facts =>
    {
        facts.Add("program", typeof(Fingerprint).Assembly.GetName().Version?.ToString(3));
        facts.Add("title", settings.Title);
        facts.Add("url", settings.Url.AbsoluteUri);
        facts.Add("description", settings.Description);
        facts.Add("language", settings.Language);
        if (settings.Languages.Length > 1) facts.Add("languages", settings.Languages);
        facts.Add("zone", settings.Zone.Id);
        facts.Add("author", settings.Author is { } author ? [author] : []);
        facts.Add("rights", settings.Rights);
        facts.Add("icon", settings.Icon?.AbsoluteUri);
        facts.Add("pages", settings.Pages == PageMode.Auto ? null : $"{settings.Pages}");
        facts.Add("permalinks", [settings.Posts.Permalink, settings.Events.Permalink]);
        var (calendar, feed) = (settings.Calendar, settings.Feed);
        var refresh = FormattableString.Invariant($"{calendar.Refresh.TotalSeconds}");
        var entries = FormattableString.Invariant($"{feed.Entries} {feed.Content} {feed.MaxOctets} {feed.Include} {feed.HasArchive}");
        facts.Add("calendar", [calendar.Name, calendar.Description, calendar.Color, refresh]);
        facts.Add("feed", [entries]);
        facts.Add("taxonomies", settings.Taxonomies.Select(taxonomy => $"{taxonomy}"));
        facts.Add("podcast", settings.Podcast is { } podcast ? FactsOf(podcast) : []);
        facts.Add("navigation", settings.Navigation.SelectMany(link => new[] { link.Title, link.Path }));
        facts.Add("hubs", settings.Hubs.Select(hub => hub.AbsoluteUri));
    });

    private static IEnumerable<string?> FactsOf(Recording recording, Site site) =>
    [
        Elsewhere(recording.Url, site.Settings),
        recording.MediaType,
        FormattableString.Invariant($"{recording.Length ?? recording.FileIn(site.Files)?.Length} {recording.Duration?.TotalSeconds}"),
    ];

    private static IEnumerable<string?> FactsOf(Episode episode, SiteSettings settings) =>
    [
        FormattableString.Invariant($"{episode.Number} {episode.Season} {episode.Type} {episode.Explicit}"),
        Elsewhere(episode.Chapters, settings),
        .. episode.Transcript is { } transcript ? [Elsewhere(transcript.Url, settings)] : Array.Empty<string?>(),
    ];

    private static IEnumerable<string?> FactsOf(Podcast podcast) =>
    [
        $"{podcast.Explicit} {podcast.Type} {podcast.Locked}",
        podcast.Author,
        podcast.OwnerEmail,
        podcast.Owner,
        podcast.Image?.AbsoluteUri,
        podcast.Funding?.AbsoluteUri,
        .. podcast.Categories.Select(category => $"{category}"),
    ];

    // What may differ in a single occurrence.
    private static void AddWords(Facts facts, Event @event, SiteSettings settings)
    {
        facts.Add("title", @event.Title);
        var position = @event.Place?.Position;
        facts.Add("position", position is null ? null : FormattableString.Invariant($"{position.Latitude} {position.Longitude}"));
        facts.Add("announcement", Elsewhere(@event.Announcement, settings));
        facts.Add("online", Elsewhere(@event.Online?.Address, settings));
        facts.Add("joining", @event.Online?.Text);
        facts.Add("moved online", @event.HasMovedOnline ? "yes" : null);
        facts.Add("summary", @event.Summary);
    }

    private static string Hash(Action<Facts> add)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            add(new Facts(json));
            json.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(text.GetBuffer().AsSpan(0, (int)text.Length)).AsSpan(0, Length));
    }

    // As written: a date without an offset stays the same date when the site changes its zone.
    private static string Local(OffsetDateTime time, SiteSettings settings) =>
        settings.Zone.GetUtcOffset(time.ToInstant()) == time.Offset
            ? FormattableString.Invariant($"{time.LocalDateTime:o}")
            : FormattableString.Invariant($"{time:o}");

    // An address on the site moves with it, and is distinguished by how it is written.
    private static string? Elsewhere(Uri? address, SiteSettings settings) =>
        address is null || settings.Url.IsBaseOf(address) ? null : address.AbsoluteUri;

    /// <summary>Writes the facts of a hash.</summary>
    private sealed class Facts(Utf8JsonWriter json)
    {
        public void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
        }

        public void Add(string name, Instant? value) =>
            Add(name, value is { } instant ? FormattableString.Invariant($"{instant:g}") : null);

        public void Add(string name, IEnumerable<Person> people) =>
            Add(name, people.Select(person => $"{person.Name} <{person.Email}> {person.Url}"));

        public void Add(string name, IEnumerable<string?> values)
        {
            var isOpen = false;
            foreach (var value in values)
            {
                if (!isOpen) json.WriteStartArray(name);
                isOpen = true;
                json.WriteStringValue(value);
            }

            if (isOpen) json.WriteEndArray();
        }
    }
}

/// <summary>The hashes that show whether a document changed.</summary>
/// <param name="Facts">A hash of what subscribers see.</param>
/// <param name="Placement">A hash of what decides its place in lists.</param>
internal sealed record Fingerprints(string Facts, string Placement);
