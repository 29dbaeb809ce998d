using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Identity.Format;

/// <summary>What is remembered of one document that was published.</summary>
internal sealed record LockRecord
{
    /// <summary>The file, relative to the content folder; of one that is gone, where it last was.</summary>
    public required string Path { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>The IRI under which every feed names it.</summary>
    public required string Id { get; init; }

    /// <summary>The identifier under which every calendar names it; null when it never was an event.</summary>
    public string? Uid { get; init; }

    /// <summary>The id or UID as its front matter writes it; null when it was made for it.</summary>
    public string? Written { get; init; }

    /// <summary>The path of its page on this server; null when that is elsewhere.</summary>
    public string? Address { get; init; }

    /// <summary>The path that its file asks for, where that is another's; null when it has it.</summary>
    public string? Wanted { get; init; }

    /// <summary>The path of its calendar file; null for a post.</summary>
    public string? Calendar { get; init; }

    /// <summary>Where it is read, when that is elsewhere.</summary>
    public string? Link { get; init; }

    /// <summary>The paths that it had before on this server, pages and calendar files, oldest first.</summary>
    public TextList Earlier { get; init; }

    /// <summary>When it was first published.</summary>
    public required Instant First { get; init; }

    /// <summary>When the lock first held it, whatever its own date is; null when that was before it said so.</summary>
    public Instant? Locked { get; init; }

    /// <summary>When what is published of it last changed.</summary>
    public required Instant Changed { get; init; }

    /// <summary>What feeds say of when it was updated; null for <see cref="Changed"/>, which events say unless the program alone changed them.</summary>
    public Instant? Updated { get; init; }

    /// <summary>When it last left a place that it had: it went, or took another address, date or tag; null when it never did.</summary>
    public Instant? Moved { get; init; }

    /// <summary>How many times the start, end, place or status of an event changed.</summary>
    public int Sequence { get; init; }

    public required string Title { get; init; }

    /// <summary>When it is published; null for an event that was as soon as it was written.</summary>
    public Instant? Published { get; init; }

    /// <summary>When and where an event is; null when it never was one.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>What it bears, by which it is in parts of the site.</summary>
    public TermNames TermNames { get; init; } = TermNames.None;

    /// <summary>A hash of the facts that subscribers see, addresses left out.</summary>
    public required string Facts { get; init; }

    /// <summary>A hash of all that its file holds.</summary>
    public required string Text { get; init; }

    /// <summary>A hash of the bytes of its file; null when an earlier version wrote the line.</summary>
    public string? Bytes { get; init; }

    /// <summary>A hash of its body, where that is long enough to know it by; null where it is not.</summary>
    public string? Body { get; init; }

    /// <summary>A hash of the facts that settle where it stands: its date and its tags.</summary>
    public required string PlacementHash { get; init; }

    /// <summary>When its file went; null while it is there. Where that is before <see cref="First"/>, nobody ever saw it.</summary>
    public Instant? Removed { get; init; }

    /// <summary>When it ceased to be an event and became a post; null when it did not.</summary>
    public Instant? Withdrawn { get; init; }

    /// <summary>Whether subscribers hear nothing more of it: it was removed before they could have seen it, or by a new rule of the program.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>The paths at which it stands on this server.</summary>
    public IEnumerable<string> Addresses => Placement.Paths;

    public Placement Placement => new(Address, Calendar);

    /// <summary>Whether both name one document alike, at the same place and as often rescheduled.</summary>
    public bool IsNamedAs(LockRecord other) =>
        (Kind, Id, Uid, Path, Address, Calendar, Link) == (other.Kind, other.Id, other.Uid, other.Path, other.Address, other.Calendar, other.Link)
        && (Sequence, Removed, Withdrawn, First, IsForgotten) == (other.Sequence, other.Removed, other.Withdrawn, other.First, other.IsForgotten);

    /// <summary>When the newest of all this happened.</summary>
    public Instant Newest => Instant.Max(Instant.Max(Changed, Moved ?? Changed), Removed ?? Changed);
}

/// <summary>What a document bears, by which it is in parts of the site.</summary>
internal sealed record TermNames(TextList Tags, TextList Categories, TextList Authors, string? Series)
{
    public static readonly TermNames None = new(default, default, default, Series: null);
}
