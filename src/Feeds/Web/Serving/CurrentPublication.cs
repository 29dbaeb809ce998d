using Feeds.Publishing;

namespace Feeds.Web.Serving;

/// <summary>The publication that requests are answered from: swapped whole, never changed.</summary>
internal sealed class CurrentPublication
{
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Publication? current;

    /// <summary>What is published; null until the first publication stands.</summary>
    public Publication? Value => current;

    /// <summary>Publishes; requests already under way end with what they began with.</summary>
    public void Swap(Publication publication)
    {
        current = publication;
        first.TrySetResult();
    }

    /// <summary>What is published; before the first publication it waits for that.</summary>
    public async ValueTask<Publication> GetAsync(CancellationToken cancellation)
    {
        if (current is null) await first.Task.WaitAsync(cancellation);
        return current!;
    }
}
