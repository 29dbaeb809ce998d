namespace Feeds.Identity.Format;

/// <summary>A lock on disk, and its text when it was last read.</summary>
internal sealed class LockReader(LockFile file)
{
    private (long, DateTime)? state;

    public LockFile File => file;

    public LockParser Text { get; private set; } = LockParser.Nothing;

    /// <returns>Whether it was read.</returns>
    public bool ReadIfChanged()
    {
        var now = file.State;
        if (state == now) return false;
        Text = LockParser.Read(file.Read());
        state = now;
        return true;
    }

    public bool IsBehind(LockData known) => !Text.IsNewer && !(Text.Diagnostics.IsEmpty && Text.Lock.SameAs(known));

    /// <summary>Replaces the file, and keeps its rejected lines in another.</summary>
    public void Write(LockData known, FolderHandle handle)
    {
        file.AppendRejected(Text.Rejected);
        Text = Text with { Rejected = [] };
        file.Replace(output => LockWriter.Write(known, output), handle);
        (state, Text) = (file.State, LockParser.Nothing with { Lock = known });
    }
}
