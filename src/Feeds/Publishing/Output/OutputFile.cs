using NodaTime;

namespace Feeds.Publishing.Output;

/// <summary>A file of the output folder.</summary>
/// <param name="Path">Relative to the folder.</param>
/// <param name="Bytes">Renders the file, perhaps anew on each call.</param>
/// <param name="LastModified">May render the file.</param>
internal sealed record OutputFile(string Path, Func<ReadOnlyMemory<byte>> Bytes, Func<Instant> LastModified)
{
    /// <summary>The path of the file of which this is the compressed form; null when it is not compressed.</summary>
    public string? CompressedFrom { get; init; }

    /// <summary>Whether clients poll it, so that no person would notice that it is missing.</summary>
    public bool IsPolled { get; private init; }

    /// <summary>The file of a representation, and its compressed forms that are smaller.</summary>
    public static IEnumerable<OutputFile> Of(Representation representation, OutputForms forms)
    {
        var path = PathOf(representation);
        var isPolled = representation.MediaType.IsPolled || representation.MediaType == MediaType.Opml;
        yield return new OutputFile(path, () => representation.Identity, () => representation.LastModified) { IsPolled = isPolled };
        if (forms == OutputForms.Plain || representation.MediaType.Compressible == Compressible.No) yield break;
        if (representation.Gzip.Length < representation.Identity.Length) yield return Compressed(".gz", () => representation.Gzip);
        if (representation.Brotli.Length < representation.Identity.Length) yield return Compressed(".br", () => representation.Brotli);

        OutputFile Compressed(string extension, Func<ReadOnlyMemory<byte>> bytes) =>
            new(path + extension, bytes, () => representation.LastModified) { CompressedFrom = path, IsPolled = isPolled };
    }

    /// <summary>The path at which a static host looks for the file.</summary>
    private static string PathOf(Representation representation)
    {
        var path = representation.Path.TrimStart('/');
        if (path.Length == 0 || path.EndsWith('/')) return path + "index.html";
        return representation.MediaType != MediaType.Html || path.EndsWith(".html", StringComparison.Ordinal) ? path : path + ".html";
    }
}

/// <summary>The forms in which files are written.</summary>
internal enum OutputForms
{
    Plain,

    /// <summary>Also compressed with gzip and brotli where that is smaller.</summary>
    Precompressed,
}
