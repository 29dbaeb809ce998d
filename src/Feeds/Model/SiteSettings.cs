using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Formats.Syndication.Podcasts;
using Feeds.Model.Languages;
using Feeds.Model.Names;
using Feeds.Model.Sources;
using Feeds.Text;
using NodaTime;

namespace Feeds.Model;

/// <summary>The settings in <c>site.yaml</c>.</summary>
public sealed record SiteSettings
{
    public required string Title { get; init; }

    /// <summary>Ends in a slash, so that relative addresses resolve below it.</summary>
    public required Uri Url { get; init; }

    /// <summary>Its first public address, from which ids are made; null while it still has that.</summary>
    public Uri? Origin { get; init; }

    /// <summary>Whether site.yaml has the public address; else it is where the server listens, and the lock is not updated.</summary>
    public bool HasOwnUrl { get; init; }

    public string? Description { get; init; }
    public string? Language { get; init; }

    /// <summary>The languages of a site of several, the main one first; empty for a site of one.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The settings with the texts of each other language.</summary>
    public FrozenDictionary<string, SiteSettings> InLanguage { get; init; } = FrozenDictionary<string, SiteSettings>.Empty;

    /// <summary>The folder of a language that is not the main one, such as <c>/en</c>; else empty.</summary>
    public string Folder { get; init; } = "";

    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Whether site.yaml has a zone, valid or not.</summary>
    public bool HasOwnZone { get; init; }

    public DateOrder Dates { get; init; } = DateOrder.Unstated;

    /// <summary>Whether the order of dates follows from the language, which a list may contradict.</summary>
    public bool HasDatesOfLanguage { get; init; }
    public Person? Author { get; init; }
    public string? Rights { get; init; }
    public PostSettings Posts { get; init; } = new();
    public EventSettings Events { get; init; } = new();
    public CalendarSettings Calendar { get; init; } = new();
    public FeedSettings Feed { get; init; } = new();
    public ImmutableArray<Taxonomy> Taxonomies { get; init; } = [Taxonomy.Tags, Taxonomy.Categories, Taxonomy.Authors];
    public Uri? Icon { get; init; }
    public Podcast? Podcast { get; init; }
    public ImmutableArray<FileReference> Files { get; init; } = [];

    /// <summary>The site's own names of front-matter fields, each with ours.</summary>
    public FrozenDictionary<string, string> Keys { get; init; } = FrozenDictionary<string, string>.Empty;

    public TagSeparator Tags { get; init; } = TagSeparator.Comma;

    /// <summary>The people that front matter names by a key.</summary>
    public FrozenDictionary<string, Person> People { get; init; } = FrozenDictionary<string, Person>.Empty;

    /// <summary>The places that front matter names by a key.</summary>
    public FrozenDictionary<string, Place> Places { get; init; } = FrozenDictionary<string, Place>.Empty;

    /// <summary>The calendars of others that are brought in.</summary>
    public ImmutableArray<SourceSettings> Sources { get; init; } = [];

    /// <summary>Paths of an earlier generator, each with its target.</summary>
    public FrozenDictionary<string, string> Redirects { get; init; } = FrozenDictionary<string, string>.Empty;

    public PageMode Pages { get; init; }

    /// <summary>The folders whose documents are pages if they are neither posts nor events.</summary>
    public ImmutableArray<string> PageFolders { get; init; } = [];

    public SiteSections Sections { get; init; }

    /// <summary>The pages in the navigation, in order.</summary>
    public ImmutableArray<NavigationLink> Navigation { get; init; } = [];

    /// <summary>The source of an event by its path; null for an event of the author.</summary>
    public SourceSettings? SourceOf(string path) =>
        EntryPath.IsBroughtIn(path) ? Sources.FirstOrDefault(source => source.File == EntryPath.FileOf(path)) : null;

    /// <summary>Whether this server has the root of the site: home page, error page, sitemap, icon and lists.</summary>
    public bool HasHome => HasPageHere(Posts.Permalink) && HasPageHere(Events.Permalink);

