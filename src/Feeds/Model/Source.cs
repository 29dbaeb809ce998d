namespace Feeds.Model;

/// <summary>What a document is in its file, wherever that file lies.</summary>
/// <param name="Text">A hash of all that it holds: a file that was moved is known by it.</param>
/// <param name="Body">A hash of the text below the front matter.</param>
/// <param name="WrittenId">The id or UID as the front matter writes it; null when it writes none.</param>
/// <param name="LinksToDocuments">Whether its body may name other files of the content, so that it changes with their addresses.</param>
public sealed record Source(string Text, string Body, string? WrittenId, bool LinksToDocuments)
{
    /// <summary>The shortest body, in characters, that identifies a file renamed and edited at the same time.</summary>
    public const int LongBody = 200;

    public static readonly Source Unknown = new("", "", null, LinksToDocuments: false);

    /// <summary>The hash of the file.</summary>
    public string Bytes { get; init; } = "";

    public bool HasLongBody { get; init; }
}
