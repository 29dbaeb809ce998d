using System.Collections.Frozen;

namespace Feeds.Model.Names;

/// <summary>The addresses of a site that do not depend on its documents.</summary>
internal static class Addresses
{
    public const string Home = "/";
    public const string Atom = "/atom.xml";
    public const string Rss = "/rss.xml";
    public const string JsonFeed = "/feed.json";
    public const string Calendar = "/calendar.ics";
    public const string GoogleCalendar = "/calendar.google.ics";
    public const string OutlookCalendar = "/calendar.outlook.ics";
    public const string JsonCalendar = "/calendar.json";
    public const string Subscribe = "/subscribe/";
    public const string Events = "/events/";
    public const string Archive = "/archive/";
    public const string Feeds = "/feeds/";
    public const string Planet = "/planet/";
    public const string PlanetOpml = "/planet/feeds.opml";
    public const string Opml = "/feeds.opml";
    public const string FeedStyle = "/feed.css";
    public const string Style = "/style.css";
    public const string CustomStyle = "/custom.css";
    public const string SiteMap = "/sitemap.xml";
    public const string Robots = "/robots.txt";
    public const string Icon = "/favicon.ico";
    public const string IconDrawing = "/favicon.svg";
    public const string NotFound = "/404.html";
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    public static string? NameOf(string key) => Names.GetValueOrDefault(key);

    /// <summary>All of them, each with its name in messages.</summary>
    public static readonly IReadOnlyList<(string Path, string Name)> All =
    [
        (Home, "the home page"), (Atom, "the Atom feed"), (Rss, "the RSS feed"), (JsonFeed, "the JSON feed"), (Calendar, "the calendar"),
        (GoogleCalendar, "the calendar for Google"), (OutlookCalendar, "the calendar for Outlook"), (JsonCalendar, "the calendar as JSON"),
        (Style, "the stylesheet"), (FeedStyle, "the stylesheet of feeds"), (CustomStyle, "the site's own stylesheet"),
        (Subscribe, "the page that helps to subscribe"), (Events, "the page of all events"), (Archive, "the page of all posts"),
        (Feeds, "the page of all feeds"), (Opml, "the list of all feeds"), (SiteMap, "the list of all pages"),
        (Robots, "what search engines are told"),
        (Icon, "the icon"), (IconDrawing, "the icon"),
        (NotFound, "the page for what is not there"), (Live, "a health check"), (Ready, "a health check"),
        (BelowFeeds(Subscribe), "the page that helps to subscribe"), (BelowFeeds(Style), "the stylesheet"),
        (BelowFeeds(FeedStyle), "the stylesheet of feeds"),
        (BelowFeeds(CustomStyle), "the site's own stylesheet"), (BelowFeeds(IconDrawing), "the icon"),
    ];

    private static readonly FrozenDictionary<string, string> Names =
        All.ToFrozenDictionary(address => ServerPath.Key(address.Path), address => address.Name, StringComparer.Ordinal);

    /// <summary>Where a page for people is when the root of the site belongs to another generator.</summary>
    public static string BelowFeeds(string path) => Feeds + path[1..];
}
