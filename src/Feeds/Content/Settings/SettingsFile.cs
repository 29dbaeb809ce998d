using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Events;
using Feeds.Content.FrontMatter;
using Feeds.Content.Languages;
using Feeds.Content.Schemas;
using Feeds.Formats.Syndication.Podcasts;
using Feeds.Model;
using Feeds.Text;
using NodaTime;
using Person = Feeds.Model.Person;

namespace Feeds.Content.Settings;

/// <summary>Reads <c>site.yaml</c>, with the default and a diagnostic for each invalid setting.</summary>
/// <param name="textsIn">The language whose texts are asked for; null for the main one.</param>
internal sealed class SettingsFile(MapValue values, DiagnosticBag report, string? textsIn = null)
{
    public const string Path = "site.yaml";

    private static readonly ValueSchema Target = ValueSchema.TextLike($@"^\s*/|{SchemaPattern.WebAddress}");

    private readonly SettingsSection root = new("", values, report);

    // Those of the site, the one whose texts are asked for first.
    private ImmutableArray<string> asked = [];

    /// <param name="address">The address of a site without <c>url</c>.</param>
    /// <param name="url">The address that replaces that of the file in links, but not in ids; null for none.</param>
    public static SiteSettings Read(string? text, Uri address, DiagnosticBag report, Uri? url = null)
    {
        if (text is null) report.Warning(0, $"there is no site.yaml; write one with at least 'title:' and 'url:'");
        var values = text is null ? null : YamlFrontMatter.Values(text, firstLine: 1, report);
        return new SettingsFile(values ?? new MapValue([], 1), report).Settings(address, isWritten: values is not null, url);
    }

    /// <summary>What the file may contain, from reading one that is empty.</summary>
    public static ValueSchema Schema()
    {
        var file = new SettingsFile(new MapValue([], 1), new DiagnosticBag(Path));
        file.Settings(new Uri("https://example.org/"), isWritten: false, replacement: null);
        return file.root.Schema;
    }

    private SiteSettings Settings(Uri fallback, bool isWritten, Uri? replacement)
    {
        var languages = Languages();
        asked = [.. languages.OrderBy(one => one != textsIn)];
        var title = LocalText(root, "title");
        var address = root.Take("url", SettingsSection.Address);
        var url = address is null ? null : WebAddress.Read(address.Text());
        if (address is not null && url is null) report.Error(address, $"is not a valid address; write one such as https://example.org/");
        if (address is null && isWritten)
            report.Warning(0, $"there is no 'url:', so ids and links are made from {fallback}; write the public address");
        var siteUrl = WithSlash(replacement ?? url ?? fallback);
        var written = url is null ? null : WithSlash(url);
        var links = new Markdown.LinkResolver(Path, siteUrl, new SiteSettings { Title = "", Url = siteUrl }, _ => null);
        var zone = root.Take("timezone", ValueSchema.Text);
        var pages = Pages();
        var podcast = root.Section("podcast", section => Podcast(section, links));
        var usual = LanguageDates.OrderIn(languages);
        var order = root.Choice("dates", ("day-first", DateOrder.DayFirst), ("month-first", DateOrder.MonthFirst));
        var settings = new SiteSettings
        {
            Title = title ?? url?.Host ?? "Feeds",
            Url = siteUrl,
            Origin = written == siteUrl ? null : written,
            HasOwnUrl = url is not null,
            Icon = root.Image("icon", links),
            Podcast = root.Peek("podcast") is null ? null : podcast,
            Files = links.Files,
            Description = LocalText(root, "description"),
            Language = languages is [var main, ..] ? main : null,
            Languages = languages.Length > 1 ? languages : [],
            Zone = zone is null ? DateTimeZone.Utc : TimeZones.Read(zone, report) ?? DateTimeZone.Utc,
            HasOwnZone = zone is not null,
            Dates = order ?? usual,
            HasDatesOfLanguage = order is null && usual != DateOrder.Unstated,
            Author = Author(),
            Rights = LocalText(root, "rights"),
            Posts = root.Section("posts", Posts),
            Events = root.Section("events", Events),
            Pages = pages.Mode,
            PageFolders = pages.Folders,
            Calendar = root.Section("calendar", Calendar),
            Feed = root.Section("feed", Feed),
            Taxonomies = root.Words<Taxonomy>("taxonomies") ?? [Taxonomy.Tags, Taxonomy.Categories, Taxonomy.Authors],
            Keys = root.Section("keys", Aliases),
            Tags = root.Choice("tags", ("commas", TagSeparator.Comma), ("spaces", TagSeparator.Space)) ?? TagSeparator.Comma,
            Hubs = root.WebAddresses("hubs"),
            Redirects = root.Section("redirects", Redirects),
            Sources = SourcesReader.Read(root, report),
        };
        root.ReportUnknown();
        if (textsIn is not null) return settings;
        // Every mistake is said of the main one.
        return settings with
        {
            InLanguage = settings.Languages.Skip(1).ToFrozenDictionary(one => one, one =>
                new SettingsFile(values, new DiagnosticBag(Path), one).Settings(fallback, isWritten, replacement)),
        };
    }

    private string? LocalText(SettingsSection section, string key) => section.LocalText(key, asked);

