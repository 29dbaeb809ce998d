namespace Feeds.Model;

/// <summary>What a budget knows of a value that it holds.</summary>
public abstract class Cached
{
    internal abstract bool WasUsed();

    internal abstract void Drop();
}

/// <summary>A value that is made when it is asked for, by one thread, and made again when the budget did not last.</summary>
/// <param name="size">The approximate size of a value in bytes.</param>
public sealed class Cached<T>(CacheBudget budget, Func<T> make, Func<T, long> size) : Cached
{
    private volatile Held? held;
    private volatile bool isUsed;

    public T Value
    {
        get
        {
            if (held is not { } value) return Make();
            // Not written to by each request: all processors read it.
            if (!isUsed) isUsed = true;
            return value.Value;
        }
    }

    public bool IsHeld => held is not null;

    internal override bool WasUsed()
    {
        var was = isUsed;
        isUsed = false;
        return was;
    }

    internal override void Drop() => held = null;

    private T Make()
    {
        lock (make)
        {
            if (held is { } meanwhile) return meanwhile.Value;
            var made = new Held(make());
            held = made;
            budget.Add(this, size(made.Value));
            return made.Value;
        }
    }

    private sealed record Held(T Value);
}
