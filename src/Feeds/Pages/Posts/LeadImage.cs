namespace Feeds.Pages.Posts;

/// <summary>The image above the body of a document.</summary>
/// <param name="Width">In pixels; null when it is unknown.</param>
/// <param name="Height">In pixels; null when it is unknown.</param>
/// <param name="ReferrerPolicy">Null for an image on the site itself.</param>
public sealed record LeadImage(string Address, int? Width, int? Height, string? ReferrerPolicy);