    /// <summary>The languages of the site, the main one first; none where the file names none.</summary>
    private ImmutableArray<string> Languages()
    {
        var written = root.Words("languages") ?? [];
        var all = (root.Text("language") is { } main ? written.Prepend(main) : written).Distinct(StringComparer.OrdinalIgnoreCase);
        ImmutableArray<string> languages = [.. all];
        var known = string.Join(", ", LanguageTag.WithWords.Order(StringComparer.Ordinal));
        foreach (var language in languages.Where(language => !LanguageTag.WithWords.Contains(LanguageTag.Primary(language))))
        {
            var line = (root.Peek("languages") ?? root.Peek("language"))!.Line;
            var problem = $"there are no words for the language '{language}', so its pages use English ones";
            report.Warning(line, $"{problem}; there are words for {known}");
        }

        return languages;
    }

    private Person? Author() => root.Take("author", ValueSchema.Person) switch
    {
        { Value: MapValue map } => AuthorsReader.FromMap(map),
        { } field when field.Text() is { Length: > 0 } name => new Person(name),
        _ => null,
    };

    private static PostSettings Posts(SettingsSection section)
    {
        var defaults = new PostSettings();
        return new PostSettings
        {
            Folders = Folders(section) ?? defaults.Folders,
            HasOwnFolders = Folders(section) is not null,
            Permalink = section.Permalink() ?? defaults.Permalink,
        };
    }

    private static string PathOf(string written) =>
        (written.StartsWith("./", StringComparison.Ordinal) ? written[2..] : written).TrimStart('/');

    private static ImmutableArray<string>? Folders(SettingsSection section) => section.Words("folders");

    /// <summary>A word is short for the mode alone.</summary>
    private (PageMode Mode, ImmutableArray<string> Folders) Pages()
    {
        var written = root.Peek("pages")?.Value;
        var mode = written is MapValue ? PageMode.Auto : Mode(root, "pages");
        return written is null or MapValue ? root.Section("pages", Pages) : (mode, []);
    }

    private static (PageMode Mode, ImmutableArray<string> Folders) Pages(SettingsSection section) =>
        (Mode(section, "mode"), Folders(section) ?? []);

    private static PageMode Mode(SettingsSection section, string key) =>
        section.Choice(key, ("auto", PageMode.Auto), ("all", PageMode.All), ("none", PageMode.None)) ?? PageMode.Auto;

    private static EventSettings Events(SettingsSection section)
    {
        var defaults = new EventSettings();
        return new EventSettings
        {
            Folders = Folders(section) ?? defaults.Folders,
            HasOwnFolders = Folders(section) is not null,
            Files = [.. (section.Words("files") ?? []).Select(PathOf)],
            HasOwnFiles = section.Peek("files") is not null,
            Permalink = section.Permalink() ?? defaults.Permalink,
            Duration = section.Duration("duration") ?? defaults.Duration,
        };
    }

    private static Podcast Podcast(SettingsSection section, Markdown.LinkResolver links)
    {
        var (email, owner) = (section.Text("email"), section.Text("owner"));
        var categories = (section.Words("category") ?? []).Select(words => words.Split(" > ", 2));
        return new Podcast
        {
            Explicit = section.IsOn("explicit") ?? false,
            Categories = [.. categories.Select(words => new PodcastCategory(words[0], words.ElementAtOrDefault(1)))],
            Author = section.Text("author"),
            OwnerEmail = email,
            Owner = email is null ? null : owner ?? email,
            Image = section.Image("image", links),
            Type = section.Words<PodcastType>("type") is [var type, ..] ? type : null,
            Locked = section.IsOn("locked"),
            Funding = WebAddress.Read(section.Text("funding")),
        };
    }

    private CalendarSettings Calendar(SettingsSection section) => new()
    {
        Name = LocalText(section, "name"),
        Description = LocalText(section, "description"),
        Color = section.Color("color"),
        Refresh = section.Duration("refresh") ?? new CalendarSettings().Refresh,
    };

    private static FeedSettings Feed(SettingsSection section)
    {
        var defaults = new FeedSettings();
        var included = section.Words<FeedInclude>("include") ?? [];
        return new FeedSettings
        {
            Entries = section.Count("entries") ?? defaults.Entries,
            Content = section.Choice("content", ("full", FeedContent.Full), ("summary", FeedContent.Summary)) ?? defaults.Content,
            MaxOctets = section.Bytes("max_bytes") ?? defaults.MaxOctets,
            Include = included.IsEmpty ? defaults.Include : included.Aggregate((all, one) => all | one),
            HasArchive = section.IsOn("archive") ?? defaults.HasArchive,
        };
    }

    private static FrozenDictionary<string, string> Aliases(SettingsSection section)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (meaning, keys) in FieldNames.ByMeaning.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            foreach (var name in section.Words(meaning) ?? []) aliases[FrontMatterFields.Normalized(name)] = keys[0];
        }

        return aliases.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private FrozenDictionary<string, string> Redirects(SettingsSection section)
    {
        var redirects = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in section.TakeAll("^/", Target))
        {
            var target = field.Text() ?? "";
            var isValid = field.Key.StartsWith('/') && (target.StartsWith('/') || WebAddress.Read(target) is not null);
            const string Cure = "write '/feed: /atom.xml' in place of";
            if (isValid) redirects[field.Key] = target;
            else report.Error(field.Line, $"'redirects' leads from a path to a path or an address; {Cure} '{field.Key}: {target}'");
        }

        return redirects.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Uri WithSlash(Uri url) => new(url.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
}
