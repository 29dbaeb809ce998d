using System.Collections.Frozen;

namespace Feeds.Publishing;

/// <summary>The media type of a representation.</summary>
/// <param name="Name">The value of <c>Content-Type</c>, with parameters.</param>
internal sealed record MediaType(string Name, Compressible Compressible = Compressible.Yes)
{
    public string Essence => Name.Split(';')[0];

    public static readonly MediaType Atom = new("application/atom+xml; charset=utf-8");
    public static readonly MediaType Rss = new("application/rss+xml; charset=utf-8");
    public static readonly MediaType JsonFeed = new("application/feed+json; charset=utf-8");
    public static readonly MediaType Calendar = new("text/calendar; charset=utf-8");
    public static readonly MediaType JsonCalendar = new("application/calendar+json; charset=utf-8");
    public static readonly MediaType Html = new("text/html; charset=utf-8");
    public static readonly MediaType Opml = new("text/x-opml; charset=utf-8");
    public static readonly MediaType Svg = new("image/svg+xml");
    public static readonly MediaType Xml = new("application/xml; charset=utf-8");
    public static readonly MediaType Text = new("text/plain; charset=utf-8");
    public static readonly MediaType Css = new("text/css; charset=utf-8");

    /// <summary>The <c>Content-Type</c> with which a browser shows it as a page.</summary>
    public string ForBrowser => this == Atom || this == Rss ? "application/xml; charset=utf-8" : Name;

    public bool IsFeed => this == Atom || this == Rss || this == JsonFeed;

    /// <summary>Whether programs request it periodically.</summary>
    public bool IsPolled => IsFeed || this == Calendar || this == JsonCalendar;

    // No type that a browser would execute.
    private static readonly FrozenDictionary<string, MediaType> ByExtension = new Dictionary<string, MediaType>(StringComparer.Ordinal)
    {
        [".avif"] = new("image/avif", Compressible.No),
        [".gif"] = new("image/gif", Compressible.No),
        [".ico"] = new("image/x-icon"),
        [".jpeg"] = new("image/jpeg", Compressible.No),
        [".jpg"] = new("image/jpeg", Compressible.No),
        [".png"] = new("image/png", Compressible.No),
        [".svg"] = Svg,
        [".webp"] = new("image/webp", Compressible.No),
        [".flac"] = new("audio/flac", Compressible.No),
        [".m4a"] = new("audio/mp4", Compressible.No),
        [".mp3"] = new("audio/mpeg", Compressible.No),
        [".oga"] = new("audio/ogg", Compressible.No),
        [".ogg"] = new("audio/ogg", Compressible.No),
        [".opus"] = new("audio/ogg", Compressible.No),
        [".wav"] = new("audio/wav"),
        [".mp4"] = new("video/mp4", Compressible.No),
        [".ogv"] = new("video/ogg", Compressible.No),
        [".webm"] = new("video/webm", Compressible.No),
        [".csv"] = new("text/csv; charset=utf-8"),
        [".epub"] = new("application/epub+zip", Compressible.No),
        [".odp"] = new("application/vnd.oasis.opendocument.presentation", Compressible.No),
        [".pdf"] = new("application/pdf", Compressible.No),
        [".pptx"] = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", Compressible.No),
        [".txt"] = Text,
        [".vtt"] = new("text/vtt; charset=utf-8"),
        [".zip"] = new("application/zip", Compressible.No),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> FileExtensions => ByExtension.Keys;

    /// <summary>The media type of a file by its extension; null for one that is not published.</summary>
    public static MediaType? OfFile(string path) => ByExtension.GetValueOrDefault(System.IO.Path.GetExtension(path));
}

/// <summary>Whether a content coding makes the bytes of a media type smaller.</summary>
internal enum Compressible
{
    Yes,
    No,
}
