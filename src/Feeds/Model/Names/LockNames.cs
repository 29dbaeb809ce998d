namespace Feeds.Model.Names;

/// <summary>The files of the lock, which are not content.</summary>
internal static class LockNames
{
    public const string Lock = "feeds.lock";

    /// <summary>Where lines of the lock go that could not be read.</summary>
    public const string Rejected = "feeds.lock.rejected";
}
