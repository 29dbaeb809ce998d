using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
using Feeds.Formats.Syndication.Podcasts;
using Feeds.Model;
using Feeds.Text;
using NodaTime;
using Person = Feeds.Model.Person;

namespace Feeds.Content.Settings;

/// <summary>Reads <c>site.yaml</c>, with the default and a diagnostic for each invalid setting.</summary>
internal sealed class SettingsFile
{
    public const string Path = "site.yaml";

    private readonly SettingsSection root;
    private readonly DiagnosticBag report;

    private SettingsFile(MapValue values, DiagnosticBag report)
    {
        root = new SettingsSection("", values, report);
        this.report = report;
    }

    /// <param name="text">The text of the file; null when there is none.</param>
    /// <param name="address">The address of a site without <c>url</c>.</param>
    /// <param name="url">The address that replaces that of the file in links, but not in ids; null for none.</param>
    public static SiteSettings Read(string? text, Uri address, DiagnosticBag report, Uri? url = null)
    {
        if (text is null) report.Warning(0, $"there is no site.yaml; write one with at least 'title:' and 'url:'");
        var values = text is null ? null : YamlFrontMatter.Values(text, firstLine: 1, report);
        return new SettingsFile(values ?? new MapValue([], 1), report).Settings(address, isWritten: values is not null, url);
    }

    private SiteSettings Settings(Uri fallback, bool isWritten, Uri? replacement)
    {
        var title = root.Text("title");
        var address = root.Take("url");
        var url = address is null ? null : WebAddress.Read(address.Text());
        if (address is not null && url is null) report.Error(address, $"is not a valid address; write one such as https://example.org/");
        if (address is null && isWritten)
            report.Warning(0, $"there is no 'url:', so ids and links are made from {fallback}; write the public address");
        var siteUrl = WithSlash(replacement ?? url ?? fallback);
        var written = url is null ? null : WithSlash(url);
        var links = new Markdown.LinkResolver(Path, siteUrl, new SiteSettings { Title = "", Url = siteUrl }, _ => null);
        var zone = root.Take("timezone");
        var settings = new SiteSettings
        {
            Title = title ?? url?.Host ?? "Feeds",
            Url = siteUrl,
            Origin = written == siteUrl ? null : written,
            HasOwnUrl = url is not null,
            Icon = root.Image("icon", links),
            Podcast = root.Peek("podcast") is null ? null : Podcast(root.Section("podcast"), links),
            Files = links.Files,
            Description = root.Text("description"),
            Language = root.Text("language"),
            Zone = zone is null ? DateTimeZone.Utc : TimeZones.Read(zone, report) ?? DateTimeZone.Utc,
            HasOwnZone = zone is not null,
            Dates = root.Dates("dates"),
            Author = Author(),
            Rights = root.Text("rights"),
            Posts = Posts(root.Section("posts")),
            Events = Events(root.Section("events")),
            Pages = root.Pages("pages"),
            Calendar = Calendar(root.Section("calendar")),
            Feed = Feed(root.Section("feed")),
            Taxonomies = root.Words<Taxonomy>("taxonomies") ?? [Taxonomy.Tags, Taxonomy.Categories, Taxonomy.Authors],
            Keys = Aliases(root.Section("keys")),
            Tags = root.Tags("tags"),
            Hubs = root.WebAddresses("hubs"),
            Redirects = Redirects(root.Section("redirects")),
        };
        root.ReportUnknown();
        return settings;
    }

    private Person? Author()
    {
        if (root.Take("author")?.Value is MapValue map) return AuthorsReader.FromMap(map);
        return root.Text("author") is { } name ? new Person(name) : null;
    }

    private static PostSettings Posts(SettingsSection section)
    {
        var defaults = new PostSettings();
        var posts = new PostSettings
        {
            Folders = Folders(section) ?? defaults.Folders,
            HasOwnFolders = Folders(section) is not null,
            Permalink = section.Permalink() ?? defaults.Permalink,
        };
        section.ReportUnknown();
        return posts;
    }

    private static ImmutableArray<string>? Folders(SettingsSection section) => section.Take("folders")?.Words();

    private static EventSettings Events(SettingsSection section)
    {
        var defaults = new EventSettings();
        var events = new EventSettings
        {
            Folders = Folders(section) ?? defaults.Folders,
            HasOwnFolders = Folders(section) is not null,
            Permalink = section.Permalink() ?? defaults.Permalink,
            Duration = section.Duration("duration") ?? defaults.Duration,
        };
        section.ReportUnknown();
        return events;
    }

    private static Podcast Podcast(SettingsSection section, Markdown.LinkResolver links)
    {
        var email = section.Text("email");
        var podcast = new Podcast
        {
            Explicit = section.IsOn("explicit") ?? false,
            Categories =
            [
                .. (section.Take("category")?.Words() ?? [])
                    .Select(words => words.Split(" > ", 2))
                    .Select(words => new PodcastCategory(words[0], words.ElementAtOrDefault(1))),
            ],
            Author = section.Text("author"),
            OwnerEmail = email,
            Owner = email is null ? null : section.Text("owner") ?? email,
            Image = section.Image("image", links),
            Type = section.Words<PodcastType>("type") is [var type, ..] ? type : null,
            Locked = section.IsOn("locked"),
            Funding = WebAddress.Read(section.Text("funding")),
        };
        section.ReportUnknown();
        return podcast;
    }

    private static CalendarSettings Calendar(SettingsSection section)
    {
        var defaults = new CalendarSettings();
        var calendar = new CalendarSettings
        {
            Name = section.Text("name"),
            Description = section.Text("description"),
            Color = section.Color("color"),
            Refresh = section.Duration("refresh") ?? defaults.Refresh,
        };
        section.ReportUnknown();
        return calendar;
    }

    private static FeedSettings Feed(SettingsSection section)
    {
        var defaults = new FeedSettings();
        var feed = new FeedSettings
        {
            Entries = section.Count("entries") ?? defaults.Entries,
            Content = section.Content("content") ?? defaults.Content,
            MaxOctets = section.Bytes("max_bytes") ?? defaults.MaxOctets,
            Include = section.Words<FeedInclude>("include") is { Length: > 0 } included
                ? included.Aggregate((all, one) => all | one)
                : defaults.Include,
            HasArchive = section.IsOn("archive") ?? defaults.HasArchive,
        };
        section.ReportUnknown();
        return feed;
    }

    private static FrozenDictionary<string, string> Aliases(SettingsSection section)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (meaning, keys) in FieldNames.ByMeaning)
        {
            foreach (var name in section.Take(meaning)?.Words() ?? []) aliases[FrontMatterFields.Normalized(name)] = keys[0];
        }

        section.ReportUnknown();
        return aliases.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private FrozenDictionary<string, string> Redirects(SettingsSection section)
    {
        var redirects = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in section.Fields)
        {
            var target = field.Text() ?? "";
            if (field.Key.StartsWith('/') && (target.StartsWith('/') || WebAddress.Read(target) is not null))
            {
                redirects[field.Key] = target;
                continue;
            }

            report.Error(
                field.Line,
                $"'redirects' leads from a path to a path or an address; write '/feed: /atom.xml' in place of '{field.Key}: {target}'");
        }

        return redirects.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Uri WithSlash(Uri url) => new(url.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
}