    /// <summary>The home page, here or on the host of the other generator.</summary>
    public Uri HomeAddress
    {
        get
        {
            if (HasHome) return Address(Addresses.Home);
            Uri[] elsewhere = [.. new[] { Posts.Permalink, Events.Permalink }.Select(PermalinkHost).OfType<Uri>()];
            return elsewhere.Length == 0 || elsewhere.Any(host => host.Authority == Url.Authority) ? Url : elsewhere[0];
        }
    }

    /// <summary>The address that ids are made from; <c>--url</c> does not change it.</summary>
    public Uri IdentityUrl => Origin ?? Url;

    public bool HasCustomStyle { get; init; }

    /// <summary>Whether drafts and scheduled posts are published, for their author alone to see.</summary>
    public bool ShowsDrafts { get; init; }

    /// <summary>The WebSub hubs.</summary>
    public ImmutableArray<Uri> Hubs { get; init; } = [];

    /// <summary>Whether documents with such a permalink have pages here by default.</summary>
    public bool HasPageHere(string permalink) => Pages switch
    {
        PageMode.All => true,
        PageMode.None => false,
        _ => PermalinkHost(permalink) is null,
    };

    /// <summary>The host of an absolute permalink; null for a relative one.</summary>
    public static Uri? PermalinkHost(string permalink) =>
        WebAddress.Read(permalink) is { } address ? new Uri(address.GetLeftPart(UriPartial.Authority) + "/") : null;

    /// <summary>Where a page for people is: below <c>/feeds/</c> where the root belongs to another generator.</summary>
    public string PathOf(string path) => HasHome ? path : Addresses.BelowFeeds(path);

    /// <summary>An address in a page: without the site's own host, so that the page works at any address.</summary>
    public string Href(Uri address) => Url.IsBaseOf(address) ? address.PathAndQuery + address.Fragment : address.AbsoluteUri;

    public string HrefOf(string plainPath) => Href(AddressOf(plainPath));

    /// <summary>The absolute address of a percent-encoded path in this language; the site itself may be below a path.</summary>
    public Uri Address(string path) => RootAddress(Folder + path);

    /// <summary>The same of a path that all languages share.</summary>
    public Uri RootAddress(string path) => new(Url, path.TrimStart('/'));

    /// <summary>The absolute address of a path that is not percent-encoded.</summary>
    public Uri AddressOf(string plainPath) => Address(WebAddress.EscapePath(plainPath));

    /// <summary>A link to a path that is not percent-encoded and has the folder of its language, as those of documents have.</summary>
    public string HrefOfRoot(string plainPath) => Href(RootAddressOf(plainPath));

    /// <summary>The absolute address of such a path.</summary>
    public Uri RootAddressOf(string plainPath) => RootAddress(WebAddress.EscapePath(plainPath));

    /// <summary>The folder of one of the languages.</summary>
    public string FolderOf(string language) => language == Languages[0] ? "" : "/" + language.ToLowerInvariant();

    /// <summary>That of the languages of the site in which a document is listed.</summary>
    /// <param name="written">As the document says it; null for the main one.</param>
    public string LanguageOf(string? written) =>
        Languages.FirstOrDefault(language => string.Equals(language, written, StringComparison.OrdinalIgnoreCase))
        ?? Languages.FirstOrDefault(language => written is not null && LanguageTag.Primary(language) == LanguageTag.Primary(written))
        ?? Languages[0];

    /// <summary>Whether pages of documents in a language are made in this one.</summary>
    /// <param name="written">As the document says it; null for the main one.</param>
    public bool Speaks(string? written) => Languages.Length < 2 || LanguageOf(written) == Language;

    /// <summary>The language of a document, where it is not that of the site; null else.</summary>
    /// <param name="written">As the document says it; null for the main one.</param>
    public string? OtherLanguage(string? written)
    {
        var language = written ?? (Languages.IsEmpty ? Language : Languages[0]);
        return string.Equals(language, Language, StringComparison.OrdinalIgnoreCase) ? null : language;
    }

