namespace Feeds.Content.Languages;

/// <summary>The path of a file, and the language that it names.</summary>
/// <param name="Plain">The path without the language, by which the document has its name, its date and its kind.</param>
/// <param name="Below">The path without the language in the file's name, below the folder of a translation.</param>
/// <param name="Language">A BCP 47 tag; null when the path names none.</param>
/// <param name="Folder">The folder in which site generators put a translation; empty for the language of the site.</param>
internal sealed record LocalizedPath(string Plain, string Below, string? Language = null, string Folder = "")
{
    public static LocalizedPath Of(string path) => new(path, path);
}
