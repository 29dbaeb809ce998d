using Feeds.Publishing;

namespace Feeds.Web.Serving;

/// <summary>The publication that requests are answered from: swapped whole, never changed.</summary>
internal sealed class CurrentPublication
{
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Publication? current;

    /// <summary>Null before the first publication.</summary>
    public Publication? Value => current;

    public void Swap(Publication publication)
    {
        current = publication;
        first.TrySetResult();
    }

    /// <summary>Waits for the first publication.</summary>
    public async ValueTask<Publication> GetAsync(CancellationToken cancellation)
    {
        if (current is null) await first.Task.WaitAsync(cancellation);
        return current!;
    }
}
