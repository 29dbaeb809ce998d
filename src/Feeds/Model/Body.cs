using System.Collections.Immutable;

namespace Feeds.Model;

/// <summary>What the Markdown below the front matter says, ready to be sent.</summary>
/// <param name="Html">An HTML fragment: every address in it absolute, nothing active left.</param>
/// <param name="Text">The same as plain text, LF between the lines.</param>
/// <param name="Excerpt">What stands before the author's <c>more</c> mark, else the first paragraph, as one line of plain text.</param>
/// <param name="Image">The first picture; null when there is none.</param>
/// <param name="Files">The files of the site that it refers to.</param>
public sealed record Body(string Html, string Text, string? Excerpt, Uri? Image, ImmutableArray<FileReference> Files);
