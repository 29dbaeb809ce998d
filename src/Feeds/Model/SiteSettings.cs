using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Formats.Syndication.Podcasts;
using Feeds.Model.Names;
using Feeds.Text;
using NodaTime;

namespace Feeds.Model;

/// <summary>What <c>site.yaml</c> settles for the whole site.</summary>
public sealed record SiteSettings
{
    public required string Title { get; init; }

    /// <summary>The public address; it ends in a slash, so that relative addresses resolve below it.</summary>
    public required Uri Url { get; init; }

    /// <summary>The public address that it had at first, by which its feeds and calendars are named; null while it still has that.</summary>
    public Uri? Origin { get; init; }

    /// <summary>Whether the author wrote the public address; else it is where the server listens, of which nothing may be remembered.</summary>
    public bool HasOwnUrl { get; init; }

    public string? Description { get; init; }

    public string? Language { get; init; }

    /// <summary>The zone of every date that names none.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Whether the author wrote a zone, readable or not.</summary>
    public bool HasOwnZone { get; init; }

    /// <summary>Which number of a date such as <c>2/3/2022</c> is the day.</summary>
    public DateOrder Dates { get; init; } = DateOrder.Unstated;

    public Person? Author { get; init; }

    public string? Rights { get; init; }

    public PostSettings Posts { get; init; } = new();

    public EventSettings Events { get; init; } = new();

    public CalendarSettings Calendar { get; init; } = new();

    public FeedSettings Feed { get; init; } = new();

    /// <summary>The groups of terms that get feeds of their own.</summary>
    public ImmutableArray<Taxonomy> Taxonomies { get; init; } = [Taxonomy.Tags, Taxonomy.Categories, Taxonomy.Authors];

    /// <summary>The small square picture of the site; null when there is none.</summary>
    public Uri? Icon { get; init; }

    /// <summary>What directories of podcasts are told of the site's recordings; null when it is no podcast.</summary>
    public Podcast? Podcast { get; init; }

    /// <summary>The files of the site that the settings refer to.</summary>
    public ImmutableArray<FileReference> Files { get; init; } = [];

    /// <summary>The site's own names for what front matter says: its name, and the one under which the product knows it.</summary>
    public FrozenDictionary<string, string> Keys { get; init; } = FrozenDictionary<string, string>.Empty;

    public TagSeparator Tags { get; init; } = TagSeparator.Comma;

    /// <summary>The people whom front matter names by a key.</summary>
    public FrozenDictionary<string, Person> People { get; init; } = FrozenDictionary<string, Person>.Empty;

    /// <summary>The places that front matter names by a key.</summary>
    public FrozenDictionary<string, Place> Places { get; init; } = FrozenDictionary<string, Place>.Empty;

    /// <summary>Local paths of an earlier generator and where they lead now.</summary>
    public FrozenDictionary<string, string> Redirects { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Which pages the author wants on this server.</summary>
    public PageMode Pages { get; init; }

    /// <summary>Of what there are pages on this server.</summary>
    public SiteSections Sections { get; init; }

    /// <summary>Whether the root of the site is this server's: its home, error page, sitemap and icon, and the lists of posts and terms.</summary>
    public bool HasHome => HasPageHere(Posts.Permalink) && HasPageHere(Events.Permalink);

    /// <summary>The home page, which another generator makes where it is not on this server.</summary>
    public Uri HomeAddress
    {
        get
        {
            if (HasHome) return Url;
            Uri[] elsewhere = [.. new[] { Posts.Permalink, Events.Permalink }.Select(PermalinkHost).OfType<Uri>()];
            return elsewhere.Length == 0 || elsewhere.Any(host => host.Authority == Url.Authority) ? Url : elsewhere[0];
        }
    }

    /// <summary>What ids are made from where no lock knows them: an address that replaces the author's changes none.</summary>
    public Uri IdentityUrl => Origin ?? Url;

    /// <summary>Whether the site has a stylesheet of its own beside that of the product.</summary>
    public bool HasCustomStyle { get; init; }

    /// <summary>The WebSub hubs that the feeds name, and that are told when a feed changed.</summary>
    public ImmutableArray<Uri> Hubs { get; init; } = [];

    /// <summary>Whether a document has a page here if it has a permalink of this form, and its front matter does not say otherwise.</summary>
    public bool HasPageHere(string permalink) => Pages switch
    {
        PageMode.All => true,
        PageMode.None => false,
        _ => PermalinkHost(permalink) is null,
    };

    /// <summary>The root of the host that an absolute permalink names; null for a relative one.</summary>
    public static Uri? PermalinkHost(string permalink) =>
        WebAddress.Read(permalink) is { } address ? new Uri(address.GetLeftPart(UriPartial.Authority) + "/") : null;

    /// <summary>Where this site has a page or file that is for people: below that of all feeds where the root belongs to another generator.</summary>
    public string PathOf(string path) => HasHome ? path : Addresses.BelowFeeds(path);

    /// <summary>An address as a page of this site names it: without the host where that is its own, so that a page works wherever it is looked at.</summary>
    public string Href(Uri address) => Url.IsBaseOf(address) ? address.PathAndQuery + address.Fragment : address.AbsoluteUri;

    /// <summary>A path that is not percent-encoded, as a page of this site names it.</summary>
    public string HrefOf(string plainPath) => Href(AddressOf(plainPath));

    /// <summary>The absolute address of a path of this site; the site itself may stand below a path.</summary>
    public Uri Address(string path) => new(Url, path.TrimStart('/'));

    /// <summary>The absolute address of a path that is not percent-encoded.</summary>
    public Uri AddressOf(string plainPath) => Address(WebAddress.EscapePath(plainPath));

    /// <summary>The name of what stands at a path that is not percent-encoded: it stays when the site takes another address.</summary>
    public string NameOf(string plainPath) => new Uri(Origin ?? Url, WebAddress.EscapePath(plainPath).TrimStart('/')).AbsoluteUri;
}

/// <summary>Where posts lie and what their addresses look like.</summary>
public sealed record PostSettings
{
    private const string DefaultPermalink = "/posts/{slug}/";

