using Feeds.Model;

namespace Feeds.Web.Status;

/// <summary>Counts the polls of one kind; any number of threads may count at once.</summary>
internal sealed class PollCounter
{
    private long polls;
    private long notModified;

    public PollCount Value => new(Interlocked.Read(ref polls), Interlocked.Read(ref notModified));

    public void Count(int status)
    {
        Interlocked.Increment(ref polls);
        if (status == StatusCodes.Status304NotModified) Interlocked.Increment(ref notModified);
    }
}
