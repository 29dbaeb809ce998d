using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Feeds.Content.Events;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Kinds;
using Feeds.Content.Markdown;
using Feeds.Content.Visibility;
using Feeds.Model;
using Feeds.Model.Names;

namespace Feeds.Content;

/// <summary>What a file turned out to be: a post, an event, or neither (a page, a draft, or a file that could not be read).</summary>
/// <param name="File">The file that was read.</param>
/// <param name="LinksToDocuments">Whether its body may name other files of the content, so that it changes with their addresses.</param>
/// <param name="IsBroken">Whether it has errors, or was read only as far as it could be.</param>
internal sealed record DocumentReading(
    SourceFile File, Post? Post, Event? Event, bool LinksToDocuments, bool IsBroken, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Where it is published, if not where its file asks to be.</summary>
    public Placement? Placed { get; init; }

    /// <summary>What the lock remembered of it when it was read.</summary>
    public KnownDocument? Known { get; init; }

    /// <summary>Whether that matters to what it says.</summary>
    public bool UsesLock { get; init; }

    /// <summary>Whether it is an event at a time of day that is written without a zone or an offset.</summary>
    public bool AssumesSiteZone { get; init; }

    private Fingerprints? fingerprints;

    /// <summary>The hashes of what subscribers see of it, made when they are first asked for: then it is known where its links lead.</summary>
    /// <param name="site">The site that it is of.</param>
    public Fingerprints FingerprintsIn(Site site)
    {
        // A recording may change without the file that names it.
        if (Post?.Recording?.File is not null) return Fingerprint.Of(Post, site);
        return fingerprints ??= Post is null ? Fingerprint.Of(Event!, site.Settings) : Fingerprint.Of(Post, site);
    }

    /// <summary>Whether it is a post or an event.</summary>
    public bool IsPublished => Post is not null || Event is not null;

    /// <summary>What became of the file.</summary>
    public DocumentOutcome Outcome { get; init; } = DocumentOutcome.Unread;

    /// <summary>What alone made it an event, where its author did not say so; null where nothing did, or more.</summary>
    public EventSign? OnlySign { get; init; }
}

/// <summary>What became of a file.</summary>
internal enum DocumentOutcome
{
    /// <summary>It was to be published, and could not be read.</summary>
    Unread,
    Post,
    Event,

    /// <summary>Its author holds it back.</summary>
    Hidden,

    /// <summary>It is neither a post nor an event, and left alone.</summary>
    Page,
}

/// <summary>Reads one file of the content.</summary>
internal static class DocumentReader
{
    private static readonly SearchValues<string> DocumentEndings = SearchValues.Create([".md", ".markdown", ".mkd", ".qmd"], StringComparison.OrdinalIgnoreCase);

    public static DocumentReading Read(DocumentContext place)
    {
        var file = place.File;
        var report = new DiagnosticBag(file.Path);
        if (file.Problem is not null) report.Error(0, $"{file.Problem}");
        else if (file.Content.Length == 0) report.Error(0, $"the file is empty");
        else if (SourceText.Read(file, report) is { } text && ReadHeader(file.Path, text, report) is { } header)
            return Read(place, text, header, report);
        return new DocumentReading(file, null, null, LinksToDocuments: false, IsBroken: true, report.Diagnostics);
    }

    /// <summary>The body of a file that was read before, and found to be a document.</summary>
    public static string BodyOf(SourceFile file)
    {
        var report = new DiagnosticBag(file.Path);
        return Expanded(ReadHeader(file.Path, SourceText.Read(file, report)!, report)!, file.Path, report).Body;
    }

    /// <summary>Whether a file is one of those that hold posts, events and pages: of YAML, only what lies below an event folder.</summary>
    public static bool IsDocument(string path, SiteSettings settings) =>
        !IsYaml(path) || DocumentKindReader.FolderOf(path, settings) == DocumentKind.Event;

    private static bool IsYaml(string path) => Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML";

    /// <summary>The front matter and the body; null where the file holds several documents.</summary>
    private static FrontMatterBlock? ReadHeader(string path, string text, DiagnosticBag report)
    {
        if (!IsYaml(path)) return FrontMatterBlock.Read(text, report);
        return YamlFile.Read(text, report) is { } values ? new FrontMatterBlock(values, "", 1) : null;
    }

