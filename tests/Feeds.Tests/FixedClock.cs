using NodaTime;

namespace Feeds.Tests;

/// <summary>A clock that stands where it is put.</summary>
internal sealed class FixedClock(Instant now) : IClock
{
    /// <summary>The moment that it shows.</summary>
    public Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}
