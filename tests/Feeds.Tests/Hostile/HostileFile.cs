namespace Feeds.Tests.Hostile;

/// <summary>A file of somebody who means harm.</summary>
/// <param name="Path">Below the content folder, with characters that only some systems allow.</param>
/// <param name="Harmless">The same file with nothing in it that means harm, of as many octets.</param>
internal sealed record HostileFile(string Path, byte[] Bytes, byte[] Harmless);
