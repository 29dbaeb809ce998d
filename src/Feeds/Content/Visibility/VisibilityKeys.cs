using System.Collections.Frozen;
using System.Collections.Immutable;
using Feeds.Content.FrontMatter;

namespace Feeds.Content.Visibility;

/// <summary>The keys that decide whether a document is published, as <see cref="FrontMatterFields"/> normalizes them.</summary>
internal static class VisibilityKeys
{
    /// <summary>Hide when true; any value but true and false is a mistake.</summary>
    public static readonly FrozenSet<string> Hiding =
        ["draft", "isdraft", "hidden", "ishidden", "unlisted", "isunlisted", "private", "isprivate"];

    /// <summary>Hide when true; some programs write other values under these names.</summary>
    public static readonly FrozenSet<string> AlsoHiding = WithGroups(
        [
            "hide", "untranslated", "headless", "unpublished", "unpublish", "deleted", "isdeleted", "trashed",
            "encrypt", "encrypted", "isencrypted", "protected", "isprotected", "passwordprotected",
            "excludefromfeed", "excludefromfeeds", "excludefromrss", "hidefromfeed", "hidefromrss",
            "hiddenfromfeed", "hiddenfromrss", "hiddeninrss", "nofeed", "norss",
        ],
        Hiding);

    /// <summary>Hide when false; any value but true, false or an allowed date is a mistake.</summary>
    public static readonly FrozenSet<string> Showing = ["published", "publish", "dgpublish", "ispublished", "public", "ispublic"];

    /// <summary>Hide when false.</summary>
    public static readonly FrozenSet<string> AlsoShowing = WithGroups(
        ["visible", "isvisible", "listed", "islisted", "feed", "rss", "infeed", "inrss", "includeinfeed", "includeinrss"], Showing);

    /// <summary>May contain a date instead of true.</summary>
    public static readonly FrozenSet<string> MayBeDates = ["published", "publish", "unpublish", "unpublished"];

    /// <summary>Hide unless they are false.</summary>
    public static readonly FrozenSet<string> Locking =
        WithGroups(["password", "passwords", "passphrase", "eleventyexcludefromcollections"], []);

    /// <summary>Hide when they are one of <see cref="HidingWords"/>.</summary>
    public static readonly FrozenSet<string> States =
        WithGroups(["status", "eventstatus", "poststatus", "publishstatus", "publicationstatus", "state"], ["visibility"]);

    /// <summary>Name the audience; an unknown word is a mistake.</summary>
    public static readonly FrozenSet<string> Audience = ["visibility"];

    /// <summary>Hugo's option for the lists that contain a document.</summary>
    public static readonly FrozenSet<string> List = ["build.list"];

    /// <summary>Hugo's and Zola's options for a document without a page.</summary>
    public static readonly FrozenSet<string> Render = ["build.render", "render"];

    /// <summary>Hugo's options when they are not a valid map.</summary>
    public static readonly FrozenSet<string> Build = ["build"];

    /// <summary>Can only be the date of publication.</summary>
    public static readonly FrozenSet<string> Published =
    [
        "publishedat", "published", "pubdate", "pubdatetime", "publishdate", "publisheddatetime", "datepublished", "publish", "publishat",
        "publishon", "publishtime", "publishdatetime", "publishedon", "publisheddate", "publishedtime", "publicationdate",
        "date.published", "publishafter", "publishfrom", "embargo", "embargodate", "embargountil",
    ];

    /// <summary>Contain the date at which a document is removed.</summary>
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
        "deleted", "autodraft", "unpublished", "unlisted", "notpublished", "review", "inreview", "needsreview", "pendingreview", "skip",
        "embargo", "embargoed", "internal", "members", "membersonly", "paid", "tiers", "restricted",
        "password", "passwordprotected", "protected", "secret", "never", "invisible",
    ];

    /// <summary>The keys that hide a document while it is being written.</summary>
    public static readonly FrozenSet<string> Drafts = WithGroups(["draft", "isdraft", .. Showing], []);

    /// <summary>The words that hide a document while it is being written.</summary>
    public static readonly FrozenSet<string> DraftWords =
        ["draft", "drafts", "pending", "future", "review", "inreview", "needsreview", "pendingreview", "unpublished", "notpublished"];

    /// <summary>The words of <see cref="Audience"/> that hide nothing.</summary>
    public static readonly FrozenSet<string> PublicWords =
        ["public", "published", "publish", "visible", "all", "everyone", "everybody", "anyone",
            "world", "open", "listed", "shown", "show", "always", "default"];

    public static bool IsOne(string name) => All.Contains(name);

    // The tables for the options of themes in Hugo and Zola.
    private static FrozenSet<string> WithGroups(ImmutableArray<string> names, IEnumerable<string> groupedOnly) =>
        [.. names, .. names.Concat(groupedOnly).SelectMany(name => new[] { $"params.{name}", $"extra.{name}" })];
}
