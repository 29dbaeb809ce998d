using System.Collections.Concurrent;
using Feeds.Model;

namespace Feeds.Web.Status;

/// <summary>A program that polls: what it asked for, and for how many people it says that it asks.</summary>
internal sealed class PollingClient(string name)
{
    private const int MaxPaths = 64;

    private readonly ConcurrentDictionary<string, int> subscribers = new(StringComparer.Ordinal);

    public string Name => name;

    public PollCounter Tally { get; } = new();

    /// <summary>The fields by which it is known without reading them again, oldest first; only under the audience's lock.</summary>
    public Queue<string> Fields { get; } = new();

    /// <summary>Takes note of how many people take one feed through it.</summary>
    public void Subscribed(string path, int count)
    {
        if (subscribers.TryGetValue(path, out var known) ? known != count : subscribers.Count < MaxPaths) subscribers[path] = count;
    }

    public ReaderCount Count() => new(
        name, subscribers.IsEmpty ? null : subscribers.Values.Sum(), Tally.Polls, Tally.Unchanged, Tally.OctetsSent, Tally.OctetsSaved, Tally.LastSeen);
}
