using Feeds.Calendar;

namespace Feeds.Model;

/// <summary>Where an event takes place.</summary>
public sealed record Place(string Name, string? Address = null, GeoPosition? Position = null)
{
    /// <summary>The name, then the address.</summary>
    public override string ToString() => Address is null ? Name : $"{Name}, {Address}";
}
