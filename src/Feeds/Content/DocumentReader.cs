using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Feeds.Content.Events;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Kinds;
using Feeds.Content.Lists;
using Feeds.Content.Markdown;
using Feeds.Content.Sources;
using Feeds.Content.Visibility;
using Feeds.Model;
using Feeds.Model.Sources;

namespace Feeds.Content;

/// <summary>Reads one file of the content.</summary>
internal static class DocumentReader
{
    private static readonly SearchValues<string> DocumentLinks =
        SearchValues.Create([".md", ".markdown", ".mkd", ".qmd", "[["], StringComparison.OrdinalIgnoreCase);

    public static DocumentReading Read(DocumentContext context)
    {
        var file = context.File;
        if (file.Entry is { Remote: { } remote }) return ReadRemote(context, remote, new DiagnosticBag(file.FilePath, file.Entry.Line));
        if (file.Entry is { } entry) return Read(context, entry.Text, entry.Block, new DiagnosticBag(file.FilePath, entry.Line));
        var report = new DiagnosticBag(file.Path);
        if (file.Problem is not null) report.Error(0, $"{file.Problem}");
        else if (file.Content.Length == 0) report.Error(0, $"the file is empty");
        else if (CalendarSource.Find(file.Path, context.Settings) is { } source)
            return ReadSource(source, context, report);
        else if (SourceText.Read(file, report) is { } text)
            return ReadText(context, text, report);
        return Broken(file, report);
    }

    private static DocumentReading ReadSource(SourceSettings source, DocumentContext context, DiagnosticBag report)
    {
        var file = context.File;
        if (source.IsFeed)
        {
            var planet = FeedSource.Read(source, context, report);
            return planet is null ? Broken(file, report) : List(file, [], report) with { Planet = planet };
        }

        var entries = CalendarSource.Read(file, source, context.Settings, report);
        return entries.IsDefault ? Broken(file, report) : List(file, entries, report);
    }

    private static DocumentReading ReadText(DocumentContext context, string text, DiagnosticBag report)
    {
        var file = context.File;
        // The speakers or the agenda of an event.
        var isPart = context.IsPartOfAnEvent && !context.Settings.Events.Files.Contains(file.Path);
        if (isPart && ListFiles.IsData(file.Path)) return new DocumentReading(file, DocumentOutcome.Page, []);
        if (ListFiles.IsData(file.Path))
        {
            var entries = ListReader.Read(context, text, report);
            if (!entries.IsDefault) return List(file, entries, report);
            if (report.HasErrors) return Broken(file, report);
        }

        var block = ReadBlock(file.Path, text, report);
        var listed = isPart ? default : ListReader.Read(context, block, report);
        if (!listed.IsDefault) return List(file, listed, report);
        return report.HasErrors ? Broken(file, report) : Read(context, text, ListReader.WithStart(context, block), report);
    }

    private static DocumentReading List(SourceFile file, ImmutableArray<SourceFile> entries, DiagnosticBag report) =>
        new(file, DocumentOutcome.List, report.Diagnostics) { Entries = entries };

    /// <summary>An event of others; one that cannot be published is not there.</summary>
    private static DocumentReading ReadRemote(DocumentContext context, RemoteEntry entry, DiagnosticBag report)
    {
        var file = context.File;
        var source = new Source(Hash(file.Entry!.Text), "", entry.Uid, LinksToDocuments: false) { Bytes = file.Hash.ToString() };
        var @event = RemoteEventReader.Read(source, entry, context, report);
        return new DocumentReading(file, @event is null ? DocumentOutcome.Hidden : DocumentOutcome.Event, report.Diagnostics)
        {
            Event = @event,
            Placed = context.Placed,
        };
    }

    private static DocumentReading Broken(SourceFile file, DiagnosticBag report) =>
        new(file, DocumentOutcome.Unread, report.Diagnostics) { IsBroken = true };

    public static string BodyOf(SourceFile file)
    {
        var report = new DiagnosticBag(file.FilePath);
        var block = file.Entry?.Block ?? ReadBlock(file.Path, SourceText.Read(file, report)!, report);
        return Expand(block, file.FilePath, report).Body;
    }

    public static bool IsDocument(string path, SiteSettings settings) => ContentFolder.IsYaml(path)
        ? DocumentKindReader.FolderOf(path, settings) == DocumentKind.Event
        : !ListFiles.IsData(path);

    public static string TextHash(SourceFile file) =>
        (file.Entry?.Text ?? SourceText.Read(file, new DiagnosticBag(file.Path))) is { } text ? Hash(text) : "";

    private static FrontMatterBlock ReadBlock(string path, string text, DiagnosticBag report) => ContentFolder.IsYaml(path)
        ? new FrontMatterBlock(YamlFile.Read(text, report), "", 1)
        : FrontMatterBlock.Read(text, report);

    private static FrontMatterBlock Expand(FrontMatterBlock block, string path, DiagnosticBag report)
    {
        var markdown = ObsidianComments.Remove(block.Body, block.BodyLine, path, report);
        return block with { Body = ShortcodeExpander.Expand(markdown, block.BodyLine, path, report) };
    }

