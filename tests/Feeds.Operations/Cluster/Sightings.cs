using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Feeds.Operations.Cluster;

/// <summary>What readers were sent, and what was wrong with it.</summary>
internal sealed class Sightings
{
    private const int ProblemsKept = 10;

    private readonly ConcurrentDictionary<(string Path, int Edition), ConcurrentDictionary<string, byte>> bodies = new();
    private readonly ConcurrentDictionary<(string Path, string Tag), ConcurrentDictionary<string, byte>> forms = new();
    private readonly ConcurrentDictionary<Validators, byte> seen = new();
    private readonly ConcurrentDictionary<Validators, byte> known = new();
    private readonly ConcurrentQueue<string> problems = new();
    private int requests;
    private int notModified;
    private int failures;
    private volatile int edition;

    public int Requests => requests;

    public int NotModified => notModified;

    public int Failures => failures;

    public int Versions => bodies.Count;

    public int Tags => seen.Count;

    /// <summary>How many versions, by number or by entity tag, came with more than one body.</summary>
    public int Torn => bodies.Values.Count(body => body.Count > 1) + forms.Values.Count(body => body.Count > 1);

    /// <summary>How many validators came that not both servers gave once they had the same edition.</summary>
    public int Strays => seen.Keys.Count(validators => !known.ContainsKey(validators));

    /// <summary>The first of the failures, in words.</summary>
    public ImmutableArray<string> Problems => [.. problems];

    /// <summary>The edition that every answer is from by now, or from a later one.</summary>
    public int Edition => edition;

    public void Reached(int number) => edition = number;

    /// <summary>Takes note of what both servers say.</summary>
    public void Known(Validators validators) => known[validators] = 0;

    public void Asked() => Interlocked.Increment(ref requests);

    public void Unchanged() => Interlocked.Increment(ref notModified);

    public void Failed(string problem)
    {
        if (Interlocked.Increment(ref failures) <= ProblemsKept) problems.Enqueue(problem);
    }

    /// <summary>Takes note of an answer in full.</summary>
    /// <param name="form">The entity tag as it was sent.</param>
    /// <param name="bytes">The hash of the bytes that came.</param>
    /// <param name="text">The hash of what they say once unpacked.</param>
    public void Saw(Validators validators, int? number, string form, string bytes, string text)
    {
        seen[validators] = 0;
        forms.GetOrAdd((validators.Path, form), _ => new())[bytes] = 0;
        if (number is { } known) bodies.GetOrAdd((validators.Path, known), _ => new())[text] = 0;
    }
}
