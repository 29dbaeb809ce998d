using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Feeds.Content.Markdown;
using Feeds.Content.Markdown.Foreign;
using Feeds.Content.Markdown.Html;
using Feeds.Content.Names;
using Feeds.Formats.Syndication.Reading;
using Feeds.Model;
using Feeds.Model.Names;
using Feeds.Model.Sources;
using Feeds.Text;
using NodaTime;

namespace Feeds.Content.Sources;

/// <summary>Reads a feed of others as posts.</summary>
internal sealed class FeedSource
{
    /// <summary>The page of the planet shows no more.</summary>
    private const int MaxOnPage = 50;

    private const int MaxTitle = 300;

    private readonly SourceSettings source;
    private readonly DocumentContext context;
    private readonly DiagnosticBag report;
    private readonly FeedFile feed;
    private readonly DateTimeZone zone;

    private FeedSource(FeedFile feed, SourceSettings source, DocumentContext context, DiagnosticBag report)
    {
        (this.feed, this.source, this.context, this.report) = (feed, source, context, report);
        zone = source.Zone ?? DateTimeZone.Utc;
    }

    /// <summary>The feed with its posts, newest first; null when the file is no feed, which is reported.</summary>
    public static Planet? Read(SourceSettings source, DocumentContext context, DiagnosticBag report)
    {
        try
        {
            return new FeedSource(FeedFileReader.Read(context.File.Content.Unpacked()), source, context, report).Read();
        }
        catch (InvalidDataException exception)
        {
            const string Cure = "so what it said before stays; put an Atom or RSS feed here";
            report.Error(0, $"this cannot be read as a feed ({exception.Message}), {Cure}");
            return null;
        }
    }

    private Planet Read()
    {
        if (feed.Repair is { } repair) report.Note(0, $"the file is broken ({repair}), so it was read less strictly");
        var home = WebAddress.Read(feed.Page) ?? source.Home;
        var title = feed.Title is { } written && TextOf(written) is { Length: > 0 } text ? text : source.Name;
        var address = source.HasSecret ? null : WebAddress.Read(source.Address ?? feed.Address);
        var known = (address ?? home)?.AbsoluteUri ?? Identifiers.Urn(context.Settings.IdentityUrl, source.File);
        var id = Identifiers.IsIri(feed.Id) ? feed.Id : known;
        var shared = feed.Entries.Where(entry => entry.Link is not null).GroupBy(entry => entry.Link!, StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any())
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
        var origin = new SourceFeed(source.Name, id, title, home, address);
        var posts = feed.Entries.Where(IsWanted).Select(entry => PostOf(entry, origin, shared)).OfType<Post>()
            .DistinctBy(post => post.Wanted.Id, StringComparer.Ordinal)
            .OrderByDescending(post => post.Published.ToInstant())
            .Take(source.Limit ?? Math.Max(MaxOnPage, context.Settings.Feed.Entries));
        return new Planet([origin], [.. posts]);
    }

    private bool IsWanted(FeedFileEntry entry) =>
        source.Only.IsEmpty || SourceWords.AreIn(source.Only, entry.Categories.Prepend(entry.Title is { } title ? TextOf(title) : null));

