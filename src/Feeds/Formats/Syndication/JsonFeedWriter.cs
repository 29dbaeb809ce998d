using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Feeds.Formats.Syndication;

/// <summary>Writes a feed as JSON Feed 1.1.</summary>
public static class JsonFeedWriter
{
    /// <summary>The media type of what is written (JSON Feed 1.1, "Suggestions for Publishers").</summary>
    public const string MediaType = "application/feed+json";

    private const int MaxOctetsPending = 64 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        // The document is a file of its own, never text inside HTML, so only JSON's own rules hold.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    /// <summary>Writes the feed as UTF-8 without a byte order mark and leaves the stream open.</summary>
    /// <remarks>
    /// Characters that XML forbids or discourages are left out here too, so that the formats agree, and text that is blank
    /// is not written. An item without content gets its summary, else its title, else its address as <c>content_text</c>,
    /// for the specification wants one of the two. A link with the relation <c>hub</c> becomes a WebSub hub, <c>next</c> or
    /// else <c>prev-archive</c> becomes <c>next_url</c>; there is no room for others, nor for e-mail addresses and rights.
    /// </remarks>
    /// <param name="feed">What to write.</param>
    /// <param name="self">Where this document is published, absolute (<c>feed_url</c>).</param>
    /// <param name="output">Where to write it.</param>
    /// <exception cref="ArgumentException"><paramref name="self"/> is relative.</exception>
    public static void Write(Feed feed, Uri self, Stream output)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(output);
        var feedUrl = Address.Absolute(self);

        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            WriteFeed(json, feed, feedUrl);
            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                WriteItem(json, entry, feed);
                // Until it is flushed the writer keeps all of it, in a buffer that doubles and is copied as it grows.
                if (json.BytesPending > MaxOctetsPending)
                    json.Flush();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        // A text file ends with a line end.
        output.WriteByte((byte)'\n');
    }

    private static void WriteFeed(Utf8JsonWriter json, Feed feed, Uri feedUrl)
    {
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteText("title", feed.Title);
        json.WriteAddress("home_page_url", feed.Link);
        json.WriteAddress("feed_url", feedUrl);
        json.WriteTextIfAny("description", feed.Description);
        json.WriteAddress("next_url", FeedLinks.Older(feed, feedUrl));
        json.WriteAddress("icon", feed.Logo ?? feed.Icon);
        json.WriteAddress("favicon", feed.Icon);
        WriteAuthors(json, feed.Authors);
        json.WriteTextIfAny("language", Grammar.LanguageOrNone(feed.Language));
        WriteHubs(json, [.. feed.Links.Where(link => FeedLinks.Is(link, "hub"))]);
    }

    private static void WriteItem(Utf8JsonWriter json, Entry entry, Feed feed)
    {
        json.WriteStartObject();
        json.WriteText("id", entry.Id);
        json.WriteAddress("url", entry.Link);
        json.WriteTextIfAny("title", entry.Title);
        WriteContent(json, entry);
        json.WriteTextIfAny("summary", entry.Summary);
        json.WriteAddress("image", entry.Image?.Url);
        json.WriteAddress("banner_image", entry.BannerImage);
        json.WriteString("date_published", Timestamp.Rfc3339(entry.Published));
        json.WriteString("date_modified", Timestamp.Rfc3339(entry.Updated));
        WriteAuthors(json, entry.Authors);
        WriteTags(json, entry.Categories);
        json.WriteTextIfAny("language", entry.LanguageBeside(feed));
        WriteAttachments(json, entry.Enclosures);
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, Entry entry)
    {
        if (XmlCharacters.KeepHtml(entry.Content) is { Length: > 0 } content)
            json.WriteString("content_html", content);
        else
            json.WriteString("content_text", entry.Gist);
    }

    private static void WriteAuthors(Utf8JsonWriter json, ImmutableArray<Person> authors)
    {
        if (!authors.Any(author => author.IsNamed))
            return;

        json.WriteStartArray("authors");
        foreach (var author in authors)
        {
            if (!author.IsNamed)
                continue;

            json.WriteStartObject();
            json.WriteText("name", author.Name);
            json.WriteAddress("url", author.Uri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHubs(Utf8JsonWriter json, ImmutableArray<Link> hubs)
    {
        if (hubs.IsEmpty)
            return;

        json.WriteStartArray("hubs");
        foreach (var hub in hubs)
        {
            json.WriteStartObject();
            json.WriteString("type", "WebSub");
            json.WriteAddress("url", hub.Href);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTags(Utf8JsonWriter json, ImmutableArray<Category> categories)
    {
        if (categories.IsEmpty)
            return;

        json.WriteStartArray("tags");
        foreach (var category in categories)
        {
            if (XmlCharacters.KeepIfAny(category.Term) is { } term)
                json.WriteStringValue(term);
        }

        json.WriteEndArray();
    }

    private static void WriteAttachments(Utf8JsonWriter json, ImmutableArray<Enclosure> enclosures)
    {
        if (enclosures.IsEmpty)
            return;

        json.WriteStartArray("attachments");
        foreach (var enclosure in enclosures)
        {
            json.WriteStartObject();
            json.WriteAddress("url", enclosure.Url);
            json.WriteText("mime_type", enclosure.WrittenMediaType);
            json.WriteTextIfAny("title", enclosure.Title);
            if (enclosure.Length > 0)
                json.WriteNumber("size_in_bytes", enclosure.Length);
            if (enclosure.Duration is { Ticks: >= 0 } duration)
                json.WriteNumber("duration_in_seconds", Math.Round(duration.TotalSeconds));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
