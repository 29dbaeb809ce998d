namespace Feeds.Model;

/// <summary>Where an event takes place.</summary>
public sealed record Place(string Name, string? Address = null, GeoPosition? Position = null)
{
    private static readonly string[] OnlineWords = ["online", "virtual", "zoom"];

    /// <summary>Whether it says only that one meets online, which no map shows.</summary>
    public bool IsOnline => Address is null && Position is null && OnlineWords.Contains(Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, then the address on a line of its own.</summary>
    public string Lines => Address is null ? Name : $"{Name}\n{Address}";

    public override string ToString() => Address is null ? Name : $"{Name}, {Address}";
}

/// <summary>A place on Earth, in degrees north of the equator and east of Greenwich.</summary>
public sealed record GeoPosition(double Latitude, double Longitude);
