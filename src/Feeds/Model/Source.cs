namespace Feeds.Model;

/// <summary>The hashes and the written id of a document's file.</summary>
/// <param name="Text">A hash of its text, by which a moved file is found.</param>
/// <param name="Body">A hash of the text below the front matter.</param>
/// <param name="WrittenId">The id or UID in the front matter.</param>
/// <param name="LinksToDocuments">Whether its body may link to other documents, and so changes with their addresses.</param>
public sealed record Source(string Text, string Body, string? WrittenId, bool LinksToDocuments)
{
    /// <summary>The shortest body, in characters, that identifies a file renamed and edited at the same time.</summary>
    public const int LongBody = 200;

    public static readonly Source Unknown = new("", "", null, LinksToDocuments: false);

    /// <summary>The hash of the file.</summary>
    public string Bytes { get; init; } = "";

    public bool HasLongBody { get; init; }

    /// <summary>Whether its body is that of a template.</summary>
    public bool IsStarter { get; init; }
}
