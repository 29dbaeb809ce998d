using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.FrontMatter;
using Feeds.Content.Markdown;
using Feeds.Model;

namespace Feeds.Content.Kinds;

/// <summary>As what a file is published.</summary>
/// <param name="Kind">Null when it is neither a post nor an event.</param>
/// <param name="OnlySign">What alone made it an event, where its author did not say so; null where nothing did, or more.</param>
internal sealed record KindReading(DocumentKind? Kind, EventSign? OnlySign)
{
    public static readonly KindReading Page = new(null, null);
    public static readonly KindReading Post = new(DocumentKind.Post, null);
}

/// <summary>What made a file an event.</summary>
/// <param name="Words">As a half sentence: the key, the folder, or the lines of the body.</param>
internal sealed record EventSign(int Line, string Words);

/// <summary>Finds out whether a file is a post, an event or neither.</summary>
internal sealed class DocumentKindReader(string path, FrontMatterFields front, FrontMatterBlock header, BodyMetadata facts, SiteSettings settings)
{
    private static readonly FrozenSet<string> PostTypes =
        FrozenSet.ToFrozenSet(["post", "posts", "blogpost", "blog-post"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What only an event says beside its start and its place: none of it makes an event, but it bears out what does.</summary>
    private static readonly ImmutableArray<string> Supporting =
        [.. FieldNames.StartTime, .. FieldNames.End, .. FieldNames.EndTime, .. FieldNames.Duration, .. FieldNames.PlaceName, .. FieldNames.Address,
            .. FieldNames.Online, .. FieldNames.Rule, .. FieldNames.Every, .. FieldNames.Organizer, "rsvp", "tickets"];

    public KindReading Read()
    {
        if (front.Text(["type"]) is { } type && PostTypes.Contains(type)) return PostOrPage();
        if (FieldNames.Type.Any(key => string.Equals(front.Text([key]), "event", StringComparison.OrdinalIgnoreCase)))
            return new KindReading(DocumentKind.Event, null);
        var folder = FolderOf(path, settings);
        var signs = Signs(folder).ToArray();
        if (signs.Length == 0) return PostOrPage();
        var isSaid = folder == DocumentKind.Event && settings.Events.HasOwnFolders;
        var hasOtherFacts = (facts.Date ?? facts.Place ?? facts.Time) is not null && signs[0].Words != FactsSign;
        var isAlone = signs.Length == 1 && !isSaid && !hasOtherFacts && front.Find(Supporting) is null;
        return new KindReading(DocumentKind.Event, isAlone ? signs[0] : null);
    }

    private const string FactsSign = "the lines that begin with the facts of an event";

    /// <summary>What is published from the folder of a file; null where it lies below none.</summary>
    /// <remarks>A folder that <c>site.yaml</c> names beats a default one; of two of a kind, the deeper does.</remarks>
    public static DocumentKind? FolderOf(string path, SiteSettings settings)
    {
        var events = FolderName.Depth(path, settings.Events.Folders);
        var posts = FolderName.Depth(path, settings.Posts.Folders);
        if (events < 0 && posts < 0) return null;
        if (posts < 0) return DocumentKind.Event;
        if (events < 0) return DocumentKind.Post;
        if (settings.Events.HasOwnFolders != settings.Posts.HasOwnFolders)
            return settings.Events.HasOwnFolders ? DocumentKind.Event : DocumentKind.Post;
        return events >= posts ? DocumentKind.Event : DocumentKind.Post;
    }

    private IEnumerable<EventSign> Signs(DocumentKind? folder)
    {
        if (folder == DocumentKind.Event) yield return new EventSign(0, "its folder");
        if (front.Find(FieldNames.Start) is { } start) yield return new EventSign(start.Line, $"'{start.Key}'");
        if (front.Find(FieldNames.Venue) is { } venue) yield return new EventSign(venue.Line, $"'{venue.Key}'");
        if (folder != DocumentKind.Event && FactsMakeAnEvent(folder)) yield return new EventSign(facts.Date!.Line, FactsSign);
    }

    // A post may say below when the next meeting is; only a document that begins with such facts is about one.
    private bool FactsMakeAnEvent(DocumentKind? folder)
    {
        if (folder == DocumentKind.Post) return facts.First is { IsBelowHeading: false, MakeAnEvent: true };
        return IsDated ? facts.First.MakeAnEvent : facts.MakeAnEvent;
    }

    private bool IsDated => PostReader.DateField(front) is not null || DocumentName.Of(path, front).Date is not null;

    private KindReading PostOrPage() => IsPost() ? KindReading.Post : KindReading.Page;

    private bool IsPost() =>
        !IsSection && (IsDated || (FolderName.IsAbove(path, settings.Posts.Folders) && !IsStub && !FolderIsListed));

    /// <summary>Whether a file is about its folder: Hugo's and Zola's sections, and what explains a folder to those who write in it.</summary>
    private bool IsSection => Path.GetFileNameWithoutExtension(path).ToUpperInvariant() is "_INDEX" or "README";

    /// <summary>Whether a file is the page that lists the posts of its folder.</summary>
    private bool FolderIsListed =>
        Path.GetFileNameWithoutExtension(path) is "index" && FolderName.IsOneOf(Path.GetDirectoryName(path), settings.Posts.Folders);

    /// <summary>Whether there is nothing to publish: a file that only sends visitors elsewhere.</summary>
    private bool IsStub => string.IsNullOrWhiteSpace(header.Body) && front.Find(FieldNames.Title) is null && front.Find(FieldNames.Published) is null;
}
