using NodaTime;

namespace Feeds.Publishing.Output;

/// <summary>A file of the output folder.</summary>
/// <param name="Path">Where it stands in the folder.</param>
/// <param name="Bytes">What it holds: made when asked for, and perhaps made again when asked for again.</param>
/// <param name="LastModified">When that last changed, which may only be known once it is made.</param>
internal sealed record OutputFile(string Path, Func<ReadOnlyMemory<byte>> Bytes, Func<Instant> LastModified)
{
    /// <summary>The path of the file of which it is a packed form; null where it is none.</summary>
    public string? PackedOf { get; init; }

    /// <summary>Whether programs follow it, and people would not see that it is missing.</summary>
    public bool IsFollowed { get; private init; }

    /// <summary>The files of one address: its bytes, and those of each coding that makes them fewer.</summary>
    public static IEnumerable<OutputFile> Of(Representation representation, OutputForms forms)
    {
        var path = PathOf(representation);
        var isFollowed = representation.MediaType.IsPolled || representation.MediaType == MediaType.Opml;
        yield return new OutputFile(path, () => representation.Identity, () => representation.LastModified) { IsFollowed = isFollowed };
        if (forms == OutputForms.Plain || representation.MediaType.Compressible == Compressible.Tight) yield break;
        if (representation.Gzip.Length < representation.Identity.Length) yield return Packed(".gz", () => representation.Gzip);
        if (representation.Brotli.Length < representation.Identity.Length) yield return Packed(".br", () => representation.Brotli);

        OutputFile Packed(string ending, Func<ReadOnlyMemory<byte>> bytes) =>
            new(path + ending, bytes, () => representation.LastModified) { PackedOf = path, IsFollowed = isFollowed };
    }

    /// <summary>Where a static host looks for the file of an address.</summary>
    private static string PathOf(Representation representation)
    {
        var path = representation.Path.TrimStart('/');
        if (path.Length == 0 || path.EndsWith('/')) return path + "index.html";
        return representation.MediaType != MediaType.Html || path.EndsWith(".html", StringComparison.Ordinal) ? path : path + ".html";
    }
}

/// <summary>In which forms files are written.</summary>
internal enum OutputForms
{
    /// <summary>The bytes as they are.</summary>
    Plain,

    /// <summary>Those under gzip and brotli as well, where they are fewer: static hosts then need not pack them.</summary>
    Precompressed,
}
