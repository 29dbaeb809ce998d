namespace Feeds.Identity.Format;

/// <summary>The keys of <c>feeds.lock</c>.</summary>
internal static class LockKeys
{
    public const int CurrentVersion = 2;

    /// <summary>Increase it when the same bytes are read differently, so that subscribers see no change.</summary>
    public const int CurrentReader = 4;

    public const string Version = "lock";
    public const string Reader = "reader";
    public const string Origin = "origin";
    public const string Url = "url";
    public const string Path = "path";
    public const string Kind = "kind";
    public const string Post = "post";
    public const string Event = "event";
    public const string Id = "id";
    public const string Uid = "uid";
    public const string Written = "written";
    public const string Address = "address";
    public const string Calendar = "calendar";
    public const string Link = "link";
    public const string Earlier = "earlier";
    public const string First = "first";
    public const string Changed = "changed";
    public const string Updated = "updated";
    public const string Moved = "moved";
    public const string Sequence = "sequence";
    public const string Title = "title";
    public const string Published = "published";
    public const string Start = "start";
    public const string End = "end";
    public const string Zone = "zone";
    public const string Place = "place";
    public const string Street = "street";
    public const string Status = "status";
    public const string Repeats = "repeats";
    public const string Tags = "tags";
    public const string Categories = "categories";
    public const string Authors = "authors";
    public const string Series = "series";
    public const string Facts = "facts";
    public const string PlacementHash = "standing";
    public const string Text = "text";
    public const string Bytes = "bytes";
    public const string Body = "body";
    public const string Wanted = "wanted";
    public const string Locked = "locked";
    public const string Forgotten = "forgotten";
    public const string Removed = "gone";
    public const string Withdrawn = "withdrawn";
    public const string Missing = "missing";
}
