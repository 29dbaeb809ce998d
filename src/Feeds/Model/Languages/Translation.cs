namespace Feeds.Model.Languages;

/// <summary>A document or page in one of the languages of the site.</summary>
/// <param name="Language">A BCP 47 tag.</param>
public sealed record Translation(string Language, Uri Link);
