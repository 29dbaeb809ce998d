using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Feeds.Content.Bodies;
using Feeds.Content.Headers;
using Feeds.Model;

namespace Feeds.Content;

/// <summary>What a file turned out to be: a post, an event, or neither (a page, a draft, or a file that could not be read).</summary>
/// <param name="File">The file that was read.</param>
/// <param name="LinksToDocuments">Whether its body may name other files of the content, so that it changes with their addresses.</param>
/// <param name="IsBroken">Whether it has errors, or was read only as far as it could be.</param>
internal sealed record DocumentReading(SourceFile File, Post? Post, Event? Event, bool LinksToDocuments, bool IsBroken, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Where it is published, if not where its file asks to be.</summary>
    public Placement? Placed { get; init; }

    /// <summary>What the lock remembered of it when it was read.</summary>
    public KnownDocument? Known { get; init; }

    /// <summary>Whether that matters to what it says.</summary>
    public bool UsesLock { get; init; }

    /// <summary>Whether it is an event at a time of day that is written without a zone or an offset.</summary>
    public bool AssumesSiteZone { get; init; }

    /// <summary>Whether it is a post or an event.</summary>
    public bool IsPublished => Post is not null || Event is not null;
}

/// <summary>Reads one file of the content.</summary>
internal static class DocumentReader
{
    private static readonly SearchValues<string> DocumentEndings = SearchValues.Create([".md", ".markdown", ".mkd", ".qmd"], StringComparison.OrdinalIgnoreCase);

    public static DocumentReading Read(DocumentPlace place)
    {
        var file = place.File;
        var report = new Report(file.Path);
        if (file.Problem is not null) report.Error(0, $"{file.Problem}");
        else if (file.Content.Length == 0) report.Error(0, $"the file is empty");
        else if (SourceText.Read(file, report) is { } text) return Read(place, text, ReadHeader(file.Path, text, report), report);
        return new DocumentReading(file, null, null, LinksToDocuments: false, IsBroken: true, report.Diagnostics);
    }

    /// <summary>The body of a file that was read before, and found to be a document.</summary>
    public static string BodyOf(SourceFile file)
    {
        var report = new Report(file.Path);
        var header = ReadHeader(file.Path, SourceText.Read(file, report)!, report);
        return Templates.Expand(header.Body, header.BodyLine, file.Path, report);
    }

    /// <summary>Whether a file is one of those that hold posts, events and pages: of YAML, only what lies below an event folder.</summary>
    public static bool IsDocument(string path, SiteSettings settings) => !IsYaml(path) || LiesBelow(path, settings.Events.Folders);

    private static bool IsYaml(string path) => Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML";

    private static Header ReadHeader(string path, string text, Report report) =>
        IsYaml(path) ? new Header(YamlHeader.Values(text, firstLine: 1, report), "", 1) : Header.Read(text, report);

    private static DocumentReading Read(DocumentPlace place, string text, Header header, Report report)
    {
        var (file, settings) = (place.File, place.Settings);
        var front = new FrontMatter(header.Values, settings.Keys);
        Post? post = null;
        Event? @event = null;
        var linksToDocuments = false;
        if (!IsHidden(file.Path, front))
        {
            var source = new Source(Hash(text), Hash(header.Body), front.Text(Keys.Id), LinksToDocuments: false)
            {
                Bytes = file.HashText,
                HasLongBody = header.Body.AsSpan().Trim().Length >= Source.LongBody,
            };
            header = header with { Body = Templates.Expand(header.Body, header.BodyLine, file.Path, report) };
            linksToDocuments = LinksToDocuments(header.Body);
            source = source with { LinksToDocuments = linksToDocuments };
            // Most need no table of all documents, and so keep none.
            if (!linksToDocuments) place = place with { DocumentAt = _ => null };
            if (MarkdownBody.IsTooDeep(header.Body)) report.Warning(header.BodyLine, $"the text is nested too deep to be Markdown, so it is shown as it stands; take out some of its brackets, quotes or tags");
            var facts = BodyFacts.Read(header.Body, header.BodyLine);
            if (IsEvent(file.Path, front, facts, settings)) @event = EventReader.Read(file.Path, front, header, facts, place, report) is { } held ? held with { Source = source with { WrittenId = front.Text(Keys.Uid) ?? source.WrittenId } } : null;
            else if (IsPost(file.Path, front, header, settings)) post = PostReader.Read(file.Path, front, header, place, report) is { } written ? written with { Source = source } : null;
        }

        return new DocumentReading(file, post, @event, linksToDocuments, report.HasErrors || report.IsSalvaged, report.Diagnostics)
        {
            Placed = place.Placed,
            UsesLock = place.UsesLock,
            Known = place.UsesLock ? place.Known : null,
            AssumesSiteZone = @event is not null && report.AssumesSiteZone,
        };
    }

    /// <summary>A hash of the text of a file, blanks at its end left out.</summary>
    public static string TextHash(SourceFile file) => SourceText.Read(file, new Report(file.Path)) is { } text ? Hash(text) : "";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.TrimEnd())).AsSpan(0, 16));

    private static bool LinksToDocuments(string body) => body.AsSpan().ContainsAny(DocumentEndings);

    private static bool IsHidden(string path, FrontMatter front) =>
        front.IsTrue(Keys.Hidden)
        || front.Find(["published"]) is { } published && published.IsFalse()
        || front.Text(Keys.Status)?.ToUpperInvariant() is "DRAFT" or "HIDDEN" or "PRIVATE"
        || LiesBelow(path, ["drafts", "_drafts"]);

    private static bool IsEvent(string path, FrontMatter front, BodyFacts facts, SiteSettings settings) =>
        Keys.Type.Any(key => string.Equals(front.Text([key]), "event", StringComparison.OrdinalIgnoreCase))
        || LiesBelow(path, settings.Events.Folders)
        || front.Find(Keys.Start) is not null
        || front.Find(Keys.Venue) is not null
        || facts.MakeAnEvent;

    private static bool IsPost(string path, FrontMatter front, Header header, SiteSettings settings) =>
        !IsSection(path)
        && (PostReader.DateField(front) is not null
            || DocumentName.Of(path, front).Date is not null
            || (LiesBelow(path, settings.Posts.Folders) && !IsStub(front, header) && !IsListing(path, settings)));

    /// <summary>Whether a file is about its folder: Hugo's and Zola's sections, and what explains a folder to those who write in it.</summary>
    private static bool IsSection(string path) => Path.GetFileNameWithoutExtension(path).ToUpperInvariant() is "_INDEX" or "README";

    /// <summary>Whether a file is the page that lists the posts of its folder.</summary>
    private static bool IsListing(string path, SiteSettings settings) =>
        Path.GetFileNameWithoutExtension(path) is "index"
        && settings.Posts.Folders.Any(folder => $"/{Path.GetDirectoryName(path)}".EndsWith($"/{folder.Trim('/')}", StringComparison.Ordinal));

    /// <summary>Whether there is nothing to publish: a file that only sends visitors elsewhere.</summary>
    private static bool IsStub(FrontMatter front, Header header) =>
        string.IsNullOrWhiteSpace(header.Body) && front.Find(Keys.Title) is null && front.Find(Keys.Published) is null;

    /// <summary>Whether a folder of the path is one of those named; a name may be a path itself.</summary>
    private static bool LiesBelow(string path, ImmutableArray<string> folders) =>
        folders.Any(folder => $"/{path}".Contains($"/{folder.Trim('/')}/", StringComparison.Ordinal));
}
