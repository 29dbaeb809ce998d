using System.Collections.Immutable;

namespace Feeds.Model;

/// <summary>The body of a document: rendered when it is asked for, and shared by all formats as long as the budget lasts.</summary>
public sealed class RenderedBody(CacheBudget budget, Func<Body> render)
{
    /// <summary>The class of a link in place of an embedded player or frame.</summary>
    public const string EmbedClass = "embed";

    private readonly Cached<Body> body = new(budget, render, body => 2 * ((long)body.Html.Length + body.Text.Length));
    private ImmutableArray<FileReference>? files;

    public Body Value => body.Value;

    /// <summary>False when that is known without rendering.</summary>
    public required bool MayReferToFiles { get; init; }

    /// <summary>Whether it may have a picture or a link to something on this site; false when that is known without rendering.</summary>
    public bool MayLinkHere { get; init; } = true;

    /// <summary>The files of the site that it refers to.</summary>
    public ImmutableArray<FileReference> Files => files ??= MayReferToFiles ? Value.Files : [];
}

/// <summary>What the Markdown below the front matter says, ready to be sent.</summary>
/// <param name="Html">An HTML fragment: every address in it absolute, nothing active left.</param>
/// <param name="Text">The same as plain text, LF between the lines.</param>
/// <param name="Excerpt">What stands before the author's <c>more</c> mark, else the first paragraph, as one line of plain text.</param>
/// <param name="Image">The first picture; null when there is none.</param>
/// <param name="Files">The files of the site that it refers to.</param>
public sealed record Body(string Html, string Text, string? Excerpt, Uri? Image, ImmutableArray<FileReference> Files)
{
    /// <summary>The number of pictures that were left out because they have no address.</summary>
    public int LostImages { get; init; }
}
