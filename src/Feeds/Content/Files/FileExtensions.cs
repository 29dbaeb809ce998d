using System.Buffers;

namespace Feeds.Content.Files;

/// <summary>Checks whether Markdown may refer to a file of the site, without rendering it.</summary>
internal static class FileExtensions
{
    /// <summary>The extensions of files that are published when a document refers to them.</summary>
    public static readonly string[] All =
    [
        ".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp",
        ".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav", ".mp4", ".ogv", ".webm",
        ".csv", ".epub", ".odp", ".pdf", ".pptx", ".txt", ".vtt", ".zip",
    ];

    /// <summary>Encodings of the dot of an extension, or of a letter of it.</summary>
    private static readonly string[] Escapes = ["%2", "%3", "%4", "%5", "%6", "%7", "&#", "&period;", "\\."];

    private static readonly SearchValues<string> Marks = SearchValues.Create([.. All, .. Escapes], StringComparison.OrdinalIgnoreCase);

    /// <summary>Of HTML, pictures, notes and addresses that are defined elsewhere in the text.</summary>
    private static readonly SearchValues<string> LinkMarks = SearchValues.Create(["<", "![", "[[", "]:"], StringComparison.Ordinal);

    public static bool AreIn(string markdown) => markdown.AsSpan().ContainsAny(Marks);

    /// <summary>Whether there is a picture, or a link that is not of the form <c>[text](https://…)</c>.</summary>
    public static bool MayBeLinkedIn(string markdown)
    {
        const string Link = "](";
        var text = markdown.AsSpan();
        if (text.ContainsAny(LinkMarks)) return true;
        while (text.IndexOf(Link) is >= 0 and var at)
        {
            text = text[(at + Link.Length)..];
            if (!text.StartsWith("https://") && !text.StartsWith("http://")) return true;
        }

        return false;
    }
}