    public ImmutableArray<string> Folders { get; init; } = ["posts", "blog", "articles", "news", "_posts"];

    /// <summary>Whether the author wrote the folders.</summary>
    public bool HasOwnFolders { get; init; }

    public string Permalink { get; init; } = DefaultPermalink;

    /// <summary>The form of the paths of their pages on this server.</summary>
    public string PagePermalink => SiteSettings.PermalinkHost(Permalink) is null ? Permalink : DefaultPermalink;
}

/// <summary>Where events lie, what their addresses look like and how long one is that names no end.</summary>
public sealed record EventSettings
{
    private const string DefaultPermalink = "/events/{slug}/";

    public ImmutableArray<string> Folders { get; init; } = ["events", "meetups", "_events"];

    /// <summary>Whether the author wrote the folders.</summary>
    public bool HasOwnFolders { get; init; }

    public string Permalink { get; init; } = DefaultPermalink;

    /// <summary>The form of the paths of their pages on this server.</summary>
    public string PagePermalink => SiteSettings.PermalinkHost(Permalink) is null ? Permalink : DefaultPermalink;

    public Duration Duration { get; init; } = Duration.FromHours(2);
}

/// <summary>What the calendar says of itself.</summary>
public sealed record CalendarSettings
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    /// <summary>As <c>#rrggbb</c>.</summary>
    public string? Color { get; init; }

    public Duration Refresh { get; init; } = Duration.FromHours(1);
}

/// <summary>How much of the posts the main feeds hold.</summary>
public sealed record FeedSettings
{
    public int Entries { get; init; } = 20;

    public FeedContent Content { get; init; } = FeedContent.Full;

    /// <summary>How large a feed may be under gzip, in octets: readers refuse megabytes.</summary>
    public int MaxOctets { get; init; } = 256 * 1024;

    /// <summary>What stands in the site's own feeds.</summary>
    public FeedInclude Include { get; init; } = FeedInclude.Posts;

    /// <summary>Whether older posts are kept in pages of an archive (RFC 5005 §4).</summary>
    public bool HasArchive { get; init; } = true;
}

/// <summary>Which pages are made.</summary>
public enum PageMode
{
    /// <summary>Those of documents whose permalink is on this server.</summary>
    Auto,

    /// <summary>Those of all documents.</summary>
    All,

    /// <summary>Those of no document.</summary>
    None,
}

/// <summary>The parts of a site of which there are pages on this server.</summary>
[Flags]
public enum SiteSections
{
    None = 0,
    Posts = 1,
    Events = 2,
}

/// <summary>What stands in the site's own feeds.</summary>
[Flags]
public enum FeedInclude
{
    None = 0,
    Posts = 1,
    Events = 2,
}

/// <summary>A group of terms by which posts can be told apart.</summary>
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

/// <summary>What parts the tags and categories that are written as one plain text.</summary>
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