    private Post? PostOf(FeedFileEntry entry, SourceFeed origin, HashSet<string> shared)
    {
        var title = TitleOf(entry);
        var link = LinkOf(entry, origin.Home);
        if (link is null)
        {
            report.Warning(entry.Line, $"\"{title}\" has no link, so it is not published");
            return null;
        }

        var updated = FeedDate.Read(entry.Updated, zone);
        if ((FeedDate.Read(entry.Published, zone) ?? updated) is not { } published)
        {
            report.Warning(entry.Line, $"\"{title}\" has no date that can be read, so it is not published");
            return null;
        }

        var isShared = entry.Link is null || shared.Contains(entry.Link);
        var id = IdOf(entry, isShared ? $"{link.AbsoluteUri}#{Slug.Of(entry.Id ?? title)}" : link.AbsoluteUri);
        var (path, links) = (EntryPath.Of(source.File, EntryPath.KeyOfId(id)), LinksFrom(link, entry.Content));
        return new Post
        {
            Path = path,
            Title = title,
            Link = link,
            PagePath = null,
            Wanted = new WantedNames(new Placement(Page: null, Calendar: null), NameDate: null, id),
            Published = published,
            Revised = updated,
            Authors = AuthorsOf(entry, origin.Title),
            Tags = [.. entry.Categories.Select(PlainText.OneLine).Concat(source.Tags).Distinct(StringComparer.OrdinalIgnoreCase)],
            Summary = entry.Summary is { } summary ? PlainText.Shortened(TextOf(summary)) : null,
            Image = WebAddress.Read(entry.Image),
            Recording = RecordingOf(entry.Enclosure),
            Language = LanguageOf(entry.Language) ?? LanguageOf(feed.Language),
            Origin = origin,
            Body = new RenderedBody(context.Budget, () => BodyOf(entry.Content, links)) { MayReferToFiles = false },
        };
    }

    // Many an entry has no id, and some share the link of their site.
    private static string IdOf(FeedFileEntry entry, string otherwise) => Identifiers.IsIri(entry.Id) ? entry.Id : otherwise;

    private string TitleOf(FeedFileEntry entry)
    {
        var text = entry.Title is { } title ? TextOf(title) : "";
        // A note or a picture has none.
        if (text.Length == 0) text = PlainText.Shortened(TextOf(entry.Summary ?? entry.Content)) ?? source.Name;
        return text.Length <= MaxTitle ? text : PlainText.Shortened(text)!;
    }

    private static Uri? LinkOf(FeedFileEntry entry, Uri? home)
    {
        if (entry.Link is not { } written) return WebAddress.Read(entry.Id) ?? WebAddress.Read(entry.Enclosure?.Address);
        if (WebAddress.Read(written) is { } absolute) return absolute;
        return home is not null && Uri.TryCreate(home, written, out var joined) ? WebAddress.Read(joined.AbsoluteUri) : null;
    }

    private ImmutableArray<Person> AuthorsOf(FeedFileEntry entry, string title)
    {
        var written = entry.Authors.IsEmpty ? feed.Authors : entry.Authors;
        // The author of this site did not write it.
        if (written.IsEmpty) return [new Person(title)];
        return [.. written.Select(person => new Person(PlainText.OneLine(person.Name), Email: null, WebAddress.Read(person.Page)))];
    }

    private static Recording? RecordingOf(FeedFileEnclosure? enclosure)
    {
        if (WebAddress.Read(enclosure?.Address) is not { } address) return null;
        var isKnown = long.TryParse(enclosure!.Length, NumberStyles.None, CultureInfo.InvariantCulture, out var octets);
        return new Recording(address, File: null, enclosure.MediaType, isKnown ? octets : null, Duration: null);
    }

    private LinkResolver LinksFrom(Uri link, FeedFileText? content) => context.Links(WebAddress.Read(content?.Base) ?? link);

    private static Body BodyOf(FeedFileText? content, LinkResolver links) => content switch
    {
        null => ForeignText.Render("", links),
        { Kind: FeedFileTextKind.Plain } => ForeignText.RenderPlain(content.Value, links),
        { Kind: FeedFileTextKind.Html } => ForeignText.RenderHtml(content.Value, links),
        // HTML without a tag still has its entities.
        _ when ForeignText.IsHtml(content.Value) => ForeignText.RenderHtml(content.Value, links),
        _ => ForeignText.RenderPlain(WebUtility.HtmlDecode(content.Value), links),
    };

    private static string TextOf(FeedFileText? text) => text switch
    {
        null => "",
        { Kind: FeedFileTextKind.Plain } => PlainText.Joined(text.Value),
        { Kind: FeedFileTextKind.Unstated } when !ForeignText.IsHtml(text.Value) => PlainText.OneLine(text.Value),
        _ => HtmlCleaner.TextOf(text.Value),
    };

    private static string? LanguageOf(string? written) => written is null ? null : LanguageTag.Read(written);
}
