using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Feeds.Tests.Hostile;

/// <summary>A post or an event with texts of a kind in all places; with the same dice and other texts it is the same but for them.</summary>
internal sealed class HostileDocument(Random random, ImmutableArray<string> texts, ImmutableArray<string> bodies)
{
    private static readonly ImmutableArray<string> PostFields =
    [
        "title", "summary", "tags", "category", "categories", "author", "authors", "series", "id", "uid", "slug", "permalink", "canonical", "image", "cover", "lang", "updated", "featured", "enclosure", "audio", "duration", "episode", "season", "expires", "aliases", "redirect_from", "url", "path", "layout", "type",
    ];

    private static readonly ImmutableArray<string> EventFields =
    [
        "title", "summary", "uid", "location", "venue", "venueAddress", "city", "country", "room", "tags", "category", "series", "organizer", "rsvp", "online", "link", "image", "status", "sequence", "updated", "timezone", "slug", "permalink", "geo", "duration", "every", "rrule", "exdates", "rdates", "overrides", "planned", "lang", "end",
    ];

    /// <summary>Addresses that are the server's own, or another document's.</summary>
    private static readonly ImmutableArray<string> TakenAddresses =
    [
        "/", "/atom.xml", "/rss.xml", "/feed.json", "/calendar.ics", "/calendar.json", "/health/live", "/health/ready", "/health/live/", "/404.html", "/style.css", "/custom.css", "/robots.txt", "/sitemap.xml", "/feeds.opml", "/favicon.ico", "/index.html", "/atom.xml/", "/tags/", "/tags/a/", "/archive/", "/archive/1/atom.xml", "/events/", "/events/taken.ics", "/posts/taken/",
        "//injected.example/", "/\\injected.example/", "///injected.example", "/a//b/", "/../etc/passwd", "/%2e%2e/x", "/%252e%252e/x", "/a?injected=1", "/a#injected", "/a%0d%0aX-Injected:1/", "/a\r\nX-Injected: 1/", "/%00", "https://injected.example/", "javascript:injected()", "mailto:a", "", " ", "*", "/.well-known/injected", "/ /", "/\u202E/", "/" + "%F0%9F%92%A9/", "/feeds/", "/subscribe/",
    ];

    private readonly StringBuilder text = new();

    /// <param name="number">Makes its date its own.</param>
    public string Write(int number, int kind)
    {
        var day = new DateTime(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(9 * number);
        var isEvent = random.Next(3) == 0;
        var opening = kind % 8 == 0 ? "+++" : "---";
        var sign = kind % 8 == 0 ? " =" : ":";
        text.Append(CultureInfo.InvariantCulture, $"{opening}\n");
        text.Append(CultureInfo.InvariantCulture, $"{(isEvent ? "start" : "date")}{sign} {day:yyyy-MM-dd'T'HH:mm:ss'Z'}\n");
        var fields = isEvent ? EventFields : PostFields;
        for (var count = random.Next(1, 6); count > 0; count--) text.Append(CultureInfo.InvariantCulture, $"{fields[random.Next(fields.Length)]}{sign} {Value()}\n");
        var address = TakenAddresses[random.Next(TakenAddresses.Length)];
        if (random.Next(6) == 0) text.Append(CultureInfo.InvariantCulture, $"{(random.Next(2) == 0 ? "permalink" : "slug")}{sign} {JsonSerializer.Serialize(IsHarmless ? "word" : address)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{opening}\n");
        for (var count = random.Next(1, 6); count > 0; count--) text.Append(Body());
        return text.ToString();
    }

    private bool IsHarmless => texts.Length == 1;

    private string Value()
    {
        var nasty = One(texts);
        var around = random.Next(7) switch
        {
            0 => $"https://a.example/{nasty}",
            1 => $"Ana <a{nasty}@a.example>",
            2 => $"x{nasty}y",
            3 => $"{nasty}{One(texts)}",
            _ => nasty,
        };
        var quoted = JsonSerializer.Serialize(around);
        return random.Next(6) switch
        {
            0 => $"[{quoted}, {quoted}]",
            1 => $"{{ name: {quoted}, email: {quoted}, url: {quoted}, address: {quoted}, date: {quoted} }}",
            2 => around,
            _ => quoted,
        };
    }

    private string Body()
    {
        var (one, other) = (One(bodies), One(bodies));
        return random.Next(6) switch
        {
            0 => $"{one}{other}\n\n",
            1 => $"- {one}\n\n  {other}\n\n",
            2 => $"> {one}\n\n<div>{other}\n\n",
            3 => $"<div title=\"{one}\">{other}</div>\n\n",
            4 => $"{one[..random.Next(one.Length)]}{other}\n\n",
            _ => $"{one}\n\nword\n\n",
        };
    }

    private string One(ImmutableArray<string> all) => all[random.Next(int.MaxValue) % all.Length];
}
