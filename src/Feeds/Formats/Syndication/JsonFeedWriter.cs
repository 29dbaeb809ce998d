using System.ServiceModel.Syndication;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Feeds.Formats.Syndication;

/// <summary>Writes a feed as JSON Feed 1.1.</summary>
internal static class JsonFeedWriter
{
    private const int MaxOctetsPending = 64 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        // The document is a file of its own, never text inside HTML, so only JSON's own rules hold.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    public static void Write(SiteFeed feed, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            WriteFeed(json, feed);
            json.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                WriteItem(json, entry);
                // Until it is flushed the writer keeps all of it, in a buffer that doubles and is copied as it grows.
                if (json.BytesPending > MaxOctetsPending) json.Flush();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        // A text file ends with a line end.
        output.WriteByte((byte)'\n');
    }

    private static void WriteFeed(Utf8JsonWriter json, SiteFeed feed)
    {
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", feed.Title.Text);
        WriteIfAny(json, "home_page_url", feed.Find("alternate"));
        WriteIfAny(json, "feed_url", feed.Find("self"));
        WriteIfAny(json, "description", feed.Description?.Text);
        WriteIfAny(json, "next_url", feed.Find("prev-archive"));
        WriteIfAny(json, "icon", feed.Icon);
        WriteIfAny(json, "favicon", feed.Icon);
        WriteAuthors(json, feed.Authors);
        WriteIfAny(json, "language", feed.Language);
        WriteList(json, "hubs", [.. feed.Links.Where(link => link.RelationshipType == "hub")], hub =>
        {
            json.WriteStartObject();
            json.WriteString("type", "WebSub");
            WriteIfAny(json, "url", hub.Uri);
            json.WriteEndObject();
        });
    }

    private static void WriteItem(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        WriteIfAny(json, "url", entry.Page);
        WriteIfAny(json, "title", entry.Title.Text);
        if (entry.Html is { } html)
            json.WriteString("content_html", html);
        else
            json.WriteString("content_text", entry.PlainSummary ?? entry.Title.Text);
        WriteIfAny(json, "summary", entry.PlainSummary);
        WriteIfAny(json, "image", entry.Image);
        json.WriteString("date_published", Timestamp.Rfc3339(entry.PublishDate));
        json.WriteString("date_modified", Timestamp.Rfc3339(entry.LastUpdatedTime));
        WriteAuthors(json, entry.Authors);
        WriteList(json, "tags", entry.Categories, category => json.WriteStringValue(category.Name));
        WriteIfAny(json, "language", entry.Language);
        WriteAttachment(json, entry.Enclosure);
        json.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyCollection<SyndicationPerson> authors) =>
        WriteList(json, "authors", authors, author =>
        {
            json.WriteStartObject();
            json.WriteString("name", author.Name);
            WriteIfAny(json, "url", author.Uri);
            json.WriteEndObject();
        });

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    private static void WriteAttachment(Utf8JsonWriter json, Enclosure? enclosure)
    {
        if (enclosure is null) return;
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        WriteIfAny(json, "url", enclosure.Uri);
        json.WriteString("mime_type", enclosure.MediaType);
        if (enclosure.Length > 0) json.WriteNumber("size_in_bytes", enclosure.Length);
        if (enclosure.Duration is { Ticks: >= 0 } duration)
            json.WriteNumber("duration_in_seconds", Math.Round(duration.TotalSeconds));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, Uri? address) => WriteIfAny(json, name, address?.AbsoluteUri);

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }
}
