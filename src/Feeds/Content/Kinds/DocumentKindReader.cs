using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.Dates;
using Feeds.Content.FrontMatter;
using Feeds.Content.Languages;
using Feeds.Content.Markdown;
using Feeds.Content.Names;
using Feeds.Model;

namespace Feeds.Content.Kinds;

/// <summary>The kind of a document.</summary>
/// <param name="Kind">Null for a page.</param>
/// <param name="OnlySign">The only sign of an event; null when there are several, or its author decided.</param>
/// <param name="IsPage">Whether it is a page that its author wants to be published.</param>
/// <param name="IsTemplate">Whether it is written like an event and named like a template, such as <c>events/_sample.md</c>.</param>
internal sealed record KindReading(DocumentKind? Kind, EventSign? OnlySign, bool IsPage = false, bool IsTemplate = false);

/// <summary>A sign that a file is an event.</summary>
/// <param name="Words">The key, the folder or the lines of the body, in words.</param>
internal sealed record EventSign(int Line, string Words);

/// <summary>Decides whether a file is a post, an event or neither.</summary>
internal sealed class DocumentKindReader(
    LocalizedPath file, FrontMatterFields front, FrontMatterBlock block, BodyMetadata metadata, SiteSettings settings)
{
    private static readonly FrozenSet<string> PostTypes =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "post", "posts", "blogpost", "blog-post");

    /// <summary>Make a dated file with a time of day an event.</summary>
    private static readonly FrozenSet<string> EventTypes =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "events", "meeting", "meetings", "meetup", "meetups", "workshop", "seminar");

    /// <summary>Do not make a file an event, but confirm another sign.</summary>
    private static readonly ImmutableArray<string> Supporting =
    [
        .. FieldNames.StartTime, .. FieldNames.End, .. FieldNames.EndTime, .. FieldNames.Duration, .. FieldNames.PlaceName,
        .. FieldNames.Address, .. FieldNames.Online, .. FieldNames.Rule, .. FieldNames.Every, .. FieldNames.Organizer, "rsvp", "tickets",
    ];

    private readonly string path = file.Plain;

    /// <summary>Whether the file lies in the folder of one event, beside or below that event.</summary>
    public bool IsPartOfAnEvent { get; init; }

    private const string FactsSign = "the lines that begin with the facts of an event";

    public KindReading Read()
    {
        if (front.Text(["type"]) is { } type && PostTypes.Contains(type)) return PostOrPage();
        if (string.Equals(front.Text(["type"]), "page", StringComparison.OrdinalIgnoreCase)) return Page(isWanted: true);
        if (FieldNames.Type.Any(key => string.Equals(front.Text([key]), "event", StringComparison.OrdinalIgnoreCase)))
            return new KindReading(DocumentKind.Event, null);
        var folder = FolderOf(path, settings);
        var signs = Signs(folder).ToArray();
        if (signs.Length == 0) return IsPartOfAnEvent ? Page(isWanted: false) : PostOrPage();
        if (folder == DocumentKind.Event && IsTemplate) return new KindReading(null, null, IsTemplate: true);
        var isDecided = folder == DocumentKind.Event && settings.Events.HasOwnFolders;
        var isConfirmed = (metadata.Date ?? metadata.Place ?? metadata.Time) is not null && signs[0].Words != FactsSign;
        var isAlone = signs.Length == 1 && !isDecided && !isConfirmed && front.Find(Supporting) is null;
        return new KindReading(DocumentKind.Event, isAlone ? signs[0] : null);
    }

    /// <summary>The kind by the folder, preferring a folder of <c>site.yaml</c> to a default one, then the deeper one.</summary>
    public static DocumentKind? FolderOf(string path, SiteSettings settings)
    {
        var events = FolderName.Depth(path, settings.Events.Folders);
        var posts = FolderName.Depth(path, settings.Posts.Folders);
        if (events < 0) return posts < 0 ? null : DocumentKind.Post;
        if (posts < 0) return DocumentKind.Event;
        if (settings.Events.HasOwnFolders != settings.Posts.HasOwnFolders)
            return settings.Events.HasOwnFolders ? DocumentKind.Event : DocumentKind.Post;
        return events >= posts ? DocumentKind.Event : DocumentKind.Post;
    }

    private IEnumerable<EventSign> Signs(DocumentKind? folder)
    {
        if (folder == DocumentKind.Event && !IsPartOfAnEvent && (IsDated || IsWhole)) yield return new EventSign(0, "its folder");
        if (front.Find(FieldNames.Start) is { } start) yield return new EventSign(start.Line, $"'{start.Key}'");
        if (IsDated && TimeOfEvent() is { } time) yield return new EventSign(time.Line, $"'{time.Key}'");
        if (front.Find(FieldNames.Venue) is { } venue) yield return new EventSign(venue.Line, $"'{venue.Key}'");
        if (folder != DocumentKind.Event && BodyMakesAnEvent(folder)) yield return new EventSign(metadata.Date!.Line, FactsSign);
    }

    /// <summary>The field with the time of day of an event, or that it takes the whole day.</summary>
    private Field? TimeOfEvent()
    {
        var isOfEvents = FieldNames.Type.Any(key => EventTypes.Contains(front.Text([key]) ?? ""));
        if (front.FindText(isOfEvents ? FieldNames.StartTime : FieldNames.TimeOfEvent) is { } field && IsTime(field.Text()!)) return field;
        return front.Find(FieldNames.AllDay) is { } whole && (whole.IsTrue() || whole.IsFalse()) ? whole : null;
    }

    private bool IsTime(string text) =>
        TimeReader.TryRead(text, out _, out _) || DateRangeReader.TryRead(text, settings.Dates, out _, out _);

    // A post may mention the next meeting further down; only a document that starts with such lines is an event.
    private bool BodyMakesAnEvent(DocumentKind? folder)
    {
        if (folder == DocumentKind.Post) return metadata.First is { IsBelowHeading: false, MakeAnEvent: true };
        return IsDated ? metadata.First.MakeAnEvent : metadata.MakeAnEvent;
    }

    private bool IsDated =>
        (PostReader.DateField(front) is { } date && !IsYear(date)) || DocumentName.Of(file, front).Date is not null;

    // Of a book or a paper; a post has a day.
    private static bool IsYear(Field field) => field.Text() is { Length: 4 } text && text.All(char.IsAsciiDigit);

    private KindReading PostOrPage()
    {
        var isInFolder = FolderName.IsAbove(path, settings.Posts.Folders) && !IsStub && !FolderIsListed && !IsPartial;
        // A dated file in a post folder stays a post: there, 'nav' belongs to another generator.
        if (PageReader.Position(front) is not null && !(IsDated && isInFolder)) return Page(isWanted: true);
        if (!IsSection && (IsDated || isInFolder)) return new KindReading(DocumentKind.Post, null);
        return Page(FolderName.IsAbove(path, settings.PageFolders) && !IsPartial && !IsAboutTheSource);
    }

    // Where the root of the site belongs to another generator, that one makes the pages.
    private KindReading Page(bool isWanted) => new(null, null, isWanted && settings.HasHome);

    private string Name => Path.GetFileNameWithoutExtension(path).ToUpperInvariant();

    /// <summary>Whether a file describes its folder, such as a section of Hugo or Zola.</summary>
    private bool IsSection => Name is "_INDEX" or "README";

    /// <summary>Whether generators only include a file in others.</summary>
    private bool IsPartial => Name.StartsWith('_');

    // Jekyll, Eleventy and Astro leave such files out.
    private bool IsTemplate => IsPartial && !IsSection;

    private bool IsWhole => !IsPartial && (!IsAboutTheSource || metadata.Date is not null);

    private bool IsAboutTheSource => Name is "README" or "CONTRIBUTING" or "LICENSE";

    private bool FolderIsListed =>
        Path.GetFileNameWithoutExtension(path) is "index" && FolderName.IsOneOf(Path.GetDirectoryName(path), settings.Posts.Folders);

    /// <summary>Whether a file has nothing to publish, such as a redirect.</summary>
    private bool IsStub =>
        string.IsNullOrWhiteSpace(block.Body) && (front.Find(FieldNames.Title) ?? front.Find(FieldNames.Published)) is null;
}