    private static DocumentReading Read(DocumentContext context, string text, FrontMatterBlock block, DiagnosticBag report)
    {
        var (file, settings) = (context.File, context.Settings);
        var front = new FrontMatterFields(block.Values, settings.Keys);
        var isClear = !report.HasErrors && !report.IsRecovered;
        var visibility = VisibilityReader.Read(front, settings);
        var isDraft = FolderName.IsAbove(file.FilePath, ["drafts", "_drafts"]) && !settings.ShowsDrafts;
        if (visibility.IsHidden || isDraft) return Reading(DocumentOutcome.Hidden);

        var source = new Source(Hash(text), Hash(block.Body), front.Text(FieldNames.Id) ?? file.Entry?.Id, LinksToDocuments: false)
        {
            Bytes = file.Hash.ToString(),
            HasLongBody = block.Body.AsSpan().Trim().Length >= Source.LongBody,
            IsStarter = StarterText.Is(block.Body),
        };
        block = Expand(block, file.FilePath, report);
        var metadata = BodyMetadata.Read(block.Body, block.BodyLine);
        var kind = file.Entry is null
            ? new DocumentKindReader(context.Name, front, block, metadata, settings) { IsPartOfAnEvent = context.IsPartOfAnEvent }.Read()
            : new KindReading(DocumentKind.Event, OnlySign: null);
        if (MarkdownBody.IsTooDeep(block.Body))
        {
            const string Cure = "take out some of its brackets, quotes or tags";
            report.Warning(block.BodyLine, $"the text is nested too deep to be Markdown, so it is shown as it stands; {Cure}");
        }

        if (kind.IsTemplate)
        {
            report.Note(0, $"its name begins with '_', so it is a template and no event; rename it to publish it");
            return Reading(DocumentOutcome.Page);
        }

        if (kind is { Kind: null, IsPage: false }) return Unpublished();

        if (kind.Kind is { } known) MisspeltFields.Report(block.Values, front, settings, known, report);
        var schedule = ScheduleReader.Read(front, settings, report);
        foreach (var problem in visibility.Problems) report.Error(problem.Line, $"{problem.Message}");
        if (schedule.IsNever) return Reading(DocumentOutcome.Hidden);
        // While its visibility is unclear, a published post or event stays as it is, and another document is not published.
        var isUnclear = schedule.IsUnclear || !visibility.Problems.IsEmpty;
        if (isUnclear && (kind.IsPage || context.Known is null)) return Reading(DocumentOutcome.Unread);

        source = source with { LinksToDocuments = block.Body.AsSpan().ContainsAny(DocumentLinks) };
        // A body without links to documents must not keep the table of all of them in memory.
        if (!source.LinksToDocuments) context = context with { DocumentAt = _ => null, NoteNamed = _ => null };
        context = context with { Schedule = schedule, HasPage = visibility.HasPage };
        return kind.Kind switch
        {
            DocumentKind.Event => ReadEvent(),
            DocumentKind.Post => ReadPost(),
            _ => ReadPage(),
        };

        DocumentReading ReadEvent()
        {
            source = source with { WrittenId = front.Text(FieldNames.Uid) ?? source.WrittenId };
            return EventReader.Read(source, front, block, metadata, context, report) is { } @event
                ? Reading(DocumentOutcome.Event) with { Event = @event, AssumesSiteZone = report.AssumesSiteZone, OnlySign = kind.OnlySign }
                : Reading(DocumentOutcome.Unread) with { OnlySign = kind.OnlySign };
        }

        DocumentReading ReadPost() => PostReader.Read(source, front, block, context, report) is { } post
            ? Reading(DocumentOutcome.Post) with { Post = post }
            : Reading(DocumentOutcome.Unread);

        DocumentReading ReadPage() => PageReader.Read(source, front, block, context, report) is { } page
            ? Reading(DocumentOutcome.Page) with { Page = page }
            : Unpublished();

        // Only broken front matter is reported: what it hides may be a post.
        DocumentReading Unpublished() => isClear
            ? new DocumentReading(file, DocumentOutcome.Page, []) { Name = context.Name }
            : Reading(DocumentOutcome.Page);

        DocumentReading Reading(DocumentOutcome outcome) => new(file, outcome, report.Diagnostics)
        {
            // A hidden document is not broken: its earlier version must not be published again.
            IsBroken = outcome == DocumentOutcome.Unread || file.Entry is { IsRecovered: true }
                || (outcome != DocumentOutcome.Hidden && (report.HasErrors || report.IsRecovered)),
            Placed = context.Placed,
            Name = context.Name,
            UsesLock = context.UsesLock,
            Known = context.UsesLock ? context.Known : null,
        };
    }

    private static string Hash(string text)
    {
        var trimmed = text.AsSpan().TrimEnd();
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(trimmed.Length));
        try
        {
            var hash = SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(trimmed, bytes)));
            return Convert.ToHexStringLower(hash.AsSpan(0, 16));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
