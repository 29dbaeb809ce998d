using System.IO.Compression;

namespace Feeds.Publishing;

/// <summary>The content codings in which bytes are sent and written: the same bytes always give the same.</summary>
internal static class Compression
{
    // The levels above take two to a hundred times as long, and save hardly a hundredth of the bytes until brotli's slowest.
    private const int GzipLevel = 6;
    private const int BrotliQuality = 6;

    public static byte[] Gzip(ReadOnlySpan<byte> bytes) => Encode(bytes, encoded => new GZipStream(encoded, new ZLibCompressionOptions { CompressionLevel = GzipLevel }));

    public static byte[] Brotli(ReadOnlySpan<byte> bytes) => Encode(bytes, encoded => new BrotliStream(encoded, new BrotliCompressionOptions { Quality = BrotliQuality }));

    private static byte[] Encode(ReadOnlySpan<byte> bytes, Func<Stream, Stream> coding)
    {
        var encoded = new MemoryStream();
        using (var stream = coding(encoded)) stream.Write(bytes);
        return encoded.ToArray();
    }
}
