using System.Collections.Immutable;
using Feeds.Content.Dates;
using Feeds.Content.Files;
using Feeds.Content.FrontMatter;
using Feeds.Content.Kinds;
using Feeds.Model;

namespace Feeds.Content.Lists;

/// <summary>Reads a file with several events as a file for each.</summary>
internal sealed class ListReader(DocumentContext context, DiagnosticBag report)
{
    public const int MaxEntries = 20_000;

    private readonly SourceFile file = context.File;
    private readonly SiteSettings settings = context.Settings;

    /// <summary>The entries of a file without a body; default when it is one event, or unreadable, which is reported.</summary>
    public static ImmutableArray<SourceFile> Read(DocumentContext context, string text, DiagnosticBag report)
    {
        var own = new DiagnosticBag(context.File.Path);
        var isList = ListFiles.IsList(context.File.Path, context.Settings);
        if (ListDocuments.Read(context.File.Path, text, own) is not { } documents)
        {
            report.AddAll(own);
            return default;
        }

        var shape = ListShape.Of(documents, context.Settings.Keys, own);
        if (!isList && !shape.IsList && !shape.Events.Any(listed => IsSeveral(listed, context.Settings))) return default;
        report.AddAll(own);
        return new ListReader(context, report).Entries(shape, body: null);
    }

    /// <summary>The entries that the front matter of a document lists; default when it is one document.</summary>
    public static ImmutableArray<SourceFile> Read(DocumentContext context, FrontMatterBlock block, DiagnosticBag report)
    {
        var path = context.File.Path;
        if (!IsOfEvents(path, block.Values, context.Settings)) return default;
        var isList = ListFiles.IsList(path, context.Settings);
        var front = new FrontMatterFields(block.Values, context.Settings.Keys);
        if (front.FindWritten(FieldNames.Start) is not null) return default;
        var reader = new ListReader(context, report);
        if (DateList.Find(front) is not null)
        {
            var dates = DateList.Expand(block.Values, front, context.Settings);
            return dates.Length < 2
                ? default
                : reader.Entries([.. dates.Select(values => ListedEvent.Of(values, context.Settings))], listTitle: null, block);
        }

        var shape = ListShape.OfFrontMatter(block.Values, context.Settings.Keys, report);
        if (shape.IsList) return reader.Entries(shape, body: null);
        if (!isList && front.Find(FieldNames.DatePart) is not null) return default;
        var table = TableReader.Read(block.Body, block.BodyLine);
        if (table is null && !isList) return default;
        shape = ListShape.Of(table is null ? [] : [table], context.Settings.Keys, report);
        return reader.Entries(shape.Events, front.Text(FieldNames.Title), body: null);
    }

    /// <summary>The front matter with the start and the end of a list of days that run on.</summary>
    public static FrontMatterBlock WithStart(DocumentContext context, FrontMatterBlock block)
    {
        if (!IsOfEvents(context.File.Path, block.Values, context.Settings)) return block;
        block = block with { Values = EntryFields.Plain(ColumnNames.OfEvent(block.Values)) };
        var front = new FrontMatterFields(block.Values, context.Settings.Keys);
        return DateList.Find(front) is not null && DateList.Expand(block.Values, front, context.Settings) is [var values]
            ? block with { Values = values }
            : block;
    }

    private static bool IsOfEvents(string path, MapValue values, SiteSettings settings) =>
        DocumentKindReader.FolderOf(path, settings) == DocumentKind.Event || ListFiles.IsList(path, settings)
        || values.Fields.Any(field => FieldNames.Type.Contains(FrontMatterFields.Normalized(field.Key))
            && string.Equals(field.Text(), "event", StringComparison.OrdinalIgnoreCase));

    private static bool IsSeveral(ListedEvent listed, SiteSettings settings) =>
        DateList.Expand(listed.Values, listed.Front, settings).Length > 1;

