using Feeds.Model;
using Feeds.Model.Dates;
using Feeds.Model.Names;
using NodaTime;

namespace Feeds.Identity.Format;

/// <summary>The record of a published document in <c>feeds.lock</c>.</summary>
internal sealed record LockRecord
{
    /// <summary>The file, relative to the content folder, where it is or last was.</summary>
    public required string Path { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>Its IRI in feeds.</summary>
    public required string Id { get; init; }

    /// <summary>Null when it never was an event.</summary>
    public string? Uid { get; init; }

    /// <summary>The id or UID in its front matter.</summary>
    public string? Written { get; init; }

    /// <summary>The path of its page; null when that is elsewhere.</summary>
    public string? Address { get; init; }

    /// <summary>The path that its file asks for, where it has a different one.</summary>
    public string? Wanted { get; init; }

    /// <summary>Null for a post.</summary>
    public string? Calendar { get; init; }

    /// <summary>The address of its page, when that is elsewhere.</summary>
    public string? Link { get; init; }

    /// <summary>Its earlier paths, of pages and calendar files, oldest first.</summary>
    public TextList Earlier { get; init; }

    public required Instant First { get; init; }

    /// <summary>When the lock first held it; null in lines of earlier versions.</summary>
    public Instant? Locked { get; init; }

    /// <summary>When its published content last changed.</summary>
    public required Instant Changed { get; init; }

    /// <summary>The update date in feeds; null for <see cref="Changed"/>.</summary>
    public Instant? Updated { get; init; }

    /// <summary>When it was removed, or last got a different address, date or tag.</summary>
    public Instant? Moved { get; init; }

    public int Sequence { get; init; }
    public required string Title { get; init; }

    /// <summary>Null for an event that was published at once.</summary>
    public Instant? Published { get; init; }

    /// <summary>Null when it never was an event.</summary>
    public Schedule? Schedule { get; init; }

    public TermNames TermNames { get; init; } = TermNames.None;

    /// <summary>A hash of what subscribers see, without addresses.</summary>
    public required string Facts { get; init; }

    /// <summary>A hash of the text of its file.</summary>
    public required string Text { get; init; }

    /// <summary>A hash of the bytes of its file; null in lines of earlier versions.</summary>
    public string? Bytes { get; init; }

    /// <summary>A hash of its body; null when that is too short to identify it.</summary>
    public string? Body { get; init; }

    /// <summary>A hash of what decides its place in lists: its date and its tags.</summary>
    public required string PlacementHash { get; init; }

    /// <summary>When its file was removed; before <see cref="First"/> when it was never published.</summary>
    public Instant? Removed { get; init; }

    /// <summary>When it stopped being an event and became a post.</summary>
    public Instant? Withdrawn { get; init; }

    /// <summary>Since when an event of a source is missing from its file; null while it is there.</summary>
    public Instant? Missing { get; init; }

    /// <summary>Whether its removal is not published: nobody could have seen it, or a new rule of the program removed it.</summary>
    public bool IsForgotten { get; init; }

    public IEnumerable<string> Addresses => Placement.Paths;

    public Placement Placement => new(Address, Calendar);

    /// <summary>Whether both have the same names, addresses and sequence.</summary>
    public bool IsNamedAs(LockRecord other) =>
        (Kind, Id, Uid, Path) == (other.Kind, other.Id, other.Uid, other.Path)
        && (Address, Calendar, Link) == (other.Address, other.Calendar, other.Link)
        && (Sequence, Removed, Withdrawn) == (other.Sequence, other.Removed, other.Withdrawn)
        && (First, IsForgotten) == (other.First, other.IsForgotten);

    /// <summary>The latest of its dates.</summary>
    public Instant Newest => Instant.Max(Instant.Max(Changed, Moved ?? Changed), Removed ?? Changed);
}

/// <summary>The terms of a document.</summary>
internal sealed record TermNames(TextList Tags, TextList Categories, TextList Authors, string? Series)
{
    public static readonly TermNames None = new(default, default, default, Series: null);
}
