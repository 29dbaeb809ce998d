using System.Collections.Frozen;

namespace Feeds.Publishing;

/// <summary>What kind of document a representation is.</summary>
/// <param name="Name">As <c>Content-Type</c> says it.</param>
/// <param name="Compressible">Whether its bytes grow smaller under a content coding.</param>
internal sealed record MediaType(string Name, Compressible Compressible = Compressible.Loose)
{
    /// <summary>The name without its parameters.</summary>
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

    /// <summary>The name under which a browser shows it as a page.</summary>
    public string ForBrowser => this == Atom || this == Rss ? "application/xml; charset=utf-8" : Name;

    /// <summary>Whether it is a feed, in one of the three formats that readers know.</summary>
    public bool IsFeed => this == Atom || this == Rss || this == JsonFeed;

    /// <summary>Whether programs ask for it again and again by themselves.</summary>
    public bool IsPolled => IsFeed || this == Calendar || this == JsonCalendar;

    // Nothing that a browser would run: what lies beside a post is looked at or listened to.
    private static readonly FrozenDictionary<string, MediaType> ByExtension = new Dictionary<string, MediaType>(StringComparer.OrdinalIgnoreCase)
    {
        [".avif"] = new("image/avif", Compressible.Tight),
        [".gif"] = new("image/gif", Compressible.Tight),
        [".ico"] = new("image/x-icon"),
        [".jpeg"] = new("image/jpeg", Compressible.Tight),
        [".jpg"] = new("image/jpeg", Compressible.Tight),
        [".png"] = new("image/png", Compressible.Tight),
        [".svg"] = Svg,
        [".webp"] = new("image/webp", Compressible.Tight),
        [".flac"] = new("audio/flac", Compressible.Tight),
        [".m4a"] = new("audio/mp4", Compressible.Tight),
        [".mp3"] = new("audio/mpeg", Compressible.Tight),
        [".oga"] = new("audio/ogg", Compressible.Tight),
        [".ogg"] = new("audio/ogg", Compressible.Tight),
        [".opus"] = new("audio/ogg", Compressible.Tight),
        [".wav"] = new("audio/wav"),
        [".mp4"] = new("video/mp4", Compressible.Tight),
        [".ogv"] = new("video/ogg", Compressible.Tight),
        [".webm"] = new("video/webm", Compressible.Tight),
        [".csv"] = new("text/csv; charset=utf-8"),
        [".epub"] = new("application/epub+zip", Compressible.Tight),
        [".odp"] = new("application/vnd.oasis.opendocument.presentation", Compressible.Tight),
        [".pdf"] = new("application/pdf", Compressible.Tight),
        [".pptx"] = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", Compressible.Tight),
        [".txt"] = Text,
        [".vtt"] = new("text/vtt; charset=utf-8"),
        [".zip"] = new("application/zip", Compressible.Tight),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The endings of the names of all files that are published.</summary>
    public static IEnumerable<string> FileEndings => ByExtension.Keys;

    /// <summary>The kind of a file by its name's ending; null for a kind that is not published.</summary>
    public static MediaType? OfFile(string path) => ByExtension.GetValueOrDefault(System.IO.Path.GetExtension(path));
}

/// <summary>Whether bytes can be made fewer.</summary>
internal enum Compressible
{
    /// <summary>They can: gzip and brotli are worth their while.</summary>
    Loose,

    /// <summary>The format has packed them already.</summary>
    Tight,
}
