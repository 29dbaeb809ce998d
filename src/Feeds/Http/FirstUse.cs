using System.Collections.Concurrent;
using Feeds.Publishing;

namespace Feeds.Http;

/// <summary>Makes the bytes that are asked for the first time: however many ask for the same at once, one thread is at work and none waits.</summary>
internal sealed class FirstUse
{
    private readonly ConcurrentDictionary<(Representation, ContentCoding), Lazy<Task>> underWay = new();

    /// <summary>Ends when the bytes are there.</summary>
    public Task ReadyAsync(Representation representation, ContentCoding coding) =>
        underWay.GetOrAdd((representation, coding), form => new Lazy<Task>(() => Task.Run(() => Make(form)))).Value;

    private void Make((Representation Representation, ContentCoding Coding) form)
    {
        try
        {
            form.Coding.Bytes(form.Representation);
        }
        finally
        {
            underWay.TryRemove(form, out _);
        }
    }
}