    /// <summary>The same page in all languages of the site; none in a site of one.</summary>
    public ImmutableArray<Translation> TranslationsOf(string path) =>
        Languages.Length < 2 ? [] : [.. Languages.Select(language => new Translation(language, RootAddress(FolderOf(language) + path)))];

    /// <summary>The id of a feed or calendar: it stays when the site moves to another address.</summary>
    public string NameOf(string plainPath) => new Uri(Origin ?? Url, WebAddress.EscapePath(Folder + plainPath).TrimStart('/')).AbsoluteUri;
}

/// <summary>A page in the navigation of the site.</summary>
/// <param name="Path">Not percent-encoded.</param>
public sealed record NavigationLink(string Title, string Path);

/// <summary>The folders of posts, and their addresses.</summary>
public sealed record PostSettings
{
    private const string DefaultPermalink = "/posts/{slug}/";

    public ImmutableArray<string> Folders { get; init; } = ["posts", "blog", "articles", "news", "_posts"];
    public bool HasOwnFolders { get; init; }
    public string Permalink { get; init; } = DefaultPermalink;

    public string PagePermalink => SiteSettings.PermalinkHost(Permalink) is null ? Permalink : DefaultPermalink;
}

/// <summary>The folders of events, their addresses, and how long one without an end lasts.</summary>
public sealed record EventSettings
{
    private const string DefaultPermalink = "/events/{slug}/";

    public ImmutableArray<string> Folders { get; init; } =
    [
        "events", "meetups", "_events", "content/event", "eventi", "eventos", "evenements", "veranstaltungen", "termine",
    ];

    public bool HasOwnFolders { get; init; }

    /// <summary>The files with a list of events, instead of those that are found by their name.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    public bool HasOwnFiles { get; init; }
    public string Permalink { get; init; } = DefaultPermalink;

    public string PagePermalink => SiteSettings.PermalinkHost(Permalink) is null ? Permalink : DefaultPermalink;

    public Duration Duration { get; init; } = Duration.FromHours(2);
}

/// <summary>The properties of the calendar.</summary>
public sealed record CalendarSettings
{
    public string? Name { get; init; }
    public string? Description { get; init; }

    /// <summary>As <c>#rrggbb</c>.</summary>
    public string? Color { get; init; }

    public Duration Refresh { get; init; } = Duration.FromHours(1);
}

/// <summary>How many posts feeds hold, and how much of each.</summary>
public sealed record FeedSettings
{
    public int Entries { get; init; } = 20;
    public FeedContent Content { get; init; } = FeedContent.Full;

    /// <summary>The largest feed in bytes under gzip: readers refuse megabytes.</summary>
    public int MaxOctets { get; init; } = 256 * 1024;

    public FeedInclude Include { get; init; } = FeedInclude.Posts;

    /// <summary>Whether older posts are in an archived feed (RFC 5005 §4).</summary>
    public bool HasArchive { get; init; } = true;
}

/// <summary>Which pages are made.</summary>
public enum PageMode
{
    /// <summary>Those with a permalink on this server.</summary>
    Auto,
    All,
    None,
}

/// <summary>The parts of a site of which there are pages on this server.</summary>
[Flags]
public enum SiteSections
{
    None = 0,
    Posts = 1,
    Events = 2,
    Planet = 4,
}

[Flags]
public enum FeedInclude
{
    None = 0,
    Posts = 1,
    Events = 2,
    Planet = 4,
}

/// <summary>A kind of term.</summary>
public enum Taxonomy
{
    Tags,
    Categories,
    Authors,
}

/// <summary>Whether a feed carries whole posts or only their summaries.</summary>
public enum FeedContent
{
    Full,
    Summary,
}

/// <summary>What separates tags and categories written as one text.</summary>
public enum TagSeparator
{
    Comma,
    Space,
}

/// <summary>Which number of a date like <c>2/3/2022</c> is the day.</summary>
public enum DateOrder
{
    Unstated,
    DayFirst,
    MonthFirst,
}
