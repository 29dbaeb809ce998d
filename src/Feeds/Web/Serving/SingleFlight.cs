using System.Collections.Concurrent;
using Feeds.Publishing;

namespace Feeds.Web.Serving;

/// <summary>Makes missing bytes once, however many requests ask for them at the same time; no thread waits.</summary>
internal sealed class SingleFlight
{
    private readonly ConcurrentDictionary<(Representation, ContentCoding), Lazy<Task<ReadOnlyMemory<byte>>>> underWay = new();

    public Task<ReadOnlyMemory<byte>> BytesAsync(Representation representation, ContentCoding coding) =>
        underWay.GetOrAdd((representation, coding), form => new Lazy<Task<ReadOnlyMemory<byte>>>(() => Task.Run(() => Make(form)))).Value;

    private ReadOnlyMemory<byte> Make((Representation Representation, ContentCoding Coding) form)
    {
        try
        {
            // The tag is made from the bytes while they are in memory.
            _ = form.Representation.Tags;
            return form.Coding.Bytes(form.Representation);
        }
        finally
        {
            underWay.TryRemove(form, out _);
        }
    }
}