    private ImmutableArray<SourceFile> Entries(ListShape shape, FrontMatterBlock? body) => Entries(shape.Events, shape.Title, body);

    /// <param name="body">The document whose body is that of each entry; null where each has its own.</param>
    private ImmutableArray<SourceFile> Entries(ImmutableArray<ListedEvent> listed, string? listTitle, FrontMatterBlock? body)
    {
        var events = ListOrder.Read(listed, settings, report).SelectMany(Dated).ToImmutableArray();
        if (events.Length > MaxEntries)
        {
            report.Error(0, $"this list holds {events.Length} events, and at most {MaxEntries} are read; divide it into several files");
            return default;
        }

        if (!events.Any(one => ListShape.IsDated(one.Front)))
        {
            if (report.IsRecovered)
            {
                report.Error(0, $"no event of this list can be read, so each stays as it was published; correct what the warnings name");
                return default;
            }

            const string Problem = "no event was found in this list";
            if (events.SelectMany(one => one.Values.Fields).FirstOrDefault(HoldsADate) is { } other)
                report.Warning(other.Line, $"{Problem}; if '{other.Key}' is the date, write {Cure(other)} in site.yaml");
            else
                report.Warning(0, $"{Problem}; each needs a date, such as 'start: 2027-03-18 18:30'");
            return [];
        }

        var keys = new EntryKeys(events.Select(one => one.Front), context.KnownEntries, settings);
        var recovered = RecoveredEntries(events.Select(one => one.Values.Line));
        var entries = ImmutableArray.CreateBuilder<SourceFile>(events.Length);
        foreach (var (values, front, name) in events)
        {
            var title = TitleOf(values, front, name ?? listTitle, isName: name is not null);
            var block = body is null ? EntryFields.Block(values, front, title) : body with { Values = values };
            var named = title is null ? front : new FrontMatterFields(block.Values, settings.Keys);
            var entry = ListEntry.Of(block, values.Line, recovered.Contains(values.Line)) with { Id = EntryFields.Id(front) };
            entries.Add(entry.In(file, keys.Of(named, name)));
        }

        return entries.DrainToImmutable();
    }

    private bool HoldsADate(Field field) =>
        field.Text() is { Length: > 5 } text && DateRangeReader.TryRead(text, settings.Dates, out _, out _);

    private static string Cure(Field field) => $"'keys: {{ start: [{field.Key}] }}'";

    private IEnumerable<ListedEvent> Dated(ListedEvent listed)
    {
        if (DateList.Find(listed.Front) is null) return [listed];
        return DateList.Expand(listed.Values, listed.Front, settings)
            .Select(values => ListedEvent.Of(values, settings) with { Name = listed.Name });
    }

    /// <summary>The title of an entry that has none under the usual names; null when it has one, or no date either.</summary>
    private string? TitleOf(MapValue values, FrontMatterFields front, string? fallback, bool isName)
    {
        if (front.FindText(FieldNames.Title) is not null) return null;
        if (EntryFields.Title(front) is { } field) return field.Text();
        if (!ListShape.IsDated(front)) return null;
        var title = fallback ?? settings.Title;
        var source = (fallback, isName) switch
        {
            (null, _) => "the name of the site",
            (_, true) => "its name in the list",
            _ => "the title of the list",
        };
        report.Warning(values.Line, $"there is no title, so \"{title}\" is taken from {source}; write 'title: …'");
        return title;
    }

    /// <summary>The lines of the entries whose text was recovered.</summary>
    private HashSet<int> RecoveredEntries(IEnumerable<int> starts)
    {
        if (!report.IsRecovered) return [];
        int[] lines = [.. starts.Order()];
        return [.. report.RecoveredLines.Select(EntryAt)];

        int EntryAt(int line)
        {
            var index = Array.BinarySearch(lines, line);
            return lines[index >= 0 ? index : Math.Max(~index - 1, 0)];
        }
    }
}
