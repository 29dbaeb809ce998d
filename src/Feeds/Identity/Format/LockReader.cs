namespace Feeds.Identity.Format;

/// <summary>A lock on disk, and what it said when it was last looked at.</summary>
internal sealed class LockReader(LockFile file)
{
    private (long, DateTime)? stamp;

    public LockFile File => file;

    public LockParser Text { get; private set; } = LockParser.Nothing;

    /// <summary>Reads the file if it is another than when it was last read or written.</summary>
    /// <returns>Whether it was read.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public bool Look()
    {
        var now = file.Stamp;
        if (stamp == now) return false;
        Text = LockParser.Read(file.Read());
        stamp = now;
        return true;
    }

    /// <summary>Whether it should be written so that it says as much as is known.</summary>
    public bool IsBehind(LockData known) => !Text.IsNewer && !(Text.Diagnostics.IsEmpty && Text.Lock.SameAs(known));

    /// <summary>Writes it anew, and keeps aside what could not be read of it.</summary>
    /// <param name="turn">The turn in which it is written.</param>
    /// <exception cref="IOException">It cannot be written; what it held it holds.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; what it held it holds.</exception>
    public void Write(LockData known, FolderHandle turn)
    {
        file.SetAside(Text.Rejected);
        Text = Text with { Rejected = [] };
        file.Replace(output => LockWriter.Write(known, output), turn);
        (stamp, Text) = (file.Stamp, LockParser.Nothing with { Lock = known });
    }
}
