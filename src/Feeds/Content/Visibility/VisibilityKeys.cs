using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.FrontMatter;

namespace Feeds.Content.Visibility;

/// <summary>The names under which sites say that a document is not published, written as <see cref="FrontMatterFields"/> compares them.</summary>
internal static class VisibilityKeys
{
    /// <summary>Hide when true; any other value but false is a mistake.</summary>
    public static readonly FrozenSet<string> Hiding =
        ["draft", "isdraft", "hidden", "ishidden", "unlisted", "isunlisted", "private", "isprivate"];

    /// <summary>Hide when true; other programs write other values under some of these names.</summary>
    public static readonly FrozenSet<string> AlsoHiding = WithGroups(
        [
            "hide", "untranslated", "headless", "unpublished", "unpublish", "deleted", "isdeleted", "trashed",
            "encrypt", "encrypted", "isencrypted", "protected", "isprotected", "passwordprotected",
            "excludefromfeed", "excludefromfeeds", "excludefromrss", "hidefromfeed", "hidefromrss",
            "hiddenfromfeed", "hiddenfromrss", "hiddeninrss", "nofeed", "norss",
        ],
        Hiding);

    /// <summary>Hide when false; any other value but true is a mistake, or a date under the two that may hold one.</summary>
    public static readonly FrozenSet<string> Showing = ["published", "publish", "dgpublish", "ispublished", "public", "ispublic"];

    /// <summary>Hide when false.</summary>
    public static readonly FrozenSet<string> AlsoShowing = WithGroups(
        ["visible", "isvisible", "listed", "islisted", "feed", "rss", "infeed", "inrss", "includeinfeed", "includeinrss"], Showing);

    /// <summary>May hold a date in place of true.</summary>
    public static readonly FrozenSet<string> MayBeDates = ["published", "publish", "unpublish", "unpublished"];

    /// <summary>Hide whatever they hold, but for false.</summary>
    public static readonly FrozenSet<string> Locking =
        WithGroups(["password", "passwords", "passphrase", "eleventyexcludefromcollections"], []);

    /// <summary>Hold a word, of which some hide.</summary>
    public static readonly FrozenSet<string> States =
        WithGroups(["status", "eventstatus", "poststatus", "publishstatus", "publicationstatus", "state"], ["visibility"]);

    /// <summary>Holds a word for who may see the document; one that is unknown is a mistake.</summary>
    public static readonly FrozenSet<string> Audience = ["visibility"];

    /// <summary>Hugo's option for the lists in which a document stands.</summary>
    public static readonly FrozenSet<string> List = ["build.list"];

    /// <summary>Say whether a document has a page: Hugo's option, and Zola's.</summary>
    public static readonly FrozenSet<string> Render = ["build.render", "render"];

    /// <summary>Hugo's options, where they could not be read as a map.</summary>
    public static readonly FrozenSet<string> Build = ["build"];

    /// <summary>Say from when on a document is published, and nothing else.</summary>
    public static readonly FrozenSet<string> Published =
    [
        "publishedat", "published", "pubdate", "pubdatetime", "publishdate", "publisheddatetime", "datepublished",
        "publish", "publishat", "publishon", "publishtime", "publishdatetime", "publishedon",
        "publisheddate", "publishedtime", "publicationdate", "date.published",
        "publishafter", "publishfrom", "embargo", "embargodate", "embargountil",
    ];

    /// <summary>Say up to when a document is published.</summary>
    public static readonly FrozenSet<string> Expires =
    [
        "expirydate", "expiry", "expires", "expireson", "expiresat", "expire", "expiredate", "expirationdate", "expiration", "dateexpires",
        "unpublish", "unpublished", "unpublishdate", "unpublishon", "unpublishat", "unpublishdatetime", "publishuntil", "visibleuntil",
    ];

    private static readonly FrozenSet<string> All =
    [
        .. Hiding, .. AlsoHiding, .. Showing, .. AlsoShowing, .. Locking, .. States,
        .. Audience, .. List, .. Render, .. Build, .. Published, .. Expires,
    ];

    /// <summary>The words of <see cref="States"/> and <see cref="Audience"/> that hide.</summary>
    public static readonly FrozenSet<string> HidingWords =
    [
        "draft", "drafts", "hidden", "private", "pending", "future", "trash", "trashed",
        "deleted", "autodraft", "unpublished", "unlisted", "notpublished",
        "review", "inreview", "needsreview", "pendingreview", "skip", "embargo", "embargoed",
        "internal", "members", "membersonly", "paid", "tiers", "restricted",
        "password", "passwordprotected", "protected", "secret", "never", "invisible",
    ];

    /// <summary>The words of <see cref="Audience"/> that hide nothing.</summary>
    public static readonly FrozenSet<string> PublicWords =
        ["public", "published", "publish", "visible", "all", "everyone", "everybody", "anyone",
            "world", "open", "listed", "shown", "show", "always", "default"];

    /// <summary>Whether a name is one of all these.</summary>
    public static bool IsOne(string name) => All.Contains(name);

    // Hugo and Zola keep what their themes read in a table of its own.
    private static FrozenSet<string> WithGroups(ImmutableArray<string> names, IEnumerable<string> groupedOnly) =>
        [.. names, .. names.Concat(groupedOnly).SelectMany(name => new[] { $"params.{name}", $"extra.{name}" })];
}