    /// <summary>The Markdown that is rendered: without comments, and without the languages of site generators.</summary>
    private static FrontMatterBlock Expanded(FrontMatterBlock header, string path, DiagnosticBag report)
    {
        var markdown = ObsidianComments.Remove(header.Body, header.BodyLine, path, report);
        return header with { Body = ShortcodeExpander.Expand(markdown, header.BodyLine, path, report) };
    }

    private static DocumentReading Read(DocumentContext place, string text, FrontMatterBlock header, DiagnosticBag report)
    {
        var (file, settings) = (place.File, place.Settings);
        var front = new FrontMatterFields(header.Values, settings.Keys);
        var visibility = VisibilityReader.Read(front);
        if (visibility.IsHidden || IsDraft(file.Path)) return Unpublished(DocumentOutcome.Hidden);

        var source = new Source(Hash(text), Hash(header.Body), front.Text(FieldNames.Id), LinksToDocuments: false)
        {
            Bytes = file.HashText,
            HasLongBody = header.Body.AsSpan().Trim().Length >= Source.LongBody,
        };
        var bodyReport = new DiagnosticBag(file.Path);
        header = Expanded(header, file.Path, bodyReport);
        var facts = BodyMetadata.Read(header.Body, header.BodyLine);
        var kind = new DocumentKindReader(file.Path, front, header, facts, settings).Read();
        report.Add(bodyReport);
        if (MarkdownBody.IsTooDeep(header.Body))
            report.Warning(header.BodyLine,
                $"the text is nested too deep to be Markdown, so it is shown as it stands; take out some of its brackets, quotes or tags");
        if (kind.Kind is null) return Unpublished(DocumentOutcome.Page);

        var schedule = ScheduleReader.Read(front, settings, report);
        foreach (var problem in visibility.Problems) report.Error(problem.Line, $"{problem.Message}");
        if (schedule.IsNever) return Unpublished(DocumentOutcome.Hidden);
        // What is published stays as it is until its author can be understood; all else waits.
        var isUnclear = schedule.IsUnclear || !visibility.Problems.IsEmpty;
        if (isUnclear && place.Known is null) return Unpublished(DocumentOutcome.Unread);

        source = source with { LinksToDocuments = LinksToDocuments(header.Body) };
        // Most need no table of all documents, and so keep none.
        if (!source.LinksToDocuments) place = place with { DocumentAt = _ => null };
        place = place with { Schedule = schedule, HasPage = visibility.HasPage };
        return kind.Kind == DocumentKind.Event ? ReadEvent() : ReadPost();

        DocumentReading ReadEvent()
        {
            source = source with { WrittenId = front.Text(FieldNames.Uid) ?? source.WrittenId };
            var read = EventReader.Read(source, front, header, facts, place, report);
            return Reading(null, read, read is null ? DocumentOutcome.Unread : DocumentOutcome.Event) with { OnlySign = kind.OnlySign };
        }

        DocumentReading ReadPost()
        {
            var read = PostReader.Read(source, front, header, place, report);
            return Reading(read, null, read is null ? DocumentOutcome.Unread : DocumentOutcome.Post);
        }

        DocumentReading Reading(Post? post, Event? @event, DocumentOutcome outcome) =>
            new(file, post, @event, source.LinksToDocuments, report.HasErrors || report.IsSalvaged, report.Diagnostics)
            {
                Outcome = outcome,
                Placed = place.Placed,
                UsesLock = place.UsesLock,
                Known = place.UsesLock ? place.Known : null,
                AssumesSiteZone = @event is not null && report.AssumesSiteZone,
            };

        // What is held back is not broken: what it said before must not come back.
        DocumentReading Unpublished(DocumentOutcome outcome)
        {
            var isPartial = outcome == DocumentOutcome.Page && (report.HasErrors || report.IsSalvaged);
            var isBroken = isPartial || outcome == DocumentOutcome.Unread;
            return new DocumentReading(file, null, null, LinksToDocuments: false, isBroken, report.Diagnostics)
            {
                Outcome = outcome,
                UsesLock = place.UsesLock,
                Known = place.UsesLock ? place.Known : null,
            };
        }
    }

    /// <summary>A hash of the text of a file, blanks at its end left out.</summary>
    public static string TextHash(SourceFile file) => SourceText.Read(file, new DiagnosticBag(file.Path)) is { } text ? Hash(text) : "";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.TrimEnd())).AsSpan(0, 16));

    private static bool LinksToDocuments(string body) => body.AsSpan().ContainsAny(DocumentEndings);

    private static bool IsDraft(string path) => FolderName.IsAbove(path, ["drafts", "_drafts"]);
}
