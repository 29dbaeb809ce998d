using System.IO.Compression;

namespace Feeds.Publishing;

/// <summary>The content codings in which bytes are sent and written, deterministic for the same bytes.</summary>
internal static class Compression
{
    // Higher levels take 2 to 100 times as long and save hardly 1 percent of the bytes, except for brotli's slowest.
    private const int GzipLevel = 6;
    private const int BrotliQuality = 6;

    private static readonly ZLibCompressionOptions GzipOptions = new() { CompressionLevel = GzipLevel };
    private static readonly BrotliCompressionOptions BrotliOptions = new() { Quality = BrotliQuality };

    public static byte[] Gzip(ReadOnlySpan<byte> bytes) => Encode(bytes, encoded => new GZipStream(encoded, GzipOptions));

    public static byte[] Brotli(ReadOnlySpan<byte> bytes) => Encode(bytes, encoded => new BrotliStream(encoded, BrotliOptions));

    private static byte[] Encode(ReadOnlySpan<byte> bytes, Func<Stream, Stream> coding)
    {
        var encoded = new MemoryStream();
        using (var stream = coding(encoded)) stream.Write(bytes);
        return encoded.ToArray();
    }
}
