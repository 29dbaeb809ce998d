using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Feeds.Content.Events;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Kinds;
using Feeds.Content.Markdown;
using Feeds.Content.Visibility;
using Feeds.Model;

namespace Feeds.Content;

/// <summary>Reads one file of the content.</summary>
internal static class DocumentReader
{
    private static readonly SearchValues<string> DocumentLinks =
        SearchValues.Create([".md", ".markdown", ".mkd", ".qmd", "[["], StringComparison.OrdinalIgnoreCase);

    public static DocumentReading Read(DocumentContext context)
    {
        var file = context.File;
        var report = new DiagnosticBag(file.Path);
        if (file.Problem is not null) report.Error(0, $"{file.Problem}");
        else if (file.Content.Length == 0) report.Error(0, $"the file is empty");
        else if (SourceText.Read(file, report) is { } text && ReadBlock(file.Path, text, report) is { } block)
            return Read(context, text, block, report);
        return new DocumentReading(file, DocumentOutcome.Unread, report.Diagnostics) { IsBroken = true };
    }

    public static string BodyOf(SourceFile file)
    {
        var report = new DiagnosticBag(file.Path);
        return Expand(ReadBlock(file.Path, SourceText.Read(file, report)!, report)!, file.Path, report).Body;
    }

    public static bool IsDocument(string path, SiteSettings settings) =>
        !ContentFolder.IsYaml(path) || DocumentKindReader.FolderOf(path, settings) == DocumentKind.Event;

    public static string TextHash(SourceFile file) => SourceText.Read(file, new DiagnosticBag(file.Path)) is { } text ? Hash(text) : "";

    private static FrontMatterBlock? ReadBlock(string path, string text, DiagnosticBag report)
    {
        if (!ContentFolder.IsYaml(path)) return FrontMatterBlock.Read(text, report);
        return YamlFile.Read(text, report) is { } values ? new FrontMatterBlock(values, "", 1) : null;
    }

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
        var isDraft = FolderName.IsAbove(file.Path, ["drafts", "_drafts"]) && !settings.ShowsDrafts;
        if (visibility.IsHidden || isDraft) return Reading(DocumentOutcome.Hidden);

        var source = new Source(Hash(text), Hash(block.Body), front.Text(FieldNames.Id), LinksToDocuments: false)
        {
            Bytes = file.HashText,
            HasLongBody = block.Body.AsSpan().Trim().Length >= Source.LongBody,
        };
        block = Expand(block, file.Path, report);
        var metadata = BodyMetadata.Read(block.Body, block.BodyLine);
        var kind = new DocumentKindReader(file.Path, front, block, metadata, settings).Read();
        if (MarkdownBody.IsTooDeep(block.Body))
        {
            const string Cure = "take out some of its brackets, quotes or tags";
            report.Warning(block.BodyLine, $"the text is nested too deep to be Markdown, so it is shown as it stands; {Cure}");
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
            ? new DocumentReading(file, DocumentOutcome.Page, [])
            : Reading(DocumentOutcome.Page);

        DocumentReading Reading(DocumentOutcome outcome) => new(file, outcome, report.Diagnostics)
        {
            // A hidden document is not broken: its earlier version must not be published again.
            IsBroken = outcome == DocumentOutcome.Unread || (outcome != DocumentOutcome.Hidden && (report.HasErrors || report.IsRecovered)),
            Placed = context.Placed,
            UsesLock = context.UsesLock,
            Known = context.UsesLock ? context.Known : null,
        };
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.TrimEnd())).AsSpan(0, 16));
}
